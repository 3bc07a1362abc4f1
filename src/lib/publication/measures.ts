import { measuredIndicators } from "#lib/dashboards/map/measures";
import type { FormDefinition, Indicator } from "#lib/reports/form";
import { printNumber, printShare } from "#lib/text";

/**
 * A number that can be made public: a sum of what reports gave, or a share as number of denominator.
 * `numberOf` and `denominatorOf` name the sums it is made of; measures that have one in common are hidden together.
 */
export type PublicMeasure = {
  id: string;
  label: string;
  unit: string;
  kind: "sum" | "share";
  numberOf: string;
  denominatorOf: string | null;
};

export const EXPECTED = "expected";

const progress = (id: string, label: string): PublicMeasure => ({
  id,
  label,
  unit: "đơn vị",
  kind: "share",
  numberOf: id,
  denominatorOf: EXPECTED,
});

/** How far the reports have come: each a number of the reports that are expected. */
const progressMeasures: PublicMeasure[] = [
  progress("sent", "Đơn vị đã gửi báo cáo"),
  progress("onTime", "Đơn vị gửi báo cáo đúng hạn"),
  progress("accepted", "Đơn vị có báo cáo được tiếp nhận"),
];

export const isProgress = ({ denominatorOf }: Pick<PublicMeasure, "denominatorOf">) => denominatorOf === EXPECTED;

/** Every number of a period that may be chosen: progress, then the indicators of its form that have a total. */
export const offeredMeasures = (form: FormDefinition): PublicMeasure[] => [
  ...progressMeasures,
  ...measuredIndicators(form).map(indicatorMeasure),
];

function indicatorMeasure({ id, label, unit, type, numerator = "", denominator = "" }: Indicator): PublicMeasure {
  if (type === "ratio") return { id, label, unit, kind: "share", numberOf: numerator, denominatorOf: denominator };
  if (type === "boolean")
    return { id, label, unit: "đơn vị", kind: "share", numberOf: id, denominatorOf: `${id}:asked` };
  return { id, label, unit, kind: "sum", numberOf: id, denominatorOf: null };
}

type Shown = { hidden: boolean; number: string | null; denominator: string | null };

/** What a map is coloured by: the sum, or the share in percent; null = hidden, or nothing to divide by. */
export function mapValue({ kind }: Pick<PublicMeasure, "kind">, { hidden, number, denominator }: Shown): number | null {
  if (hidden || number === null) return null;
  if (kind === "sum") return Number(number);
  return Number(denominator) > 0 ? (Number(number) / Number(denominator)) * 100 : null;
}

/** “3.204/3.321 (96,5 %)”, “1.204 mô hình”, “không công bố”; nothing reported is “chưa có số liệu”. */
export function textOf({ kind, unit }: Pick<PublicMeasure, "kind" | "unit">, shown: Shown | undefined): string {
  if (!shown) return "chưa có số liệu";
  if (shown.hidden) return "không công bố";
  if (kind === "sum") return `${printNumber(shown.number)} ${unit}`.trim();
  return `${printNumber(shown.number)}/${printNumber(shown.denominator)} (${printShare(Number(shown.number), Number(shown.denominator))})`;
}
