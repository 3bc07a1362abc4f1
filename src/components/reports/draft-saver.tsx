"use client";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import type { WrittenPart } from "#lib/reports/document";
import type { Entry } from "#lib/reports/entry/entry";
import { fieldOf } from "#lib/reports/entry/fields";
import type { Change } from "#lib/reports/entry/outbox";
import { DraftSaver } from "#lib/reports/entry/saver";
import { type Saving, startOf } from "#lib/reports/entry/saving";

/** What stands beside a cell while it is being written. */
export type CellState = "saved" | "saving" | "waiting" | "invalid" | "changedByOther";

const cellStateLabels: Record<CellState, string> = {
  saved: "✓ đã lưu",
  saving: "… đang lưu",
  waiting: "⧗ chờ mạng",
  invalid: "! chưa hợp lệ",
  changedByOther: "⇄ có người khác vừa sửa",
};

/** `text` is what was typed when it is no value; `theirs` what a colleague wrote. */
export type Cell = { state: CellState; message?: string; text?: string; theirs?: unknown };

type Desk = { entry: Entry; saver: DraftSaver | null };
const DeskContext = createContext<Desk | null>(null);

/** One saver for each person and report: it goes on while one moves from section to section. */
const savers = new Map<string, DraftSaver>();

function saverOf(entry: Entry): DraftSaver | null {
  if (typeof window === "undefined") return null;
  const key = `${entry.person.id} ${entry.reportId}`;
  const known = savers.get(key) ?? new DraftSaver(entry);
  savers.set(key, known);
  return known;
}

/** Around everything that shows or writes a report's draft. */
export function DraftProvider({ entry, children }: { entry: Entry; children: ReactNode }) {
  const desk = useMemo(() => ({ entry, saver: saverOf(entry) }), [entry]);
  useEffect(() => desk.saver?.meet(entry), [desk, entry]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/**
 * The draft being written: `document` is what to show (controls take their value from it and keep none of their own),
 * `cells` says by field (“figures.B2”) how its saving stands. `change` with `wait` false when the cell is left.
 */
export function useDraftSaver() {
  const { entry, saver, saving } = useDesk();
  return useMemo(() => {
    const write = (change: Pick<Change, "field" | "value"> & Partial<Change>, when: "typing" | "soon" | "now") =>
      saver?.write(change, when);
    return {
      entry,
      document: saving.document,
      problem: saving.problem,
      cells: cellsOf(saving),
      change: (part: WrittenPart, id: string, value: unknown, wait = true) =>
        write({ field: fieldOf(part, id), value: value ?? null }, wait ? "soon" : "now"),
      /** kept in the browser, not sent before the cell is left */
      typing: (part: WrittenPart, id: string, value: unknown) =>
        write({ field: fieldOf(part, id), value: value ?? null }, "typing"),
      invalid: (part: WrittenPart, id: string, message: string, text = "") =>
        write({ field: fieldOf(part, id), value: null, problem: message, text }, "now"),
      choose: (part: WrittenPart, id: string, whose: "mine" | "theirs") => saver?.choose(fieldOf(part, id), whose),
    };
  }, [entry, saver, saving]);
}

/** The saver itself, for what stands around the form: signing in again, leaving. Null while the server draws. */
export function useDesk() {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("Nothing is being written here: wrap it in DraftProvider.");
  const start = useMemo(() => startOf(desk.entry), [desk.entry]);
  const saving = useSyncExternalStore(
    desk.saver?.watch ?? watchNothing,
    desk.saver?.current ?? (() => start),
    () => start,
  );
  return { ...desk, saving };
}

const watchNothing = () => () => {};

function cellsOf({ outbox, sending, saved, line }: Saving): Record<string, Cell> {
  const done = [...saved].map((field): [string, Cell] => [field, { state: "saved" }]);
  const waiting = Object.values(outbox).flatMap((change): [string, Cell][] => {
    const { field, theirs, problem, text, typing } = change;
    if (theirs) return [[field, { state: "changedByOther", theirs: theirs.value }]];
    if (problem !== undefined)
      return [[field, { state: "invalid", message: problem, ...(text !== undefined && { text }) }]];
    if (typing) return [];
    return [[field, { state: line === "open" || sending.has(field) ? "saving" : "waiting" }]];
  });
  const typed = Object.values(outbox).filter(({ typing, theirs, problem }) => typing && !theirs && !problem);
  const shown = Object.fromEntries([...done, ...waiting]);
  for (const { field } of typed) delete shown[field];
  return shown;
}

/** The state of a cell in words, with what the colleague wrote and the choice between the two. */
export function CellNote({
  cell,
  show,
  mine,
  theirs,
}: {
  cell: Cell | undefined;
  show: (value: unknown) => string;
  mine: () => void;
  theirs: (value: unknown) => void;
}) {
  if (!cell) return null;
  if (cell.state !== "changedByOther") {
    return (
      <span className={`cell-note cell-${cell.state}`} role={cell.state === "invalid" ? "alert" : undefined}>
        {cell.message ?? cellStateLabels[cell.state]}
      </span>
    );
  }
  return (
    <span className="cell-note cell-changedByOther" role="alert">
      {cellStateLabels.changedByOther}: “{show(cell.theirs)}”.{" "}
      <button type="button" className="btn btn-quiet" onClick={mine}>
        Giữ giá trị của tôi
      </button>{" "}
      <button type="button" className="btn btn-quiet" onClick={() => theirs(cell.theirs)}>
        Lấy giá trị kia
      </button>
    </span>
  );
}
