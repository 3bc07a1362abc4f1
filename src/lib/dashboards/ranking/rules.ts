import type { Indicator } from "#lib/reports/form";
import { amountOf, hasTotal, isShare, type Sums } from "../figures/rules.ts";

/** A province with the reports of its communes, or one single unit, as it could be ranked by a figure. */
export type Candidate = Sums & {
  id: string;
  name: string;
  /** xã, phường, đặc khu; tỉnh, thành phố */
  type: string;
  /** it is a commune, or made of communes only */
  isOfCommunes: boolean;
  /** its report is no longer owed */
  isWithdrawn: boolean;
  /** since its report fell due it was merged, divided or ended */
  isChanged: boolean;
  /** own reports that are asked for the figure: accepted, giving it, saying that it does not apply, without it for no such reason */
  expected: number;
  accepted: number;
  gave: number;
  notApplicable: number;
  blank: number;
  /** the most one single unit adds to `number` */
  greatest: string | null;
  formVersions: number[];
  report: { id: string; version: number | null } | null;
};

/** Values that could be put in an order at all: no choices, no percentages of many units, no single yes or no. */
export const isRankable = (indicator: Indicator, isNation: boolean) =>
  indicator.type !== "choice" &&
  (isNation ? hasTotal(indicator) : indicator.type !== "boolean") &&
  (indicator.type !== "ratio" || Boolean(indicator.numerator && indicator.denominator));

/** Least denominators a page offers; a share of fewer cases jumps with each of them. Our choice, no document fixes it. */
export const leastChoices = [10, 20, 50, 100] as const;
export const LEAST = 20;

export type Reason =
  | { kind: "withdrawn" | "changed" | "otherKind" | "notApplicable" | "aboveWhole" }
  | { kind: "notAccepted" | "blank"; units: number; expected: number }
  | { kind: "otherForm"; versions: number[] }
  | { kind: "small"; base: string; least: number };

export type LeftOut = { candidate: Candidate; reason: Reason };

/** Why a candidate cannot be compared with the others; null = it can. `form` is the version of the form most reports are made under. */
export function reasonAgainst(
  indicator: Indicator,
  candidate: Candidate,
  { least, form }: { least: number; form: number },
): Reason | null {
  const { expected, accepted, gave, blank, formVersions, base, number } = candidate;
  if (candidate.isWithdrawn) return { kind: "withdrawn" };
  if (candidate.isChanged) return { kind: "changed" };
  if (!candidate.isOfCommunes) return { kind: "otherKind" };
  if (accepted < expected || expected === 0) return { kind: "notAccepted", units: expected - accepted, expected };
  if (formVersions.some((version) => version !== form))
    return { kind: "otherForm", versions: formVersions.filter((version) => version !== form) };
  if (blank > 0) return { kind: "blank", units: blank, expected };
  if (gave === 0) return { kind: "notApplicable" };
  if (isShare(indicator) && Number(base) < least) return { kind: "small", base: base ?? "0", least };
  if (isShare(indicator) && Number(number) > Number(base)) return { kind: "aboveWhole" };
  return null;
}

/** The version of the form most candidates' reports are made under. */
export function usualForm(candidates: Candidate[]): number {
  const counts = new Map<number, number>();
  for (const version of candidates.flatMap(({ formVersions }) => formVersions))
    counts.set(version, (counts.get(version) ?? 0) + 1);
  return [...counts].sort(([a, often], [b, rarely]) => rarely - often || b - a)[0]?.[0] ?? 1;
}

/** Values a figure could as well have had, in the unit of its value. */
export type Span = { low: number; high: number };

const Z = 1.959963984540054; // two-sided 95 % of the normal distribution

/** Wilson's 95 % interval of a share, in percent. Source: E. B. Wilson, JASA 22 (1927) 209–212. */
export function wilson(number: number, base: number): Span {
  const share = number / base;
  const middle = (share + Z ** 2 / (2 * base)) / (1 + Z ** 2 / base);
  const half = (Z / (1 + Z ** 2 / base)) * Math.sqrt((share * (1 - share)) / base + Z ** 2 / (4 * base ** 2));
  return { low: Math.min(middle - half, share) * 100, high: Math.max(middle + half, share) * 100 };
}

export type Method = "wilson" | "leaveOneOut" | null;

/** How far a rank can be relied on: shares by Wilson's interval, sums of many units by leaving any one of them out, single numbers not at all. */
const methodOf = (indicator: Indicator, isNation: boolean): Method =>
  isShare(indicator) ? "wilson" : isNation ? "leaveOneOut" : null;

function spanOf(method: Method, { number, base, greatest }: Candidate): Span | null {
  if (method === "wilson") return wilson(Number(number), Number(base));
  if (method === "leaveOneOut") return { low: Number(number) - Math.max(Number(greatest), 0), high: Number(number) };
  return null;
}

/** `best` and `worst`: ranks its span allows; equal values share a rank. */
export type Ranked = {
  candidate: Candidate;
  value: number;
  rank: number;
  span: Span | null;
  best: number | null;
  worst: number | null;
};

export type Ranking = { ranked: Ranked[]; leftOut: LeftOut[]; method: Method; form: number };

/** From the greatest value to the least, whoever cannot be compared apart with the reason. A rank is a place in an order, no praise. */
export function rank(
  indicator: Indicator,
  candidates: Candidate[],
  { isNation, least }: { isNation: boolean; least: number },
): Ranking {
  const form = usualForm(candidates);
  const method = methodOf(indicator, isNation);
  const judged = candidates.map((candidate) => ({
    candidate,
    reason: reasonAgainst(indicator, candidate, { least, form }),
    value: amountOf(indicator, candidate),
    span: spanOf(method, candidate),
  }));
  const leftOut = judged.flatMap(({ candidate, reason, value }): LeftOut[] =>
    reason ? [{ candidate, reason }] : value === null ? [{ candidate, reason: { kind: "notApplicable" } }] : [],
  );
  const compared = judged.flatMap(({ candidate, reason, value, span }) =>
    reason || value === null ? [] : [{ candidate, value, span }],
  );
  return { ranked: inOrder(compared), leftOut, method, form };
}

const names = new Intl.Collator("vi");

function inOrder(compared: Pick<Ranked, "candidate" | "value" | "span">[]): Ranked[] {
  const above = (limit: number, of: (each: Pick<Ranked, "value" | "span">) => number) =>
    compared.filter((each) => of(each) > limit).length;
  return compared
    .map((each) => ({
      ...each,
      rank: 1 + above(each.value, ({ value }) => value),
      best: each.span && 1 + above(each.span.high, ({ span, value }) => span?.low ?? value),
      worst: each.span && 1 + above(each.span.low, ({ span, value }) => span?.high ?? value) - countOwn(each),
    }))
    .sort((a, b) => a.rank - b.rank || names.compare(a.candidate.name, b.candidate.name));
}

/** Whoever has a span of any width stands above its own lower end. */
const countOwn = ({ span }: Pick<Ranked, "span">) => Number(span !== null && span.high > span.low);
