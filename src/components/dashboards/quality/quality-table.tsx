import { Fragment } from "react";
import { StateTag } from "#components/reports/state-tag";
import type { QualityRow } from "#lib/dashboards/quality/queries";
import { printNumber } from "#lib/text";

const MOST_CELLS = 12;

/** The units of a list with what was found, each cell a link to where it stands in the report. */
export function QualityTable({
  units,
  heads,
  showsProvince,
  sectionIdOf,
}: {
  units: QualityRow[];
  heads: string;
  showsProvince: boolean;
  sectionIdOf: (cell: string) => string | null;
}) {
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Trạng thái</th>
            <th scope="col">{heads}</th>
            <th scope="col">Ô</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ reportId, name, provinceName, status, words, cells }) => (
            <tr key={reportId}>
              <th scope="row">
                <a href={`/reports/${reportId}`}>
                  {name}
                  {showsProvince && provinceName && <span className="quiet">, {provinceName}</span>}
                </a>
              </th>
              <td data-label="Trạng thái">
                <StateTag status={status} />
              </td>
              <td data-label={heads} className="figures">
                {words ?? printNumber(cells.length)}
              </td>
              <td data-label="Ô">
                {cells.slice(0, MOST_CELLS).map((cell) => (
                  <Fragment key={cell}>
                    <a href={`/reports/${reportId}/sections/${sectionIdOf(cell)}#${cell}`}>{cell}</a>{" "}
                  </Fragment>
                ))}
                {cells.length > MOST_CELLS && ` và ${printNumber(cells.length - MOST_CELLS)} ô khác`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
