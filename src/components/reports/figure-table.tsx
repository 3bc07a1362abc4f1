import { printDay } from "#lib/dates";
import type { GridRow } from "#lib/reports/figure-rows";
import { blankLabels } from "#lib/reports/labels";
import { addDecimals, ratioOf } from "#lib/reports/totals";
import { printValue } from "#lib/reports/values";
import { printNumber } from "#lib/text";
import { CellButton } from "./cell-button.tsx";
import styles from "./cell-panel.module.css";

/** One section's figures to read, with the way down from each total of a consolidated report. */
export function FigureTable({ rows, isConsolidated }: { rows: GridRow[]; isConsolidated: boolean }) {
  const numberOf = (id: string) => {
    const row = rows.find(({ indicator }) => indicator.id === id);
    return row && (row.value !== null || row.parts?.number != null) ? Number(totalOf(row)) : null;
  };
  return (
    <div className="table-wrap">
      <table className="table grid-figures">
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col" className="num">
              Năm trước
            </th>
            {isConsolidated && (
              <th scope="col" className="num">
                Từ các đơn vị
              </th>
            )}
            {isConsolidated && (
              <th scope="col" className="num">
                Của cấp tổng hợp
              </th>
            )}
            {isConsolidated && (
              <th scope="col" className="num">
                Điều chỉnh
              </th>
            )}
            <th scope="col" className="num">
              {isConsolidated ? "Tổng" : "Năm nay"}
            </th>
            <th scope="col">Đơn vị tính</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { indicator, value, lastYear, parts, adjustment } = row;
            const ratio = indicator.computed ? ratioOf(indicator, numberOf) : null;
            return (
              <tr key={indicator.id} id={indicator.id}>
                <th scope="row">
                  <span className="code">{indicator.id}</span> {indicator.label}{" "}
                  <CellButton field={`figures.${indicator.id}`} name={`ô ${indicator.id}`} said={row.said} />
                </th>
                <td className="num">{lastYear}</td>
                {isConsolidated && (
                  <td className="num">
                    {parts && (
                      <a href={parts.href} title={parts.counted}>
                        {parts.text}
                      </a>
                    )}
                  </td>
                )}
                {isConsolidated && <td className="num">{printValue(indicator, value)}</td>}
                {isConsolidated && (
                  <td className="num">
                    {adjustment && (
                      <span title={adjustment.reason}>
                        {printNumber(adjustment.by)} <small>({adjustment.reason})</small>
                      </span>
                    )}
                  </td>
                )}
                <td className="num">
                  {indicator.computed
                    ? ratio === null
                      ? "–"
                      : printNumber(ratio)
                    : isConsolidated
                      ? indicator.aggregate === "sum"
                        ? printNumber(totalOf(row))
                        : ""
                      : printValue(indicator, value) || <span className="quiet">{blankWords(row)}</span>}
                  {row.explanation && <small className={styles.explanation}>Giải trình: {row.explanation}</small>}
                </td>
                <td className="text">{indicator.unit}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Why there is no value. */
const blankWords = ({ blank }: GridRow) => {
  if (!blank) return "chưa nhập";
  return blank.reason === "pending"
    ? `${blankLabels.pending.toLowerCase()}, bổ sung ngày ${printDay(blank.expectedOn)}`
    : blankLabels[blank.reason].toLowerCase();
};

/** Parts, own figure and adjustment together, exact. */
const totalOf = ({ value, parts, adjustment }: GridRow) =>
  [String(parts?.number ?? 0), String(Number(value ?? 0)), adjustment?.by ?? "0"].reduce(addDecimals);
