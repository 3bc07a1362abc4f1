"use client";
import { useState } from "react";
import { EvidenceList } from "./evidence-list.tsx";

type Props = {
  reportId: string;
  sectionId: string /** a sent version; null = what stands now */;
  version: number | null;
};

/** The files attached to a section, asked for when somebody opens them. */
export function EvidenceOfSection({ reportId, sectionId, version }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Tài liệu kèm theo phần này</summary>
      {isOpen && <EvidenceList reportId={reportId} target={`section:${sectionId}`} version={version ?? undefined} />}
    </details>
  );
}
