import "server-only";
import { row, rows } from "#lib/db";
import { env } from "#lib/env";
import { authorize, notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import type { ReportDocument } from "../document.ts";
import { allIndicators } from "../form.ts";
import { maySeeDraft } from "../policy.ts";
import { findChecked, findReport, type ReportRow, UUID } from "../queries.ts";
import { type EntryKey, valueAt } from "./answers.ts";
import { type Binding, fingerprint } from "./binding.ts";
import type { FilledFile } from "./read-report.ts";
import { fileNameOf } from "./rules.ts";
import { reportTemplate } from "./template.ts";
import type { FilledUnits } from "./units/read-units.ts";

/** The workbook of a report, for those who write or sign it. @throws notFound, 403 */
export async function makeTemplate(actor: Actor, id: string) {
  const report = await findReport(actor, id);
  if (!report) throw notFound("báo cáo");
  authorize(
    maySeeDraft(actor, report),
    "Mẫu Excel có số liệu đang nhập nên chỉ đơn vị lập báo cáo tải được. Hãy đổi sang vai trò cán bộ báo cáo của đơn vị.",
  );
  const checked = await findChecked(report);
  const bytes = await reportTemplate({
    checked,
    agencyName: report.agencyName,
    binding: bindingOf(report, "report", baseOf(checked.document, checked.form)),
    secret: workbookSecret(),
  });
  return { bytes, fileName: fileNameOf("bao-cao", report) };
}

/** What bindings are signed with. */
export function workbookSecret(): string {
  const { NEXTAUTH_SECRET } = env();
  if (!NEXTAUTH_SECRET)
    throw new Error("NEXTAUTH_SECRET is not set: start the application with npm start or npm run dev.");
  return NEXTAUTH_SECRET;
}

export const bindingOf = (report: ReportRow, kind: Binding["kind"], base: Binding["base"]): Binding => ({
  kind,
  reportId: report.id,
  agencyId: report.agencyId,
  agencyName: report.agencyName,
  period: report.periodId,
  formId: report.formId,
  formVersion: report.formVersion,
  base,
});

/** Fingerprints of all a document says where a workbook could say something else. */
function baseOf(document: ReportDocument, form: Parameters<typeof allIndicators>[0]): Binding["base"] {
  const keys: EntryKey[] = [
    ...allIndicators(form).flatMap(({ id }): EntryKey[] => [`answer.${id}`, `explanation.${id}`]),
    ...form.narratives.map(({ id }): EntryKey => `narrative.${id}`),
  ];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const print = fingerprint(valueAt(document, key));
      return print === undefined ? [] : [[key, print]];
    }),
  );
}

export type UploadRow = {
  id: string;
  kind: Binding["kind"];
  personName: string;
  fileName: string;
  createdAt: Date;
  expiresAt: Date;
  outcome: "taken" | "discarded" | null;
};

const UPLOAD = `select id, kind, person_name as "personName", file_name as "fileName", created_at as "createdAt", expires_at as "expiresAt", outcome
  from workbook_upload`;

/** Files of the report that wait to be looked at, the latest first. */
export const listOpenUploads = (report: ReportRow) =>
  rows<UploadRow>(
    `${UPLOAD} where report_id = $1 and closed_at is null and expires_at > now() order by created_at desc limit 10`,
    [report.id],
  );

export type FoundUpload = UploadRow & { content: FilledFile | FilledUnits };

/** A file uploaded to this report, for as long as it waits. Null when there is none (any more). */
export const findUpload = (report: ReportRow, uploadId: string) =>
  UUID.test(uploadId)
    ? row<FoundUpload>(
        `select u.*, w.content from (${UPLOAD}) u join workbook_upload w on w.id = u.id where u.id = $2 and w.report_id = $1 and w.expires_at > now()`,
        [report.id, uploadId],
      )
    : Promise.resolve(null);
