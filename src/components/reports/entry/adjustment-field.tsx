"use client";
import { useState } from "react";
import { CellNote, useDraftSaver } from "#components/reports/draft-saver";
import type { Adjustment } from "#lib/reports/document";
import type { GridRow } from "#lib/reports/figure-rows";
import { readDecimalSigned } from "#lib/reports/values";
import { printNumber } from "#lib/text";

/** A correction by the upper level: an amount and its reason, kept beside the figure and never in its place. */
export function AdjustmentField({ row: { indicator } }: { row: GridRow }) {
  const { document, cells, change, invalid, choose } = useDraftSaver();
  const { id } = indicator;
  const stored = document.adjustments[id];
  const [typed, setTyped] = useState<{ by: string; reason: string } | null>(null);
  const { by, reason } = typed ?? { by: stored ? printNumber(stored.by) : "", reason: stored?.reason ?? "" };

  const leave = () => {
    if (!typed) return;
    const number = readDecimalSigned(typed.by);
    if (typed.by === "" && typed.reason === "") change("adjustments", id, null, false);
    else if (typed.by === "" || typed.reason === "")
      return; // the other half is still to come
    else if (number === null)
      return invalid(
        "adjustments",
        id,
        `Điều chỉnh ô ${id}: giá trị “${typed.by}” chưa hợp lệ; hãy nhập số tăng hoặc giảm, ví dụ -3 hoặc 12.`,
      );
    else change("adjustments", id, { by: number, reason: typed.reason }, false);
    setTyped(null);
  };
  return (
    <details open={stored !== undefined}>
      <summary>Điều chỉnh</summary>
      <input
        className="input num"
        aria-label={`Điều chỉnh ${id}: số tăng hoặc giảm`}
        placeholder="+/-"
        value={by}
        onChange={(event) => setTyped({ by: event.target.value, reason })}
        onBlur={leave}
      />
      <input
        className="input"
        aria-label={`Lý do điều chỉnh ${id}`}
        placeholder="Lý do (bắt buộc)"
        value={reason}
        onChange={(event) => setTyped({ by, reason: event.target.value })}
        onBlur={leave}
      />
      <CellNote
        cell={cells[`adjustments.${id}`]}
        show={(value) => (value ? `${(value as Adjustment).by} (${(value as Adjustment).reason})` : "trống")}
        mine={() => choose("adjustments", id, "mine")}
        theirs={() => choose("adjustments", id, "theirs")}
      />
    </details>
  );
}
