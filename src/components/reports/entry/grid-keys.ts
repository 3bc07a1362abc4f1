import type { KeyboardEvent } from "react";

/**
 * Moves between the cells of a grid of form controls. A control that is being edited (data-editing) keeps the keys that move
 * its caret; in other text fields the arrows leave at the ends of the text.
 */
export function moveByKey(event: KeyboardEvent<HTMLTableElement>) {
  const control = event.target as HTMLElement;
  if (event.defaultPrevented || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
  if (!isControl(control)) return;
  const next = destinationOf(event, control);
  if (next || (control instanceof HTMLSelectElement && event.key.startsWith("Arrow"))) event.preventDefault(); // a list would change its value
  if (!next) return;
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}

const CONTROLS = "input, select, textarea, button, a[href], summary";
const VALUE = "[data-value]";

const isControl = (element: Element) => element.matches(CONTROLS);

function destinationOf(event: KeyboardEvent, control: HTMLElement): HTMLElement | null | undefined {
  const grid = event.currentTarget;
  const row = control.closest("tr");
  if (!row) return null;
  const values = [...grid.querySelectorAll<HTMLElement>(VALUE)];
  const inRow = [...row.querySelectorAll<HTMLElement>(CONTROLS)].filter((each) => each.offsetParent !== null);
  const at = inRow.indexOf(control);
  const isButton = control.matches("button, a, summary");
  switch (event.key) {
    case "Enter":
      return isButton || control.matches("textarea") ? null : neighbour(control, values, event.shiftKey ? -1 : 1);
    case "ArrowDown":
      return control.matches("textarea") ? null : neighbour(control, values, 1);
    case "ArrowUp":
      return control.matches("textarea") ? null : neighbour(control, values, -1);
    case "ArrowLeft":
      return keepsCaret(control, "start") ? null : inRow[at - 1];
    case "ArrowRight":
      return keepsCaret(control, "end") ? null : inRow[at + 1];
    case "Home":
      if (event.ctrlKey) return values[0];
      return keepsCaret(control, "start") ? null : inRow[0];
    case "End":
      if (event.ctrlKey) return values.at(-1);
      return keepsCaret(control, "end") ? null : inRow.at(-1);
    default:
      return null;
  }
}

/** Up and down go from value to value; from a control beside a value, to the value of the next row. */
function neighbour(control: HTMLElement, values: HTMLElement[], step: 1 | -1) {
  const own = control.matches(VALUE) ? control : control.closest("tr")?.querySelector<HTMLElement>(VALUE);
  const at = own ? values.indexOf(own) : -1;
  return at < 0 ? null : values[at + step];
}

function keepsCaret(control: HTMLElement, end: "start" | "end") {
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return false;
  if (control.matches(VALUE)) return control.dataset.editing !== undefined;
  const { selectionStart, selectionEnd, value } = control;
  return end === "start" ? selectionEnd !== 0 : selectionStart !== value.length;
}
