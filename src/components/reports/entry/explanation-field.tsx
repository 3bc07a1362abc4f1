"use client";
import { CellNote, useDraftSaver } from "#components/reports/draft-saver";

/** Why an unusual value is right; it goes with the report. */
export function ExplanationField({ id }: { id: string }) {
  const { document, cells, change, choose } = useDraftSaver();
  const field = `explanations.${id}`;
  const text = document.explanations[id] ?? "";
  return (
    <span className="explanation">
      <textarea
        className="input"
        name={field}
        rows={2}
        maxLength={1_000}
        aria-label={`Giải trình giá trị ${id}`}
        placeholder="Giải trình: vì sao giá trị này đúng"
        value={text}
        onChange={(event) => change("explanations", id, event.target.value || null)}
      />
      <CellNote
        cell={cells[field]}
        show={(value) => String(value ?? "trống")}
        mine={() => choose("explanations", id, "mine")}
        theirs={() => choose("explanations", id, "theirs")}
      />
    </span>
  );
}
