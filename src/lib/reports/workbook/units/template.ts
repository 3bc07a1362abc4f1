import { Workbook } from "@cj-tech-master/excelts";
import { enteredIndicators, type FormDefinition, type Indicator } from "../../form.ts";
import type { Binding } from "../binding.ts";
import { GUIDE_SHEET, ruleOf, UNITS_SHEET, unitColumns } from "../layout.ts";
import { asFixed, asHead, asInput, asLine, asTitle, protect, setPrint } from "../styles.ts";
import { addBinding, HEAD_ROW } from "../template.ts";
import { limit } from "../validation.ts";

/** About ten figures a page: what can still be read. */
const PAGES_WIDE = 6;

export type Unit = { agencyId: string; name: string };

/** Figures that the communes of a province are asked, each a column. */
export const unitIndicators = (form: FormDefinition): Indicator[] =>
  form.sections.flatMap((section) => enteredIndicators(section, "commune"));

/** One row for each unit, one column for each figure; empty, because what a unit is writing is its own. */
export async function unitsTemplate(form: FormDefinition, units: Unit[], binding: Binding, secret: string) {
  const workbook = new Workbook();
  workbook.title = `Số liệu các đơn vị năm ${binding.period} – ${binding.agencyName}`;
  await writeUnitsGuide(workbook, binding);
  const sheet = workbook.addWorksheet(UNITS_SHEET, { views: [{ state: "frozen", xSplit: 2, ySplit: HEAD_ROW }] });
  asTitle(sheet.getCell("A1"), `Số liệu các đơn vị – ${binding.agencyName} – năm ${binding.period}`);
  asLine(sheet.getCell("A2"), "Mỗi dòng một đơn vị; ô để trống thì không đề xuất gì cho đơn vị đó.");
  const indicators = unitIndicators(form);
  [unitColumns.code, unitColumns.name, ...indicators.map(({ id }) => id)].forEach((text, index) => {
    asHead(sheet.getRow(HEAD_ROW).getCell(index + 1), text);
    sheet.getColumn(index + 1).width = [12, 28][index] ?? 14;
  });
  indicators.forEach((indicator, index) => {
    const label = sheet.getRow(HEAD_ROW - 1).getCell(index + 3);
    asFixed(label);
    label.value = indicator.unit ? `${indicator.label} (${indicator.unit})` : indicator.label;
    label.note = `${indicator.id}: ${ruleOf(indicator)}`;
  });
  sheet.getRow(HEAD_ROW - 1).height = 96;
  units.forEach(({ agencyId, name }, index) => {
    const row = sheet.getRow(HEAD_ROW + 1 + index);
    for (const column of [1, 2]) asFixed(row.getCell(column));
    row.getCell(1).value = agencyId;
    row.getCell(2).value = name;
    indicators.forEach((indicator, at) => {
      const cell = row.getCell(at + 3);
      asInput(cell);
      if (indicator.type === "date") cell.numFmt = "dd/mm/yyyy";
      else if (indicator.type === "count") cell.numFmt = "#,##0";
      limit(cell, indicator);
    });
  });
  setPrint(sheet, HEAD_ROW, `${binding.agencyName} – năm ${binding.period}`, PAGES_WIDE);
  await protect(sheet);
  addBinding(workbook, binding, secret);
  return workbook.xlsx.writeBuffer();
}

async function writeUnitsGuide(workbook: Workbook, { agencyName, period }: Binding) {
  const sheet = workbook.addWorksheet(GUIDE_SHEET);
  sheet.getColumn(1).width = 110;
  asTitle(sheet.getCell("A1"), `Hướng dẫn điền số liệu nhiều đơn vị năm ${period}`);
  [
    `Mẫu này chỉ dùng cho ${agencyName}, năm ${period}. Mỗi dòng là một xã, phường, đặc khu; mỗi cột là một chỉ tiêu của mẫu báo cáo.`,
    "Số liệu tải lên trở thành đề xuất cho từng đơn vị. Đơn vị tự xem, nhận hoặc không nhận; bản nháp của đơn vị không bao giờ bị ghi đè.",
    "Chỉ điền ô nền vàng; không sửa cột mã và tên đơn vị, không gộp ô, không nhập công thức. Ô để trống thì không đề xuất.",
    "Đơn vị đã gửi báo cáo không nhận đề xuất nữa; muốn sửa, nơi nhận trả lại báo cáo trước.",
  ].forEach((text, index) => {
    asLine(sheet.getCell(`A${index + 3}`), `${index + 1}. ${text}`);
    sheet.getCell(`A${index + 3}`).alignment = { wrapText: true, vertical: "top" };
    sheet.getRow(index + 3).height = 30;
  });
  await protect(sheet);
}
