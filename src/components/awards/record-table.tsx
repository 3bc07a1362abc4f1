import { Tag } from "#components/ui/tag";
import { categoryLabels } from "#lib/awards/labels";
import type { RecordRow } from "#lib/awards/subjects/queries";
import { printDay } from "#lib/dates";

/** What one subject received, by which decision. */
export function RecordTable({
  records,
  nameOfAward,
}: {
  records: RecordRow[];
  nameOfAward: (awardId: string) => string;
}) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Hình thức</th>
            <th scope="col">Quyết định</th>
            <th scope="col">Loại hình</th>
            <th scope="col">Thành tích</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <th scope="row">
                {nameOfAward(record.awardId)}{" "}
                {record.revokedOn && (
                  <Tag tone="wrong" shape="!">
                    Hủy bỏ {printDay(record.revokedOn)}
                  </Tag>
                )}
              </th>
              <td data-label="Quyết định">
                {record.decisionNumber} ngày {printDay(record.decidedOn)}, {record.decidedBy}
              </td>
              <td data-label="Loại hình">{categoryLabels[record.category] ?? record.category}</td>
              <td data-label="Thành tích">{record.achievement ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
