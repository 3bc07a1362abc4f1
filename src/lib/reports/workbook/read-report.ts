import { columnLetters, parseAddress, type ReadCell, type ReadSheet, type ReadWorkbook } from "#lib/sheets/workbook";
import { fold } from "#lib/text";
import { enteredIndicators, type FormDefinition, type Indicator, type Section, type UnitKind } from "../form.ts";
import type { EntryKey, EntryValue } from "./answers.ts";
import { type Binding, fingerprint } from "./binding.ts";
import { type CellReading, readFigure, readReason, readWords } from "./cell-values.ts";
import { figureColumns, NARRATIVE_SHEET, narrativeColumns, ownerLine, sheetNameOf } from "./layout.ts";

/** One thing the file says otherwise than its template did. */
export type Edit = {
  key: EntryKey;
  sheet: string;
  address: string;
  value: EntryValue;
  /** fingerprint of what the template said; null = nothing */
  base: string | null;
  note?: string;
};

/** Something in the file that cannot be taken: where, what stands there, the rule, what to do. */
export type FileProblem = {
  sheet: string;
  address: string | null;
  /** the cell of the report it is about */
  id: string | null;
  value: string;
  rule: string;
  remedy: string;
};

export type FilledFile = { edits: Edit[]; problems: FileProblem[] };

const MOST_EXPLANATION = 1_000;

/** What a person changed in the workbook of a report, compared with the template it was when it was made. */
export function readReport(
  workbook: ReadWorkbook,
  { base, agencyName, period }: Pick<Binding, "base" | "agencyName" | "period">,
  { form, unit }: { form: FormDefinition; unit: UnitKind },
): FilledFile {
  const file: FilledFile = { edits: [], problems: [] };
  for (const section of form.sections) {
    const indicators = enteredIndicators(section, unit);
    if (indicators.length === 0) continue;
    const found = findSheet(workbook, sheetNameOf(section.id), figureColumns(period), file);
    if (found && isOwned(found.sheet, ownerLine(agencyName, period), file))
      readFigures(found, section, indicators, base, file);
  }
  const narratives = findSheet(workbook, NARRATIVE_SHEET, narrativeColumns, file);
  if (narratives && isOwned(narratives.sheet, ownerLine(agencyName, period), file))
    readNarratives(narratives, form, base, file);
  return file;
}

/** A sheet copied in from another workbook still says whose it was. */
function isOwned({ name, cells }: ReadSheet, owner: string, { problems }: FilledFile): boolean {
  const said = cells.A2?.value ?? "";
  if (fold(said) === fold(owner)) return true;
  problems.push({
    sheet: name,
    address: "A2",
    id: null,
    value: said.slice(0, 200),
    rule: `trang tính phải là của ${owner}`,
    remedy: "Trang tính này được chép từ tệp khác; hãy điền vào mẫu mới tải về.",
  });
  return false;
}

type Found = { sheet: ReadSheet; columns: Record<string, string>; rowOf: Map<string, number[]> };

/** The sheet by its name, its columns by their heads and its rows by their codes: moved ones are found, missing ones are told. */
export function findSheet(
  { sheets }: ReadWorkbook,
  name: string,
  heads: Record<string, string>,
  { problems }: FilledFile,
): Found | null {
  const sheet = sheets.find((each) => fold(each.name) === fold(name));
  const tell = (value: string, rule: string, remedy: string) => {
    problems.push({ sheet: name, address: null, id: null, value, rule, remedy });
    return null;
  };
  if (!sheet)
    return tell(
      "không có trang tính này",
      `mẫu có trang tính “${name}”`,
      "Không đổi tên hoặc xóa trang tính; chép số liệu vào mẫu mới tải về.",
    );
  const placed = Object.entries(sheet.cells).flatMap(([address, { value }]) => {
    const place = parseAddress(address);
    return place && place.row <= 20 ? [{ ...place, word: fold(value) }] : [];
  });
  const codes = Object.entries(heads)[0]?.[1] ?? "";
  const headRow = placed.find(({ word }) => word === fold(codes))?.row;
  const columns: Record<string, string> = {};
  for (const [column, words] of Object.entries(heads)) {
    const at = placed.find(({ row, word }) => row === headRow && word === fold(words));
    if (!at)
      return tell(
        `không có cột “${words}”`,
        "mẫu có đủ các cột như khi tải về",
        "Không xóa hoặc đổi tên cột; chép số liệu vào mẫu mới tải về.",
      );
    columns[column] = columnLetters(at.column);
  }
  return { sheet, columns, rowOf: rowsByCode(sheet, Object.values(columns)[0] ?? "A", headRow ?? 0) };
}

function rowsByCode(sheet: ReadSheet, column: string, headRow: number) {
  const rowOf = new Map<string, number[]>();
  for (const [address, { value }] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (!place || columnLetters(place.column) !== column || place.row <= headRow) continue;
    const code = value.trim();
    rowOf.set(code, [...(rowOf.get(code) ?? []), place.row]);
  }
  return rowOf;
}

