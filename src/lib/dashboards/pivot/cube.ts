import type { Facet } from "./dimensions.ts";

/** Figures of accepted reports added up by facets: a row of the database. `number` is a decimal with at most two places. */
export type Fact = {
  facets: Partial<Record<Facet, string>>;
  indicatorId: string;
  option: string;
  number: string;
  asked: number;
  units: number;
};

/** A sum: hundredths, how many were asked, how many reports gave a value. */
export type Sum = { cents: bigint; asked: number; units: number };

/** Where a sum stands: one member of each facet, or all of them when it is left out. */
export type Point = Partial<Record<Facet, string>>;

/** Sums by point, indicator and option, at every leaf and over every facet that may be added. */
export type Cube = { facets: Facet[]; sums: Map<string, Map<string, Map<string, Sum>>> };

const ALL = "\u0000";

const keyOf = (facets: Facet[], point: Point) => facets.map((facet) => point[facet] ?? ALL).join("\u0001");

/** Adds each fact at its own point and at every point that stands for all members of some of the `addable` facets. */
export function cubeOf(facts: Fact[], facets: Facet[], addable: (facet: Facet) => boolean): Cube {
  const sums: Cube["sums"] = new Map();
  const open = facets.filter(addable);
  for (const { facets: at, indicatorId, option, number, asked, units } of facts) {
    const sum = { cents: centsOf(number), asked, units };
    for (const key of keysAround(facets, at, open)) add(sums, key, indicatorId, option, sum);
  }
  return { facets, sums };
}

function keysAround(facets: Facet[], at: Point, open: Facet[]): string[] {
  let points: Point[] = [at];
  for (const facet of open) points = points.flatMap((point) => [point, { ...point, [facet]: undefined }]);
  return points.map((point) => keyOf(facets, point));
}

function add(sums: Cube["sums"], key: string, indicatorId: string, option: string, { cents, asked, units }: Sum) {
  const indicators = sums.get(key) ?? new Map<string, Map<string, Sum>>();
  sums.set(key, indicators);
  const options = indicators.get(indicatorId) ?? new Map<string, Sum>();
  indicators.set(indicatorId, options);
  const sum = options.get(option);
  if (!sum) options.set(option, { cents, asked, units });
  else Object.assign(sum, { cents: sum.cents + cents, asked: sum.asked + asked, units: sum.units + units });
}

/** The sums of one indicator at a point, by option ("" where it has none); undefined = no report gave a value. */
export const sumsAt = ({ facets, sums }: Cube, point: Point, indicatorId: string) =>
  sums.get(keyOf(facets, point))?.get(indicatorId);

function centsOf(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(2, "0").slice(0, 2));
}

/** Hundredths as a decimal: 1234n → “12.34”, 1200n → “12”. */
export function decimalOf(cents: bigint): string {
  const sign = cents < 0n ? "-" : "";
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return sign + `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
}
