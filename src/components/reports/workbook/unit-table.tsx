import { printNumber } from "#lib/text";

export type ProposedUnit = { reportId: string; agencyId: string; name: string; figures: string[] };

/** What a file proposes to each unit: how many figures, and which. */
export function UnitTable({ units }: { units: ProposedUnit[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Chọn</th>
            <th scope="col">Đơn vị</th>
            <th scope="col" className="num">
              Số liệu
            </th>
            <th scope="col">Giá trị đề xuất</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ reportId, agencyId, name, figures }) => (
            <tr key={reportId}>
              <td data-label="Chọn">
                <input type="checkbox" name="units[]" value={reportId} defaultChecked aria-label={`Chọn ${name}`} />
              </td>
              <th scope="row">
                {name} <span className="quiet code">{agencyId}</span>
              </th>
              <td data-label="Số liệu" className="num">
                {printNumber(figures.length)}
              </td>
              <td data-label="Giá trị đề xuất">
                {figures.length <= 8 ? (
                  figures.join("; ")
                ) : (
                  <details>
                    <summary>{figures.slice(0, 4).join("; ")}…</summary>
                    {figures.join("; ")}
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
