import type { Edit } from "#lib/reports/narratives/lists";

/**
 * Changes what stands in a text box as if it had been typed: the browser's own undo takes it back.
 * execCommand is the only way to that; where it is missing the change is made all the same, without undo.
 */
export function applyEdit(area: HTMLTextAreaElement, { from, to, insert, caret }: Edit) {
  area.focus();
  area.setSelectionRange(from, to);
  const done = insert === "" ? document.execCommand("delete") : document.execCommand("insertText", false, insert);
  if (!done) {
    area.setRangeText(insert, from, to, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  area.setSelectionRange(caret, caret);
}
