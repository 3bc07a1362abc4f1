import { Tag } from "#components/ui/tag";
import { subjectLabels } from "#lib/awards/labels";
import type { ListedRecord } from "#lib/awards/register/queries";
import { printDay } from "#lib/dates";

/** Who received what, when, by which decision. */
export function RegisterTable({
  records,
  nameOfAward,
}: {
  records: ListedRecord[];
  nameOfAward: (awardId: string) => string;
}) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Đối tượng</th>
            <th scope="col">Hình thức</th>
            <th scope="col">Quyết định</th>
            <th scope="col">Thành tích</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <th scope="row">
                <a className="underline" href={`/awards/subjects/${record.subjectId}`}>
                  {record.subjectName}
                </a>
                <span className="quiet">
                  {" "}
                  – {subjectLabels[record.subjectKind].toLowerCase()}, {record.agencyName}
                </span>
              </th>
              <td data-label="Hình thức">
                {nameOfAward(record.awardId)}{" "}
                {record.revokedOn && (
                  <Tag tone="wrong" shape="!">
                    Hủy bỏ {printDay(record.revokedOn)}
                  </Tag>
                )}
                {record.origin === "import" && (
                  <Tag tone="extended" shape="○" title="Nhập từ bảng, không do hệ thống này ban hành">
                    Nhập từ bảng
                  </Tag>
                )}
              </td>
              <td data-label="Quyết định">
                {record.decisionNumber} ngày {printDay(record.decidedOn)}, {record.decidedBy}
              </td>
              <td data-label="Thành tích">{record.achievement ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
