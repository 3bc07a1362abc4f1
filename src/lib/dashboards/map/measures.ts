import { allIndicators, type FormDefinition, type Indicator, indicatorsById, isAggregated } from "#lib/reports/form";
import { type StandingCounts, stages, standings } from "#lib/reports/standings";
import { printNumber, printShare } from "#lib/text";
import type { Cut } from "./classes.ts";

/** The sums of one figure in one place: decimal text, how many were asked, how many reports gave a value. */
export type PlaceFigure = { placeId: string; indicatorId: string; number: string; asked: number; units: number };

/** What a map is coloured and a table is sorted by. `worst` says at which end the places stand that need somebody. */
export type Measure = {
  id: string;
  label: string;
  cut: Cut;
  worst: "low" | "high" | null;
  /** indicators whose sums it needs */
  indicatorIds: string[];
  /** in percent for shares; null = nothing to say of this place */
  valueOf: (counts: StandingCounts, figures: PlaceFigure[]) => number | null;
  textOf: (counts: StandingCounts, figures: PlaceFigure[]) => string;
};

const share = (
  id: string,
  label: string,
  worst: "low" | "high",
  part: (counts: StandingCounts) => number,
): Measure => ({
  id,
  label,
  cut: worst === "high" ? "arrears" : "share",
  worst,
  indicatorIds: [],
  valueOf: (counts) => (counts.expected > 0 ? (part(counts) / counts.expected) * 100 : null),
  textOf: (counts) =>
    `${printNumber(part(counts))}/${printNumber(counts.expected)} (${printShare(part(counts), counts.expected)})`,
});

/** Measures of progress, whatever the form asks. */
const progressMeasures: Measure[] = [
  share("accepted", "Tỷ lệ đã tiếp nhận", "low", ({ accepted }) => accepted),
  share("everSent", "Tỷ lệ đã gửi", "low", ({ everSent }) => everSent),
  share("onTime", "Tỷ lệ gửi đúng hạn", "low", ({ onTime }) => onTime),
  share("notStarted", "Tỷ lệ chưa bắt đầu", "high", ({ notStarted }) => notStarted),
  share("overdue", "Tỷ lệ quá hạn chưa gửi", "high", ({ overdue }) => overdue),
];

/** How far the reports of a unit's own have come, in words of the legend from 0 to 4. */
export const stageWords = [
  "Chưa bắt đầu",
  "Đang nhập",
  "Chờ ký",
  "Đã gửi, bị trả lại hoặc đang đính chính",
  "Đã tiếp nhận",
];

/** For maps of single units: a report stands somewhere, a share of one says nothing. */
const stageMeasure: Measure = {
  id: "stage",
  label: "Trạng thái báo cáo",
  cut: "stage",
  worst: "low",
  indicatorIds: [],
  valueOf: (counts) => stageOf(counts),
  textOf: (counts) =>
    stages
      .filter((name) => counts[name] > 0)
      .map((name) => standings[name].label)
      .join(", "),
};

function stageOf({ notStarted, draft, awaitingSignOff, accepted }: StandingCounts) {
  if (accepted > 0) return 4;
  if (awaitingSignOff > 0) return 2;
  if (draft > 0) return 1;
  return notStarted > 0 ? 0 : 3;
}

/** The measures of progress that are offered: of single units, or of places with many. */
export const progressOf = (isNation: boolean) => (isNation ? progressMeasures : [stageMeasure]);

/** The measure of a name: of progress, or an indicator of the form that has a total; the first one for an unknown name. */
export function measureOf(id: string | undefined, form: FormDefinition, isNation: boolean): Measure {
  const progress = progressOf(isNation).find((measure) => measure.id === id);
  const indicator = indicatorsById(form).get(id ?? "");
  if (!progress && indicator && isMeasured(indicator)) return figureMeasure(indicator);
  return progress ?? (progressOf(isNation)[0] as Measure);
}

/** Indicators a place can be coloured by: sums, yes/no counts and ratios, not choices. */
const isMeasured = (indicator: Indicator) =>
  (isAggregated(indicator) || indicator.aggregate === "ratio") && indicator.type !== "choice";

export const measuredIndicators = (form: FormDefinition) => allIndicators(form).filter(isMeasured);

function figureMeasure(indicator: Indicator): Measure {
  const ids = indicator.type === "ratio" ? [indicator.numerator ?? "", indicator.denominator ?? ""] : [indicator.id];
  const of = (figures: PlaceFigure[], id: string | undefined) => figures.find(({ indicatorId }) => indicatorId === id);
  const measured = (figures: PlaceFigure[]) => {
    const [first, second] = ids.map((id) => of(figures, id));
    if (!first || first.units === 0) return null;
    if (indicator.type === "ratio")
      return second && Number(second.number) > 0 ? percent(first.number, second.number) : null;
    return indicator.type === "boolean" ? percent(first.number, first.asked) : Number(first.number);
  };
  return {
    id: indicator.id,
    label: indicator.label,
    cut: "figure",
    worst: null,
    indicatorIds: ids,
    valueOf: (_, figures) => measured(figures),
    textOf: (_, figures) =>
      figureText(
        indicator,
        ids.map((id) => of(figures, id)),
        measured(figures),
      ),
  };
}

const percent = (part: number | string, whole: number | string) => (Number(part) / Number(whole)) * 100;

function figureText({ type, unit }: Indicator, [first, second]: (PlaceFigure | undefined)[], value: number | null) {
  if (value === null || !first) return "chưa có số liệu";
  if (type === "ratio")
    return `${printNumber(Math.round(value * 10) / 10)} % (${printNumber(first.number)}/${printNumber(second?.number)})`;
  if (type === "boolean") return `${printNumber(first.number)}/${printNumber(first.asked)} có`;
  return `${printNumber(first.number)} ${unit}`.trim();
}
