"use client";
import { useState } from "react";
import { CellNote, useDraftSaver } from "#components/reports/draft-saver";
import { printDay } from "#lib/dates";
import type { BlankReason } from "#lib/reports/document";
import { blankReasons, type Indicator } from "#lib/reports/form";
import { blankLabels } from "#lib/reports/labels";
import { readDay } from "#lib/reports/values";

/** Why a cell has no value; a number that is to come has its day. */
export function BlankField({ indicator }: { indicator: Indicator }) {
  const { document, cells, change, choose } = useDraftSaver();
  const { id } = indicator;
  const blank = document.blanks[id];
  const expectedOn = blank?.reason === "pending" ? blank.expectedOn : "";
  const [isPending, setPending] = useState(false);
  const [day, setDay] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reason = blank?.reason ?? (isPending ? "pending" : "");

  const pick = (picked: BlankReason | "") => {
    setPending(picked === "pending");
    setProblem(null);
    if (picked === "pending") return; // it needs its day first
    change("blanks", id, picked === "" ? null : { reason: picked }, false);
  };
  const leaveDay = () => {
    if (day === null) return;
    const read = readDay(day);
    setProblem(
      read
        ? null
        : `Ngày dự kiến có số liệu của ô ${id}: “${day}” chưa hợp lệ; hãy nhập ngày có thật, ví dụ 15/12/2026.`,
    );
    if (!read) return;
    setDay(null);
    setPending(false);
    change("blanks", id, { reason: "pending", expectedOn: read }, false);
  };

  return (
    <span className="blank-field">
      <select
        className="input"
        tabIndex={-1}
        aria-label={`Vì sao ô ${id} trống`}
        value={reason}
        onChange={(event) => pick(event.target.value as BlankReason | "")}
      >
        <option value="">Chưa nhập</option>
        {blankReasons(indicator).map((each) => (
          <option key={each} value={each}>
            {each === "pending" ? `${blankLabels.pending} (bổ sung sau)` : blankLabels[each]}
          </option>
        ))}
      </select>
      {reason === "pending" && (
        <label>
          {" "}
          dự kiến có ngày{" "}
          <input
            className="input"
            inputMode="numeric"
            placeholder="ngày/tháng/năm"
            aria-invalid={problem !== null || undefined}
            value={day ?? (expectedOn && printDay(expectedOn))}
            onChange={(event) => setDay(event.target.value)}
            onBlur={leaveDay}
          />
        </label>
      )}
      {problem && (
        <span className="cell-note cell-invalid" role="alert">
          {problem}
        </span>
      )}{" "}
      <CellNote
        cell={cells[`blanks.${id}`]}
        show={(value) => (value === null ? "trống" : typeof value === "object" ? "một lý do khác" : String(value))}
        mine={() => choose("blanks", id, "mine")}
        theirs={() => choose("blanks", id, "theirs")}
      />
    </span>
  );
}
