import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import type { Checked } from "../checks.ts";
import { enteredIndicators, type Indicator, isAsked, NARRATIVES, type Section } from "../form.ts";
import { blankLabels } from "../labels.ts";
import { BINDING_NAME, BINDING_SHEET, type Binding, writeBinding } from "./binding.ts";
import { writeGuide } from "./guide.ts";
import {
  cellValueOf,
  figureColumns,
  NARRATIVE_SHEET,
  narrativeColumns,
  ownerLine,
  ruleOf,
  sheetNameOf,
} from "./layout.ts";
import { asFixed, asHead, asInput, asLine, asTitle, protect, setPrint } from "./styles.ts";
import { limit, limitDay, limitReason } from "./validation.ts";

export type TemplateSource = {
  checked: Pick<Checked, "form" | "unit" | "document" | "lastYear">;
  agencyName: string;
  binding: Binding;
  secret: string;
};

/** The sections a workbook has a sheet for: figures and narratives. Self-assessments stay on screen. */
const sheetSections = ({ form, unit }: TemplateSource["checked"]) => ({
  figures: form.sections.filter((section) => enteredIndicators(section, unit).length > 0),
  narratives: NARRATIVES,
});

/** The workbook of one report, filled with what its draft says. */
export async function reportTemplate(source: TemplateSource): Promise<Uint8Array> {
  const { binding, agencyName, secret, checked } = source;
  const workbook = new Workbook();
  workbook.title = `Báo cáo năm ${binding.period} – ${agencyName}`;
  await writeGuide(workbook, source);
  for (const section of sheetSections(checked).figures) await addFigures(workbook, section, source);
  await addNarratives(workbook, source);
  addBinding(workbook, binding, secret);
  return workbook.xlsx.writeBuffer();
}

export const HEAD_ROW = 4;

async function addFigures(workbook: Workbook, section: Section, source: TemplateSource) {
  const { checked, binding, agencyName } = source;
  const columns = figureColumns(binding.period);
  const sheet = workbook.addWorksheet(sheetNameOf(section.id), {
    views: [{ state: "frozen", xSplit: 2, ySplit: HEAD_ROW }],
  });
  setColumns(sheet, [7, 46, 13, 14, 16, 24, 15, 30, 38], Object.values(columns));
  asTitle(sheet.getCell("A1"), `${section.id}. ${section.title}`);
  asLine(sheet.getCell("A2"), ownerLine(agencyName, binding.period));
  const indicators = section.indicators.filter((indicator) => isAsked(indicator, checked.unit));
  const rowOf = new Map(indicators.map(({ id }, index) => [id, HEAD_ROW + 1 + index]));
  for (const indicator of indicators) writeIndicator(sheet, indicator, rowOf, source);
  setPrint(sheet, HEAD_ROW, `${agencyName} – năm ${binding.period}`);
  await protect(sheet);
}

function writeIndicator(sheet: Worksheet, indicator: Indicator, rowOf: Map<string, number>, source: TemplateSource) {
  const { document, lastYear } = source.checked;
  const { figures, blanks, explanations } = document;
  const row = sheet.getRow(rowOf.get(indicator.id) ?? 0);
  for (let column = 1; column <= 9; column++) asFixed(row.getCell(column));
  row.getCell(1).value = indicator.id;
  row.getCell(2).value = indicator.group ? `${indicator.group}: ${indicator.label}` : indicator.label;
  row.getCell(3).value = indicator.unit;
  row.height = heightOf([String(row.getCell(2).value), 42], [ruleOf(indicator), 34]);
  row.getCell(4).value = lastYear ? (cellValueOf(indicator, lastYear.figures[indicator.id]) ?? "–") : "chưa có";
  row.getCell(9).value = ruleOf(indicator);
  const value = row.getCell(5);
  for (const cell of [row.getCell(4), value]) {
    cell.numFmt = indicator.type === "date" ? "dd/mm/yyyy" : indicator.type === "count" ? "#,##0" : "#,##0.##";
    cell.alignment = { horizontal: "right", vertical: "top", wrapText: true };
  }
  if (indicator.computed) {
    const [part, whole] = [indicator.numerator, indicator.denominator].map((id) => `E${rowOf.get(id ?? "")}`);
    value.value = { formula: `IF(N(${whole})>0,ROUND(${part}/${whole}*100,1),"")`, result: undefined };
    return;
  }
  for (const column of [5, 6, 7, 8]) asInput(row.getCell(column));
  value.alignment = { horizontal: "right", vertical: "top", wrapText: true };
  value.value = cellValueOf(indicator, figures[indicator.id]);
  limit(value, indicator);
  const blank = blanks[indicator.id];
  row.getCell(6).value = blank ? blankLabels[blank.reason] : null;
  limitReason(row.getCell(6), indicator);
  row.getCell(7).value = blank?.reason === "pending" ? new Date(`${blank.expectedOn}T00:00:00Z`) : null;
  limitDay(row.getCell(7));
  row.getCell(8).value = explanations[indicator.id] ?? null;
  markTooLarge(sheet, indicator, rowOf);
}

