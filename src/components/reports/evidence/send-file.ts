import type { EvidenceKind } from "#generated/prisma/enums";
import type { EvidenceItem } from "#lib/reports/evidence/queries";
import { CHUNK_BYTES } from "#lib/reports/evidence/rules";

export type Sending = {
  reportId: string;
  /** “cell:B2”, “section:A”, “report” */
  target: string;
  kind: EvidenceKind;
  file: File;
  signal: AbortSignal;
  /** The server knows the upload by this id from now on. */
  onBegun: (uploadId: string) => void;
  /** Bytes the server has; `waits` while the line is broken. */
  onProgress: (sent: number, waits: boolean) => void;
};

/** Why a file could not be sent, in the server's own sentence. Trying again is of use when the session was over. */
export class SendingProblem extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Sends a file in chunks and makes evidence of it. A broken line, a server that restarts: it waits and goes on from what the server has,
 * also with an upload that an earlier page began with the same file. @throws SendingProblem, and AbortError when given up
 */
export async function sendFile(sending: Sending): Promise<EvidenceItem> {
  const { reportId, target, kind, file, onBegun, onProgress } = sending;
  const address = `/api/reports/${reportId}/evidence/uploads`;
  const fingerprint = await fingerprintOf(file);
  const asked = JSON.stringify({ target, kind, name: file.name, size: file.size, fingerprint });
  const begun = await insist<{ id: string; received: number }>(sending, 0, () => post(sending, address, asked));
  onBegun(begun.data.id);
  let sent = begun.data.received;
  while (sent < file.size) {
    onProgress(sent, false);
    const chunk = file.slice(sent, sent + CHUNK_BYTES);
    const from = sent;
    const answer = await insist<{ received: number }>(sending, from, () =>
      post(sending, `${address}/${begun.data.id}?offset=${from}`, chunk),
    );
    sent = answer.data.received;
  }
  onProgress(sent, false);
  const done = await insist<EvidenceItem>(sending, sent, () =>
    post(sending, `${address}/${begun.data.id}/complete`, "{}"),
  );
  return done.data;
}

/** The SHA-256, where the browser gives it (only over https and on this machine); else what tells files apart. */
async function fingerprintOf(file: File): Promise<string> {
  if (!globalThis.crypto?.subtle) return `file:${file.name.slice(0, 400)}:${file.size}:${file.lastModified}`;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

const post = ({ signal }: Sending, address: string, body: string | Blob) =>
  fetch(address, {
    method: "POST",
    body,
    signal,
    headers: {
      accept: "application/json",
      "content-type": typeof body === "string" ? "application/json" : "application/octet-stream",
    },
  });

const LONGEST_WAIT_MS = 15_000;

/** Repeats a request until the server answers it. That it has more or less than we thought is an answer too. */
async function insist<Answer>(sending: Sending, sent: number, request: () => Promise<Response>) {
  for (let attempt = 0; ; attempt++) {
    const response = await request().catch((error) => {
      if (sending.signal.aborted) throw error;
      return null; // the line is broken
    });
    if (response && response.status < 500 && response.status !== 429) return readAnswer<Answer>(response);
    sending.onProgress(sent, true);
    await pause(Math.min(1_000 * 2 ** attempt, LONGEST_WAIT_MS), sending.signal);
  }
}

async function readAnswer<Answer>(response: Response): Promise<{ data: Answer }> {
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  if (response.status === 409 && typeof answer?.detail?.received === "number") return { data: answer.detail };
  throw new SendingProblem(response.status, answer?.message ?? "Máy chủ gặp lỗi nên chưa nhận được tệp. Hãy thử lại.");
}

/** Waits, but no longer than until the line is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (finish: () => void) => {
      clearTimeout(timer);
      window.removeEventListener("online", goOn);
      signal.removeEventListener("abort", giveUp);
      finish();
    };
    const goOn = () => end(resolve);
    const giveUp = () => end(() => reject(signal.reason));
    const timer = setTimeout(goOn, ms);
    window.addEventListener("online", goOn);
    signal.addEventListener("abort", giveUp);
  });
}
