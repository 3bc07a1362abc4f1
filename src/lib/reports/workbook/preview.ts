import type { FigureValue, ReportDocument } from "../document.ts";
import { ASSESSMENT, type FormDefinition, indicatorsById, NARRATIVES, sectionOf } from "../form.ts";
import { printValue } from "../values.ts";
import { type EntryValue, splitKey, valueAt } from "./answers.ts";
import { fingerprint } from "./binding.ts";
import { printBlank } from "./layout.ts";
import type { Edit } from "./read-report.ts";

/** A change as a person decides on it. A clash: the report has been changed on screen since the template was made. */
export type Change = {
  key: string;
  id: string;
  sectionId: string;
  label: string;
  sheet: string;
  address: string;
  before: string;
  after: string;
  isClash: boolean;
  note: string | null;
};

/** What taking the edits of a file would change in the document as it stands now. */
export function changesOf(edits: Edit[], document: ReportDocument, form: FormDefinition): Change[] {
  return edits.flatMap((edit) => {
    const now = valueAt(document, edit.key);
    if (fingerprint(now) === fingerprint(edit.value)) return [];
    return [
      {
        ...placeOf(edit.key, form),
        key: edit.key,
        sheet: edit.sheet,
        address: edit.address,
        before: printEntry(edit.key, now, form),
        after: printEntry(edit.key, edit.value, form),
        isClash: (fingerprint(now) ?? null) !== edit.base,
        note: edit.note ?? null,
      },
    ];
  });
}

/** Where an entry stands in the report. */
export function placeOf(key: string, form: FormDefinition) {
  const { kind, id } = splitKey(key);
  if (kind === "narrative")
    return { id, sectionId: NARRATIVES, label: form.narratives.find((each) => each.id === id)?.title ?? id };
  const label = indicatorsById(form).get(id)?.label ?? id;
  return {
    id,
    sectionId: sectionOf(form, id)?.id ?? ASSESSMENT,
    label: kind === "explanation" ? `${label} – giải trình` : label,
  };
}

/** An entry in words; “(trống)” when there is nothing. */
function printEntry(key: string, value: EntryValue, form: FormDefinition): string {
  if (value === null) return "(trống)";
  if (typeof value === "string") return value;
  if ("blank" in value) return printBlank(value.blank);
  const indicator = indicatorsById(form).get(splitKey(key).id);
  return indicator ? printValue(indicator, value.figure) : String(value.figure);
}

/** The parts of a save that write these entries, and the sections it touches. A value and a reason for none displace each other when saved. */
export function writingOf(
  entries: { key: string; value: EntryValue }[],
  document: ReportDocument,
  form: FormDefinition,
) {
  const change = {
    figures: {} as Record<string, FigureValue | null>,
    blanks: {} as Record<string, { reason: string; expectedOn: string } | null>,
    explanations: {} as Record<string, string | null>,
    narratives: {} as Record<string, string | null>,
  };
  for (const { key, value } of entries) {
    const { kind, id } = splitKey(key);
    if (typeof value === "string") change[kind === "narrative" ? "narratives" : "explanations"][id] = value;
    else if (kind === "narrative") change.narratives[id] = null;
    else if (kind === "explanation") change.explanations[id] = null;
    else if (value === null) change[document.blanks[id] ? "blanks" : "figures"][id] = null;
    else if ("figure" in value) change.figures[id] = value.figure;
    else change.blanks[id] = { expectedOn: "", ...value.blank };
  }
  return { change, sections: [...new Set(entries.map(({ key }) => placeOf(key, form).sectionId))] };
}

/** The document as it would stand with these entries. */
export function withEntries(document: ReportDocument, entries: { key: string; value: EntryValue }[]): ReportDocument {
  const after = structuredClone(document);
  for (const { key, value } of entries) {
    const { kind, id } = splitKey(key);
    if (kind === "narrative") after.narratives[id] = typeof value === "string" ? value : "";
    else if (kind === "explanation") {
      if (typeof value === "string") after.explanations[id] = value;
      else delete after.explanations[id];
    } else {
      delete after.figures[id];
      delete after.blanks[id];
      if (value !== null && typeof value === "object") {
        if ("figure" in value) after.figures[id] = value.figure;
        else after.blanks[id] = value.blank;
      }
    }
  }
  return after;
}

type Proposed = { id: string; indicatorId: string; value: FigureValue; agencyName: string; proposedAt: Date };

/** Proposed figures beside what the unit's draft says. */
export const proposalsOf = (proposals: Proposed[], document: ReportDocument, form: FormDefinition) =>
  proposals.map(({ id, indicatorId, value, agencyName, proposedAt }) => {
    const key = `answer.${indicatorId}`;
    return {
      id,
      indicatorId,
      label: placeOf(key, form).label,
      from: agencyName,
      proposedAt,
      before: printEntry(key, valueAt(document, key), form),
      after: printEntry(key, { figure: value }, form),
    };
  });

type FilledUnit = { reportId: string; agencyId: string; name: string; figures: Record<string, FigureValue> };

/** What is proposed to each unit, in words: “B1: 12”. */
export const printUnits = (units: FilledUnit[], form: FormDefinition) =>
  units.map(({ figures, ...unit }) => ({
    ...unit,
    figures: Object.entries(figures).map(([id, figure]) => `${id}: ${printEntry(`answer.${id}`, { figure }, form)}`),
  }));
