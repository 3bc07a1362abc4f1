import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { EvidenceKind, EvidenceTarget } from "#generated/prisma/enums";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused, UserFacingError } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { objectStore } from "#lib/store/store";
import { findReport, type ReportRow, UUID } from "../queries.ts";
import { checkContent } from "./content.ts";
import { chunkKey, keepFile, readWhole, removeChunks } from "./files.ts";
import { mayAttach } from "./policy.ts";
import { type EvidenceItem, findEvidenceRow } from "./queries.ts";
import { CHUNK_BYTES, placeOf } from "./rules.ts";
import { addToSentVersion, holdReport, NOT_A_WRITER } from "./service.ts";
import { trustRoots } from "./signatures/roots.ts";
import { readSignatures } from "./signatures/verify.ts";

type Upload = {
  id: string;
  targetKind: EvidenceTarget;
  targetKey: string;
  kind: EvidenceKind;
  name: string;
  size: number;
  fingerprint: string;
  received: number;
  chunks: string[];
};

const UPLOAD = `select id, target_kind as "targetKind", target_key as "targetKey", kind, name, size, fingerprint, received, chunks
  from evidence_upload where id = $1 and report_id = $2 and person_id = $3`;

type Named = { id: string; uploadId: string };

/** The actor's own upload to a report that is still theirs to see and write; null when it is over or never was. */
async function findUpload(actor: Actor, { id, uploadId }: Named): Promise<Upload | null> {
  const report = await findReport(actor, id);
  if (!report) throw notFound("báo cáo");
  const upload = UUID.test(uploadId) ? await row<Upload>(UPLOAD, [uploadId, id, actor.personId]) : null;
  authorize(mayAttach(actor, report, upload?.kind ?? "signedPaper"), NOT_A_WRITER);
  return upload;
}

/**
 * Takes the next chunk of an upload. The chunk is kept first and counted after, in one statement that only one of several attempts wins:
 * what is counted is there. Returns the bytes received in all.
 * @throws conflict with `detail.received` when the chunk does not begin where the last one ended.
 */
export async function appendChunk(actor: Actor, { offset, ...named }: Named & { offset: number }, content: Buffer) {
  const upload = await findUpload(actor, named);
  if (!upload) throw notFound("lượt tải lên này");
  if (offset !== upload.received) throw wrongOffset(upload.received);
  if (content.length < 1 || content.length > Math.min(CHUNK_BYTES, upload.size - offset))
    throw refused(`Phần tệp gửi lên dài ${content.length} byte, không khớp với tệp “${upload.name}”. Hãy tải lại tệp.`);
  const store = await objectStore();
  const key = chunkKey(upload.id, offset, randomUUID());
  await store.put(key, content);
  const counted = await row<{ received: number }>(
    `update evidence_upload set received = received + $3, chunks = chunks || $4::text, touched_at = now()
     where id = $1 and received = $2 returning received`,
    [upload.id, offset, content.length, key],
  );
  if (counted) return counted.received;
  await store.remove(key);
  const now = await findUpload(actor, named);
  if (!now) throw notFound("lượt tải lên này");
  throw wrongOffset(now.received);
}

const wrongOffset = (received: number) =>
  conflict(`Máy chủ đã có ${received} byte đầu của tệp; hãy gửi tiếp từ đó.`, { received });

/**
 * Makes evidence of an upload that is complete: told by its content, kept by its hash, attached with its audit entry.
 * Completing twice gives the same evidence. @throws refused for content that is not taken; the upload is then over.
 */
export async function completeUpload(actor: Actor, named: Named): Promise<EvidenceItem> {
  const upload = await findUpload(actor, named);
  if (!upload) return attachedBefore(actor, named);
  if (upload.received < upload.size) throw wrongOffset(upload.received);
  try {
    const content = await collect(upload);
    if (!content) return await attachedBefore(actor, named); // somebody else has just completed it
    const hash = await keepContent(upload, content);
    await transaction((tx) => attach(tx, actor, named.id, upload, hash));
  } catch (error) {
    if (error instanceof UserFacingError && error.status === 422) await drop(upload.id);
    throw error;
  }
  await removeChunks(upload.id);
  return attachedBefore(actor, named);
}

