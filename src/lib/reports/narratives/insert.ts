import type { NarrativeBlock } from "../narrative-text.ts";
import type { Edit } from "./lists.ts";

/** A paragraph or list as plain text, the way it is written. */
export const textOfBlock = (block: NarrativeBlock) =>
  block.kind === "paragraph" ? block.text : block.items.map(({ marker, text }) => `${marker} ${text}`).join("\n");

/** Puts a paragraph on a line of its own after the line in which `at` stands. */
export function insertParagraph(text: string, at: number, paragraph: string): Edit {
  const end = text.indexOf("\n", at);
  const from = end < 0 ? text.length : end;
  const before = from > 0 && text[from - 1] !== "\n" ? "\n" : "";
  const insert = before + paragraph;
  return { from, to: from, insert, caret: from + insert.length };
}
