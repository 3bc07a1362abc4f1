import { type Curves, type DayRow, daysLeftWords, daysOf, type Event } from "#lib/dashboards/arrivals/curves";
import { printDay } from "#lib/dates";
import { printNumber, printShare } from "#lib/text";
import styles from "./arrivals.module.css";

/** The curves by day: what came that day and in all, this year and last year the same number of days from the deadline. */
export function DayTable({ curves }: { curves: Curves }) {
  const { period, before, current, previous } = curves;
  const years = [
    { year: period, of: (row: DayRow) => row.current, expected: current.sent.expected },
    ...(previous ? [{ year: before, of: (row: DayRow) => row.previous, expected: previous.sent.expected }] : []),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={`table-wrap ${styles.days}`} aria-label="Diễn biến theo ngày" tabIndex={0}>
      <table className="table table-dense table-stack">
        <thead>
          <tr>
            <th scope="col">Ngày</th>
            {years.flatMap(({ year }) =>
              columns.map(({ head }) => (
                <th key={year + head} scope="col" className="num">
                  {year}: {head}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {daysOf(curves).map((row) => (
            <tr key={row.daysLeft}>
              <th scope="row">
                {printDay(row.day)} <span className="quiet">{daysLeftWords(row.daysLeft)}</span>
              </th>
              {years.flatMap(({ year, of, expected }) =>
                columns.map(({ head, text }) => {
                  const day = of(row);
                  return (
                    <td key={year + head} data-label={`${year}: ${head}`} className="num">
                      {day ? text(day, expected) : "–"}
                    </td>
                  );
                }),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Day = Record<Event, { new: number; total: number }>;

const inAll = ({ total }: { total: number }, expected: number) =>
  `${printNumber(total)} (${printShare(total, expected)})`;

const columns: { head: string; text: (day: Day, expected: number) => string }[] = [
  { head: "gửi trong ngày", text: ({ sent }) => printNumber(sent.new) },
  { head: "đã gửi", text: ({ sent }, expected) => inAll(sent, expected) },
  { head: "tiếp nhận trong ngày", text: ({ accepted }) => printNumber(accepted.new) },
  { head: "đã tiếp nhận", text: ({ accepted }, expected) => inAll(accepted, expected) },
];
