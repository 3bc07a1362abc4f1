import { type Curve, type Curves, countAt, type Event } from "#lib/dashboards/arrivals/curves";
import type { Outlook } from "#lib/dashboards/arrivals/outlook";
import { addDays, printDay } from "#lib/dates";
import { printNumber, printShare } from "#lib/text";
import styles from "./arrivals.module.css";

const FRAME = { width: 680, height: 324, left: 66, right: 482, top: 22, bottom: 276 };
const LABEL_GAP = 46;
const WEEK_HOURS = 7 * 24;

type Series = { key: string; label: string; curve: Curve; until: number; className: string | undefined };

/** Reports sent and accepted against the deadline, this year over last year, in shares of those expected; the forecast stands at the deadline. */
export function ArrivalChart({ curves, outlook, title }: { curves: Curves; outlook?: Outlook; title: string }) {
  const { left, dueOn, period } = curves;
  const series = seriesOf(curves);
  const hours = series.flatMap(({ curve }) => curve.points.map(({ hour }) => hour));
  const [first, last] = [Math.max(left, 24, ...hours) + 1, Math.min(left, -24, ...hours)];
  const x = (hour: number) => FRAME.left + ((first - hour) / (first - last)) * (FRAME.right - FRAME.left);
  const y = (share: number) => FRAME.bottom - share * (FRAME.bottom - FRAME.top);
  const weeks = weeksBetween(first, last);
  const showsNow = left > last - 1 && left < first;
  return (
    <svg
      viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      className={styles.chart}
      role="img"
      aria-labelledby="arrivals-title arrivals-description"
    >
      <title id="arrivals-title">{title}</title>
      <desc id="arrivals-description">
        {series.map(({ label, curve, until }) => `${label}: ${shareText(curve, until)}. `).join("")}
        Số liệu theo ngày ở bảng bên dưới.
      </desc>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={FRAME.left} x2={FRAME.right} y1={y(share)} y2={y(share)} className={styles.grid} />
          <text x={FRAME.left - 6} y={y(share) + 4} textAnchor="end">
            {printNumber(share * 100)} %
          </text>
        </g>
      ))}
      {weeks.map((week) => (
        <text key={week} x={x(week * WEEK_HOURS)} y={FRAME.bottom + 22} textAnchor="middle">
          {week === 0 ? "hết hạn" : printDay(addDays(dueOn, 1 - week * 7)).slice(0, 5)}
        </text>
      ))}
      <line x1={x(0)} x2={x(0)} y1={FRAME.top} y2={FRAME.bottom} className={styles.deadline} />
      {showsNow && (
        <>
          <line x1={x(left)} x2={x(left)} y1={FRAME.top} y2={FRAME.bottom} className={styles.now} />
          <text x={x(left)} y={FRAME.top - 5} textAnchor="middle">
            bây giờ
          </text>
        </>
      )}
      {series.map(({ key, curve, until, className }) => (
        <path key={key} d={stepsOf(curve, until, x, y)} className={`${styles.curve} ${className}`} />
      ))}
      {outlook?.state === "foretold" && <Interval outlook={outlook} at={x(0)} y={y} />}
      <Labels series={series} y={y} />
      <text x={FRAME.left} y={FRAME.bottom + 44} className={styles.note}>
        Ngày của năm {period}; năm trước vẽ theo cùng số giờ trước hạn
      </text>
    </svg>
  );
}

const events: Record<Event, string> = { sent: "gửi", accepted: "tiếp nhận" };

/** Last year first, so that this year lies above it. */
function seriesOf({ current, previous, period, before, left }: Curves): Series[] {
  const of = (curves: Record<Event, Curve>, year: string, until: number, styleOf: Record<Event, string | undefined>) =>
    (Object.keys(events) as Event[]).map((event) => ({
      key: `${year}${event}`,
      label: `${year} ${events[event]}`,
      curve: curves[event],
      until: Math.min(until, ...curves[event].points.map(({ hour }) => hour)),
      className: styleOf[event],
    }));
  const then = { sent: styles.sentThen, accepted: styles.acceptedThen };
  const now = { sent: styles.sent, accepted: styles.accepted };
  return [...(previous ? of(previous, before, Number.POSITIVE_INFINITY, then) : []), ...of(current, period, left, now)];
}

const shareText = (curve: Curve, until: number) => printShare(countAt(curve, until), curve.expected);

function weeksBetween(first: number, last: number) {
  const [from, to] = [Math.floor(first / WEEK_HOURS), Math.ceil(last / WEEK_HOURS)];
  return Array.from({ length: from - to + 1 }, (_, index) => from - index);
}

/** A step up at each hour something came, level in between, to where the curve ends. */
function stepsOf(
  { points, expected }: Curve,
  until: number,
  x: (hour: number) => number,
  y: (share: number) => number,
) {
  const [start] = points;
  if (!start) return "";
  const at = (value: number) => value.toFixed(1);
  const steps = points.map(({ hour, count }) => `H${at(x(hour))}V${at(y(count / expected))}`);
  return `M${at(x(start.hour + 1))},${at(y(0))}${steps.join("")}H${at(x(until))}`;
}

function Interval({
  outlook,
  at,
  y,
}: {
  outlook: Outlook & { state: "foretold" };
  at: number;
  y: (share: number) => number;
}) {
  const { expected, forecast } = outlook;
  const [low, high, likely] = [forecast.low, forecast.high, forecast.likely].map((count) => y(count / expected));
  return (
    <g className={styles.forecast}>
      <path d={`M${at - 6},${high}h12m-6,0V${low}m-6,0h12`} />
      <circle cx={at} cy={likely} r="4" />
      <text x={at - 10} y={(low ?? 0) + 4} textAnchor="end">
        dự báo đúng hạn
      </text>
    </g>
  );
}

/** Each curve's name and last share beside its end, kept apart from each other. */
function Labels({ series, y }: { series: Series[]; y: (share: number) => number }) {
  const placed = series
    .map((one) => ({ ...one, share: countAt(one.curve, one.until) / one.curve.expected }))
    .sort((a, b) => b.share - a.share);
  let lowest = Number.NEGATIVE_INFINITY;
  return placed.map(({ key, label, curve, until, className, share }) => {
    lowest = Math.max(y(share) + 4, lowest + LABEL_GAP);
    return (
      <g key={key}>
        <line
          x1={FRAME.right + 6}
          x2={FRAME.right + 26}
          y1={lowest - 4}
          y2={lowest - 4}
          className={`${styles.curve} ${className}`}
        />
        <text x={FRAME.right + 30} y={lowest}>
          {label}
          <tspan x={FRAME.right + 30} dy="1.2em">
            {shareText(curve, until)}
          </tspan>
        </text>
      </g>
    );
  });
}