function readFigures(
  { sheet, columns, rowOf }: Found,
  section: Section,
  indicators: Indicator[],
  base: Binding["base"],
  file: FilledFile,
) {
  const reader = rowReader(sheet, file);
  for (const { code } of strangers(
    rowOf,
    section.indicators.map(({ id }) => id),
  ))
    reader.tell(
      `${columns.code}${code.row}`,
      null,
      code.word,
      "mã phải có trong mẫu biểu",
      "Không sửa cột “Mã”; chép số liệu vào mẫu mới tải về.",
    );
  for (const indicator of indicators) {
    const { id } = indicator;
    const row = reader.rowOf(rowOf, id);
    if (row === null) continue;
    const [value, reason, day, words] = [columns.value, columns.reason, columns.expectedOn, columns.explanation].map(
      (column) => `${column}${row}`,
    ) as [string, string, string, string];
    const figure = reader.take(value, id, (cell) => readFigure(indicator, cell));
    const blank = reader.take(reason, id, (cell) => readReason(indicator, cell, sheet.cells[day]));
    if (figure && blank) {
      const baseOf = base[`answer.${id}`] ?? null;
      const isLeftOver = blank.value !== null && fingerprint({ blank: blank.value }) === baseOf;
      if (figure.value !== null && blank.value !== null && !isLeftOver)
        reader.tell(
          reason,
          id,
          sheet.cells[reason]?.value ?? "",
          "ô có số liệu thì không có lý do trống",
          "Giữ số liệu và xóa lý do, hoặc ngược lại.",
        );
      else {
        const answer =
          figure.value !== null ? { figure: figure.value } : blank.value !== null ? { blank: blank.value } : null;
        reader.edit(
          `answer.${id}`,
          figure.value === null && blank.value !== null ? reason : value,
          answer,
          base,
          figure.note,
        );
      }
    }
    const explanation = reader.take(words, id, (cell) => readWords(cell, MOST_EXPLANATION));
    if (explanation) reader.edit(`explanation.${id}`, words, explanation.value, base);
  }
}

function readNarratives(
  { sheet, columns, rowOf }: Found,
  form: FormDefinition,
  base: Binding["base"],
  file: FilledFile,
) {
  const reader = rowReader(sheet, file);
  for (const { id, maxChars } of form.narratives) {
    const row = reader.rowOf(rowOf, id);
    if (row === null) continue;
    const reading = reader.take(`${columns.value}${row}`, id, (cell) => readWords(cell, maxChars));
    if (reading) reader.edit(`narrative.${id}`, `${columns.value}${row}`, reading.value, base);
  }
}

/** Codes in the file that are none of the form's. */
const strangers = (rowOf: Map<string, number[]>, known: string[]) =>
  [...rowOf].filter(([word]) => !known.includes(word)).map(([word, [row]]) => ({ code: { word, row } }));

/** Reads cells of one sheet and collects what they change and what is wrong with them. */
export function rowReader(sheet: ReadSheet, file: FilledFile) {
  const mergedAt = mergedAreas(sheet);
  const tell = (address: string | null, id: string | null, value: string, rule: string, remedy: string) => {
    file.problems.push({ sheet: sheet.name, address, id, value: value.slice(0, 200), rule, remedy });
    return null;
  };
  return {
    tell,
    /** the row of a code; null when it is missing or stands there twice, which is told */
    rowOf(rowOf: Map<string, number[]>, id: string): number | null {
      const [row, second] = rowOf.get(id) ?? [];
      if (row === undefined)
        return tell(
          null,
          id,
          "không có dòng này",
          `mẫu có dòng mã ${id}`,
          "Không xóa dòng; chép số liệu vào mẫu mới tải về.",
        );
      if (second !== undefined)
        return tell(`A${second}`, id, id, "mỗi mã chỉ có một dòng", "Xóa dòng thừa rồi tải lên lại.");
      return row;
    },
    take<Value>(address: string, id: string, read: (cell: ReadCell | undefined) => CellReading<Value>) {
      const area = mergedAt(address);
      const cell = sheet.cells[address];
      if (area)
        return tell(
          address,
          id,
          cell?.value ?? "",
          `ô bị gộp trong vùng ${area}`,
          "Bỏ gộp ô (Unmerge) rồi nhập lại từng ô.",
        );
      const reading = read(cell);
      return reading.rule === undefined ? reading : tell(address, id, cell?.value ?? "", reading.rule, reading.remedy);
    },
    edit(key: EntryKey, address: string, value: EntryValue, base: Binding["base"], note?: string) {
      const before = base[key] ?? null;
      if ((fingerprint(value) ?? null) === before) return;
      file.edits.push({ key, sheet: sheet.name, address, value, base: before, ...(note && { note }) });
    },
  };
}

/** The merged area a cell stands in, or null. */
function mergedAreas({ merged }: ReadSheet) {
  const areas = merged.flatMap((area) => {
    const [from, to] = area.split(":").map((corner) => parseAddress(corner));
    return from && to ? [{ area, from, to }] : [];
  });
  return (address: string) => {
    const at = parseAddress(address);
    return (
      areas.find(
        ({ from, to }) =>
          at && at.row >= from.row && at.row <= to.row && at.column >= from.column && at.column <= to.column,
      )?.area ?? null
    );
  };
}
