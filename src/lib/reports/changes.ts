import type { FieldProblem } from "#lib/errors";
import { type Blank, type BlankReason, type WrittenPart, writtenParts } from "./document.ts";
import {
  ASSESSMENT,
  blankReasons,
  type FormDefinition,
  type Indicator,
  indicatorsById,
  NARRATIVES,
  sectionOf,
} from "./form.ts";
import { blankLabels } from "./labels.ts";
import type { SaveInput } from "./schema.ts";
import { readDay, readDecimalSigned, readValue } from "./values.ts";

/** Cells to write by part; null clears one. */
export type DraftChange = Record<WrittenPart, Record<string, unknown>>;

/** What the assessments of a report may name. */
export type Assessable = { criteriaIds: string[]; levelIds: string[] };

type Reject = (field: string, message: string) => void;

/**
 * The change with every value in its stored form, the sections it touches, and a problem for each cell that cannot be stored.
 * A value and a reason for having none put each other away; a value that is written is no longer a mere copy.
 */
export function readChange(input: SaveInput, form: FormDefinition, assessable: Assessable | null) {
  const problems: FieldProblem[] = [];
  const reject: Reject = (field, message) => problems.push({ field, message });
  const indicators = indicatorsById(form);
  const figures = readFigures(input, indicators, reject);
  const blanks = readBlanks(input, indicators, reject);
  const change: DraftChange = {
    figures: { ...cleared(blanks), ...figures },
    blanks: { ...cleared(figures), ...blanks },
    copied: { ...named(figures), ...named(blanks), ...known("copied", input.copied, indicators, reject) },
    explanations: known("explanations", emptied(input.explanations), indicators, reject),
    narratives: readNarratives(input, form, reject),
    assessments: readAssessments(input, assessable, reject),
    adjustments: readAdjustments(input, indicators, reject),
  };
  return { change, problems, sections: sectionsTouched(change, form) };
}

/** Sections of the cells a change writes. */
const sectionsTouched = (change: DraftChange, form: FormDefinition): string[] => [
  ...new Set(
    writtenParts.flatMap((part) =>
      Object.keys(change[part]).flatMap((id) => {
        if (part === "narratives") return NARRATIVES;
        return part === "assessments" ? ASSESSMENT : (sectionOf(form, id)?.id ?? []);
      }),
    ),
  ),
];

/** Where something is written, what it displaces is cleared. */
const cleared = (cells: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(cells).flatMap(([id, value]) => (value === null ? [] : [[id, null]])));

const named = (cells: Record<string, unknown>) => Object.fromEntries(Object.keys(cells).map((id) => [id, null]));

const emptied = (texts: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, text || null]));

const unknownCell = (id: string) => `Mẫu báo cáo không có ô ${id}. Hãy tải lại trang.`;

function known(part: WrittenPart, cells: Record<string, unknown>, indicators: Map<string, Indicator>, reject: Reject) {
  for (const id of Object.keys(cells)) if (!indicators.has(id)) reject(`${part}.${id}`, unknownCell(id));
  return cells;
}

function readFigures(input: SaveInput, indicators: Map<string, Indicator>, reject: Reject) {
  const figures: Record<string, unknown> = {};
  for (const [id, raw] of Object.entries(input.figures)) {
    const indicator = indicators.get(id);
    const reading = indicator ? readValue(indicator, raw) : { problem: unknownCell(id) };
    if (reading.problem !== undefined) reject(`figures.${id}`, reading.problem);
    else figures[id] = reading.value;
  }
  return figures;
}

function readBlanks(input: SaveInput, indicators: Map<string, Indicator>, reject: Reject) {
  const blanks: Record<string, Blank | null> = {};
  for (const [id, raw] of Object.entries(input.blanks)) {
    const indicator = indicators.get(id);
    const reading = indicator ? readBlank(indicator, raw) : { problem: unknownCell(id) };
    if (reading.problem !== undefined) reject(`blanks.${id}`, reading.problem);
    else blanks[id] = reading.blank;
  }
  return blanks;
}

