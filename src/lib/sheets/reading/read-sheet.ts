import { columnLetters, dayOfSerial, parseAddress, type ReadCell, type ReadSheet } from "../workbook.ts";
import { limits } from "./limits.ts";
import { decodeEscapes, type Styles } from "./read-shared.ts";
import { FileRefusal } from "./refusal.ts";
import { walkXml } from "./xml.ts";

/** What is left of the whole workbook's allowance. */
export type Budget = { cells: number; text: number };

type Context = { strings: string[]; styles: Styles; since1904: boolean; budget: Budget };

/** The cells of one sheet that hold something. @throws FileRefusal beyond the limits, before more is read. */
export function readSheet(part: Buffer, context: Context): Omit<ReadSheet, "name"> {
  const cells: ReadSheet["cells"] = {};
  const merged: string[] = [];
  const { budget } = context;
  let [rowNumber, column, filledRows, lastFilled] = [0, 0, 0, 0];
  let cell: RawCell | null = null;
  let reads: "value" | "text" | null = null;

  function keep({ address, type, style, value, hasText, isFormula }: RawCell) {
    const read = hasText ? asCell(type, style, value, context) : null;
    if (!read && !isFormula) return;
    if (--budget.cells < 0) throw new FileRefusal("tooMuch");
    if (lastFilled !== rowNumber && ++filledRows >= limits.rows) throw new FileRefusal("tooManyRows");
    lastFilled = rowNumber;
    cells[address] = { ...(read ?? { kind: "text", value: "" }), ...(isFormula && { isFormula }) };
  }

  walkXml(part, {
    open: (name, attributes) => {
      if (name === "row") {
        rowNumber = Number(attributes.r) || rowNumber + 1;
        column = 0;
      } else if (name === "c") {
        const place = parseAddress(attributes.r ?? "");
        column = place?.column ?? column + 1;
        if (place) rowNumber = place.row;
        if (column > limits.columns) throw new FileRefusal("tooMuch");
        cell = rawCell(`${columnLetters(column)}${rowNumber}`, attributes);
      } else if (name === "f" && cell) cell.isFormula = true;
      else if (name === "v") reads = "value";
      else if (name === "t") reads = "text";
      else if (name === "mergeCell" && merged.length < limits.rows) merged.push(attributes.ref ?? "");
    },
    text: (text) => {
      if (!cell || !reads) return;
      budget.text -= text.length;
      if (budget.text < 0) throw new FileRefusal("tooMuch");
      cell.value += text;
      cell.hasText = true;
    },
    close: (name) => {
      if (name === "v" || name === "t") reads = null;
      else if (name === "c" && cell) {
        keep(cell);
        cell = null;
      }
    },
  });
  return { cells, merged };
}

type RawCell = { address: string; type: string; style: number; value: string; hasText: boolean; isFormula?: true };

const rawCell = (address: string, { t = "n", s = "0" }: Record<string, string>): RawCell => ({
  address,
  type: t,
  style: Number(s),
  value: "",
  hasText: false,
});

function asCell(type: string, style: number, value: string, context: Context): ReadCell | null {
  if (type === "s") return asText(context.strings[Number(value)] ?? "");
  if (type === "str" || type === "inlineStr") return asText(decodeEscapes(value));
  if (type === "b") return { kind: "boolean", value: value.trim() === "1" ? "true" : "false" };
  if (type === "e") return { kind: "error", value: value.slice(0, 20) };
  if (type === "d") return { kind: "date", value: value.slice(0, 10) };
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return asText(value);
  const day = context.styles.days.has(style) ? dayOfSerial(number, context.since1904) : null;
  if (day) return { kind: "date", value: day };
  return context.styles.percentages.has(style)
    ? { kind: "percentage", value: plainDecimal(number * 100) }
    : { kind: "number", value: plainDecimal(number) };
}

/** Nothing but spaces is nothing. */
const asText = (text: string): ReadCell | null =>
  text.trim() === "" ? null : { kind: "text", value: text.normalize("NFC").slice(0, 32_767) };

/** The number a person typed: 15 digits, as office programs show it, without an exponent. */
function plainDecimal(number: number): string {
  const rounded = Number(number.toPrecision(15));
  return Math.abs(rounded) < 1e21 && (Math.abs(rounded) >= 1e-6 || rounded === 0)
    ? String(rounded)
    : rounded.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
}
