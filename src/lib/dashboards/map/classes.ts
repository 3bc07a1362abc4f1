import { quantileSorted } from "d3-array";

/**
 * How a measure is cut into classes: shares at fixed steps, so that maps of two days can be compared – those that should
 * reach 100 % high up the scale, arrears that should be 0 % low down; figures at their quintiles; how far one report has
 * come by its stage (0–4).
 */
export type Cut = "share" | "arrears" | "figure" | "stage";

/** One class of a map: values above `over` and not above `upTo` (the first class includes `over`); null = open. */
export type MapClass = { over: number; upTo: number; count: number };

const steps: Record<Exclude<Cut, "figure">, number[]> = {
  share: [0, 50, 75, 90, 99.999, 100],
  arrears: [0, 0, 5, 10, 25, 100],
  stage: [0, 0.5, 1.5, 2.5, 3.5, 4.5],
};

/** At most five classes of the values, lowest first; fewer when many values are equal. Values are shares in percent, or figures. */
export function classesOf(values: number[], cut: Cut): MapClass[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return [];
  const limits = cut === "figure" ? [...new Set(quintiles(sorted))] : steps[cut];
  if (limits.length === 1) return [{ over: least, upTo: most, count: sorted.length }];
  return limits.slice(1).map((upTo, index) => {
    const over = limits[index] ?? least;
    return { over, upTo, count: sorted.filter((value) => isIn(value, { over, upTo }, index)).length };
  });
}

const quintiles = (sorted: number[]) => [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => quantileSorted(sorted, share) ?? 0);

const isIn = (value: number, { over, upTo }: { over: number; upTo: number }, index: number) =>
  value <= upTo && (value > over || (index === 0 && value >= over));

/** The class a value falls into, from 0; null where there is no value. */
export function classIndex(value: number | null, classes: MapClass[]): number | null {
  if (value === null) return null;
  const index = classes.findIndex((one, position) => isIn(value, one, position));
  return index < 0 ? null : index;
}

/** The colour step (0–4) of a class when there are fewer than five: spread over the scale, the highest always the strongest. */
export const stepOf = (index: number, classCount: number) =>
  classCount <= 1 ? 4 : Math.round((index * 4) / (classCount - 1));
