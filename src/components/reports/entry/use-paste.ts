import { type ClipboardEvent, useState } from "react";
import { useDraftSaver } from "#components/reports/draft-saver";
import type { FigureValue } from "#lib/reports/document";
import { type Block, type PastePlan, planPaste, readBlock, type Target } from "#lib/reports/entry/paste";
import type { GridRow } from "#lib/reports/figure-rows";

/** Pasting a block: what fits is written at once and can be undone; anything else is shown first. */
export function usePaste(rows: GridRow[]) {
  const { document, change } = useDraftSaver();
  const [asked, setAsked] = useState<{ block: Block; startId: string; plan: PastePlan } | null>(null);
  const [done, setDone] = useState<{ id: string; value: FigureValue | null }[]>([]);

  const targets = (): Target[] =>
    rows.map(({ indicator, asked: isAsked }) => ({
      indicator,
      value: document.figures[indicator.id] ?? null,
      isOpen: isAsked && !indicator.computed,
    }));

  function write({ lines }: PastePlan) {
    const written = lines.filter(({ writes }) => writes);
    setDone(written.map(({ indicator }) => ({ id: indicator.id, value: document.figures[indicator.id] ?? null })));
    for (const { indicator, value } of written) change("figures", indicator.id, value, false);
    setAsked(null);
  }

  return {
    plan: asked?.plan ?? null,
    write,
    close: () => setAsked(null),
    choose: (column: number) =>
      setAsked((now) => now && { ...now, plan: planPaste(targets(), now.startId, now.block, column) }),
    said: done.length > 0 ? `Đã dán ${done.length} ô.` : null,
    undo() {
      for (const { id, value } of done) change("figures", id, value, false);
      setDone([]);
    },
    onPaste(event: ClipboardEvent) {
      const target = event.target as Element;
      const block = blockOf(event.clipboardData);
      if (!target.matches("[data-value]") || !block) return;
      event.preventDefault();
      const startId = target.closest("tr[id]")?.id ?? "";
      const plan = planPaste(targets(), startId, block);
      if (plan.fits) write(plan);
      else setAsked({ block, startId, plan });
    },
  };
}

/** More than one cell, from the text of the clipboard or else from a table in it; null for a single value. */
function blockOf(clipboard: DataTransfer): Block | null {
  const block = readBlock(clipboard.getData("text/plain"));
  const isBlock = block.length > 1 || (block[0]?.length ?? 0) > 1;
  return isBlock ? block : tableOf(clipboard.getData("text/html"));
}

function tableOf(html: string): Block | null {
  const rows = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")];
  const block = rows.map((row) => [...row.cells].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()));
  return block.length > 1 || (block[0]?.length ?? 0) > 1 ? block : null;
}
