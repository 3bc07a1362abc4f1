"use client";
import { useState } from "react";
import { EvidenceList } from "./evidence-list.tsx";

/** The files attached to a section, asked for when somebody opens them. */
export function EvidenceOfSection({ reportId, sectionId }: { reportId: string; sectionId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Tài liệu kèm theo phần này</summary>
      {isOpen && <EvidenceList reportId={reportId} target={`section:${sectionId}`} />}
    </details>
  );
}
