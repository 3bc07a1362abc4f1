"use client";
import { type KeyboardEvent, useRef, useState } from "react";
import { useDraftSaver } from "#components/reports/draft-saver";
import type { Indicator } from "#lib/reports/form";
import { printValue, readValue } from "#lib/reports/values";

/**
 * The control of one value. Coming to it selects it, so that typing replaces; F2 or a second click edits; Escape gives back
 * what stood there; leaving it saves. What is typed is kept from the first key on, but sent only when the cell is left.
 */
export function ValueControl({ indicator, describedBy }: { indicator: Indicator; describedBy: string }) {
  const { document, cells, change, typing, invalid } = useDraftSaver();
  const { id } = indicator;
  const [typed, setTyped] = useState<string | null>(null);
  const [isEditing, setEditing] = useState(false);
  const before = useRef(document.figures[id] ?? null);
  const isNew = useRef(false);
  const cell = cells[`figures.${id}`];
  const text = typed ?? cell?.text ?? printValue(indicator, document.figures[id]);

  const read = (written: string, isLeft: boolean) => {
    const reading = readValue(indicator, written);
    if (reading.problem !== undefined) invalid("figures", id, reading.problem, written);
    else if (isLeft) change("figures", id, reading.value, false);
    else typing("figures", id, reading.value);
  };
  const type = (written: string) => {
    setTyped(written);
    read(written, false);
  };
  const leave = () => {
    setEditing(false);
    if (typed !== null) read(typed, true);
    setTyped(null);
  };
  const pick = (written: string) => read(written, true);
  const restore = (control: HTMLInputElement) => {
    if (typed !== null || cell?.text !== undefined) change("figures", id, before.current, false);
    setTyped(null);
    setEditing(false);
    requestAnimationFrame(() => control.select());
  };

  const shared = {
    id: `figures.${id}`,
    name: `figures.${id}`,
    "aria-label": `${id} ${indicator.label}`,
    "aria-describedby": describedBy,
    "aria-invalid": (cell?.state === "invalid" && typed === null) || undefined,
    "aria-required": indicator.required || undefined,
    "data-value": "",
    "data-answered": document.blanks[id] ? "" : undefined,
  };
  const options = indicator.type === "boolean" ? ["Có", "Không"] : indicator.options;
  if (options)
    return (
      <select
        {...shared}
        className="input"
        value={text}
        onChange={(event) => pick(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Delete" || event.key === "Backspace") pick("");
          if (event.key === "Enter") confirmCopy();
        }}
      >
        <option value="">– chưa nhập –</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );

  /** Going on from a copied value with Enter is writing the same value. */
  function confirmCopy() {
    if (typed === null && document.copied[id]) change("copied", id, null, false);
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const control = event.currentTarget;
    if (event.key === "F2") {
      event.preventDefault();
      setEditing(true);
      control.setSelectionRange(text.length, text.length);
    } else if (event.key === "Escape") {
      event.preventDefault();
      restore(control);
    } else if (event.key === "Delete" && !isEditing && typed === null && !event.defaultPrevented) {
      event.preventDefault();
      type("");
    } else if (event.key === "Enter") {
      confirmCopy();
      leave(); // also in the last row, from which Enter leads nowhere
    }
  };
  return (
    <input
      {...shared}
      className={indicator.type === "text" || indicator.type === "date" ? "input" : "input num"}
      value={text}
      autoComplete="off"
      data-editing={isEditing ? "" : undefined}
      inputMode={indicator.type === "text" ? "text" : "decimal"}
      placeholder={indicator.type === "date" ? "ngày/tháng/năm" : undefined}
      onFocus={(event) => {
        before.current = document.figures[id] ?? null;
        isNew.current = true;
        event.target.select();
      }}
      onClick={(event) => {
        if (isNew.current) event.currentTarget.select();
        else setEditing(true);
        isNew.current = false;
      }}
      onChange={(event) => type(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={leave}
    />
  );
}
