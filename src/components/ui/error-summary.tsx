import type { ReactNode, Ref } from "react";
import type { FieldProblem } from "#lib/errors";

type Props = {
  message: string;
  problems?: FieldProblem[];
  /** The address of a field on this page; its name after # by default. */
  hrefOf?: (field: string) => string;
  /** Takes the reader to the field instead of following the link. */
  onPick?: (field: string) => void;
  children?: ReactNode;
  ref?: Ref<HTMLDivElement>;
};

/** What went wrong, at the top, with a way to each field it is about. Takes the focus. */
export function ErrorSummary({
  message,
  problems = [],
  hrefOf = (field) => `#${field}`,
  onPick,
  children,
  ref,
}: Props) {
  return (
    <div className="notice notice-wrong" role="alert" tabIndex={-1} ref={ref}>
      <strong>{message}</strong>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ field, message: remedy, href }) => (
            <li key={field + remedy}>
              <a
                href={href ?? hrefOf(field)}
                onClick={
                  href || !onPick
                    ? undefined
                    : (event) => {
                        event.preventDefault();
                        onPick(field);
                      }
                }
              >
                {remedy}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
