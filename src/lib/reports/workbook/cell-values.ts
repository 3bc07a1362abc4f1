import { printDay } from "#lib/dates";
import { dayOfSerial, type ReadCell } from "#lib/sheets/workbook";
import { fold, printNumber } from "#lib/text";
import type { Blank, FigureValue } from "../document.ts";
import { blankReasons, type Indicator } from "../form.ts";
import { blankLabels } from "../labels.ts";
import { readDay, readValue } from "../values.ts";
import { ruleOf } from "./layout.ts";

/** What a cell means, or why it means nothing: the rule it breaks and what to do. `note` says how it was understood. */
export type CellReading<Value> =
  | { value: Value | null; note?: string; rule?: undefined; remedy?: undefined }
  | { rule: string; remedy: string; value?: undefined; note?: undefined };

const wrong = (rule: string, remedy: string) => ({ rule, remedy });

/** What no cell to fill may hold, whatever it is for. */
function unusable(cell: ReadCell): { rule: string; remedy: string } | null {
  if (cell.isFormula)
    return wrong(
      "ô nhập chỉ nhận giá trị, không nhận công thức",
      "Chép ô rồi dán giá trị (Dán đặc biệt › Giá trị) vào chính ô đó.",
    );
  if (cell.kind === "error") return wrong("ô đang báo lỗi của Excel", "Xóa lỗi và nhập lại giá trị.");
  return null;
}

/** The figure in a cell of a workbook. Numbers kept as text, days kept as serial numbers and percentages are understood. */
export function readFigure(indicator: Indicator, cell: ReadCell | undefined): CellReading<FigureValue> {
  if (!cell) return { value: null };
  const bad = unusable(cell) ?? mismatch(indicator, cell);
  if (bad) return bad;
  const { text, note } = textOf(indicator, cell);
  const reading = readValue(indicator, text);
  if (reading.problem !== undefined) return wrong(ruleOf(indicator), remedyOf(reading.problem));
  return { value: reading.value, ...(note && { note }) };
}

const isNumeric = ({ type }: Indicator) => ["count", "decimal", "percent"].includes(type);

/** The kind of cell itself is wrong: office programs turn “1/2” into a day and “98,5%” into 0.985. */
function mismatch(indicator: Indicator, cell: ReadCell): { rule: string; remedy: string } | null {
  if (cell.kind === "date" && indicator.type !== "date")
    return wrong(
      `${ruleOf(indicator)}; Excel đang hiểu ô này là ngày ${printDay(cell.value)}`,
      "Đổi định dạng ô về Số hoặc Chung (General) rồi nhập lại.",
    );
  if (cell.kind === "percentage" && indicator.type !== "percent")
    return wrong(`${ruleOf(indicator)}; ô này là tỷ lệ phần trăm`, "Đổi định dạng ô về Số rồi nhập lại.");
  if (cell.kind === "boolean" && indicator.type !== "boolean")
    return wrong(`${ruleOf(indicator)}; ô này là TRUE/FALSE`, "Nhập lại giá trị của ô.");
  if (cell.kind === "number" && indicator.type === "date" && !plausibleDay(cell.value))
    return wrong(ruleOf(indicator), "Nhập ngày dạng 23/11/2026.");
  return null;
}

const plausibleDay = (number: string) => {
  const day = dayOfSerial(Number(number));
  return day && day >= "2000-01-01" && day < "2100-01-01" ? day : null;
};

/** The cell as a person would type it: a number of the file has a decimal point, people write a comma. */
function textOf(indicator: Indicator, cell: ReadCell): { text: string; note?: string } {
  if (cell.kind === "date") return { text: cell.value };
  if (cell.kind === "number" && indicator.type === "date") {
    const day = plausibleDay(cell.value) ?? "";
    return { text: day, note: `số ${cell.value} được hiểu là ngày ${printDay(day)}` };
  }
  if (cell.kind === "number" || cell.kind === "percentage")
    return { text: isNumeric(indicator) ? cell.value.replace(".", ",") : cell.value };
  if (cell.kind === "text" && isNumeric(indicator)) return { text: cell.value, note: "số ghi dưới dạng chữ" };
  return { text: cell.value };
}

const remedyOf = (problem: string) => {
  const remedy = problem.slice(problem.lastIndexOf("; ") + 2);
  return remedy.charAt(0).toUpperCase() + remedy.slice(1);
};

/** Why there is no value, from the cell of the reason and that of the day. */
export function readReason(
  indicator: Indicator,
  reason: ReadCell | undefined,
  day: ReadCell | undefined,
): CellReading<Blank> {
  if (!reason) return { value: null };
  const bad = unusable(reason);
  if (bad) return bad;
  const taken = blankReasons(indicator);
  const known = taken.find((each) => fold(blankLabels[each]) === fold(reason.value));
  if (!known)
    return wrong(
      `lý do trống của ô này là một trong: ${taken.map((each) => blankLabels[each]).join("; ")}`,
      "Chọn một lý do trong danh sách thả xuống.",
    );
  if (known !== "pending") return { value: { reason: known } };
  const expectedOn = day && dayOfCell(day);
  return expectedOn
    ? { value: { reason: known, expectedOn } }
    : wrong("“Chưa có số liệu” phải kèm ngày dự kiến có", "Ghi ngày dạng 23/11/2026 ở cột “Dự kiến có số liệu”.");
}

function dayOfCell(cell: ReadCell): string | null {
  if (cell.isFormula) return null;
  if (cell.kind === "number") return plausibleDay(cell.value);
  return readDay(cell.value.trim());
}

/** Words: an explanation or a narrative. */
export function readWords(cell: ReadCell | undefined, most: number): CellReading<string> {
  if (!cell) return { value: null };
  const bad = unusable(cell);
  if (bad) return bad;
  const text = cell.value.replace(/\r\n?/g, "\n").trim();
  if (text.length > most)
    return wrong(`tối đa ${printNumber(most)} ký tự; ô có ${printNumber(text.length)} ký tự`, "Rút gọn nội dung.");
  return { value: text || null };
}
