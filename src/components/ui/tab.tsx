import { printNumber } from "#lib/text";

/** One choice of a list by state or kind: its shape where it has one, its word, how many once that is counted, and the link to exactly those. */
export function Tab({
  shape,
  label,
  count,
  href,
  current,
}: {
  shape?: string;
  label: string;
  count: number | null;
  href: string;
  current: boolean;
}) {
  return (
    <a href={href} aria-current={current ? "page" : undefined} data-shape={shape}>
      {label} {count !== null && <span className="num">{printNumber(count)}</span>}
    </a>
  );
}
