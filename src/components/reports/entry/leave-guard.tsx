"use client";
import { useEffect, useRef, useState } from "react";
import { useDesk } from "#components/reports/draft-saver";
import type { DraftSaver } from "#lib/reports/entry/saver";

const PATIENCE_MS = 1_500;

/** Nobody leaves by accident while something has not reached the server: it is sent first, and if that cannot be, asked. */
export function LeaveGuard() {
  const { entry, saver, saving } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [leave, setLeave] = useState<{ go: () => void; signsOut: boolean } | null>(null);

  useEffect(() => (saver ? guard(saver, entry.reportId, setLeave) : undefined), [saver, entry.reportId]);
  useEffect(() => {
    if (leave) dialog.current?.showModal();
    else dialog.current?.close();
  }, [leave]);

  return (
    <dialog ref={dialog} className="confirm" onClose={() => setLeave(null)} aria-labelledby="leave">
      <h2 id="leave">Còn {Object.keys(saving.outbox).length} ô chưa lên máy chủ</h2>
      <p>
        Những ô này vẫn được giữ trong trình duyệt này và tự gửi khi đồng chí mở lại báo cáo
        {leave?.signsOut && "; sau khi đăng xuất chỉ đồng chí đăng nhập lại trên máy này mới gửi được"}.
      </p>
      <div className="actions">
        <button type="button" className="btn btn-primary" onClick={() => setLeave(null)}>
          Ở lại trang
        </button>
        <button type="button" className="btn" onClick={() => leave?.go()}>
          {leave?.signsOut ? "Vẫn đăng xuất" : "Vẫn rời trang"}
        </button>
      </div>
    </dialog>
  );
}

type Leave = { go: () => void; signsOut: boolean };

/** Listens before anything else on the page does; returns how to stop. */
function guard(saver: DraftSaver, reportId: string, ask: (leave: Leave) => void) {
  const stop = new AbortController();
  let isLeaving = false;
  const go = (leave: () => void) => () => {
    isLeaving = true;
    leave();
  };
  const settleThen = async (leave: Leave, isSafe: boolean) => {
    if ((await saver.settle(PATIENCE_MS)) || isSafe) leave.go();
    else ask(leave);
  };
  const listen = { capture: true, signal: stop.signal };

  document.addEventListener(
    "click",
    (event) => {
      const link = linkOf(event);
      if (!link || saver.waiting.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      // between the sections of one report what waits goes along
      const isSafe = link.pathname.startsWith(`/reports/${reportId}/sections/`);
      void settleThen({ go: go(() => location.assign(link.href)), signsOut: false }, isSafe);
    },
    listen,
  );
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      if (new URL(form.action).pathname !== "/api/session/end" || saver.waiting.length === 0) return;
      event.preventDefault();
      void settleThen({ go: go(() => form.submit()), signsOut: true }, false);
    },
    listen,
  );
  window.addEventListener(
    "beforeunload",
    (event) => {
      if (saver.waiting.length > 0 && !isLeaving) event.preventDefault();
    },
    { signal: stop.signal },
  );
  return () => stop.abort();
}

/** The link of an ordinary click that leads to another page of ours. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[href]");
  if (!link || (link.target && link.target !== "_self") || link.hasAttribute("download")) return null;
  const isHere = link.pathname === location.pathname && link.search === location.search;
  return link.origin === location.origin && !isHere ? link : null;
}
