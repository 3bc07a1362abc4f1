import { AgencyKind } from "#generated/prisma/enums";
import { type FormDefinition, type Indicator, isAsked, isFigureRow, type Section, unitKindOf } from "#lib/reports/form";
import { addDecimals } from "#lib/reports/totals";
import { printNumber, printShare } from "#lib/text";

/** Sums of a figure: decimal text; `base` is what it is a share of (a ratio's denominator, how many were asked yes or no). */
export type Sums = { number: string | null; base: string | null };

/** A figure in one place and year: its sums, and how many units were expected to give it, were accepted, and gave it. */
export type Side = Sums & { expected: number; accepted: number; gave: number };

/** A figure this year and the year before. `same` counts only what gave it in both. */
export type Comparison = { now: Side; before: Side; same: Sums & { units: number; before: Sums } };

/** Indicators a figure can be shown of: numbers, yes/no, choices and ratios; not words and days. */
export const shownIndicators = (form: FormDefinition) =>
  form.sections.flatMap((section) => section.indicators.filter(isShown));

const isShown = (indicator: Indicator) => isFigureRow(indicator) || indicator.type === "ratio";

export const shownOf = (section: Section) => section.indicators.filter(isShown);

/** Kinds of agency whose own report asks for the indicator. */
export const kindsAsked = (indicator: Indicator) =>
  Object.values(AgencyKind).filter((kind) => isAsked(indicator, unitKindOf(kind)));

/** Rows of report_figure it is made of: itself, or the two counts of a ratio. */
export const rowsOf = ({ id, type, numerator, denominator }: Indicator) =>
  type === "ratio" ? [numerator ?? "", denominator ?? ""] : [id];

/** A share is compared in points, everything else in percent. */
export const isShare = ({ type }: Indicator) => type === "ratio" || type === "boolean";

/** Each unit states a percentage of its own: such figures have no total, whatever is averaged would be false. */
export const hasTotal = ({ aggregate }: Indicator) => aggregate !== "none";

/** The value to sort and draw by, shares in percent; null = nothing was given, or it is a choice. */
export function amountOf(indicator: Indicator, { number, base }: Sums): number | null {
  if (number === null || indicator.type === "choice") return null;
  if (!isShare(indicator)) return Number(number);
  return Number(base) > 0 ? (Number(number) / Number(base)) * 100 : null;
}

/** The value in words: “1.234”, “85,3 % (120/140)”, “12/126 có (9,5 %)”; “–” where there is none. */
export function textOf(indicator: Indicator, sums: Sums): string {
  if (amountOf(indicator, sums) === null) return "–";
  const [number, base] = [printNumber(sums.number), printNumber(sums.base)];
  const share = printShare(Number(sums.number), Number(sums.base));
  if (indicator.type === "ratio") return `${share} (${number}/${base})`;
  return indicator.type === "boolean" ? `${number}/${base} có (${share})` : number;
}

/** The value of one single unit: a yes or no is not a share. */
export const unitTextOf = (indicator: Indicator, sums: Sums) =>
  indicator.type === "boolean" && sums.number !== null
    ? Number(sums.number) > 0
      ? "Có"
      : "Không"
    : textOf(indicator, sums);

/** Compared on the same units: in points for shares, in percent otherwise, rounded to a tenth; null = nothing to compare with. */
export function changeOf(indicator: Indicator, { same }: Comparison): number | null {
  const [now, before] = [amountOf(indicator, same), amountOf(indicator, same.before)];
  if (same.units === 0 || now === null || before === null) return null;
  if (isShare(indicator)) return tenth(now - before);
  return before === 0 ? null : tenth((now / before - 1) * 100);
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** “+3,2 %”, “−1,2 điểm %”, “không đổi”. */
export function printChange(indicator: Indicator, change: number | null): string {
  if (change === null) return "–";
  if (change === 0) return "không đổi";
  return `${change > 0 ? "+" : "−"}${printNumber(Math.abs(change))} ${isShare(indicator) ? "điểm %" : "%"}`;
}

/** Several places together. */
export const addComparisons = (all: Comparison[]): Comparison => all.reduce(addTwo, nothing);

const noSums: Sums = { number: null, base: null };
export const noSide: Side = { ...noSums, expected: 0, accepted: 0, gave: 0 };
const nothing: Comparison = { now: noSide, before: noSide, same: { ...noSums, units: 0, before: noSums } };

const addTwo = (a: Comparison, b: Comparison): Comparison => ({
  now: addSides(a.now, b.now),
  before: addSides(a.before, b.before),
  same: {
    ...addSums(a.same, b.same),
    units: a.same.units + b.same.units,
    before: addSums(a.same.before, b.same.before),
  },
});

export const addSides = (a: Side, b: Side): Side => ({
  ...addSums(a, b),
  expected: a.expected + b.expected,
  accepted: a.accepted + b.accepted,
  gave: a.gave + b.gave,
});

const addSums = (a: Sums, b: Sums): Sums => ({ number: add(a.number, b.number), base: add(a.base, b.base) });

const add = (a: string | null, b: string | null) => (a === null ? b : b === null ? a : addDecimals(a, b));

/** What the page says first: the figure, and how it stands to the year before on the same units. */
export function findingOf(indicator: Indicator, comparison: Comparison, year: string): string {
  if (indicator.type === "choice" || !hasTotal(indicator)) return indicator.label;
  const value = `${textOf(indicator, comparison.now)}${isShare(indicator) ? "" : ` ${indicator.unit}`}`;
  const change = changeOf(indicator, comparison);
  const words = change === null ? "" : `, ${changeWords(indicator, change, Number(year) - 1)}`;
  return `${indicator.label}: ${value}${words}`;
}

function changeWords(indicator: Indicator, change: number, year: number) {
  if (change === 0) return `bằng năm ${year} trên cùng đơn vị`;
  const amount = `${printNumber(Math.abs(change))} ${isShare(indicator) ? "điểm %" : "%"}`;
  return `${change > 0 ? "tăng" : "giảm"} ${amount} so với năm ${year} trên cùng đơn vị`;
}

/** The indicator an address asks for; of a section without one, its first; otherwise the first of the form. */
export function chosenIndicator(
  form: FormDefinition,
  asked: string | undefined,
  section: string | undefined,
): Indicator {
  const shown = shownIndicators(form);
  const ofSection = form.sections.find(({ id }) => id === section);
  const found = shown.find(({ id }) => id === asked) ?? (ofSection && shownOf(ofSection)[0]) ?? shown[0];
  if (!found) throw new Error(`The form ${form.id} has no figures.`);
  return found;
}
