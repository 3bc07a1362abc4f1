import { printNumber, printShare } from "#lib/text";
import type { Checked } from "./checks.ts";
import type { Blank, FigureValue, ReportDocument } from "./document.ts";
import { type Indicator, isAsked, type Section, shownIndicators } from "./form.ts";
import { ratioOf, type Totals } from "./totals.ts";
import { printValue } from "./values.ts";

/** A figure of a section as it is shown or written. */
export type GridRow = {
  indicator: Indicator;
  value: FigureValue | null;
  lastYear: string;
  /** asked of this unit: a cell to fill */
  asked: boolean;
  /** consolidated reports: what the parts give, with the way down, and the adjustment made here */
  parts?: { text: string; number: number | null; href: string; counted: string } | undefined;
  adjustment?: { by: string; reason: string } | undefined;
  blank?: Blank | undefined;
  explanation?: string | undefined;
  /** what was said of the cell, as far as the reader may see it */
  said?: Said | undefined;
};

/** How often a cell was spoken of, and how many follow-ups are open. */
export type Said = { comments: number; followUps: number };

type Source = {
  reportId: string;
  section: Section;
  checked: Checked;
  consolidation: { totals: Totals; counted: number; expected: number } | null;
  lastYear: ReportDocument | undefined;
  /** an older version is shown: the way down stays inside it */
  version: number | null;
  said: Record<string, Said>;
};

/** The rows of one section as a person sees them: value, last year, and for a consolidated report its parts and the way down. */
export const figureRowsOf = ({
  reportId,
  section,
  checked,
  consolidation,
  lastYear,
  version,
  said,
}: Source): GridRow[] =>
  shownIndicators(section, checked.unit, checked.isConsolidated).map((indicator) => ({
    indicator,
    value: checked.document.figures[indicator.id] ?? null,
    lastYear: lastYearOf(indicator, lastYear),
    asked: isAsked(indicator, checked.unit),
    ...(consolidation && {
      parts: partsOf(
        indicator,
        consolidation,
        `/reports/${reportId}/consolidation/${indicator.id}${version ? `?version=${version}` : ""}`,
      ),
    }),
    adjustment: checked.document.adjustments[indicator.id],
    blank: checked.document.blanks[indicator.id],
    explanation: checked.document.explanations[indicator.id],
    said: said[`figures.${indicator.id}`],
  }));

function lastYearOf(indicator: Indicator, document: ReportDocument | undefined): string {
  if (!document) return "chưa có";
  if (document.totals) return printTotal(indicator, document.totals);
  if (indicator.computed) {
    const ratio = ratioOf(indicator, (id) =>
      document.figures[id] === undefined ? null : Number(document.figures[id]),
    );
    return ratio === null ? "–" : printNumber(ratio);
  }
  return printValue(indicator, document.figures[indicator.id]) || "–";
}

function partsOf(
  indicator: Indicator,
  { totals, counted, expected }: NonNullable<Source["consolidation"]>,
  href: string,
) {
  if (indicator.aggregate === "none") return undefined;
  const number = totals[indicator.id]?.[""]?.number;
  return {
    text: printTotal(indicator, totals),
    number: number === undefined ? null : Number(number),
    href,
    counted: `Tính từ ${counted}/${expected} đơn vị; bấm để xem từng đơn vị`,
  };
}

/** A total as its kind asks: a sum, “12/126 có”, a recomputed ratio, or the count of each option. */
export function printTotal(indicator: Indicator, totals: Totals): string {
  const total = totals[indicator.id]?.[""];
  if (indicator.type === "ratio") {
    const ratio = ratioOf(indicator, (id) => (totals[id]?.[""] ? Number(totals[id][""].number) : null));
    return ratio === null ? "–" : `${printNumber(ratio)} %`;
  }
  if (indicator.aggregate === "countTrue")
    return total
      ? `${printNumber(total.number)}/${printNumber(total.asked)} có (${printShare(Number(total.number), total.asked)})`
      : "–";
  if (indicator.aggregate === "distribution")
    return (
      indicator.options
        ?.map((option) => `${option}: ${printNumber(totals[indicator.id]?.[option]?.number ?? "0")}`)
        .join("; ") ?? "–"
    );
  return total ? printNumber(total.number) : "–";
}
