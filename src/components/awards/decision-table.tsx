import type { DecisionRow } from "#lib/awards/decisions/queries";
import { printDay } from "#lib/dates";
import { printNumber } from "#lib/text";

/** Decisions, the newest first. */
export function DecisionTable({ decisions }: { decisions: DecisionRow[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Quyết định</th>
            <th scope="col">Người quyết định</th>
            <th scope="col">Trích yếu</th>
            <th scope="col">Số trường hợp</th>
            <th scope="col">Công bố</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ id, number, decidedOn, decidedBy, title, cases, publishedAt }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/awards/decisions/${id}`}>{number}</a> <span className="quiet">{printDay(decidedOn)}</span>
              </th>
              <td data-label="Người quyết định">{decidedBy}</td>
              <td data-label="Trích yếu">{title}</td>
              <td data-label="Số trường hợp" className="figures">
                {printNumber(cases)}
              </td>
              <td data-label="Công bố">{publishedAt ? "Đã công bố" : "Chưa"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
