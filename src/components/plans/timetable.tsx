import { type Day, printDay } from "#lib/dates";
import { recurrenceLabels } from "#lib/plans/labels";
import type { Passage } from "#lib/plans/queries";
import { ConfirmationMark } from "./confirmation-mark.tsx";
import styles from "./plan.module.css";
import { passageAction, type Reading } from "./reading.tsx";

type DeadlineData = {
  when?: string;
  from?: Day;
  to?: Day;
  recurrence?: string;
  strict_last_day?: string;
  actors?: string[];
  from_actors?: string[];
  with_actors?: string[];
  to_actors?: string[];
  final_recipient?: string;
  ambiguity?: string;
};

/** What is to be done by when: the words of the document, the last day on time, what recurs and what is unclear. */
export function Timetable({
  deadlines,
  nameOf,
  reading,
}: {
  deadlines: Passage[];
  nameOf: (actorId: string) => string;
  reading: Reading;
}) {
  return (
    <div className="table-wrap">
      <table className={`table table-stack ${styles.rows}`}>
        <thead>
          <tr>
            <th scope="col">Việc</th>
            <th scope="col">Thời gian theo văn bản</th>
            <th scope="col">Ngày cuối đúng hạn</th>
            <th scope="col">Lặp lại</th>
            <th scope="col">Ai làm, gửi ai</th>
          </tr>
        </thead>
        <tbody>
          {deadlines.map((deadline) => {
            const data = deadline.data as DeadlineData;
            return (
              <tr key={deadline.id} id={deadline.id}>
                <th scope="row">
                  <div>
                    {deadline.title}
                    <ConfirmationMark wording={deadline} action={passageAction(reading, deadline)} />
                  </div>
                </th>
                <td data-label="Thời gian">
                  <div>
                    “{data.when}”
                    {deadline.note && (
                      <p className={styles.note}>
                        {data.ambiguity ? `Chỗ chưa rõ: ${deadline.note}` : `Ghi chú: ${deadline.note}.`}
                      </p>
                    )}
                  </div>
                </td>
                <td data-label="Ngày cuối" className="figures">
                  {lastDay(data)}
                </td>
                <td data-label="Lặp lại" className="fit">
                  {data.recurrence ? (recurrenceLabels[data.recurrence] ?? data.recurrence) : "một lần"}
                </td>
                <td data-label="Ai làm">{people(data, nameOf)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** “trước ngày 30/11” makes 29/11 the last day on time; a plan that names no day says so. */
function lastDay({ strict_last_day: strict, from, to, recurrence }: DeadlineData) {
  if (strict)
    return /^\d{4}-/.test(strict) ? printDay(strict) : recurrence === "yearly" ? `${strict} hằng năm` : strict;
  if (from && to) return `${printDay(from)} – ${printDay(to)}`;
  return <span className="quiet">văn bản không ghi ngày</span>;
}

function people(
  {
    actors = [],
    from_actors: from = actors,
    with_actors: helpers = [],
    to_actors: to = [],
    final_recipient: last,
  }: DeadlineData,
  nameOf: (actorId: string) => string,
) {
  const doers = from.map(nameOf).join("; ");
  const together = helpers.length > 0 ? `, cùng ${helpers.map(nameOf).join("; ")}` : "";
  const recipients = to.length > 0 ? ` → ${to.map(nameOf).join("; ")}` : "";
  return `${doers}${together}${recipients}${last ? ` → ${nameOf(last)}` : ""}` || "–";
}