/** All chunks together; null when they are gone. */
async function collect({ id, size, chunks }: Upload): Promise<Buffer | null> {
  const store = await objectStore();
  const parts: Buffer[] = [];
  for (const key of chunks) {
    const part = await store.get(key);
    if (!part) return null;
    parts.push(await readWhole(part));
  }
  const content = Buffer.concat(parts);
  if (content.length !== size) throw new Error(`Upload ${id} holds ${content.length} bytes instead of ${size}.`);
  return content;
}

/** Looks into the content and puts it into the store. Returns its SHA-256. @throws refused */
async function keepContent({ name, fingerprint }: Upload, content: Buffer): Promise<string> {
  const hash = createHash("sha256").update(content).digest("hex");
  if (fingerprint.startsWith("sha256:") && fingerprint !== `sha256:${hash}`)
    throw refused(
      `Nội dung nhận được của tệp “${name}” khác với tệp trên máy (mã SHA-256 không khớp). Hãy tải lại tệp.`,
    );
  const mediaType = await checkContent(name, content);
  const roots = mediaType === "application/pdf" ? await trustRoots() : null;
  const signatures = roots && (await readSignatures(content, roots));
  await keepFile({ hash, size: content.length, mediaType, signatures, rootsSeen: roots?.fingerprint ?? null }, content);
  return hash;
}

async function attach(tx: PoolClient, actor: Actor, reportId: string, upload: Upload, hash: string) {
  const report = await holdReport(actor, reportId, upload.kind, tx);
  const place = placeOf(report, upload.kind);
  const ended = await row("delete from evidence_upload where id = $1 returning id", [upload.id], tx);
  if (!ended) return; // completed by a request that ran beside this one
  await refuseSecond(tx, reportId, upload, hash);
  await rows(
    `insert into evidence (id, report_id, target_kind, target_key, kind, name, hash, added_by_id, added_by_name, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      upload.id,
      reportId,
      upload.targetKind,
      upload.targetKey,
      upload.kind,
      upload.name,
      hash,
      actor.personId,
      actor.fullName,
      report.now,
    ],
    tx,
  );
  if (place === "sentVersion" && report.sentVersionId) await addToSentVersion(upload.id, report.sentVersionId, tx);
  await tellAttached(tx, actor, report, upload, hash);
}

const tellAttached = (tx: PoolClient, actor: Actor, report: ReportRow, upload: Upload, hash: string) =>
  recordAudit(tx, {
    actor,
    action: "evidence.attach",
    subject: { type: "report", id: report.id, path: report.path },
    detail: {
      name: upload.name,
      hash,
      size: upload.size,
      target: `${upload.targetKind}:${upload.targetKey}`,
      kind: upload.kind,
    },
  });

/** @throws refused when the same content is at the same place already */
async function refuseSecond(tx: PoolClient, reportId: string, upload: Upload, hash: string) {
  const first = await row<{ name: string }>(
    `select name from evidence where report_id = $1 and target_kind = $2 and target_key = $3 and kind = $4 and hash = $5 and removed_at is null`,
    [reportId, upload.targetKind, upload.targetKey, upload.kind, hash],
    tx,
  );
  if (first)
    throw refused(
      `Tệp “${upload.name}” có cùng nội dung với “${first.name}” đã đính kèm ở đây, nên không đính kèm lần nữa.`,
    );
}

/** What an upload has become. @throws notFound when it has become nothing, or is another person's. */
async function attachedBefore(actor: Actor, { id, uploadId }: Named): Promise<EvidenceItem> {
  const isOwn =
    UUID.test(uploadId) &&
    (await row("select 1 from evidence where id = $1 and added_by_id = $2", [uploadId, actor.personId]));
  const evidence = isOwn ? await findEvidenceRow(id, uploadId) : null;
  if (!evidence) throw notFound("lượt tải lên này");
  return evidence;
}

async function drop(uploadId: string) {
  await row("delete from evidence_upload where id = $1", [uploadId]);
  await removeChunks(uploadId);
}
