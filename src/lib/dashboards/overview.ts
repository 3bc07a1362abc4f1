import type { ReportKind } from "#generated/prisma/enums";
import { type Day, printRemaining } from "#lib/dates";
import { allStandings, type Standing, type StandingCounts } from "#lib/reports/standings";
import { capital, printNumber } from "#lib/text";
import type { Deadline, PlaceCounts, UnitCounts } from "./counts/queries.ts";
import { type MapClass, stepOf } from "./map/classes.ts";
import { type Measure, type PlaceFigure, stageWords } from "./map/measures.ts";
import { byOrder, type Order, readOrder } from "./order.ts";
import { NATION, type Scope } from "./policy.ts";

/** A row of the table beside the map, and a shape of the map. */
export type Place = {
  id: string;
  name: string;
  unitCode: string | null;
  href: string;
  counts: StandingCounts;
  value: number | null;
  text: string;
};

/** What was counted, with the value of the measure and the way to the place: a province's own dashboard, a unit's report. */
export const placesOf = (
  counted: (PlaceCounts | UnitCounts)[],
  figures: PlaceFigure[],
  measure: Measure,
  period: string,
) => {
  const byPlace = Map.groupBy(figures, ({ placeId }) => placeId);
  return counted.map((counts): Place => {
    const own = byPlace.get(counts.placeId) ?? [];
    return {
      id: counts.placeId,
      name: counts.name,
      unitCode: counts.unitCode,
      href: hrefOf(counts, period),
      counts,
      value: measure.valueOf(counts, own),
      text: measure.textOf(counts, own),
    };
  });
};

const hrefOf = (counts: PlaceCounts | UnitCounts, period: string) =>
  "reportId" in counts ? `/reports/${counts.reportId}` : placeHref(counts.placeId, period);

/** A province's own dashboard; the centre has none, so the list of its reports. */
export const placeHref = (id: string, period: string) =>
  id === NATION ? listAddress(period, { id: NATION, isNation: false }) : `/dashboards/${id}?period=${period}`;

/** Counts of several places together. */
export function sumCounts(all: StandingCounts[]): StandingCounts {
  const sum = (of: (counts: StandingCounts) => number) => all.reduce((total, counts) => total + of(counts), 0);
  const standing = Object.fromEntries(allStandings.map((name) => [name, sum((counts) => counts[name])]));
  return { ...standing, expected: sum(({ expected }) => expected) } as StandingCounts;
}

export const sortKeys = [
  "name",
  "value",
  "expected",
  "accepted",
  "everSent",
  "notStarted",
  "sentLate",
  "overdue",
] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = Order<SortKey>;

/** The order asked for in the address (“overdue”, “-overdue”); without one, the places that need somebody come first. */
export const readSort = (asked: string | undefined, { worst }: Measure): Sort =>
  readOrder(sortKeys, asked) ?? { key: "value", down: worst !== "low" };

/** Sorted as asked; places without a value stand last, equal ones by name. */
export const sortPlaces = (places: Place[], sort: Sort): Place[] =>
  places.toSorted(
    byOrder(sort, ({ value, counts }) => (sort.key === "value" || sort.key === "name" ? value : counts[sort.key])),
  );

/** The classes of a legend in words, with their colours. */
export const legendOf = (classes: MapClass[], { cut }: Pick<Measure, "cut">) =>
  classes.map(({ over, upTo, count }, index) => ({
    step: stepOf(index, classes.length),
    text: wordsOf[cut](over, upTo, index),
    count,
  }));

const wordsOf: Record<Measure["cut"], (over: number, upTo: number, index: number) => string> = {
  share: shareWords,
  arrears: arrearsWords,
  figure: figureWords,
  stage: (_over, _upTo, index) => stageWords[index] ?? "",
};

function shareWords(over: number, upTo: number) {
  if (over > 99) return "100 %";
  if (over === 0) return `đến ${upTo} %`;
  return upTo > 99 && upTo < 100 ? `trên ${over} % đến dưới 100 %` : `trên ${over} % đến ${upTo} %`;
}

function arrearsWords(over: number, upTo: number) {
  if (upTo === 0) return "không có";
  return upTo < 100 ? `trên ${over} % đến ${upTo} %` : `trên ${over} %`;
}

function figureWords(over: number, upTo: number, index: number) {
  if (over === upTo) return printNumber(round(upTo));
  return `${index === 0 ? "từ" : "trên"} ${printNumber(round(over))} đến ${printNumber(round(upTo))}`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The list of exactly the units that stand so: own reports of the scope, or those that consolidate; without a standing, all that are expected. */
export function listAddress(
  period: string,
  { id, isNation }: Pick<Scope, "id" | "isNation">,
  standing?: Standing,
  kind: ReportKind = "own",
) {
  const query = new URLSearchParams({ period, kind });
  if (!isNation) query.set("province", id);
  if (standing) query.set("standing", standing);
  return `/reports?${query}`;
}

/** What the page says first: how long until the next day something falls due, or what is past, and how far the scope has come. */
export function finding({ isNation }: Scope, counts: StandingCounts, deadlines: Deadline[], today: Day): string {
  const next = deadlines.find(({ dueOn, unsent }) => dueOn >= today && unsent > 0);
  const progress = `${printNumber(counts.accepted)}/${printNumber(counts.expected)} đơn vị ${isNation ? "cả nước " : ""}đã được tiếp nhận`;
  if (next) return `${capital(printRemaining(today, next.dueOn))}: ${progress}`;
  return counts.overdue > 0 ? `${printNumber(counts.overdue)} đơn vị quá hạn chưa gửi, ${progress}` : capital(progress);
}
