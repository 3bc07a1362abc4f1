import type { Span } from "#lib/dashboards/ranking/rules";
import styles from "./ranking.module.css";

const WIDTH = 160;
const EDGE = 4;

/** A value as a dot within its span; all rows of a table share the scale from `low` to `high`. The numbers stand beside it in words. */
export function SpanPlot({ span, value, low, high }: { span: Span; value: number; low: number; high: number }) {
  const x = (at: number) => Math.round((EDGE + ((at - low) / (high - low || 1)) * (WIDTH - 2 * EDGE)) * 10) / 10;
  return (
    <svg className={styles.plot} viewBox={`0 0 ${WIDTH} 16`} width={WIDTH} height="16" aria-hidden="true">
      <line x1={x(span.low)} x2={x(span.high)} y1="8" y2="8" />
      <circle cx={x(value)} cy="8" r="3.5" />
    </svg>
  );
}
