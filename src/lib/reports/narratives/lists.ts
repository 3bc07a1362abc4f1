/** One change of a text: what stands from `from` to `to` gives way to `insert`, and the caret then stands at `caret`. */
export type Edit = { from: number; to: number; insert: string; caret: number };

/** The beginning of a list item: “- ”, “+ ”, “1. ”, “1) ” or “a) ”. */
const ITEM = /^(\s*)(?:[-+]|(\d{1,3})([.)])|([a-zđ])\)) /;
/** The order in which Vietnamese documents count with letters. */
export const LETTERS = "abcdđeghiklmnopqrstuvxy";

/**
 * What Enter does inside a list: the next item begins with its mark, later numbers move up; on an empty item the list ends.
 * Null where there is no list: the browser's own new line is right.
 */
export function continueList(text: string, from: number, to = from): Edit | null {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = endOfLine(text, to);
  const item = ITEM.exec(text.slice(start, end));
  if (!item || from < start + item[0].length) return null;
  const [mark, indent = "", number, , letter] = item;
  if (text.slice(start + mark.length, end).trim() === "" && from === to)
    return { from: start, to: end, insert: "", caret: start };
  const next = `\n${letter ? `${indent}${letterAfter(letter)}) ` : numbered(item, Number(number) + 1)}`;
  const after = number ? numberOn(text, end, indent, Number(number) + 2) : { to, insert: "" };
  const kept = number ? text.slice(to, end) : "";
  return { from, to: after.to, insert: next + kept + after.insert, caret: from + next.length };
}

/** The numbered lines that follow, numbered from `first` on. */
function numberOn(text: string, from: number, indent: string, first: number) {
  let [to, number, insert] = [from, first, ""];
  while (to < text.length) {
    const end = endOfLine(text, to + 1);
    const line = text.slice(to + 1, end);
    const item = ITEM.exec(line);
    if (!item?.[2] || item[1] !== indent) break;
    insert += `\n${numbered(item, number)}${line.slice(item[0].length)}`;
    [to, number] = [end, number + 1];
  }
  return { to, insert };
}

/** The mark of an item with another number; one without a number as it is. */
const numbered = ([mark, indent, number, stop]: RegExpExecArray, next: number) =>
  number ? `${indent}${next}${stop} ` : mark;

const letterAfter = (letter: string) => LETTERS[LETTERS.indexOf(letter.toLowerCase()) + 1] ?? letter;

function endOfLine(text: string, from: number) {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
