import { printDay } from "#lib/dates";
import { printNumber } from "#lib/text";
import type { Blank } from "../document.ts";
import type { Indicator } from "../form.ts";
import { blankLabels } from "../labels.ts";
import { printValue } from "../values.ts";

/** The words of a template that its reader looks for again. */

export const sheetNameOf = (sectionId: string) => `Phần ${sectionId}`;
export const NARRATIVE_SHEET = "Phần lời";
export const GUIDE_SHEET = "Hướng dẫn";
export const UNITS_SHEET = "Số liệu các đơn vị";

/** The second line of every sheet to fill: a sheet copied in from another unit's workbook says so itself. */
export const ownerLine = (agencyName: string, period: string) => `${agencyName} – báo cáo năm ${period}`;

/** Columns of a sheet of figures, in their order, by the words of their heads. */
export const figureColumns = (period: string) => ({
  code: "Mã",
  label: "Chỉ tiêu",
  unit: "Đơn vị tính",
  lastYear: `Năm ${Number(period) - 1}`,
  value: `Năm ${period}`,
  reason: "Lý do trống",
  expectedOn: "Dự kiến có số liệu",
  explanation: "Giải trình",
  rule: "Quy định của ô",
});

export const narrativeColumns = { code: "Mã", label: "Nội dung", value: "Phần lời", rule: "Quy định của ô" };

/** Columns of the sheet of many units before its figures. */
export const unitColumns = { code: "Mã đơn vị", name: "Tên đơn vị" };

/** What an indicator takes, as a person reads it: “số nguyên từ 0; không lớn hơn B1”. */
export function ruleOf(indicator: Indicator): string {
  const rules: Record<Indicator["type"], string> = {
    count: "số nguyên từ 0",
    decimal: "số từ 0, tối đa 2 chữ số thập phân",
    percent: `tỷ lệ từ 0 đến ${printNumber(Number(indicator.max ?? 100))}`,
    ratio: "hệ thống tính, không nhập",
    boolean: "Có hoặc Không",
    date: "ngày có thật, dạng 23/11/2026",
    text: "chữ, tối đa 200 ký tự",
    choice: `một trong: ${indicator.options?.join(", ") ?? ""}`,
  };
  const limit = typeof indicator.max === "string" ? `không lớn hơn ${indicator.max.replaceAll("+", " + ")}` : null;
  const need = indicator.required
    ? "bắt buộc"
    : indicator.requiredIf
      ? `bắt buộc khi ${indicator.requiredIf} là Có`
      : null;
  return [rules[indicator.type], limit, need, indicator.note].filter(Boolean).join("; ");
}

/** A blank as a person reads it. */
export const printBlank = (blank: Blank) =>
  blank.reason === "pending"
    ? `${blankLabels.pending}, dự kiến ${printDay(blank.expectedOn)}`
    : blankLabels[blank.reason];

/** A value as it is written into a cell of the workbook: numbers as numbers, days as days. */
export function cellValueOf(indicator: Indicator, value: string | number | boolean | undefined) {
  if (value === undefined) return null;
  if (indicator.type === "date") return new Date(`${String(value)}T00:00:00Z`);
  if (["count", "decimal", "percent"].includes(indicator.type)) return Number(value);
  return printValue(indicator, value);
}
