import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { row, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused, UserFacingError } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { readApart } from "#lib/sheets/reading/read-apart";
import { readDocument } from "../document.ts";
import { saveDraft } from "../drafts.ts";
import { unitKindOf } from "../form.ts";
import { isEditor } from "../policy.ts";
import { findForm, findReport, type ReportRow } from "../queries.ts";
import { checkWritable } from "../rules.ts";
import { saveSchema } from "../schema.ts";
import { type Binding, readBinding } from "./binding.ts";
import { changesOf, writingOf } from "./preview.ts";
import { findUpload, workbookSecret } from "./queries.ts";
import { type FilledFile, readReport } from "./read-report.ts";
import { refuseOtherFile, UPLOAD_DAYS } from "./rules.ts";
import type { UploadedFile } from "./uploaded-file.ts";

/** Reads a filled workbook and keeps what it says to be looked at; the report stays as it is. The file is received only from who may write. Gives the id of the upload. */
export async function uploadReport(
  actor: Actor,
  reportId: string,
  receive: () => Promise<UploadedFile>,
): Promise<string> {
  const report = await findEditable(actor, reportId);
  const file = await receive();
  const workbook = await readApart(file.bytes);
  const binding = readBinding(workbook, workbookSecret());
  refuseOtherFile(binding, report, "report");
  const form = await findForm(report.formId, report.formVersion);
  const content = readReport(workbook, binding, { form, unit: unitKindOf(report.agencyKind) });
  if (content.edits.length === 0 && content.problems.length === 0)
    throw refused("Tệp không có gì khác mẫu đã tải về: chưa ô nào được điền hoặc sửa.");
  return keepUpload(actor, report, "report", file, content);
}

/** The report as its writer works on it. @throws notFound, 403, refused when it is not with its writers */
export async function findEditable(actor: Actor, reportId: string): Promise<ReportRow> {
  const report = await findReport(actor, reportId);
  if (!report) throw notFound("báo cáo");
  authorize(
    isEditor(actor, report),
    "Đồng chí xem được báo cáo này nhưng không phải người nhập. Hãy đổi sang vai trò cán bộ báo cáo của đơn vị.",
  );
  checkWritable(report);
  return report;
}

/** Keeps what a file says; files that nobody has taken in time are put away by the next one. */
export const keepUpload = (
  actor: Actor,
  report: ReportRow,
  kind: Binding["kind"],
  { name, bytes }: UploadedFile,
  content: object,
): Promise<string> =>
  transaction(async (tx) => {
    await tx.query("delete from workbook_upload where expires_at < now()");
    const kept = await row<{ id: string }>(
      `insert into workbook_upload (report_id, kind, person_id, person_name, agency_id, file_name, file_hash, bytes, content, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, campaign_now(), now() + make_interval(days => $10)) returning id`,
      [
        report.id,
        kind,
        actor.personId,
        actor.fullName,
        actor.agency.id,
        name,
        createHash("sha256").update(bytes).digest("hex"),
        bytes.length,
        JSON.stringify(content),
        UPLOAD_DAYS,
      ],
      tx,
    );
    if (!kept) throw new Error("An insert gives back its row.");
    await audit(tx, actor, report, "workbook.upload", { kind, fileName: name, bytes: bytes.length });
    return kept.id;
  });

/**
 * Writes the chosen changes of a file into the draft, over the section versions the preview showed.
 * The save is one statement of its own (drafts.ts); the file is closed after it: taking it twice changes nothing more.
 * @throws conflict when a section has been saved since, and nothing is written
 */
export async function takeUpload(
  actor: Actor,
  { id, uploadId, keys, seen }: { id: string; uploadId: string; keys: string[]; seen: Record<string, number> },
): Promise<{ taken: number; left: number }> {
  const report = await findEditable(actor, id);
  const upload = await findUpload(report, uploadId);
  if (upload?.kind !== "report") throw notFound("tệp đã tải lên");
  if (upload.outcome) throw refused("Tệp này đã được xử lý xong. Hãy tải lên tệp mới nếu còn thay đổi.");
  const { edits } = upload.content as FilledFile;
  const form = await findForm(report.formId, report.formVersion);
  const document = readDocument(report.draft);
  const open = changesOf(edits, document, form);
  const chosen = open.filter(({ key }) => keys.includes(key));
  if (chosen.length === 0) throw refused("Hãy chọn ít nhất một thay đổi để nhận.");
  const entries = edits.filter((edit) => chosen.some(({ key }) => key === edit.key));
  const { change, sections } = writingOf(entries, document, form);
  await saveOver(actor, report, change, pick(seen, sections));
  const left = open.length - chosen.length;
  await transaction(async (tx) => {
    if (left === 0) await close(tx, uploadId, "taken");
    await audit(tx, actor, report, "workbook.take", {
      fileName: upload.fileName,
      fields: chosen.map(({ key }) => key),
    });
  });
  return { taken: chosen.length, left };
}

/** Saves through the one way there is, with a conflict in the words of a preview. */
export async function saveOver(actor: Actor, { id }: { id: string }, change: object, sections: Record<string, number>) {
  try {
    return await saveDraft(actor.sessionId, saveSchema.parse({ id, sections, ...change }));
  } catch (error) {
    if (!(error instanceof UserFacingError) || error.status !== 409) throw error;
    const { savedBy } = error.detail as { savedBy?: string | null };
    throw conflict(
      `${savedBy ?? "Người khác"} vừa lưu phần báo cáo này nên bảng xem trước đã cũ; chưa ghi gì. Hãy tải lại trang để xem trước theo số liệu mới rồi nhận lại.`,
    );
  }
}

const pick = (seen: Record<string, number>, sections: string[]) =>
  Object.fromEntries(sections.map((section) => [section, seen[section] ?? 0]));

/** Puts a file away without taking (more of) it. */
export async function discardUpload(actor: Actor, { id, uploadId }: { id: string; uploadId: string }) {
  const report = await findReport(actor, id);
  if (!report) throw notFound("báo cáo");
  authorize(isEditor(actor, report), "Chỉ người nhập báo cáo bỏ được tệp đã tải lên.");
  const upload = await findUpload(report, uploadId);
  if (!upload) throw notFound("tệp đã tải lên");
  if (upload.outcome) throw refused("Tệp này đã được xử lý xong.");
  await transaction(async (tx) => {
    await close(tx, uploadId, "discarded");
    await audit(tx, actor, report, "workbook.discard", { fileName: upload.fileName });
  });
}

/** @throws conflict when somebody else has just closed it */
export async function close(tx: PoolClient, uploadId: string, outcome: "taken" | "discarded") {
  const closed = await row(
    "update workbook_upload set closed_at = campaign_now(), outcome = $2 where id = $1 and closed_at is null returning id",
    [uploadId, outcome],
    tx,
  );
  if (!closed) throw conflict("Tệp này vừa được người khác xử lý xong. Hãy tải lại trang.");
}

export const audit = (tx: PoolClient, actor: Actor, report: ReportRow, action: string, detail: object) =>
  recordAudit(tx, { actor, action, subject: { type: "report", id: report.id, path: report.path }, detail });
