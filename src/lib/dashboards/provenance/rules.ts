import type { Adjustment, FigureValue, ReportDocument } from "#lib/reports/document";
import { type Indicator, isAggregated } from "#lib/reports/form";
import { addDecimals } from "#lib/reports/totals";
import { addSides, noSide, type Side } from "../figures/rules.ts";
import type { UnitPart } from "./queries.ts";

/** A part of a total: what it gives now, and what was counted of it, decimal text. Of a province, `own` and `adjusted` are in `counted`. */
export type Part = {
  name: string;
  live: string | null;
  counted: string | null;
  isCounted: boolean;
  isLive: boolean;
  own?: string | null;
  adjusted?: string | null;
};

/** Why the official figure is not the sum of the parts as they are now; `by` = what it adds to the official figure. */
export type Cause =
  | { kind: "adjustment"; by: string; reason: string }
  | { kind: "own"; by: string }
  | { kind: "later" | "changed" | "gone" | "ownBelow" | "adjustedBelow"; by: string; parts: string[] }
  | { kind: "unknown"; by: string };

export type Difference = { live: string; official: string; by: string; causes: Cause[] };

const minus = (decimal: string) => (decimal.startsWith("-") ? decimal.slice(1) : decimal === "0" ? "0" : `-${decimal}`);
const sum = (decimals: (string | null)[]) =>
  decimals.reduce<string>((total, decimal) => addDecimals(total, decimal ?? "0"), "0");

/** Figures whose parts add up to the total, so that a difference can be taken apart. */
const addsUp = (indicator: Indicator) => isAggregated(indicator) && indicator.type !== "choice";

/** The official figure of a consolidated document against its parts of now, with every cause named; the causes add up to the difference. */
export function explainDifference(
  indicator: Indicator,
  document: Pick<ReportDocument, "totals" | "figures" | "adjustments">,
  parts: Part[],
): Difference | null {
  const stated = document.totals?.[indicator.id]?.[""];
  if (!addsUp(indicator) || !stated) return null;
  const live = sum(parts.map((part) => part.live));
  const official = addDecimals(stated.number, "0");
  const by = addDecimals(official, minus(live));
  const known = [
    ...adjusted(document.adjustments[indicator.id]),
    ...ownFigure(indicator, document.figures[indicator.id]),
    ...ofParts("ownBelow", parts, ({ own }) => own ?? "0"),
    ...ofParts("adjustedBelow", parts, ({ adjusted }) => adjusted ?? "0"),
    ...ofParts(
      "later",
      parts.filter(({ isCounted, isLive }) => !isCounted && isLive),
    ),
    ...ofParts(
      "changed",
      parts.filter(({ isCounted, isLive }) => isCounted && isLive),
    ),
    ...ofParts(
      "gone",
      parts.filter(({ isCounted, isLive }) => isCounted && !isLive),
    ),
  ];
  const rest = addDecimals(by, minus(sum(known.map((cause) => cause.by))));
  return { live, official, by, causes: rest === "0" ? known : [...known, { kind: "unknown", by: rest }] };
}

const adjusted = (adjustment: Adjustment | undefined): Cause[] =>
  adjustment ? [{ kind: "adjustment", by: adjustment.by, reason: adjustment.reason }] : [];

function ownFigure({ type }: Indicator, value: FigureValue | undefined): Cause[] {
  if (value === undefined) return [];
  const by = type === "boolean" ? String(Number(value)) : String(value);
  return Number(by) === 0 ? [] : [{ kind: "own", by }];
}

/** What was counted of a part beyond what it gives now, its own figures and adjustments apart. */
const beyond = ({ live, counted, own, adjusted }: Part) =>
  [live, own, adjusted].reduce<string>(
    (rest, known) => addDecimals(rest, minus(addDecimals(known ?? "0", "0"))),
    counted ?? "0",
  );

function ofParts(
  kind: "later" | "changed" | "gone" | "ownBelow" | "adjustedBelow",
  parts: Part[],
  byOf: (part: Part) => string = beyond,
): Cause[] {
  const different = parts.flatMap((part) => {
    const by = addDecimals(byOf(part), "0");
    return by === "0" ? [] : [{ name: part.name, by }];
  });
  if (different.length === 0) return [];
  return [{ kind, by: sum(different.map(({ by }) => by)), parts: different.map(({ name }) => name) }];
}

/**
 * What is missing from a figure: not sent; sent and not accepted; accepted without this figure. And what is to be known of those
 * that were accepted: they stated that nothing occurred, or came late.
 */
export type Missing = { notSent: number; waiting: number; blank: number; nothing: number; late: number };

export type Total = Side & Missing;

/** The units of a province together, or of the centre ("VN"). */
export type PlaceTotal = Total & { id: string; name: string };

const noTotal: Total = { ...noSide, notSent: 0, waiting: 0, blank: 0, nothing: 0, late: 0 };

/** A ratio needs both its counts. */
export const gaveFigure = ({ type }: Indicator, { number, base }: UnitPart["live"]) =>
  number !== null && (type !== "ratio" || base !== null);

/** The total of single units; those that are not counted any more are left out. */
export const totalOfUnits = (indicator: Indicator, units: UnitPart[]): Total =>
  addTotals(units.filter(({ isLive }) => isLive).map((unit) => totalOfUnit(indicator, unit)));

function totalOfUnit(indicator: Indicator, { live, version, isSent, nothing, late }: UnitPart): Total {
  const [isAccepted, gave] = [version !== null, gaveFigure(indicator, live)];
  return {
    ...(gave ? live : { number: null, base: null }),
    expected: 1,
    accepted: Number(isAccepted),
    gave: Number(gave),
    notSent: Number(!isAccepted && !isSent),
    waiting: Number(!isAccepted && isSent),
    blank: Number(isAccepted && !gave),
    nothing: Number(isAccepted && nothing),
    late: Number(isAccepted && late === true),
  };
}

export const addTotals = (totals: Total[]): Total =>
  totals.reduce(
    (a, b) => ({
      ...addSides(a, b),
      notSent: a.notSent + b.notSent,
      waiting: a.waiting + b.waiting,
      blank: a.blank + b.blank,
      nothing: a.nothing + b.nothing,
      late: a.late + b.late,
    }),
    noTotal,
  );
