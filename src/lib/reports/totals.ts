import type { Adjustment, FigureValue, ReportDocument } from "./document.ts";
import { allIndicators, type FormDefinition, type Indicator, isAggregated, isFigureRow } from "./form.ts";

/** A total: decimal text, how many were asked (yes/no: the denominator) and how many units gave a value. */
export type Total = { number: string; asked: number; units: number };

/** Totals by indicator and option; "" where the indicator has no options. */
export type Totals = Record<string, Record<string, Total>>;

/** A row of report_figure. */
export type FigureRow = { indicatorId: string; option: string; number: string; asked: number };

/** The figures of a unit's own document as rows for SQL; what did not occur counts as zero. */
export const figureRows = (
  form: FormDefinition,
  figures: ReportDocument["figures"],
  blanks: ReportDocument["blanks"] = {},
): FigureRow[] =>
  allIndicators(form).flatMap((indicator) => {
    const value = figures[indicator.id] ?? (blanks[indicator.id]?.reason === "none" ? 0 : undefined);
    return value === undefined || !isFigureRow(indicator) ? [] : [figureRow(indicator, value)];
  });

function figureRow(indicator: Indicator, value: FigureValue): FigureRow {
  if (indicator.type === "choice") return { indicatorId: indicator.id, option: String(value), number: "1", asked: 1 };
  return {
    indicatorId: indicator.id,
    option: "",
    number: typeof value === "boolean" ? String(Number(value)) : String(value),
    asked: 1,
  };
}

/** Totals as rows for SQL. */
export const totalRows = (totals: Totals): FigureRow[] =>
  Object.entries(totals).flatMap(([indicatorId, options]) =>
    Object.entries(options).map(([option, { number, asked }]) => ({ indicatorId, option, number, asked })),
  );

/** What a consolidated report says in all: the parts, the level's own figures, and its adjustments. */
export function addOwn(
  form: FormDefinition,
  parts: Totals,
  own: ReportDocument["figures"],
  adjustments: Record<string, Adjustment>,
): Totals {
  const totals = structuredClone(parts);
  const ownRows = figureRows(form, own).filter(({ indicatorId }) =>
    allIndicators(form).some((indicator) => indicator.id === indicatorId && isAggregated(indicator)),
  );
  for (const { indicatorId, option, number, asked } of ownRows)
    add(totals, indicatorId, option, { number, asked, units: 1 });
  for (const [indicatorId, { by }] of Object.entries(adjustments))
    add(totals, indicatorId, "", { number: by, asked: 0, units: 0 });
  return totals;
}

function add(totals: Totals, indicatorId: string, option: string, more: Total) {
  const options = totals[indicatorId] ?? {};
  totals[indicatorId] = options;
  const known = options[option] ?? { number: "0", asked: 0, units: 0 };
  options[option] = {
    number: addDecimals(known.number, more.number),
    asked: known.asked + more.asked,
    units: known.units + more.units,
  };
}

/** Exact sum of two decimals with at most two places. */
export function addDecimals(a: string, b: string): string {
  const cents = toCents(a) + toCents(b);
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  const number = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
  return cents < 0n ? `-${number}` : number;
}

function toCents(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const cents = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0").slice(0, 2));
  return decimal.startsWith("-") ? -cents : cents;
}

/**
 * A ratio in percent with one decimal, recomputed from its two counts and never averaged; null when there is nothing to divide by.
 */
export function ratioOf(indicator: Indicator, numberOf: (indicatorId: string) => number | null): number | null {
  const numerator = numberOf(indicator.numerator ?? "");
  const denominator = numberOf(indicator.denominator ?? "");
  return numerator === null || !denominator ? null : Math.round((numerator / denominator) * 1000) / 10;
}

type PartFigure = {
  reportId: string;
  indicatorId: string;
  kind: "own" | "consolidated";
  option: string;
  number: string | null;
  asked: number;
};

/** One line per unit from the figure rows of a consolidation's parts: its value in words a person reads. */
export function partValues<Part extends PartFigure>(
  indicator: Indicator,
  figures: Part[],
): { part: Part; text: string }[] {
  const byUnit = Map.groupBy(figures, ({ reportId }) => reportId);
  return [...byUnit.values()].flatMap((rows) => (rows[0] ? [{ part: rows[0], text: valueText(indicator, rows) }] : []));
}

const formatter = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });

function valueText(indicator: Indicator, rows: PartFigure[]): string {
  const given = rows.filter(({ number }) => number !== null);
  const [first] = given;
  if (!first) return "không có số liệu";
  if (indicator.type === "ratio") {
    const ratio = ratioOf(
      indicator,
      (id) => given.filter(({ indicatorId }) => indicatorId === id).map(({ number }) => Number(number))[0] ?? null,
    );
    return ratio === null ? "–" : `${formatter.format(ratio)} %`;
  }
  if (indicator.type === "choice")
    return first.kind === "own"
      ? first.option
      : given.map(({ option, number }) => `${option}: ${formatter.format(Number(number))}`).join("; ");
  if (indicator.type !== "boolean") return formatter.format(Number(first.number));
  return first.kind === "own"
    ? Number(first.number)
      ? "Có"
      : "Không"
    : `${formatter.format(Number(first.number))}/${formatter.format(first.asked)} có`;
}
