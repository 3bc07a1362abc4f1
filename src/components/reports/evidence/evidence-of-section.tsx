"use client";
import { type ComponentProps, type ComponentType, type SyntheticEvent, useState } from "react";
import type { EvidenceList } from "./evidence-list.tsx";

type List = ComponentType<ComponentProps<typeof EvidenceList>>;

type Props = {
  reportId: string;
  sectionId: string;
  /** a sent version; null = what stands now */
  version: number | null;
};

/** The files attached to a section: the list and its code are asked for when somebody opens them. */
export function EvidenceOfSection({ reportId, sectionId, version }: Props) {
  const [loaded, setLoaded] = useState<List | "failed" | null>(null);
  const List = loaded === "failed" ? null : loaded;

  async function open({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) {
    if (!currentTarget.open || List) return;
    try {
      const { EvidenceList: Asked } = await import("./evidence-list.tsx");
      setLoaded(() => Asked);
    } catch {
      setLoaded("failed"); // no line: opening it again asks again
    }
  }

  return (
    <details className="section" onToggle={open}>
      <summary>Tài liệu kèm theo phần này</summary>
      {List && <List reportId={reportId} target={`section:${sectionId}`} version={version ?? undefined} />}
      {loaded === "failed" && <p role="alert">Chưa tải được vì mất kết nối. Hãy đóng rồi mở lại mục này.</p>}
      {loaded === null && <p className="quiet">Đang tải…</p>}
    </details>
  );
}
