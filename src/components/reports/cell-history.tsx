import { printDay, printInstant } from "#lib/dates";
import { blankLabels } from "#lib/reports/labels";
import { printNumber } from "#lib/text";
import styles from "./cell-panel.module.css";
import type { CellFacts } from "./cell-panel.tsx";

/** Who wrote what and when, and what each sent version says. */
export function CellHistory({ changes, versions }: Pick<CellFacts, "changes" | "versions">) {
  return (
    <>
      {changes && (
        <section>
          <h3>Lịch sử nhập</h3>
          {changes.length === 0 && <p className="quiet">Chưa có lần nhập nào được ghi.</p>}
          <ol className={styles.history}>
            {changes.map(({ at, personName, value }) => (
              <li key={at}>
                <b className="figures">{printStored(value)}</b>
                <span className="quiet">
                  {personName}, {printInstant(new Date(at))}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h3>Các bản đã gửi</h3>
        {versions.length === 0 && <p className="quiet">Chưa gửi bản nào.</p>}
        <ol className={styles.history}>
          {versions.map(({ number, sentAt, enteredByName, value }) => (
            <li key={number}>
              <b className="figures">{printStored(value)}</b>
              <span className="quiet">
                Bản {number}, gửi {printInstant(new Date(sentAt))}
                {enteredByName && `, người nhập ${enteredByName}`}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

type Stored = { reason?: keyof typeof blankLabels; expectedOn?: string; level?: string; grounds?: string };

/** A stored value without its indicator at hand: numbers, answers, reasons, words. */
function printStored(value: unknown): string {
  if (value === null || value === undefined) return "trống";
  if (typeof value === "boolean") return value ? "Có" : "Không";
  if (typeof value === "number") return printNumber(value);
  if (typeof value === "string") {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return printDay(value);
    return /^-?\d+(\.\d+)?$/.test(value) ? printNumber(value) : value;
  }
  const { reason, expectedOn, level, grounds } = value as Stored;
  if (reason) return `${blankLabels[reason]}${expectedOn ? `, bổ sung ngày ${printDay(expectedOn)}` : ""}`;
  return [level, grounds].filter(Boolean).join(": ") || "trống";
}
