"use client";

import { useEffect, useRef, useState } from "react";
import type { EvidenceKind } from "#generated/prisma/enums";
import { checkName } from "#lib/reports/evidence/names";
import type { EvidenceItem } from "#lib/reports/evidence/queries";
import { checkSize } from "#lib/reports/evidence/rules";
import { SendingProblem, sendFile } from "./send-file.ts";

/** A file on its way, as a person sees it. */
export type Upload = {
  key: number;
  file: File;
  kind: EvidenceKind;
  sent: number;
  state: "queued" | "sending" | "waitsForLine" | "failed";
  /** why it failed */
  message?: string;
  /** trying again is of use: after signing in again, or as it is */
  retry?: "signIn" | "now";
  /** its id on the server */
  uploadId?: string;
};

let keys = 0;

/** The files this page sends to one place, one after the other; each can be given up or tried again. */
export function useUploads(reportId: string, target: string, onDone: (item: EvidenceItem) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const controllers = useRef(new Map<number, AbortController>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const isBusy = uploads.some(({ state }) => state !== "failed");
  useGuardedLeaving(isBusy);

  const change = (key: number, changes: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const forget = (key: number) => setUploads((all) => all.filter((one) => one.key !== key));

  async function run({ key, file, kind }: Upload) {
    const controller = new AbortController();
    controllers.current.get(key)?.abort();
    controllers.current.set(key, controller);
    try {
      const item = await sendFile({
        reportId,
        target,
        kind,
        file,
        signal: controller.signal,
        onBegun: (uploadId) => change(key, { uploadId }),
        onProgress: (sent, waits) => change(key, { sent, state: waits ? "waitsForLine" : "sending" }),
      });
      forget(key);
      onDone(item);
    } catch (error) {
      if (controller.signal.aborted) return;
      const { status, message } = error instanceof SendingProblem ? error : { status: 0, message: CANNOT_READ };
      change(key, {
        state: "failed",
        message,
        ...(status === 401 ? { retry: "signIn" } : status === 0 ? { retry: "now" } : {}),
      });
    }
  }

  function enqueue(upload: Upload) {
    queue.current = queue.current.then(() => run(upload));
  }

  function start(files: File[], kind: EvidenceKind) {
    for (const file of files) {
      const upload: Upload = { key: ++keys, file, kind, sent: 0, state: "queued" };
      const message = problemOf(file);
      setUploads((all) => [...all, message ? { ...upload, state: "failed", message } : upload]);
      if (!message) enqueue(upload);
    }
  }

  function retry(upload: Upload) {
    change(upload.key, { state: "queued", message: "" });
    enqueue(upload);
  }

  async function giveUp({ key, uploadId }: Upload) {
    controllers.current.get(key)?.abort();
    forget(key);
    if (uploadId) await cancelUpload(reportId, uploadId);
  }

  return { uploads, start, retry, giveUp };
}

const CANNOT_READ = "Trình duyệt không đọc được tệp: có thể tệp đã bị xóa hoặc đổi chỗ. Hãy chọn lại tệp.";

/** Tells the server to forget an upload; if the line is broken it will do so by itself after some days. */
export const cancelUpload = (reportId: string, uploadId: string) =>
  fetch(`/api/reports/${reportId}/evidence/uploads/${uploadId}/cancel`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: "{}",
  }).catch(() => null);

/** What the server would say of the file, before anything is sent. */
function problemOf(file: File): string | null {
  try {
    checkSize(checkName(file.name), file.size);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Nobody closes the page by accident while a file is on its way. */
function useGuardedLeaving(isBusy: boolean) {
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isBusy]);
}
