import { StateTag } from "#components/reports/state-tag";
import { Tag } from "#components/ui/tag";
import { printDay } from "#lib/dates";
import type { Obligation } from "#lib/reports/obligations/queries";

/** The reports of one agency: when they fall due, by which words, to whom, and how they stand. */
export function ObligationList({ obligations }: { obligations: Obligation[] }) {
  if (obligations.length === 0) return <p className="quiet small">Chưa có báo cáo nào được giao cho cơ quan này.</p>;
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Báo cáo</th>
            <th scope="col">Ngày cuối đúng hạn</th>
            <th scope="col">Gửi tới</th>
            <th scope="col">Trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {obligations.map((obligation) => (
            <ObligationRow key={obligation.id} obligation={obligation} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ObligationRow({
  obligation: { id, periodId, kind, status, late, isOverdue, isExtended, dueOn, wording, isDefault, recipients },
}: {
  obligation: Obligation;
}) {
  return (
    <tr>
      <td>
        <a href={`/reports/${id}`}>
          {kind === "consolidated" ? "Báo cáo tổng hợp" : "Báo cáo"} năm {periodId}
        </a>
      </td>
      <td data-label="Ngày cuối">
        <span>
          <strong className="figures">{printDay(dueOn)}</strong> <span className="quiet">“{wording}”</span>{" "}
          {isDefault && (
            <Tag tone="extended" shape="○">
              Hạn mặc định
            </Tag>
          )}
        </span>
      </td>
      <td data-label="Gửi tới">{recipients.length > 0 ? recipients.join("; ") : "Thủ tướng Chính phủ"}</td>
      <td data-label="Trạng thái">
        <StateTag status={status} late={late} isOverdue={isOverdue} isExtended={isExtended} />
      </td>
    </tr>
  );
}
