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

/** As a row and as part of a JSON value, where an instant is text. */
type EvidenceRow = Omit<EvidenceItem, "state" | "addedAt"> & { scan: ScanState; addedAt: Date | string };

const EVIDENCE = `select e.id, e.target_kind as "targetKind", e.target_key as "targetKey", e.kind, e.name, f.size, f.media_type as "mediaType",
    e.hash, f.scan, f.virus, f.signatures, e.added_by_name as "addedByName", e.added_at as "addedAt",
    exists (select from report_version_evidence v where v.evidence_id = e.id) as "isSent"
  from evidence e join stored_file f on f.hash = e.hash`;
const ORDER = `order by e.target_kind desc, e.target_key, e.added_at, e.id`;

function itemOf({ scan, addedAt, ...rest }: EvidenceRow): EvidenceItem {
  return { ...rest, state: fileStateOf(scan, hasScanner()), addedAt: new Date(addedAt).toISOString() };
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
};

/** Everything a page shows of the evidence of a report, or of one place of it. */
export type EvidenceView = {
  items: EvidenceItem[];
  unfinished: UnfinishedUpload[];
  mayAttach: Record<EvidenceKind, boolean>;
  limits: Limits;
  hasScanner: boolean;
};

export const limitsOfReport = (): Limits => ({
  files: env().EVIDENCE_FILES,
  bytes: env().EVIDENCE_TOTAL_MB * 1_024 * 1_024,
});

/**
 * The evidence of a report as the actor may see it: of the draft for those who see drafts, otherwise of the version that was sent last;
 * with a `version`, of that one. Only of one place when a `target` is named. With it, the actor's own unfinished uploads.
 */
export async function viewEvidence(
  actor: Actor,
  report: ReportRow,
  { target, version }: { target?: Target | undefined; version?: number | undefined } = {},
): Promise<EvidenceView> {
  const may = (kind: EvidenceKind) =>
    version === undefined && mayAttach(actor, report, kind) && canAttach(report, kind);
  const isDraft = version === undefined && maySeeDraft(actor, report);
  const found = await row<{ items: EvidenceRow[]; unfinished: UnfinishedUpload[] }>(isDraft ? DRAFT_VIEW : SENT_VIEW, [
    report.id,
    target?.kind ?? null,
    target?.key ?? null,
    ...(isDraft ? [actor.personId] : [version ?? null, report.sentVersionId]),
  ]);
  return {
    items: (found?.items ?? []).map(itemOf),
    unfinished: found?.unfinished ?? [],
    mayAttach: { attachment: may("attachment"), signedPaper: may("signedPaper") },
    limits: limitsOfReport(),
    hasScanner: hasScanner(),
  };
}

const listOf = (select: string) => `coalesce((select jsonb_agg(to_jsonb(each)) from (${select}) each), '[]')`;
const isAsked = (alias: string) =>
  `($2::evidence_target is null or (${alias}.target_kind = $2 and ${alias}.target_key = $3))`;

/** One statement, because the page of a report asks for much already. */
const DRAFT_VIEW = `select
  ${listOf(`${EVIDENCE} where e.report_id = $1 and e.removed_at is null and ${isAsked("e")} ${ORDER}`)} as items,
  ${listOf(`select u.id, u.target_kind as "targetKind", u.target_key as "targetKey", u.kind, u.name, u.size, u.received
    from evidence_upload u where u.report_id = $1 and u.person_id = $4 and ${isAsked("u")} order by u.touched_at`)} as unfinished`;

const SENT_VIEW = `select
  ${listOf(`${EVIDENCE} where e.report_id = $1 and ${isAsked("e")} and e.id in (
    select w.evidence_id from report_version_evidence w join report_version v on v.id = w.version_id
    where v.report_id = $1 and case when $4::int is null then v.id = $5::uuid else v.number = $4 end) ${ORDER}`)} as items,
  '[]'::jsonb as unfinished`;
