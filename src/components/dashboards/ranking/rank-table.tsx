import { SpanPlot } from "#components/dashboards/ranking/span-plot";
import { textOf } from "#lib/dashboards/figures/rules";
import type { Candidate, Ranking } from "#lib/dashboards/ranking/rules";
import { methodWords, printRank, printSpan } from "#lib/dashboards/ranking/words";
import type { Indicator } from "#lib/reports/form";
import styles from "./ranking.module.css";

/** Whoever can be compared, from the greatest value to the least; without colours that would praise or blame. */
export function RankTable({
  ranking: { ranked, method },
  indicator,
  hrefOf,
}: {
  ranking: Ranking;
  indicator: Indicator;
  hrefOf: (candidate: Candidate) => string | null;
}) {
  const high = Math.max(...ranked.map(({ span, value }) => span?.high ?? value));
  const low = Math.min(...ranked.map(({ span, value }) => span?.low ?? value));
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <caption className="sr-only">Xếp theo {indicator.label}, từ cao đến thấp</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              Hạng
            </th>
            <th scope="col">Nơi</th>
            <th scope="col" className="num">
              {indicator.unit || "Giá trị"}
            </th>
            {method && (
              <th scope="col" className="num">
                {methodWords[method].name}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {ranked.map((each) => {
            const { candidate, span, value } = each;
            const href = hrefOf(candidate);
            const text = textOf(indicator, candidate);
            return (
              <tr key={candidate.id}>
                <td className="num" data-label="Hạng">
                  {printRank(each)}
                </td>
                <th scope="row">{candidate.name}</th>
                <td className="num" data-label="Giá trị">
                  {href ? <a href={href}>{text}</a> : text}
                </td>
                {span && (
                  <td className={`num ${styles.span}`} data-label="Khoảng">
                    {printSpan(indicator, each)}
                    <SpanPlot span={span} value={value} low={low} high={high} />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
