import { printNumber } from "#lib/text";

/** One choice of a list by state or kind: its shape where it has one, its word, how many, and the link to exactly those. */
export function Tab({
  shape,
  label,
  count,
  href,
  current,
}: {
  shape?: string;
  label: string;
  count: number;
  href: string;
  current: boolean;
}) {
  return (
    <a href={href} aria-current={current ? "page" : undefined} data-shape={shape}>
      {label} <span className="num">{printNumber(count)}</span>
    </a>
  );
}
