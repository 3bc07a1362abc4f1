import type { SubjectKind } from "#generated/prisma/enums";
import { type Day, printDay } from "#lib/dates";
import { readDay } from "#lib/reports/values";
import { parseAddress, type ReadSheet } from "#lib/sheets/workbook";
import { clean, fold } from "#lib/text";
import type { AwardCategory } from "../eligibility/facts.ts";

/** One award of a list to import, as its row says it. `line` counts from 1, the heading included. */
export type RegisterLine = {
  line: number;
  kind: SubjectKind;
  name: string;
  birthYear: number | null;
  agency: string;
  description: string | null;
  awardId: string;
  category: AwardCategory;
  decisionNumber: string;
  decidedOn: Day;
  decidedBy: string;
  achievement: string | null;
  achievedFrom: Day | null;
  achievedTo: Day | null;
};

/** A row that cannot be read, with a sentence for each cell that is wrong. */
export type WrongLine = { line: number; name: string; problems: string[] };

type Award = { id: string; name: string };

/** The columns of the list, by their headings without diacritics. */
export const columns = {
  kind: "Loại đối tượng",
  name: "Tên",
  birthYear: "Năm sinh",
  agency: "Cơ quan",
  description: "Bộ phận, chức vụ",
  award: "Hình thức",
  category: "Loại hình",
  decisionNumber: "Số quyết định",
  decidedOn: "Ngày quyết định",
  decidedBy: "Cơ quan quyết định",
  achievement: "Thành tích",
  achievedFrom: "Từ ngày",
  achievedTo: "Đến ngày",
} as const;
type Column = keyof typeof columns;

const required: Column[] = ["kind", "name", "agency", "award", "category", "decisionNumber", "decidedOn", "decidedBy"];

export const MOST_LINES = 2_000;

/** The cells of a pasted table (tabs) or of CSV (commas or semicolons, quotes doubled). Empty rows are kept, so that lines keep their numbers. */
export function tableOf(text: string): string[][] {
  const [first = ""] = text.split(/\r?\n/, 1);
  const separator = first.includes("\t")
    ? "\t"
    : (first.match(/;/g)?.length ?? 0) > (first.match(/,/g)?.length ?? 0)
      ? ";"
      : ",";
  const table: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const characters = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (characters[at + 1] === '"') cell += characters[++at];
      else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === separator || character === "\n") {
      table.at(-1)?.push(clean(cell));
      cell = "";
      if (character === "\n") table.push([]);
    } else cell += character;
  }
  table.at(-1)?.push(clean(cell));
  return table;
}

/** The rows of a sheet from its heading on, as text; null when no row of its first ones is the heading. */
export function tableOfSheet({ cells }: ReadSheet): string[][] | null {
  const table: string[][] = [];
  for (const [address, { kind, value }] of Object.entries(cells)) {
    const at = parseAddress(address);
    if (!at || at.row > LAST_ROW) continue;
    while (table.length < at.row) table.push([]);
    const row = table[at.row - 1] as string[];
    while (row.length < at.column) row.push("");
    row[at.column - 1] = kind === "date" ? printDay(value) : clean(value);
  }
  const heading = table.slice(0, HEADING_WITHIN).findIndex((row) => readHeading(row).missing.length === 0);
  return heading < 0 ? null : table.slice(heading);
}

const HEADING_WITHIN = 20;
/** Further down nothing would be read anyway. */
const LAST_ROW = 10_000;

/** A table as the text that `tableOf` reads. */
export const textOfTable = (table: string[][]) =>
  table
    .map((row) => row.map((cell) => (/["\t\n;,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"))
    .join("\n");

/** Which column stands where; the names of the required columns that the heading lacks. */
function readHeading(heading: string[]) {
  const at = new Map<Column, number>();
  for (const [index, cell] of heading.entries()) {
    const column = (Object.keys(columns) as Column[]).find((candidate) => fold(columns[candidate]) === fold(cell));
    if (column && !at.has(column)) at.set(column, index);
  }
  return { at, missing: required.filter((column) => !at.has(column)).map((column) => columns[column]) };
}

/** Reads a list of awards received earlier. `missing` names required columns: then nothing was read. */
export function readRegister(table: string[][], awards: Award[]) {
  const [heading = [], ...rest] = table;
  const { at, missing } = readHeading(heading);
  const lines: RegisterLine[] = [];
  const wrong: WrongLine[] = [];
  if (missing.length > 0) return { missing, lines, wrong };
  for (const [index, cells] of rest.entries()) {
    if (cells.every((cell) => cell === "")) continue;
    const read = readLine((column) => cells[at.get(column) ?? -1] ?? "", index + 2, awards);
    if ("problems" in read) wrong.push(read);
    else lines.push(read);
  }
  return { missing, lines, wrong };
}

function readLine(cell: (column: Column) => string, line: number, awards: Award[]): RegisterLine | WrongLine {
  const problems: string[] = [];
  const problem = (column: Column, remedy: string) => {
    problems.push(`${columns[column]}: giá trị “${cell(column)}” chưa đúng; ${remedy}.`);
    return null;
  };
  const day = (column: Column) =>
    cell(column) === "" ? null : (readDay(cell(column)) ?? problem(column, "hãy ghi ngày dạng 23/11/2026"));
  for (const column of required) if (cell(column) === "") problems.push(`${columns[column]}: còn trống; hãy điền.`);

  const kind = kindOf(cell("kind")) ?? (cell("kind") && problem("kind", "hãy ghi Tập thể, Cá nhân hoặc Hộ gia đình"));
  const award = awardOf(cell("award"), awards);
  if (!award && cell("award")) problem("award", "không có trong bộ quy định; hãy ghi tên hình thức như trong quy định");
  const category =
    categoryOf(cell("category")) ??
    (cell("category") && problem("category", "hãy ghi Công trạng, Phong trào thi đua, Đột xuất hoặc Khác"));
  const year = cell("birthYear");
  if (year && !/^(19|20)\d\d$/.test(year)) problem("birthYear", "hãy ghi năm bốn chữ số (không ghi ngày sinh)");
  const [decidedOn, achievedFrom, achievedTo] = [day("decidedOn"), day("achievedFrom"), day("achievedTo")];
  if (problems.length > 0 || !kind || !award || !category || !decidedOn) return { line, name: cell("name"), problems };
  return {
    line,
    kind,
    name: cell("name"),
    birthYear: kind === "individual" && year ? Number(year) : null,
    agency: cell("agency"),
    description: cell("description") || null,
    awardId: award.id,
    category,
    decisionNumber: cell("decisionNumber"),
    decidedOn,
    decidedBy: cell("decidedBy"),
    achievement: cell("achievement") || null,
    achievedFrom,
    achievedTo,
  };
}

const kinds: [string, SubjectKind][] = [
  ["tap the", "collective"],
  ["ca nhan", "individual"],
  ["ho gia dinh", "household"],
  ["ho", "household"],
];
const kindOf = (typed: string) => kinds.find(([word]) => word === fold(typed))?.[1];

/** Loại hình khen thưởng. Source: Luật Thi đua, khen thưởng, Điều 8. */
const categories: [string, AwardCategory][] = [
  ["cong trang", "merit"],
  ["phong trao thi dua", "campaign"],
  ["chuyen de", "campaign"],
  ["dot xuat", "sudden"],
  ["khac", "other"],
];
const categoryOf = (typed: string) => categories.find(([word]) => word === fold(typed))?.[1];

const awardOf = (typed: string, awards: Award[]) =>
  awards.find(({ id, name }) => id === typed || fold(name) === fold(typed));
