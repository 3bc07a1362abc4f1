import { createHash } from "node:crypto";
import type { Actor } from "#lib/identity/actor";
import { type EvidenceItem, viewEvidence } from "#lib/reports/evidence/queries";
import { CHUNK_BYTES, type Target } from "#lib/reports/evidence/rules";
import { beginUpload } from "#lib/reports/evidence/service";
import { appendChunk, completeUpload } from "#lib/reports/evidence/uploads";
import { findReport } from "#lib/reports/queries";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Files as a browser attaches them, for the tests of evidence. */

/** Call at the top of a file, before anything reads the environment. Returns the folder. */
export function ownDataFolder(): string {
  const folder = temporaryFolder();
  process.env.DATA_DIR = folder;
  return folder;
}

export const REPORT: Target = { kind: "report", key: "" };
export const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");

type Sending = { target?: Target; kind?: "attachment" | "signedPaper"; name?: string; fingerprint?: string };

export const begin = (actor: Actor, report: { id: string }, content: Buffer, sending: Sending = {}) =>
  beginUpload(actor, {
    id: report.id,
    target: sending.target ?? REPORT,
    kind: sending.kind ?? "attachment",
    name: sending.name ?? "Biên bản.pdf",
    size: content.length,
    fingerprint: sending.fingerprint ?? `sha256:${sha256(content)}`,
  });

/** Sends what the server does not have yet. */
export async function sendRest(actor: Actor, report: { id: string }, content: Buffer, uploadId: string, from = 0) {
  for (let offset = from; offset < content.length; offset += CHUNK_BYTES)
    await appendChunk(actor, { id: report.id, uploadId, offset }, content.subarray(offset, offset + CHUNK_BYTES));
}

export async function attach(
  actor: Actor,
  report: { id: string },
  content: Buffer,
  sending: Sending = {},
): Promise<EvidenceItem> {
  const { id: uploadId, received } = await begin(actor, report, content, sending);
  await sendRest(actor, report, content, uploadId, received);
  return completeUpload(actor, { id: report.id, uploadId });
}

/** What the actor sees attached to the report; null when the report is not theirs to see. */
export async function seen(actor: Actor, { id }: { id: string }, version?: number): Promise<string[] | null> {
  const report = await findReport(actor, id);
  if (!report) return null;
  return (await viewEvidence(actor, report, { version })).items.map(({ name }) => name);
}
