import { Tag } from "#components/ui/tag";
import type { RemindedUnit, SentReminder } from "#lib/dashboards/reminders/queries";
import { printInstant } from "#lib/dates";
import { printNumber } from "#lib/text";

/** Who was reminded when, and what came of it. */
export function ReminderTable({ reminders }: { reminders: SentReminder[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <thead>
          <tr>
            <th scope="col">Danh sách</th>
            <th scope="col">Lúc</th>
            <th scope="col">Người nhắc</th>
            <th scope="col">Đơn vị</th>
            <th scope="col">Đã gửi báo cáo từ đó</th>
            <th scope="col">Thư</th>
          </tr>
        </thead>
        <tbody>
          {reminders.map(({ id, listTitle, sentAt, personName, units, answered, mailed, waiting, failed }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/dashboards/reminders/${id}`}>{listTitle}</a>
              </th>
              <td data-label="Lúc" className="figures">
                {printInstant(sentAt)}
              </td>
              <td data-label="Người nhắc">{personName}</td>
              <td data-label="Đơn vị" className="figures">
                {printNumber(units)}
              </td>
              <td data-label="Đã gửi từ đó" className="figures">
                {printNumber(answered)}
              </td>
              <td data-label="Thư">
                {`${printNumber(mailed)} đã gửi`}
                {waiting > 0 && `, ${printNumber(waiting)} đang chờ`}
                {failed > 0 && `, ${printNumber(failed)} không gửi được`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const letters = {
  none: { tone: "still", shape: "–", word: "Không có hộp thư" },
  sent: { tone: "good", shape: "✓", word: "Đã gửi thư" },
  waiting: { tone: "wait", shape: "◐", word: "Thư đang chờ" },
  failed: { tone: "wrong", shape: "!", word: "Thư không gửi được" },
} as const;

export function RemindedUnits({ units }: { units: RemindedUnit[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Báo cáo từ đó</th>
            <th scope="col">Thư</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ reportId, name, answeredAt, mail, problem }) => (
            <tr key={reportId}>
              <th scope="row">
                <a href={`/reports/${reportId}`}>{name}</a>
              </th>
              <td data-label="Báo cáo từ đó">{answeredAt ? `Đã gửi lúc ${printInstant(answeredAt)}` : "Chưa gửi"}</td>
              <td data-label="Thư">
                <Tag tone={letters[mail].tone} shape={letters[mail].shape} {...(problem && { title: problem })}>
                  {letters[mail].word}
                </Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
