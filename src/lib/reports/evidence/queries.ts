import "server-only";
import type { Readable } from "node:stream";
import type { EvidenceKind, EvidenceTarget, ScanState } from "#generated/prisma/enums";
import { pool, type Queryable, row, rows } from "#lib/db";
import { env } from "#lib/env";
import { refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import type { ByteRange } from "#lib/store/store";
import { maySeeDraft } from "../policy.ts";
import { findReport, type ReportRow, UUID } from "../queries.ts";
import { openFile } from "./files.ts";
import { type FileState, fileStateHints } from "./labels.ts";
import { mayAttach, maySeeEvidence } from "./policy.ts";
import { canAttach, fileStateOf, isDownloadable, type Limits, type Target } from "./rules.ts";
import { hasScanner } from "./scanner.ts";
import type { PdfSignature } from "./signatures/labels.ts";

/** A file attached to a report, with what is known of its content. Plain values: it goes to the browser as it is. */
export type EvidenceItem = {
  id: string;
  targetKind: EvidenceTarget;
  targetKey: string;
  kind: EvidenceKind;
  name: string;
  /** bytes */
  size: number;
  mediaType: string;
  hash: string;
  state: FileState;
  virus: string | null;
  /** null = not a PDF; empty = a PDF without signatures */
  signatures: PdfSignature[] | null;
  addedByName: string;
  /** ISO instant */
  addedAt: string;
  /** it went with a sent version */
  isSent: boolean;
};

type EvidenceRow = Omit<EvidenceItem, "state" | "addedAt"> & { scan: ScanState; addedAt: Date };

const EVIDENCE = `select e.id, e.target_kind as "targetKind", e.target_key as "targetKey", e.kind, e.name, f.size, f.media_type as "mediaType",
    e.hash, f.scan, f.virus, f.signatures, e.added_by_name as "addedByName", e.added_at as "addedAt",
    exists (select from report_version_evidence v where v.evidence_id = e.id) as "isSent"
  from evidence e join stored_file f on f.hash = e.hash`;
const ORDER = `order by e.target_kind desc, e.target_key, e.added_at, e.id`;

function itemOf({ scan, addedAt, ...rest }: EvidenceRow): EvidenceItem {
  return { ...rest, state: fileStateOf(scan, hasScanner()), addedAt: addedAt.toISOString() };
}

/**
 * The evidence of a report as the actor may see it: of the draft for those who see drafts, otherwise of the version that was sent last;
 * with a `version`, of that one. Only of one place when a `target` is named.
 */
async function listEvidence(
  actor: Actor,
  report: ReportRow,
  { target, version }: { target?: Target | undefined; version?: number | undefined } = {},
): Promise<EvidenceItem[]> {
  const place = target ? [target.kind, target.key] : [null, null];
  const where = "and ($2::evidence_target is null or (e.target_kind = $2 and e.target_key = $3))";
  if (version === undefined && maySeeDraft(actor, report))
    return (
      await rows<EvidenceRow>(`${EVIDENCE} where e.report_id = $1 and e.removed_at is null ${where} ${ORDER}`, [
        report.id,
        ...place,
      ])
    ).map(itemOf);
  const sent = await rows<EvidenceRow>(
    `${EVIDENCE} where e.report_id = $1 ${where} and e.id in (
       select w.evidence_id from report_version_evidence w join report_version v on v.id = w.version_id
       where v.report_id = $1 and case when $4::int is null then v.id = $5 else v.number = $4 end) ${ORDER}`,
    [report.id, ...place, version ?? null, report.sentVersionId],
  );
  return sent.map(itemOf);
}

/** The evidence a version was sent with, for the dossier. Whoever calls has found that the version may be seen. */
export const listVersionEvidence = async (versionId: string): Promise<EvidenceItem[]> =>
  (
    await rows<EvidenceRow>(
      `${EVIDENCE} where e.id in (select w.evidence_id from report_version_evidence w where w.version_id = $1) ${ORDER}`,
      [versionId],
    )
  ).map(itemOf);

/** One piece of evidence of a report, or null: also when it is not the actor's to see. */
export async function findEvidence(actor: Actor, reportId: string, evidenceId: string): Promise<EvidenceItem | null> {
  if (!UUID.test(evidenceId)) return null;
  const report = await findReport(actor, reportId);
  if (!report) return null;
  const found = await findEvidenceRow(reportId, evidenceId);
  return found && maySeeEvidence(actor, report, found) ? found : null;
}

/** For whoever has found that the report may be seen. */
export async function findEvidenceRow(reportId: string, evidenceId: string, client: Queryable = pool) {
  const found = await row<EvidenceRow>(
    `${EVIDENCE} where e.report_id = $1 and e.id = $2`,
    [reportId, evidenceId],
    client,
  );
  return found && itemOf(found);
}

/** The content of a piece of evidence. @throws refused while it may carry something harmful. */
export async function openEvidence({ name, hash, state }: EvidenceItem, range?: ByteRange): Promise<Readable> {
  if (!isDownloadable(state)) throw refused(`Tệp “${name}” chưa tải xuống được. ${fileStateHints[state]}`);
  return openFile(hash, range);
}

/** A file the actor has begun to upload and not finished. */
export type UnfinishedUpload = {
  id: string;
  targetKind: EvidenceTarget;
  targetKey: string;
  kind: EvidenceKind;
  name: string;
  size: number;
  received: number;
  fingerprint: string;
};

const listUnfinished = (actor: Actor, reportId: string) =>
  rows<UnfinishedUpload>(
    `select id, target_kind as "targetKind", target_key as "targetKey", kind, name, size, received, fingerprint
     from evidence_upload where report_id = $1 and person_id = $2 order by touched_at`,
    [reportId, actor.personId],
  );

export const limitsOfReport = (): Limits => ({
  files: env().EVIDENCE_FILES,
  bytes: env().EVIDENCE_TOTAL_MB * 1_024 * 1_024,
});

/** Everything a page shows of the evidence of a report, or of one place of it. */
export type EvidenceView = {
  items: EvidenceItem[];
  unfinished: UnfinishedUpload[];
  mayAttach: Record<EvidenceKind, boolean>;
  limits: Limits;
  hasScanner: boolean;
};

export async function viewEvidence(
  actor: Actor,
  report: ReportRow,
  options: { target?: Target | undefined; version?: number | undefined } = {},
): Promise<EvidenceView> {
  const may = (kind: EvidenceKind) =>
    options.version === undefined && mayAttach(actor, report, kind) && canAttach(report, kind);
  const mayAttachNow = { attachment: may("attachment"), signedPaper: may("signedPaper") };
  const [items, unfinished] = await Promise.all([
    listEvidence(actor, report, options),
    mayAttachNow.attachment || mayAttachNow.signedPaper ? listUnfinished(actor, report.id) : [],
  ]);
  const { target } = options;
  return {
    items,
    unfinished: unfinished.filter(
      (upload) => !target || (upload.targetKind === target.kind && upload.targetKey === target.key),
    ),
    mayAttach: mayAttachNow,
    limits: limitsOfReport(),
    hasScanner: hasScanner(),
  };
}
