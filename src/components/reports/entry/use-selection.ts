import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useState } from "react";
import { useDraftSaver } from "#components/reports/draft-saver";
import type { GridRow } from "#lib/reports/figure-rows";
import { printValue } from "#lib/reports/values";

const rowOf = (target: EventTarget) => (target as Element).closest("tr[id]")?.id ?? "";

/** Several values at once: Shift and arrows choose them, Ctrl+C copies them as a column, Delete clears them. */
export function useSelection(rows: GridRow[], clear: (indicatorId: string) => void) {
  const { document } = useDraftSaver();
  const [range, setRange] = useState<{ from: number; to: number } | null>(null);
  const indexOf = (target: EventTarget) => rows.findIndex(({ indicator }) => indicator.id === rowOf(target));
  const chosen = range ? rows.slice(Math.min(range.from, range.to), Math.max(range.from, range.to) + 1) : [];

  return {
    isSelected: (id: string) => chosen.length > 1 && chosen.some(({ indicator }) => indicator.id === id),

    /** True when the key was for the selection. */
    onKeyDown(event: KeyboardEvent): boolean {
      const isValue = (event.target as Element).matches("[data-value]:not([data-editing])");
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (isValue && event.shiftKey && step !== 0) {
        event.preventDefault();
        const { from, to } = range ?? { from: indexOf(event.target), to: indexOf(event.target) };
        setRange({ from, to: Math.min(rows.length - 1, Math.max(0, to + step)) });
        return true;
      }
      if (chosen.length > 1 && event.key === "Delete") {
        event.preventDefault();
        for (const { indicator, asked } of chosen)
          if (asked && document.figures[indicator.id] !== undefined) clear(indicator.id);
        return true;
      }
      if (event.key === "Escape" && range) setRange(null);
      return false;
    },

    onCopy(event: ClipboardEvent) {
      if (chosen.length < 2) return;
      event.preventDefault();
      const column = chosen.map(({ indicator }) => printValue(indicator, document.figures[indicator.id]));
      event.clipboardData.setData("text/plain", column.join("\r\n"));
    },

    onFocus(event: FocusEvent) {
      if (range && indexOf(event.target) !== range.from) setRange(null);
    },
  };
}
