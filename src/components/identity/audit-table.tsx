import { printInstant } from "#lib/dates";
import { printAction, printSubject, subjectHref } from "#lib/identity/audit-trail/labels";
import type { AuditLine } from "#lib/identity/audit-trail/queries";

export function AuditTable({ entries }: { entries: AuditLine[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th>Thao tác</th>
            <th>Lúc</th>
            <th>Người làm</th>
            <th>Thay mặt</th>
            <th>Đối tượng</th>
            <th>Ghi chú</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="fit">{printAction(entry.action)}</td>
              <td data-label="Lúc" className="figures fit" title={`Giờ máy chủ: ${printInstant(entry.at)}`}>
                {printInstant(entry.campaignAt)}
              </td>
              <td data-label="Người làm" className="fit">
                {entry.personName}
              </td>
              <td data-label="Thay mặt" className="fit">
                {entry.agencyName ?? "–"}
              </td>
              <td data-label="Đối tượng">
                <Subject entry={entry} />
              </td>
              <td data-label="Ghi chú">{entry.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Subject({ entry }: { entry: AuditLine }) {
  const href = subjectHref(entry.subjectType, entry.subjectId);
  const name = printSubject(entry);
  return href ? <a href={href}>{name}</a> : name;
}