/** Office programs do not fit rows to wrapped text by themselves; `width` is in characters. */
const heightOf = (...texts: [text: string, width: number][]) =>
  14 * Math.max(...texts.map(([text, width]) => Math.ceil(text.length / width)));

/** A value above the sum it may not exceed turns red in the workbook already. */
function markTooLarge(sheet: Worksheet, { id, max }: Indicator, rowOf: Map<string, number>) {
  if (typeof max !== "string") return;
  const value = `E${rowOf.get(id)}`;
  const limits = max.split("+").flatMap((other) => (rowOf.has(other) ? [`E${rowOf.get(other)}`] : []));
  sheet.addConditionalFormatting({
    ref: value,
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: [`AND(ISNUMBER(${value}),COUNT(${limits.join(",")})>0,${value}>SUM(${limits.join(",")}))`],
        style: {
          font: { bold: true, color: { argb: "FFA11414" } },
          fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFDECEC" } },
        },
      },
    ],
  });
}

async function addNarratives(workbook: Workbook, { checked, binding, agencyName }: TemplateSource) {
  const sheet = workbook.addWorksheet(NARRATIVE_SHEET, { views: [{ state: "frozen", ySplit: HEAD_ROW }] });
  setColumns(sheet, [7, 44, 90, 26], Object.values(narrativeColumns));
  asTitle(sheet.getCell("A1"), "Phần lời");
  asLine(sheet.getCell("A2"), ownerLine(agencyName, binding.period));
  checked.form.narratives.forEach(({ id, title, required, maxChars }, index) => {
    const row = sheet.getRow(HEAD_ROW + 1 + index);
    for (const column of [1, 2, 4]) asFixed(row.getCell(column));
    row.getCell(1).value = id;
    row.getCell(2).value = title;
    row.getCell(4).value = `tối đa ${maxChars} ký tự${required ? "; bắt buộc" : ""}`;
    asInput(row.getCell(3));
    row.getCell(3).value = checked.document.narratives[id] ?? null;
    row.getCell(3).dataValidation = {
      type: "textLength",
      operator: "lessThanOrEqual",
      formulae: [maxChars],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: id,
      error: `Hãy rút gọn còn tối đa ${maxChars} ký tự.`,
    };
    row.height = 90;
  });
  setPrint(sheet, HEAD_ROW, `${agencyName} – năm ${binding.period}`);
  await protect(sheet);
}

function setColumns(sheet: Worksheet, widths: number[], heads: string[]) {
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  heads.forEach((text, index) => {
    asHead(sheet.getRow(HEAD_ROW).getCell(index + 1), text);
  });
  sheet.getRow(HEAD_ROW).height = 30;
}

/** The hidden sheet that says what the workbook belongs to. */
export function addBinding(workbook: Workbook, binding: Binding, secret: string) {
  const sheet = workbook.addWorksheet(BINDING_SHEET, { state: "veryHidden" });
  writeBinding(binding, secret).forEach((text, index) => {
    sheet.getCell(`A${index + 1}`).value = text;
  });
  workbook.definedNames.add(`${BINDING_SHEET}!$A$1`, BINDING_NAME);
}
