import type { Blank, FigureValue, ReportDocument } from "../document.ts";

/** What a cell of a workbook can say: a value, or why there is none; an explanation; a narrative. Null = nothing. */
export type Answer = { figure: FigureValue } | { blank: Blank };
export type EntryValue = Answer | string | null;

/** Names one thing a workbook can change: “answer.B2”, “explanation.B2”, “narrative.N1”. */
export type EntryKey = `${EntryKind}.${string}`;
export type EntryKind = "answer" | "explanation" | "narrative";

export const splitKey = (key: string): { kind: EntryKind; id: string } => {
  const dot = key.indexOf(".");
  return { kind: key.slice(0, dot) as EntryKind, id: key.slice(dot + 1) };
};

/** What a document says in the place of a key. */
export function valueAt(document: ReportDocument, key: string): EntryValue {
  const { kind, id } = splitKey(key);
  if (kind === "narrative") return document.narratives[id] || null;
  if (kind === "explanation") return document.explanations[id] || null;
  const figure = document.figures[id];
  if (figure !== undefined) return { figure };
  const blank = document.blanks[id];
  return blank ? { blank } : null;
}
