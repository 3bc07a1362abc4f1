import type { ReportDocument, WrittenPart } from "../document.ts";
import { ASSESSMENT, type FormDefinition, NARRATIVES, sectionOf } from "../form.ts";

/** A field of a draft as the saving route names it: part and id, “figures.B2”. */
export const fieldOf = (part: WrittenPart, id: string) => `${part}.${id}`;

export function splitField(field: string): [WrittenPart, string] {
  const dot = field.indexOf(".");
  return [field.slice(0, dot) as WrittenPart, field.slice(dot + 1)];
}

/** The section whose version a field's save is checked against. */
export function sectionOfField(form: FormDefinition, field: string): string {
  const [part, id] = splitField(field);
  if (part === "narratives") return NARRATIVES;
  if (part === "assessments") return ASSESSMENT;
  return sectionOf(form, id)?.id ?? "";
}

/**
 * What a field says. A figure and the reason why there is none are two fields of one answer: either shows the other,
 * so that a reason never wipes out a number that a colleague has just written.
 */
export function readField(document: ReportDocument, field: string): unknown {
  const [part, id] = splitField(field);
  if (part === "figures" || part === "blanks") return document.figures[id] ?? document.blanks[id] ?? null;
  return document[part][id] ?? null;
}

/**
 * The document with one field written as the server writes it; null clears it.
 * A figure takes the place of its blank, and the reverse; either is no longer a mere copy.
 */
function writeField(document: ReportDocument, field: string, value: unknown): ReportDocument {
  const [part, id] = splitField(field);
  const written = { ...document, [part]: put(document[part], id, value) };
  if (part !== "figures" && part !== "blanks") return written;
  const confirmed = { ...written, copied: put(written.copied, id, null) as ReportDocument["copied"] };
  if (value === null) return confirmed;
  const other = part === "figures" ? "blanks" : "figures";
  return { ...confirmed, [other]: put(document[other], id, null) };
}

/** The document with many fields written; marks of copies last, because a figure takes its mark away. */
export const writeFields = (document: ReportDocument, changes: { field: string; value: unknown }[]) =>
  [...changes.filter(({ field }) => !isCopyMark(field)), ...changes.filter(({ field }) => isCopyMark(field))].reduce(
    (written, { field, value }) => writeField(written, field, value),
    document,
  );

export const isCopyMark = (field: string) => splitField(field)[0] === "copied";

function put(fields: Record<string, unknown>, id: string, value: unknown) {
  const { [id]: _, ...rest } = fields;
  return value === null ? rest : { ...rest, [id]: value };
}

/** Equal as the server stores them: text is trimmed and in NFC there. */
export const same = (a: unknown, b: unknown) => JSON.stringify(stored(a)) === JSON.stringify(stored(b));

function stored(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC").trim();
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.entries(value)
    .map(([name, each]) => [name, stored(each)])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));
}
