/** A workbook as it was read: plain values only, whatever program wrote it. */
export type ReadWorkbook = {
  sheets: ReadSheet[];
  /** Defined names and what they refer to: “binding” → “'_ràng buộc'!$A$1”. */
  names: Record<string, string>;
};

export type ReadSheet = {
  name: string;
  /** cells that hold something, by address: “E5” */
  cells: Record<string, ReadCell>;
  /** merged areas: “A1:C1” */
  merged: string[];
};

/** What stands in a cell. A formula's value is what its program last computed. */
export type ReadCell = {
  kind: "text" | "number" | "percentage" | "boolean" | "date" | "error";
  /** number → plain decimal text; percentage → the same of 100; date → YYYY-MM-DD; boolean → “true” or “false” */
  value: string;
  isFormula?: true;
};

/** “E5” → column 5, row 5; null when it is no address. */
export function parseAddress(address: string): { column: number; row: number } | null {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? [];
  if (!letters) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(digits) };
}

/** 5 → “E”, 28 → “AB”. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : "") + String.fromCharCode(65 + rest);
}

const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465; // 31/12/9999

/** The day a serial number of a workbook means, 46349 → “2026-11-23”; null when it means none. */
export function dayOfSerial(serial: number, since1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > LAST_SERIAL) return null;
  const days = Math.floor(serial);
  const epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
  const shift = !since1904 && days < 60 ? 1 : 0; // Excel believes in 29 February 1900
  return new Date(epoch + (days + shift) * 86_400_000).toISOString().slice(0, 10);
}