type BlankReading = { blank: Blank | null; problem?: undefined } | { blank?: undefined; problem: string };

/** One reason for having no value, or a sentence that says what would be right. Runs in the browser and on the server alike. */
function readBlank(indicator: Indicator, raw: { reason: string; expectedOn?: string } | null): BlankReading {
  if (raw === null) return { blank: null };
  const reason = blankReasons(indicator).find((each) => each === raw.reason);
  const name = `Ô ${indicator.id} “${indicator.label}”`;
  if (!reason) return { problem: notTaken(indicator, name, raw.reason) };
  if (reason !== "pending") return { blank: { reason } };
  const expectedOn = readDay((raw.expectedOn ?? "").trim());
  return expectedOn
    ? { blank: { reason, expectedOn } }
    : {
        problem: `${name}: ngày bổ sung “${raw.expectedOn ?? ""}” chưa đúng; hãy ghi ngày dự kiến có số liệu, ví dụ 25/11/2026.`,
      };
}

function notTaken(indicator: Indicator, name: string, reason: string) {
  const label = Object.hasOwn(blankLabels, reason) ? blankLabels[reason as BlankReason] : reason;
  const taken = blankReasons(indicator).map((each) => `“${blankLabels[each]}”`);
  return `${name}: không ghi “${label}” được${indicator.required ? " vì là ô bắt buộc" : ""}; hãy nhập giá trị hoặc chọn ${taken.join(", ")}.`;
}

function readNarratives({ narratives }: SaveInput, form: FormDefinition, reject: Reject) {
  for (const id of Object.keys(narratives))
    if (form.narratives.every((narrative) => narrative.id !== id))
      reject(`narratives.${id}`, `Mẫu báo cáo không có phần lời ${id}. Hãy tải lại trang.`);
  return emptied(narratives);
}

function readAssessments({ assessments }: SaveInput, assessable: Assessable | null, reject: Reject) {
  for (const [id, value] of Object.entries(assessments)) {
    if (!assessable?.criteriaIds.includes(id))
      reject(`assessments.${id}`, "Tiêu chí này không thuộc kế hoạch áp dụng cho cơ quan. Hãy tải lại trang.");
    if (value?.level && !assessable?.levelIds.includes(value.level))
      reject(`assessments.${id}`, `Mức tự đánh giá “${value.level}” không có trong thang. Hãy chọn lại.`);
  }
  return assessments;
}

function readAdjustments(input: SaveInput, indicators: Map<string, Indicator>, reject: Reject) {
  const adjustments: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(input.adjustments)) {
    const by = value && readDecimalSigned(value.by);
    if (value && !by)
      reject(
        `adjustments.${id}`,
        `Điều chỉnh ô ${id}: giá trị “${value.by}” chưa hợp lệ; hãy nhập số tăng hoặc giảm, ví dụ -3 hoặc 12.`,
      );
    if (value && !value.reason)
      reject(`adjustments.${id}`, `Điều chỉnh ô ${id}: còn thiếu lý do; mỗi điều chỉnh phải kèm lý do.`);
    if (indicators.get(id)?.aggregate !== "sum")
      reject(`adjustments.${id}`, `Ô ${id} không điều chỉnh được vì không phải số cộng dồn.`);
    adjustments[id] = value && by ? { by, reason: value.reason } : null;
  }
  return adjustments;
}

/** Parts whose values the audit trail keeps, so that a cell has a history. Words people write stay in the document alone. */
const told: WrittenPart[] = ["figures", "blanks", "adjustments", "explanations"];

/** The change as the audit trail keeps it: the fields asked for, and the values of cells. */
export const auditedChange = (input: SaveInput, change: DraftChange) => ({
  fields: writtenParts.flatMap((part) => Object.keys(input[part]).map((id) => `${part}.${id}`)),
  values: Object.fromEntries(
    told.flatMap((part) => Object.keys(input[part]).map((id) => [`${part}.${id}`, change[part][id] ?? null])),
  ),
});
