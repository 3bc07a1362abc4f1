import { printNumber, printShare } from "#lib/text";
import { type Cube, decimalOf, type Point, type Sum, sumsAt } from "./cube.ts";
import type { Line } from "./indicators.ts";

/**
 * What a cell says: a decimal, for yes/no and choices out of how many who answered, and how many reports gave it.
 * null = no accepted report has it; `why` = there are figures, but no right total of them.
 */
export type Value = { number: string; of: number | null; reports: number } | { why: string; reports: number } | null;

export const NOT_ADDED = "không cộng được";

/** The value of a line at a point. `isOneUnit`: the point is one unit in one year, so that nothing is added. */
export function valueAt(cube: Cube, point: Point, { indicator, option }: Line, isOneUnit: boolean): Value {
  const at = (id: string | undefined) => sumsAt(cube, point, id ?? "")?.get("");
  if (indicator.type === "ratio") return ratio(at(indicator.numerator), at(indicator.denominator));
  if (indicator.type === "choice") return share(sumsAt(cube, point, indicator.id), option);
  const sum = at(indicator.id);
  if (!sum || sum.units === 0) return null;
  if (indicator.aggregate === "none" && !(isOneUnit && sum.units === 1)) return { why: NOT_ADDED, reports: sum.units };
  return { number: decimalOf(sum.cents), of: indicator.type === "boolean" ? sum.asked : null, reports: sum.units };
}

/** In percent with one decimal, from the two sums and never an average; half is rounded up. */
function ratio(part: Sum | undefined, whole: Sum | undefined): Value {
  if (!part || !whole || whole.units === 0) return null;
  if (whole.cents === 0n) return { why: "mẫu số bằng 0", reports: whole.units };
  const tenths = (part.cents * 2000n + whole.cents) / (whole.cents * 2n);
  return { number: decimalOf(tenths * 10n), of: null, reports: whole.units };
}

function share(options: Map<string, Sum> | undefined, option: string): Value {
  const answered = [...(options?.values() ?? [])].reduce((all, { units }) => all + units, 0);
  if (answered === 0) return null;
  return { number: decimalOf(options?.get(option)?.cents ?? 0n), of: answered, reports: answered };
}

/** As a person reads it: “1.234,5”, “85,3 %”, “120/126 (95,2 %)”, “–”. */
export function printValue(value: Value, { indicator }: Line): string {
  if (value === null) return "–";
  if ("why" in value) return value.why;
  if (value.of !== null)
    return `${printNumber(value.number)}/${printNumber(value.of)} (${printShare(Number(value.number), value.of)})`;
  const isPercent = indicator.type === "ratio" || indicator.type === "percent";
  return isPercent ? `${printNumber(value.number)} %` : printNumber(value.number);
}
