"use client";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { CellFactsView } from "./cell-facts.tsx";
import styles from "./cell-panel.module.css";
import type { CellTalkProps } from "./cell-talk.tsx";

/** What the server tells of a cell; instants arrive as text. */
export type CellFacts = {
  field: string;
  title: string;
  changes: { at: string; personName: string; value: unknown }[] | null;
  versions: { number: number; sentAt: string; enteredByName: string | null; value: unknown }[];
  comments: CellTalkProps["comments"];
  may: { discuss: boolean; flag: boolean };
};

type Loaded = { facts: CellFacts; View: typeof CellFactsView } | { problem: string } | null;

/**
 * Opens the side panel of a cell: a click on a `[data-cell]` button inside, or F4 in its row.
 * The panel stands beside the page and does not block it; Esc closes it and gives the focus back.
 */
export function CellPanelHost({ reportId, children }: { reportId: string; children: ReactNode }) {
  const [field, setField] = useState<string | null>(null);
  const opener = useRef<HTMLElement | null>(null);

  const open = (from: HTMLElement, cell: string) => {
    opener.current = from;
    setField(cell);
  };
  const close = useCallback(() => {
    setField(null);
    opener.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "F4" || event.altKey || event.ctrlKey) return;
    const target = event.target as HTMLElement;
    const button = target.closest("[data-cell-row], tr")?.querySelector<HTMLElement>("[data-cell]");
    if (!button?.dataset.cell) return;
    event.preventDefault();
    open(target, button.dataset.cell);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons and cells inside are what is operated; here their events meet
    <div
      className={field ? styles.beside : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const button = (event.target as HTMLElement).closest<HTMLElement>("[data-cell]");
        if (button?.dataset.cell) open(button, button.dataset.cell);
      }}
    >
      {children}
      {field && <CellPanel key={field} reportId={reportId} field={field} onClose={close} />}
    </div>
  );
}

/** History, comments and follow-ups of one cell. */
function CellPanel({ reportId, field, onClose }: { reportId: string; field: string; onClose: () => void }) {
  const [loaded, setLoaded] = useState<Loaded>(null);
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const load = useCallback(async () => setLoaded(await fetchCell(reportId, field)), [reportId, field]);

  /** Load anew, and let the page behind show its marks anew. */
  const changed = () => {
    void load();
    router.refresh();
  };

  useEffect(() => {
    heading.current?.focus();
    void load();
  }, [load]);

  return (
    <aside
      className={styles.panel}
      aria-labelledby="cell-panel-title"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h2 id="cell-panel-title" ref={heading} tabIndex={-1}>
          {loaded && "facts" in loaded ? loaded.facts.title : `Ô ${field.slice(field.indexOf(".") + 1)}`}
        </h2>
        <button type="button" className="btn btn-quiet" onClick={onClose}>
          Đóng
        </button>
      </header>
      {loaded === null && <p className="quiet">Đang tải…</p>}
      {loaded && "problem" in loaded && (
        <p className="notice notice-wrong" role="alert">
          {loaded.problem}{" "}
          <button type="button" className="btn btn-quiet" onClick={load}>
            Thử lại
          </button>
        </p>
      )}
      {loaded && "facts" in loaded && <loaded.View reportId={reportId} facts={loaded.facts} onChanged={changed} />}
    </aside>
  );
}

async function fetchCell(reportId: string, field: string): Promise<NonNullable<Loaded>> {
  try {
    const [response, { CellFactsView: View }] = await Promise.all([
      fetch(`/api/reports/${reportId}/cells/${encodeURIComponent(field)}`),
      import("./cell-facts.tsx"),
    ]);
    const answer = await response.json();
    return response.ok ? { facts: answer, View } : { problem: answer.message };
  } catch {
    return { problem: "Chưa tải được lịch sử và trao đổi vì mất kết nối." };
  }
}
