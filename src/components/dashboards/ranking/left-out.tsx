import type { Candidate, LeftOut } from "#lib/dashboards/ranking/rules";
import { tellReason } from "#lib/dashboards/ranking/words";

/** Whoever stands in no order, each with the reason. */
export function LeftOutTable({
  leftOut,
  isNation,
  hrefOf,
}: {
  leftOut: LeftOut[];
  isNation: boolean;
  hrefOf: (candidate: Candidate) => string | null;
}) {
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <caption className="sr-only">Những nơi không xếp hạng và lý do</caption>
        <thead>
          <tr>
            <th scope="col">Nơi</th>
            <th scope="col">Lý do không xếp hạng</th>
          </tr>
        </thead>
        <tbody>
          {leftOut.map(({ candidate, reason }) => {
            const href = hrefOf(candidate);
            return (
              <tr key={candidate.id}>
                <th scope="row">{href ? <a href={href}>{candidate.name}</a> : candidate.name}</th>
                <td data-label="Lý do">{tellReason(reason, isNation)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
