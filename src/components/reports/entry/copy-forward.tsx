"use client";
import { useDraftSaver } from "#components/reports/draft-saver";
import { copyable } from "#lib/reports/figure-checks";
import type { GridRow } from "#lib/reports/figure-rows";

/** Copies last year's figures where the form allows it; each stays marked until somebody confirms it. */
export function CopyForward({ sectionRows }: { sectionRows: GridRow[] }) {
  const { entry, document, change } = useDraftSaver();
  const { checked } = entry;
  const isHere = (id: string) => sectionRows.some(({ indicator }) => indicator.id === id);
  const ids = copyable(checked.form, { ...checked, document }).filter(isHere);
  const copied = Object.keys(document.copied).filter(isHere);
  if (checked.isConsolidated || ids.length + copied.length === 0) return null;
  const copy = () => {
    for (const id of ids) {
      change("figures", id, checked.lastYear?.figures[id], false);
      change("copied", id, true, false);
    }
  };
  return (
    <p className="actions">
      {ids.length > 0 && (
        <button type="button" className="btn" onClick={copy}>
          Chép từ năm trước ({ids.join(", ")})
        </button>
      )}
      {copied.length > 0 && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            for (const id of copied) change("copied", id, null, false);
          }}
        >
          Xác nhận {copied.length} ô đã chép
        </button>
      )}
    </p>
  );
}
