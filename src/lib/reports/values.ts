import type { FigureValue } from "./document.ts";
import type { Indicator } from "./form.ts";

/** One typed value: what is stored, or a sentence that names the field, the value and the remedy. */
export type Reading = { value: FigureValue | null; problem?: undefined } | { value?: undefined; problem: string };

/**
 * Reads what a person typed or pasted for an indicator: “1.234,5”, “1 234”, “12%”, “23/11/2026”, “có”. Empty clears it (null).
 * Runs in the browser and on the server alike.
 */
export function readValue(indicator: Indicator, raw: unknown): Reading {
  if (raw === null || raw === undefined) return { value: null };
  const text = String(raw).normalize("NFC").trim();
  if (text === "") return { value: null };
  if (indicator.computed) return problem(indicator, text, "ô này do hệ thống tính, không nhập");
  return readers[indicator.type](indicator, text);
}

const readers: Record<Indicator["type"], (indicator: Indicator, text: string) => Reading> = {
  count: (indicator, text) => {
    const number = readDecimal(text);
    if (number === null || number.includes("."))
      return problem(indicator, text, "hãy nhập số nguyên từ 0, ví dụ 1.234");
    return number.length > 9
      ? problem(indicator, text, "hãy nhập số nhỏ hơn 1.000.000.000")
      : { value: Number(number) };
  },
  decimal: (indicator, text) => {
    const number = readDecimal(text);
    if (number === null) return problem(indicator, text, "hãy nhập số từ 0, tối đa 2 chữ số thập phân, ví dụ 1.234,5");
    return number.length > 12 ? problem(indicator, text, "hãy nhập số nhỏ hơn 1.000.000.000") : { value: number };
  },
  percent: (indicator, text) => {
    const number = readDecimal(text.replace(/\s*%$/, ""));
    if (number === null || Number(number) > Number(indicator.max ?? 100))
      return problem(indicator, text, "hãy nhập tỷ lệ từ 0 đến 100, ví dụ 98,5");
    return { value: number };
  },
  ratio: (indicator, text) => problem(indicator, text, "ô này do hệ thống tính, không nhập"),
  boolean: (indicator, text) => {
    const answer = text.toLowerCase();
    if (["có", "co", "true", "1", "x"].includes(answer)) return { value: true };
    if (["không", "khong", "false", "0"].includes(answer)) return { value: false };
    return problem(indicator, text, "hãy chọn Có hoặc Không");
  },
  date: (indicator, text) => {
    const day = readDay(text);
    return day ? { value: day } : problem(indicator, text, "hãy nhập ngày có thật theo dạng 23/11/2026");
  },
  text: (indicator, text) =>
    text.length > 200
      ? problem(indicator, `${text.slice(0, 20)}…`, "hãy rút gọn còn tối đa 200 ký tự")
      : { value: text },
  choice: (indicator, text) => {
    const option = indicator.options?.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
    return option
      ? { value: option }
      : problem(indicator, text, `hãy chọn một trong: ${indicator.options?.join(", ")}`);
  },
};

const problem = (indicator: Indicator, text: string, remedy: string): Reading => ({
  problem: `Ô ${indicator.id} “${indicator.label}”: giá trị “${text}” chưa hợp lệ; ${remedy}.`,
});

/**
 * A Vietnamese or plain decimal, not negative, at most 2 decimals, as canonical text ("1234.5"); null when it is none.
 * A comma is the decimal mark; dots and spaces in groups of three are thousands; a lone dot before one or two digits is a decimal mark.
 */
export function readDecimal(text: string): string | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, "");
  if (/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(compact)) return trimZeros(compact.replace(/\./g, "").replace(",", "."));
  if (/^\d+(,\d{1,2})?$/.test(compact)) return trimZeros(compact.replace(",", "."));
  return /^\d+\.\d{1,2}$/.test(compact) ? trimZeros(compact) : null;
}

/** The same with an optional minus sign, for adjustments; null when it is none. */
export function readDecimalSigned(text: string): string | null {
  const [, sign = "", digits = ""] = /^\s*([-+]?)\s*(.*)$/.exec(text) ?? [];
  const number = readDecimal(digits);
  return number === null ? null : (sign === "-" && number !== "0" ? "-" : "") + number;
}

const trimZeros = (number: string) =>
  number
    .replace(/^0+(?=\d)/, "")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

/** A calendar day typed as 23/11/2026 or stored as 2026-11-23; null when there is no such day. */
export function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  const instant = Date.parse(`${iso}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(iso)
    ? iso
    : null;
}

const formatter = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });

/** A stored value as a person reads and edits it; empty when there is none. */
export function printValue(indicator: Indicator, value: FigureValue | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "Có" : "Không";
  if (indicator.type === "date") return String(value).split("-").reverse().join("/");
  return ["count", "decimal", "percent"].includes(indicator.type) ? formatter.format(Number(value)) : String(value);
}
