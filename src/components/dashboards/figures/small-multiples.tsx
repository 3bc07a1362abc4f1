import type { Bar, Chart } from "#lib/dashboards/figures/charts";
import { printNumber } from "#lib/text";
import styles from "./figures.module.css";

const WIDTH = 200;
const TALLEST = 52;
const GROUND = 70;
const HEIGHT = 88;

/** One small chart for each indicator, all over the same years and each from zero: a link to its indicator. */
export function SmallMultiples({
  charts,
  current,
  hrefOf,
}: {
  charts: Chart[];
  current: string;
  hrefOf: (indicatorId: string) => string;
}) {
  return (
    <>
      <ul className={styles.charts}>
        {charts.map((chart) => (
          <li key={chart.indicator.id}>
            <a
              className={styles.chart}
              href={hrefOf(chart.indicator.id)}
              aria-current={chart.indicator.id === current ? "true" : undefined}
            >
              <span className={styles.name}>
                {chart.indicator.id} {chart.indicator.label}
              </span>
              <span className={styles.finding}>
                {chart.finding}
                {chart.indicator.type === "choice" && ` (tỷ lệ chọn “${chart.indicator.options?.[0]}”)`}
              </span>
              <Bars {...chart} />
            </a>
          </li>
        ))}
      </ul>
      <details>
        <summary>Số liệu của các biểu đồ</summary>
        <ChartTable charts={charts} />
      </details>
    </>
  );
}

function Bars({ indicator, bars }: Chart) {
  const step = WIDTH / Math.max(bars.length, 1);
  const width = Math.min(48, step - 8);
  const described = bars.map(({ year, text, isComplete }) => `${year}: ${text}${isComplete ? "" : " (chưa đủ)"}`);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${indicator.label}, ${described.join(", ")}`}>
      <title>{`${indicator.id} theo năm`}</title>
      <desc>{described.join("; ")}</desc>
      {bars.map((bar, index) => (
        <OneBar
          key={bar.year}
          bar={bar}
          middle={step * (index + 0.5)}
          width={width}
          isLabelled={bars.length <= 3 || index === 0 || index === bars.length - 1}
        />
      ))}
      <line className={styles.axis} x1="0" x2={WIDTH} y1={GROUND} y2={GROUND} />
    </svg>
  );
}

function OneBar({ bar, middle, width, isLabelled }: { bar: Bar; middle: number; width: number; isLabelled: boolean }) {
  const height = Math.round(bar.height * TALLEST * 10) / 10;
  return (
    <>
      {bar.value !== null && (
        <rect
          className={bar.isComplete ? styles.bar : styles.unfinished}
          x={middle - width / 2}
          width={width}
          y={GROUND - height}
          height={height}
        />
      )}
      {isLabelled && (
        <text x={middle} y={GROUND - height - 4}>
          {bar.text}
        </text>
      )}
      <text className={styles.year} x={middle} y={GROUND + 14}>
        {bar.year}
      </text>
    </>
  );
}

function ChartTable({ charts }: { charts: Chart[] }) {
  const years = charts[0]?.bars ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="table-wrap" aria-label="Số liệu của các biểu đồ" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            {years.map(({ year, isComplete }) => (
              <th key={year} scope="col" className="num">
                {year}
                {isComplete ? "" : " (chưa đủ)"}
              </th>
            ))}
            {years.map(({ year }) => (
              <th key={year} scope="col" className="num">
                Đơn vị có số liệu {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {charts.map(({ indicator, bars }) => (
            <tr key={indicator.id}>
              <th scope="row">
                {indicator.id} {indicator.label}
              </th>
              {bars.map(({ year, text }) => (
                <td key={year} className="num">
                  {text}
                </td>
              ))}
              {bars.map(({ year, units }) => (
                <td key={year} className="num">
                  {printNumber(units)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
