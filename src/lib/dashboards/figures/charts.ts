import type { Indicator } from "#lib/reports/form";
import type { Totals } from "#lib/reports/totals";
import { capital, printNumber } from "#lib/text";
import { amountOf, isShare, rowsOf, type Sums } from "./rules.ts";

export type Year = { id: string; isComplete: boolean };

/** One bar: its share of the highest (0–1), its value in words, and how many units gave the figure. */
export type Bar = {
  year: string;
  isComplete: boolean;
  height: number;
  text: string;
  units: number;
  value: number | null;
};

export type Chart = { indicator: Indicator; bars: Bar[]; finding: string };

/** One indicator over the years, zero-based; a choice is drawn by the share of its first option. */
export function chartOf(indicator: Indicator, years: Year[], totals: ReadonlyMap<string, Totals>): Chart {
  const values = years.map(({ id }) => drawn(indicator, totals.get(id) ?? {}));
  const most = Math.max(...values.map((value) => value ?? 0));
  const bars = years.map(({ id, isComplete }, index): Bar => {
    const value = values[index] ?? null;
    return {
      year: id,
      isComplete,
      value,
      height: value === null || most === 0 ? 0 : value / most,
      text: value === null ? "–" : printDrawn(indicator, value),
      units: unitsOf(indicator, totals.get(id) ?? {}),
    };
  });
  return { indicator, bars, finding: findingOf(indicator, bars) };
}

function drawn(indicator: Indicator, totals: Totals): number | null {
  if (indicator.type !== "choice") return amountOf(indicator, sumsOf(indicator, totals));
  const counts = Object.values(totals[indicator.id] ?? {}).map(({ number }) => Number(number));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all > 0 ? (Number(totals[indicator.id]?.[indicator.options?.[0] ?? ""]?.number ?? 0) / all) * 100 : null;
}

/** The kept totals of an indicator as what a value is made of. */
export function sumsOf(indicator: Indicator, totals: Totals): Sums {
  const [first, second] = rowsOf(indicator).map((id) => totals[id]?.[""]);
  return {
    number: first?.number ?? null,
    base: indicator.type === "boolean" ? String(first?.asked ?? 0) : (second?.number ?? null),
  };
}

const unitsOf = (indicator: Indicator, totals: Totals) =>
  Object.values(totals[rowsOf(indicator)[0] ?? ""] ?? {}).reduce((sum, { units }) => sum + units, 0);

const compact = new Intl.NumberFormat("vi-VN", { notation: "compact", maximumFractionDigits: 1 });
const isDrawnInPercent = (indicator: Indicator) => isShare(indicator) || indicator.type === "choice";

const printDrawn = (indicator: Indicator, value: number) =>
  isDrawnInPercent(indicator)
    ? `${printNumber(Math.round(value * 10) / 10)} %`
    : value < 1_000_000
      ? printNumber(Math.round(value * 10) / 10)
      : compact.format(value);

/** The last year against the one before; what is not complete yet is said to have come so far. */
function findingOf(indicator: Indicator, bars: Bar[]): string {
  const [before, last] = bars.slice(-2);
  if (!last || last.value === null || !before || before.value === null) return "Chưa có hai năm để so sánh";
  const so = last.isComplete ? "" : "Đến nay ";
  if (isDrawnInPercent(indicator)) {
    const points = Math.round((last.value - before.value) * 10) / 10;
    const words = points === 0 ? "như" : `${points > 0 ? "hơn" : "kém"} ${printNumber(Math.abs(points))} điểm %`;
    return capital(`${so}${words} năm ${before.year}`);
  }
  if (before.value === 0) return `Năm ${before.year} không có`;
  return capital(`${so}bằng ${printNumber(Math.round((last.value / before.value) * 1000) / 10)} % năm ${before.year}`);
}

/** How many of the charts have reached the year before: what a section of charts says first. */
export const reachedOf = (charts: Chart[]) => {
  const comparable = charts.filter(
    ({ bars }) => bars.length > 1 && bars.slice(-2).every(({ value }) => value !== null),
  );
  const reached = comparable.filter(({ bars }) => (bars.at(-1)?.value ?? 0) >= (bars.at(-2)?.value ?? 0));
  return { comparable: comparable.length, reached: reached.length };
};
