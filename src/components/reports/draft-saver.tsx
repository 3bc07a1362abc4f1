"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { WrittenPart } from "#lib/reports/document";

/** What stands beside a cell while it is being written. */
export type CellState = "saved" | "saving" | "waiting" | "invalid" | "changedByOther";

const cellStateLabels: Record<CellState, string> = {
  saved: "✓ đã lưu",
  saving: "… đang lưu",
  waiting: "⧗ chờ mạng",
  invalid: "! chưa hợp lệ",
  changedByOther: "⇄ có người khác vừa sửa",
};

type Part = WrittenPart;
type Fields = Record<string, unknown>;
type Document = Partial<Record<Part, Fields>>;
type Versions = Record<string, number>;
type Cell = { state: CellState; message?: string; theirs?: unknown };

const SAVE_AFTER_MS = 500;
const RETRY_AFTER_MS = 3000;

/**
 * Saves cells as they are written: batched, one request at a time, over the version of the section last seen.
 * Nothing typed is dropped: a lost line is tried again; a colleague's save is merged unless it touched the same cell, then the writer chooses.
 */
export function useDraftSaver(reportId: string, firstVersions: Versions, document: Document) {
  const versions = useRef(firstVersions);
  const base = useRef<Document>(document);
  const pending = useRef(new Map<string, unknown>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const [cells, setCells] = useState<Record<string, Cell>>({});
  const [problem, setProblem] = useState<string | null>(null);

  const mark = useCallback((fields: Iterable<string>, cell: Cell) => {
    const marked = Object.fromEntries([...fields].map((field) => [field, cell]));
    setCells((known) => ({ ...known, ...marked }));
  }, []);

  const flush = useCallback(async () => {
    if (busy.current || pending.current.size === 0) return;
    busy.current = true;
    const sent = new Map(pending.current);
    mark(sent.keys(), { state: "saving" });
    const again = await send(sent);
    busy.current = false;
    if (pending.current.size > 0 && again !== null) timer.current = setTimeout(flush, again);

    /** Milliseconds to wait before the next try, or null when a person has to act first. */
    async function send(changes: Map<string, unknown>): Promise<number | null> {
      let response: Response;
      try {
        response = await fetch(`/api/reports/${reportId}/draft`, {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/json" },
          body: JSON.stringify({ sections: versions.current, ...nest(changes) }),
        });
      } catch {
        mark(changes.keys(), { state: "waiting" });
        return RETRY_AFTER_MS;
      }
      if (response.status >= 500) {
        mark(changes.keys(), { state: "waiting" });
        return RETRY_AFTER_MS;
      }
      const body = await response.json();
      if (response.ok) return keep(changes, body.data.sections);
      if (response.status === 409 && body.detail?.document) return merge(changes, body.detail, body.message);
      return refuse(changes, body, response.status);
    }

    function keep(changes: Map<string, unknown>, saved: Versions) {
      versions.current = { ...versions.current, ...saved };
      for (const [field, value] of changes) {
        write(base.current, field, value);
        if (pending.current.get(field) === value) pending.current.delete(field);
      }
      mark(
        [...changes.keys()].filter((field) => !pending.current.has(field)),
        { state: "saved" },
      );
      setProblem(null);
      return 0;
    }

    function merge(changes: Map<string, unknown>, theirs: { sections: Versions; document: Document }, message: string) {
      versions.current = theirs.sections;
      let clashes = 0;
      for (const field of changes.keys()) {
        const now = read(theirs.document, field);
        if (same(now, read(base.current, field)) || same(now, changes.get(field))) continue;
        clashes += 1;
        pending.current.delete(field);
        mark([field], { state: "changedByOther", theirs: now ?? null });
      }
      base.current = theirs.document;
      setProblem(clashes > 0 ? message : null);
      return 0;
    }

    function refuse(
      changes: Map<string, unknown>,
      body: { message: string; fields?: { field: string; message: string }[] },
      status: number,
    ) {
      setProblem(body.message);
      const wrong = body.fields ?? [];
      for (const { field, message } of wrong) {
        pending.current.delete(field);
        mark([field], { state: "invalid", message });
      }
      if (status === 422 && wrong.length > 0) return 0; // the rest of the batch is tried again without them
      mark(changes.keys(), { state: "waiting" });
      return status === 401 || status === 429 ? RETRY_AFTER_MS : null;
    }
  }, [reportId, mark]);

  /** Notes a change; `wait` false saves at once (the cell was left). */
  const change = useCallback(
    (part: Part, id: string, value: unknown, wait = true) => {
      pending.current.set(`${part}.${id}`, value);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, wait ? SAVE_AFTER_MS : 0);
    },
    [flush],
  );

  const invalid = useCallback(
    (part: Part, id: string, message: string) => {
      pending.current.delete(`${part}.${id}`);
      mark([`${part}.${id}`], { state: "invalid", message });
    },
    [mark],
  );

  useEffect(() => {
    const keepPage = (event: BeforeUnloadEvent) => {
      if (pending.current.size > 0) event.preventDefault();
    };
    const online = () => void flush();
    window.addEventListener("beforeunload", keepPage);
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("beforeunload", keepPage);
      window.removeEventListener("online", online);
      void flush();
    };
  }, [flush]);

  return { cells, problem, change, invalid };
}

const split = (field: string): [Part, string] => {
  const dot = field.indexOf(".");
  return [field.slice(0, dot) as Part, field.slice(dot + 1)];
};

const read = (document: Document, field: string) => {
  const [part, id] = split(field);
  return document[part]?.[id];
};

function write(document: Document, field: string, value: unknown) {
  const [part, id] = split(field);
  document[part] = { ...document[part], [id]: value };
}

function nest(changes: Map<string, unknown>) {
  const nested: Partial<Document> = {};
  for (const [field, value] of changes) {
    const [part, id] = split(field);
    nested[part] = { ...nested[part], [id]: value };
  }
  return nested;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

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
