import type { PartFigure, PartRow } from "#lib/reports/consolidation/queries";
import type { ReportDocument } from "#lib/reports/document";
import { printTotal } from "#lib/reports/figure-rows";
import type { Indicator } from "#lib/reports/form";
import type { Totals } from "#lib/reports/totals";
import { printNumber } from "#lib/text";
import type { Annex, Block } from "./content.ts";

/** The making of a consolidated report that a sent version stands on, with every unit that owed a part. */
export type Making = {
  at: Date;
  /** totals of the parts alone */
  totals: Totals;
  parts: Pick<PartRow, "reportId" | "name" | "countedNumber" | "late" | "firstSentAt">[];
  figures: Pick<PartFigure, "reportId" | "indicatorId" | "option" | "number" | "asked">[];
};

/** Which units the figures count, and by name those they do not: not sent when the report was made, or sent but not yet accepted. */
export function missingBlocks({ at, parts }: Making): Block[] {
  const counted = parts.filter(({ countedNumber }) => countedNumber !== null);
  const missing = parts.filter(({ countedNumber }) => countedNumber === null);
  const hadSent = ({ firstSentAt }: Making["parts"][number]) => firstSentAt !== null && firstSentAt <= at;
  return [
    {
      kind: "paragraph",
      text:
        missing.length === 0
          ? `Số liệu được tổng hợp từ báo cáo đã tiếp nhận của đủ ${printNumber(parts.length)}/${printNumber(parts.length)} đơn vị.`
          : `Số liệu được tổng hợp từ báo cáo đã tiếp nhận của ${printNumber(counted.length)}/${printNumber(parts.length)} đơn vị; còn thiếu ${printNumber(missing.length)} đơn vị:`,
    },
    ...named(
      "Chưa gửi báo cáo khi tổng hợp",
      missing.filter((part) => !hadSent(part)),
    ),
    ...named("Đã gửi nhưng chưa được tiếp nhận khi tổng hợp", missing.filter(hadSent)),
    ...named(
      "Đã tính, gửi sau hạn",
      counted.filter(({ late }) => late),
    ),
  ];
}

const named = (heading: string, parts: Making["parts"]): Block[] =>
  parts.length === 0
    ? []
    : [
        {
          kind: "item",
          marker: "-",
          text: `${heading} (${printNumber(parts.length)}): ${parts.map(({ name }) => name).join("; ")}.`,
        },
      ];

const NOT_COUNTED = "(*)";
export const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** The figures of every unit side by side, with what the consolidating level added and the total of the report. */
export function annexes(
  making: Making,
  wanted: { title: string; indicators: Indicator[] }[],
  document: ReportDocument,
  attachedTo: string,
): Annex[] {
  const byUnit = Map.groupBy(making.figures, ({ reportId }) => reportId);
  return wanted.map(({ title, indicators }, index) => ({
    name: `PHỤ LỤC ${wanted.length > 1 ? (roman[index] ?? index + 1) : ""}`.trim(),
    title,
    attachedTo,
    columns: indicators.map(({ id, label, unit }) => ({ code: id, label: unit === "%" ? `${label} (%)` : label })),
    rows: [
      ...making.parts.map((part, row) => ({
        order: String(row + 1),
        unit: part.countedNumber === null ? `${part.name} ${NOT_COUNTED}` : part.name,
        cells: cellsOf(indicators, part.countedNumber === null ? {} : totalsOf(byUnit.get(part.reportId) ?? [])),
        isTotal: false,
      })),
      ...addedRow(indicators, making.totals, document.totals ?? {}),
      { order: "", unit: "Tổng cộng", cells: cellsOf(indicators, document.totals ?? {}), isTotal: true },
    ],
    notes: making.parts.some(({ countedNumber }) => countedNumber === null)
      ? [`${NOT_COUNTED} Đơn vị chưa có báo cáo được tiếp nhận khi tổng hợp.`]
      : [],
  }));
}

const cellsOf = (indicators: Indicator[], totals: Totals) =>
  indicators.map((indicator) => printTotal(indicator, totals).replace(/ %$/, ""));

const totalsOf = (figures: Making["figures"]): Totals => {
  const totals: Totals = {};
  for (const { indicatorId, option, number, asked } of figures) {
    if (number === null) continue;
    const options = totals[indicatorId] ?? {};
    options[option] = { number, asked, units: 1 };
    totals[indicatorId] = options;
  }
  return totals;
};

/** What stands between the sum of the units and the total: own figures of the level and its adjustments. None when there are none. */
function addedRow(indicators: Indicator[], parts: Totals, all: Totals): Annex["rows"] {
  const cells = indicators.map(({ id, type }) => {
    if (type === "ratio") return "";
    const cents =
      Math.round(Number(all[id]?.[""]?.number ?? 0) * 100) - Math.round(Number(parts[id]?.[""]?.number ?? 0) * 100);
    return cents === 0 ? "" : printNumber(cents / 100);
  });
  return cells.every((cell) => cell === "")
    ? []
    : [{ order: "", unit: "Số liệu và điều chỉnh của cấp tổng hợp", cells, isTotal: false }];
}
