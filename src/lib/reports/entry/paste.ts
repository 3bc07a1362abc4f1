import type { FigureValue } from "../document.ts";
import type { Indicator } from "../form.ts";
import { printValue, type Reading, readValue } from "../values.ts";

/** Cells of a copied block, by line and column. */
export type Block = string[][];

/** Reads what Excel and LibreOffice put on the clipboard as text: tabs between cells, quotes around cells with line breaks. */
export function readBlock(text: string): Block {
  const lines: Block = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/g;
  for (const [, quoted, plain = "", end] of text.matchAll(cells)) {
    lines.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).replace(/\s+/g, " ").trim());
    if (end === "") break;
    if (end !== "\t") lines.push([]);
  }
  while (lines.at(-1)?.every((cell) => cell === "")) lines.pop();
  return lines;
}

/** A row of the grid as pasting sees it, in the order of the screen. */
export type Target = { indicator: Indicator; value: FigureValue | null; isOpen: boolean };

export type PasteLine = {
  indicator: Indicator;
  text: string;
  old: string;
  /** what would be written; null when nothing is */
  value: FigureValue | null;
  /** why nothing is written, or why the reading is to be confirmed */
  remark: string | null;
  writes: boolean;
};

export type PastePlan = {
  lines: PasteLine[];
  /** lines of the block for which the grid has no row */
  surplus: number;
  /** columns of the block a value may come from, and the one taken */
  columns: number[];
  column: number;
  /** every cell lands in a row that takes it: nothing to ask */
  fits: boolean;
};

/**
 * Where a block lands: from the row the writer stands on downwards, row by row as on the screen; or, when a column of it names
 * indicators (“B2 …”), in the rows it names. Empty cells and a lone dash change nothing.
 */
export function planPaste(targets: Target[], startId: string, block: Block, chosen?: number): PastePlan {
  const width = Math.max(...block.map((line) => line.length));
  const codes = Array.from({ length: width }, (_, column) => column).find((column) =>
    namesRows(targets, block, column),
  );
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => column !== codes);
  const start = targets.findIndex(({ indicator }) => indicator.id === startId);
  const landing = block.flatMap((line, index) => {
    const target =
      codes === undefined
        ? targets[start + index]
        : targets.find(({ indicator }) => indicator.id === codeOf(line[codes]));
    return [{ line, target }];
  });
  const column = chosen ?? likeliest(columns, landing);
  const lines = landing.flatMap(({ line, target }) => (target ? [lineOf(target, line[column] ?? "")] : []));
  const surplus = landing.filter(({ line, target }) => !target && line.some((cell) => cell !== "")).length;
  const fits =
    surplus === 0 && columns.length === 1 && codes === undefined && lines.every(({ remark }) => remark === null);
  return { lines, surplus, columns, column, fits };
}

const codeOf = (cell: string | undefined) => /^([A-Z]\d{1,3})\b/.exec(cell ?? "")?.[1];

function namesRows(targets: Target[], block: Block, column: number) {
  const named = block.filter((line) => targets.some(({ indicator }) => indicator.id === codeOf(line[column])));
  return named.length > 0 && named.length >= block.length / 2;
}

/** This year stands right of last year: the last column in which most cells can be read. */
function likeliest(columns: number[], landing: { line: string[]; target: Target | undefined }[]): number {
  const isReadable = (column: number) => {
    const cells = landing.flatMap(({ line, target }) => (target && line[column] ? [lineOf(target, line[column])] : []));
    return cells.filter(({ writes, old, text }) => writes || old === text).length > cells.length / 2;
  };
  return columns.filter(isReadable).at(-1) ?? columns[0] ?? 0;
}

function lineOf({ indicator, value, isOpen }: Target, text: string): PasteLine {
  const line = { indicator, text, old: printValue(indicator, value), value: null, remark: null, writes: false };
  if (/^[-–—]?$/.test(text)) return line;
  if (!isOpen)
    return { ...line, remark: indicator.computed ? "ô tự tính, không ghi" : "ô không hỏi cấp này, không ghi" };
  const { reading, isGuess } = readPasted(indicator, text);
  if (reading.problem !== undefined) return { ...line, remark: reading.problem };
  const isNew = reading.value !== null && reading.value !== value;
  const remark = isGuess ? `đọc là ${printValue(indicator, reading.value)}` : null;
  return { ...line, value: reading.value, writes: isNew, remark };
}

/**
 * Reads a pasted cell, also where the other program writes numbers the American way. “1,234,567” and “1,234.5” can mean one
 * thing only; “1,234” in a cell that counts is most likely a thousand and more, and is asked about.
 */
function readPasted(indicator: Indicator, text: string): { reading: Reading; isGuess: boolean } {
  const reading = readValue(indicator, text);
  if (reading.problem === undefined || !/^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text)) return { reading, isGuess: false };
  const isSure = text.includes(".") || text.indexOf(",") !== text.lastIndexOf(",");
  if (!isSure && indicator.type !== "count") return { reading, isGuess: false };
  return { reading: readValue(indicator, text.replaceAll(",", "").replace(".", ",")), isGuess: !isSure };
}
