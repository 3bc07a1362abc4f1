import type { ReportDocument } from "#lib/reports/document";
import type { Indicator } from "#lib/reports/form";
import { annexes, type Making } from "./gather-units.ts";

export type DossierFile = { name: string; sha256: string; size: number };

/** The index of a dossier: what is in it, how large, and the hash by which each file can be compared. */
export const indexOf = (title: string, files: DossierFile[]) =>
  [
    "\ufeffMỤC LỤC HỒ SƠ BÁO CÁO",
    title,
    "",
    ...files.flatMap(({ name, sha256, size }, index) => [
      `${index + 1}. ${name} (${size} byte)`,
      `   SHA-256: ${sha256}`,
    ]),
    "",
  ].join("\r\n");

/** Every unit with every figure that is counted, for a spreadsheet: UTF-8 with its mark, semicolons because the decimals have commas. */
export function unitsAsCsv({
  making,
  indicators,
  document,
}: {
  making: Making;
  indicators: Indicator[];
  document: ReportDocument;
}) {
  const [all] = annexes(making, [{ title: "", indicators }], document, "");
  const lines = [
    ["TT", "Đơn vị", ...(all?.columns ?? []).map(({ code, label }) => `${code}. ${label}`)],
    ...(all?.rows ?? []).map(({ order, unit, cells }) => [order, unit, ...cells]),
    ...(all?.notes ?? []).map((note) => [note]),
  ];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(";")).join("\r\n")}\r\n`;
}

/** Quoted where needed; text that a spreadsheet would run as a formula gets an apostrophe. Numbers stay numbers. */
export function csvCell(text: string): string {
  const isNumber = /^-?[\d.,]+$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
