"use client";
import { type ComponentProps, type ComponentType, type SyntheticEvent, useState } from "react";
import type { EvidenceList } from "./evidence-list.tsx";

type List = ComponentType<ComponentProps<typeof EvidenceList>>;

/** The files attached to a section: list and its code are asked for when somebody opens them. */
export function EvidenceOfSection({ reportId, sectionId }: { reportId: string; sectionId: string }) {
  const [loaded, setLoaded] = useState<List | "failed" | null>(null);

  async function open({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) {
    if (!currentTarget.open || (loaded !== null && loaded !== "failed")) return;
    try {
      const { EvidenceList: List } = await import("./evidence-list.tsx");
      setLoaded(() => List);
    } catch {
      setLoaded("failed"); // no line: opening it again asks again
    }
  }

  const List = loaded === "failed" ? null : loaded;
  return (
    <details className="section" onToggle={open}>
      <summary>Tài liệu kèm theo phần này</summary>
      {List && <List reportId={reportId} target={`section:${sectionId}`} />}
      {loaded === "failed" && <p role="alert">Chưa tải được vì mất kết nối. Hãy đóng rồi mở lại mục này.</p>}
      {loaded === null && <p className="quiet">Đang tải…</p>}
    </details>
  );
}
