import { dayOf, daysBetween } from "#lib/dates";
import type { BriefTable } from "#lib/documents/briefs/content";
import { type StandingCounts, standings } from "#lib/reports/standings";
import { printNumber, printShare } from "#lib/text";
import type { PlaceCounts, UnitCounts } from "../counts/queries.ts";
import { listAddress, placeHref } from "../overview.ts";
import type { NoteSource } from "./source.ts";

/** How many stand in a list of the note. */
const SHOWN = 5;

const names = new Intl.Collator("vi");

/** The provinces with the greatest share overdue, then not yet sent; of a province, the units not yet sent, what is past due and least begun first. */
export const furthestBehind = (source: NoteSource): BriefTable =>
  source.scope.isNation ? provincesBehind(source) : unitsBehind(source);

function provincesBehind({ places, scope, period }: NoteSource): BriefTable {
  const behind = places
    .filter((place) => place.everSent < place.expected)
    .sort(
      (a, b) => overdueShare(b) - overdueShare(a) || unsentShare(b) - unsentShare(a) || names.compare(a.name, b.name),
    );
  return {
    kind: "table",
    title: "Nơi chậm nhất",
    columns: [
      { head: "Tỉnh, thành phố", width: 10, isText: true },
      { head: "Chưa gửi", width: 5 },
      { head: "Tỷ lệ", width: 4 },
      { head: "Quá hạn", width: 5 },
    ],
    rows: behind.slice(0, SHOWN).map((place) => [
      { text: place.name, href: placeHref(place.placeId, period) },
      { text: `${printNumber(place.expected - place.everSent)}/${printNumber(place.expected)}` },
      { text: printShare(place.expected - place.everSent, place.expected) },
      {
        text: printNumber(place.overdue),
        href: listAddress(period, { id: place.placeId, isNation: false }, "overdue"),
      },
    ]),
    empty: `Mọi đơn vị của ${scope.name} đều đã gửi.`,
  };
}

const overdueShare = ({ expected, overdue }: StandingCounts) => overdue / expected;

const unsentShare = ({ expected, everSent }: StandingCounts) => (expected - everSent) / expected;

const begun = ["notStarted", "draft", "awaitingSignOff"] as const;

function unitsBehind({ places, scope }: NoteSource): BriefTable {
  const stageOf = (unit: StandingCounts) => begun.findIndex((name) => unit[name] > 0);
  const behind = places
    .filter((place): place is UnitCounts => "reportId" in place && place.everSent === 0)
    .sort((a, b) => b.overdue - a.overdue || stageOf(a) - stageOf(b) || names.compare(a.name, b.name));
  const shown = behind.slice(0, SHOWN);
  return {
    kind: "table",
    title: "Đơn vị chậm nhất",
    columns: [
      { head: "Đơn vị", width: 6, isText: true },
      { head: "Trạng thái", width: 4, isText: true },
      { head: "Hạn", width: 3 },
    ],
    rows: shown.map((unit) => [
      { text: unit.name, href: `/reports/${unit.reportId}` },
      { text: standings[begun[stageOf(unit)] ?? "draft"].label },
      { text: unit.overdue > 0 ? "Quá hạn" : "Còn hạn" },
    ]),
    empty: `Mọi đơn vị của ${scope.name} đều đã gửi.`,
    ...restOf(behind.length - shown.length, "chưa gửi"),
  };
}

const restOf = (count: number, what: string) =>
  count > 0 ? { rest: `Và ${printNumber(count)} đơn vị khác ${what}.` } : {};

/** The provinces with the greatest share of units that sent or were accepted for the first time; of a province, the units that did so last. */
export const movedMost = (source: NoteSource): BriefTable =>
  source.scope.isNation ? provincesMoved(source) : unitsMoved(source);

const placed = ({ places, movements }: NoteSource) =>
  movements.moved.flatMap((one) => {
    const place = places.find(({ placeId }) => placeId === one.placeId);
    return place ? [{ ...one, place }] : [];
  });

function provincesMoved(source: NoteSource): BriefTable {
  const share = ({ moved, place }: { moved: number; place: PlaceCounts }) => moved / place.expected;
  const moved = placed(source).sort((a, b) => share(b) - share(a) || names.compare(a.place.name, b.place.name));
  return {
    kind: "table",
    title: "Nơi chuyển biến nhiều nhất",
    columns: [
      { head: "Tỉnh, thành phố", width: 11, isText: true },
      { head: "Mới gửi", width: 5 },
      { head: "Mới tiếp nhận", width: 8 },
      { head: "Tỷ lệ", width: 4 },
    ],
    rows: moved
      .slice(0, SHOWN)
      .map(({ place, sent, accepted, moved: units }) => [
        { text: place.name, href: placeHref(place.placeId, source.period) },
        { text: printNumber(sent) },
        { text: printNumber(accepted) },
        { text: printShare(units, place.expected) },
      ]),
    empty: "Không có báo cáo nào mới gửi hoặc mới được tiếp nhận.",
  };
}

function unitsMoved(source: NoteSource): BriefTable {
  const moved = placed(source).sort((a, b) => (a.at < b.at ? 1 : -1));
  const shown = moved.slice(0, SHOWN);
  return {
    kind: "table",
    title: "Đơn vị mới chuyển biến",
    columns: [
      { head: "Đơn vị", width: 6, isText: true },
      { head: "Mới gửi", width: 3 },
      { head: "Mới tiếp nhận", width: 3 },
    ],
    rows: shown.map(({ place, sent, accepted }) => [
      { text: place.name, href: "reportId" in place ? `/reports/${place.reportId}` : undefined },
      { text: sent > 0 ? "Có" : "–" },
      { text: accepted > 0 ? "Có" : "–" },
    ]),
    empty: "Không có báo cáo nào mới gửi hoặc mới được tiếp nhận.",
    ...restOf(moved.length - shown.length, "mới gửi hoặc mới được tiếp nhận"),
  };
}

/** Reports that were returned and lie longest, with whoever returned them. */
export function lying({ movements, now, scope, period }: NoteSource): BriefTable {
  return {
    kind: "table",
    title: "Bị trả lại lâu nhất, chưa gửi lại",
    columns: [
      { head: "Đơn vị", width: 8, isText: true },
      { head: "Nơi trả lại", width: 12, isText: true },
      { head: "Số ngày", width: 4 },
    ],
    rows: movements.lying
      .slice(0, SHOWN)
      .map(({ reportId, name, recipients, sinceOn }) => [
        { text: name, href: `/reports/${reportId}` },
        { text: recipients },
        { text: printNumber(daysBetween(sinceOn, dayOf(now))) },
      ]),
    empty: `Không có báo cáo nào của ${scope.name} năm ${period} đang bị trả lại.`,
  };
}

/** Recipients whose oldest report has waited longest. */
export function waiting({ movements, now }: NoteSource): BriefTable {
  return {
    kind: "table",
    title: "Chờ tiếp nhận lâu nhất",
    columns: [
      { head: "Nơi nhận", width: 12, isText: true },
      { head: "Đang chờ", width: 5 },
      { head: "Số ngày", width: 4 },
    ],
    rows: movements.waiting
      .slice(0, SHOWN)
      .map(({ name, reports, sinceOn }) => [
        { text: name },
        { text: printNumber(reports) },
        { text: printNumber(daysBetween(sinceOn, dayOf(now))) },
      ]),
    empty: "Không có báo cáo nào chờ tiếp nhận.",
  };
}
