import type { FileProblem } from "#lib/reports/workbook/read-report";

type Props = { problems: FileProblem[]; hrefOf?: (id: string) => string | null };

/** What cannot be taken: sheet, cell, value, the rule and what to do; on screen where there is a cell for it. */
export function FileProblemTable({ problems, hrefOf }: Props) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Trang tính, ô</th>
            <th scope="col">Giá trị trong tệp</th>
            <th scope="col">Quy định</th>
            <th scope="col">Cách sửa</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ sheet, address, id, value, rule, remedy }) => {
            const href = id && hrefOf?.(id);
            return (
              <tr key={`${sheet} ${address} ${id} ${rule}`}>
                <th scope="row">
                  {sheet}
                  {address && `, ô ${address}`}
                  {id && <span className="quiet"> – mã {id}</span>}
                </th>
                <td data-label="Giá trị trong tệp" className="words">
                  {value || "(trống)"}
                </td>
                <td data-label="Quy định">{rule}</td>
                <td data-label="Cách sửa">
                  <div>
                    <div>{remedy}</div>
                    {href && (
                      <div>
                        <a href={href}>Nhập ô {id} trên màn hình</a>
                      </div>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
