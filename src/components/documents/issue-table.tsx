import { Tag } from "#components/ui/tag";
import { printDay, printInstant } from "#lib/dates";
import { printNumberOf } from "#lib/documents/presentation";
import type { IssueRow } from "#lib/documents/queries";

/** Every document issued of a report, the last first: what stands, what it replaced and why. */
export function IssueTable({ issues }: { issues: IssueRow[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Số, ký hiệu</th>
            <th scope="col">Ngày</th>
            <th scope="col">Bản báo cáo</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Người phát hành</th>
            <th scope="col">Tệp</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <Row key={issue.id} issue={issue} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ issue }: { issue: IssueRow }) {
  const called = `${printNumberOf(issue.number)}/${issue.symbol}`;
  return (
    <tr>
      <th scope="row">{called}</th>
      <td data-label="Ngày">{printDay(issue.issuedOn)}</td>
      <td data-label="Bản báo cáo">Bản {issue.versionNumber}</td>
      <td data-label="Tình trạng">
        {issue.supersededAt ? (
          <Tag tone="still" shape="–" title={`từ ${printInstant(issue.supersededAt)}`}>
            Đã thay thế
          </Tag>
        ) : (
          <Tag tone="good" shape="✓">
            Đã phát hành
          </Tag>
        )}
        {issue.reason && <p>Lý do phát hành lại: {issue.reason}</p>}
      </td>
      <td data-label="Người phát hành">
        {issue.issuedByName}, {printInstant(issue.issuedAt)}
      </td>
      <td data-label="Tệp">
        <a href={`/api/documents/${issue.id}/docx`} aria-label={`Tải văn bản ${called} dạng .docx`}>
          .docx
        </a>{" "}
        ·{" "}
        <a href={`/api/documents/${issue.id}/pdf`} aria-label={`Tải văn bản ${called} dạng PDF`}>
          PDF
        </a>{" "}
        ·{" "}
        <a href={`/verify/${issue.token}`} aria-label={`Trang đối chiếu của văn bản ${called}`}>
          Trang đối chiếu
        </a>
      </td>
    </tr>
  );
}
