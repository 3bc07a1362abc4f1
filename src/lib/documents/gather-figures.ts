import { printDay } from "#lib/dates";
import type { Blank, ReportDocument } from "#lib/reports/document";
import { printTotal } from "#lib/reports/figure-rows";
import { type Indicator, type Section, shownIndicators, type UnitKind } from "#lib/reports/form";
import { blankLabels } from "#lib/reports/labels";
import { ratioOf } from "#lib/reports/totals";
import { printValue } from "#lib/reports/values";
import { printNumber } from "#lib/text";
import type { FigureLine, FigureTable } from "./content.ts";

type Source = {
  section: Section;
  unit: UnitKind;
  isConsolidated: boolean;
  document: ReportDocument;
  lastYear: ReportDocument | null;
  year: number;
};

/** The figures of a section as a table: groups as lines of their own, a blank with its reason, explanations and adjustments as notes. */
export function figureTable({ section, unit, isConsolidated, document, lastYear, year }: Source): FigureTable {
  const indicators = shownIndicators(section, unit, isConsolidated);
  return {
    kind: "figures",
    caption: `Bảng ${section.id}. ${section.title}`,
    year: `Năm ${year}`,
    lastYear: `Năm ${year - 1}`,
    rows: indicators.flatMap((indicator, index): FigureLine[] => {
      const opensGroup = indicator.group && indicator.group !== indicators[index - 1]?.group;
      const line: FigureLine = {
        kind: "figure",
        code: indicator.id,
        label: indicator.label,
        unit: indicator.unit,
        value: figureText(indicator, document),
        lastYear: lastYear ? figureText(indicator, lastYear) : "chưa có",
      };
      return opensGroup ? [{ kind: "group", label: indicator.group ?? "" }, line] : [line];
    }),
    notes: indicators.flatMap((indicator) => notesOf(indicator, document)),
  };
}

/** A figure as its document says it: the total of a consolidated one, the value, or the reason why there is none. */
export function figureText(indicator: Indicator, { figures, blanks, totals }: ReportDocument): string {
  if (totals && indicator.aggregate !== "none") return printTotal(indicator, totals);
  if (indicator.computed) {
    const ratio = ratioOf(indicator, (id) => (figures[id] === undefined ? null : Number(figures[id])));
    return ratio === null ? "–" : printNumber(ratio);
  }
  const blank = blanks[indicator.id];
  return printValue(indicator, figures[indicator.id]) || (blank ? blankText(blank) : "–");
}

const blankText = (blank: Blank): string =>
  blank.reason === "pending"
    ? `${blankLabels.pending}, bổ sung sau (dự kiến ${printDay(blank.expectedOn)})`
    : blankLabels[blank.reason];

function notesOf({ id }: Indicator, { explanations, adjustments }: ReportDocument): string[] {
  const adjustment = adjustments[id];
  const explanation = explanations[id];
  return [
    ...(explanation ? [`${id}: ${endSentence(explanation)}`] : []),
    ...(adjustment
      ? [
          `${id}: đã điều chỉnh ${adjustment.by.startsWith("-") ? "" : "+"}${printNumber(adjustment.by)}; lý do: ${endSentence(adjustment.reason)}`,
        ]
      : []),
  ];
}

const endSentence = (text: string) => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
