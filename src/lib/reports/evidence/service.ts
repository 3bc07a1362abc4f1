import "server-only";
import type { PoolClient } from "pg";
import type { EvidenceKind } from "#generated/prisma/enums";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { findForm, lockReport, type ReportRow, UUID } from "../queries.ts";
import { removeChunks } from "./files.ts";
import { checkName } from "./names.ts";
import { mayAttach, maySeeEvidence } from "./policy.ts";
import { findEvidenceRow, limitsOfReport } from "./queries.ts";
import { checkQuota, checkRemovable, checkSize, checkTarget, type Limits, placeOf } from "./rules.ts";
import type { BeginInput } from "./schema.ts";

export const NOT_A_WRITER =
  "Đồng chí xem được báo cáo này nhưng không phải người nhập nên không đính kèm được tài liệu. Hãy đổi sang vai trò cán bộ báo cáo của đơn vị.";

/** An upload as its browser needs to know it: how much the server has already. */
export type Begun = { id: string; received: number; size: number; name: string };

/**
 * Begins an upload, or finds the one that the same person began with the same file at the same place: it goes on where it broke off.
 * @throws refused for a name, a size or a place that is not taken, and when the report holds enough.
 */
export async function beginUpload(actor: Actor, input: BeginInput): Promise<Begun> {
  return transaction(async (tx) => {
    const report = await holdReport(actor, input.id, input.kind, tx);
    placeOf(report, input.kind);
    checkTarget(await findForm(report.formId, report.formVersion, tx), input.target, input.kind);
    const name = checkName(input.name);
    checkSize(name, input.size);
    const place = [report.id, actor.personId, input.target.kind, input.target.key, input.kind];
    const begun = await row<Begun>(SAME_UPLOAD, [...place, input.size, input.fingerprint], tx);
    if (begun) return begun;
    checkQuota(limitsOfReport(), await usageOf(report.id, tx), input.size);
    const created = await row<Begun>(NEW_UPLOAD, [...place, name, input.size, input.fingerprint], tx);
    if (!created) throw new Error("An insert returns its row.");
    return created;
  });
}

const SAME_UPLOAD = `update evidence_upload set touched_at = now()
  where report_id = $1 and person_id = $2 and target_kind = $3 and target_key = $4 and kind = $5 and size = $6 and fingerprint = $7
  returning id, received, size, name`;
const NEW_UPLOAD = `insert into evidence_upload (report_id, person_id, target_kind, target_key, kind, name, size, fingerprint, chunks, touched_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, '{}', now()) returning id, received, size, name`;

/** The report, held until the transaction ends, for somebody who may attach to it. */
export async function holdReport(actor: Actor, id: string, kind: EvidenceKind, tx: PoolClient): Promise<ReportRow> {
  const report = await lockReport(actor, id, tx);
  if (!report) throw notFound("báo cáo");
  authorize(mayAttach(actor, report, kind), NOT_A_WRITER);
  return report;
}

async function usageOf(reportId: string, tx: PoolClient): Promise<Limits> {
  const used = await row<Limits>(
    `select count(*) as files, coalesce(sum(size), 0)::bigint as bytes from (
       select f.size from evidence e join stored_file f on f.hash = e.hash where e.report_id = $1 and e.removed_at is null
       union all select size from evidence_upload where report_id = $1) held`,
    [reportId],
    tx,
  );
  return used ?? { files: 0, bytes: 0 };
}

/** Gives up an upload of one's own. */
export async function cancelUpload(actor: Actor, { id, uploadId }: { id: string; uploadId: string }) {
  if (!UUID.test(id) || !UUID.test(uploadId)) throw notFound("lượt tải lên này");
  const cancelled = await row(
    "delete from evidence_upload where id = $1 and report_id = $2 and person_id = $3 returning id",
    [uploadId, id, actor.personId],
  );
  if (!cancelled) throw notFound("lượt tải lên này");
  await removeChunks(uploadId);
}

/** Takes a file from the draft. A version that was sent with it keeps it. */
export async function removeEvidence(actor: Actor, { id, evidenceId }: { id: string; evidenceId: string }) {
  return transaction(async (tx) => {
    const report = await lockReport(actor, id, tx);
    if (!report) throw notFound("báo cáo");
    const evidence = UUID.test(evidenceId) ? await findEvidenceRow(id, evidenceId, tx) : null;
    if (!evidence || !maySeeEvidence(actor, report, evidence)) throw notFound("tài liệu này");
    authorize(mayAttach(actor, report, evidence.kind), NOT_A_WRITER);
    checkRemovable(report, evidence.kind, evidence.isSent);
    const removed = evidence.isSent
      ? await row(
          "update evidence set removed_at = $2, removed_by_name = $3 where id = $1 and removed_at is null returning id",
          [evidenceId, report.now, actor.fullName],
          tx,
        )
      : await row("delete from evidence where id = $1 returning id", [evidenceId], tx);
    if (!removed) throw refused(`Tệp “${evidence.name}” đã được gỡ trước đó. Hãy tải lại trang.`);
    await recordAudit(tx, {
      actor,
      action: "evidence.remove",
      subject: { type: "report", id, path: report.path },
      detail: { name: evidence.name, hash: evidence.hash },
    });
    return evidence;
  });
}

/** Puts a piece of evidence with the version that stands, for a paper that was signed after sending. */
export const addToSentVersion = (evidenceId: string, versionId: string, tx: PoolClient) =>
  rows("insert into report_version_evidence (version_id, evidence_id) values ($1, $2)", [versionId, evidenceId], tx);
