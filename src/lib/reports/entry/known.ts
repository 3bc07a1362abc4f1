import { type ReportDocument, readDocument, writtenParts } from "../document.ts";
import type { FormDefinition } from "../form.ts";
import type { Known } from "./entry.ts";
import { fieldOf, sectionOfField } from "./fields.ts";

/**
 * What the server is known to say, from two tellings of it: a page and what a tab has kept, say. Each section is taken from
 * the later telling, because whoever saved one section did not necessarily hear of a colleague's save of another.
 */
export function latestOf(form: FormDefinition, a: Known, b: Known): Known {
  const isLaterInB = (section: string) => (b.sections[section] ?? 0) > (a.sections[section] ?? 0);
  const later = new Set(Object.keys(b.sections).filter(isLaterInB));
  if (later.size === 0) return a;
  const document = readDocument({});
  for (const part of writtenParts) {
    const pick = (from: ReportDocument, isFromB: boolean) =>
      Object.entries(from[part]).filter(([id]) => later.has(sectionOfField(form, fieldOf(part, id))) === isFromB);
    Object.assign(document, { [part]: Object.fromEntries([...pick(a.document, false), ...pick(b.document, true)]) });
  }
  const sections = { ...a.sections, ...Object.fromEntries([...later].map((id) => [id, b.sections[id] ?? 0])) };
  return { document, sections, version: Math.max(a.version, b.version) };
}
