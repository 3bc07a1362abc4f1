"use client";
import { CellHistory } from "./cell-history.tsx";
import type { CellFacts } from "./cell-panel.tsx";
import { CellTalk } from "./cell-talk.tsx";
import { EvidenceList } from "./evidence/evidence-list.tsx";

type Props = { reportId: string; facts: CellFacts /** something was said */; onChanged: () => void };

/** What the panel of a cell shows; loaded when a panel is first opened, because writing figures does not need it. */
export function CellFactsView({ reportId, facts, onChanged }: Props) {
  const [part, id] = [facts.field.slice(0, facts.field.indexOf(".")), facts.field.slice(facts.field.indexOf(".") + 1)];
  return (
    <>
      <CellTalk reportId={reportId} {...facts} onChanged={onChanged} />
      {part === "figures" && (
        <section>
          <h3>Minh chứng</h3>
          <EvidenceList reportId={reportId} target={`cell:${id}`} />
        </section>
      )}
      <CellHistory {...facts} />
    </>
  );
}
