import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportPreview } from "#components/reports/workbook/report-preview";
import { UnitsPreview } from "#components/reports/workbook/units-preview";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { printInstant } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { checksOf, isOpen } from "#lib/reports/checks";
import { isEditor } from "#lib/reports/policy";
import { findChecked, findForm, findReport, type ReportRow } from "#lib/reports/queries";
import { writableStatuses } from "#lib/reports/rules";
import { splitKey } from "#lib/reports/workbook/answers";
import { changesOf, placeOf, printUnits, withEntries } from "#lib/reports/workbook/preview";
import { type FoundUpload, findUpload } from "#lib/reports/workbook/queries";
import type { FilledFile } from "#lib/reports/workbook/read-report";
import type { FilledUnits } from "#lib/reports/workbook/units/read-units";

export const metadata: Metadata = { title: "Xem trước tệp Excel" };

/** What an uploaded file would change, against the report as it stands now; nothing is written before it is taken. */
export default async function PreviewPage({ params }: PageProps<"/reports/[id]/workbook/[uploadId]">) {
  const actor = await requireActor();
  const { id, uploadId } = await params;
  const report = await findReport(actor, id);
  if (!report || !isEditor(actor, report)) notFound();
  const upload = await findUpload(report, uploadId);
  if (!upload) notFound();
  const isWaiting = upload.outcome === null;
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/reports/${report.id}`, label: report.agencyShortName },
          { href: `/reports/${report.id}/workbook`, label: "Nhập bằng Excel" },
        ]}
        title={`Xem trước: ${upload.fileName}`}
        facts={[
          `${upload.personName} tải lên ${printInstant(upload.createdAt)}`,
          isWaiting ? "Chưa ghi gì vào báo cáo" : "Đã xử lý xong",
        ]}
      />
      {!isWaiting && (
        <Notice tone="still">
          {upload.outcome === "taken" ? "Tệp này đã được nhận." : "Tệp này đã bị bỏ."}{" "}
          <a href={`/reports/${report.id}/workbook`}>Quay lại trang Nhập bằng Excel</a>.
        </Notice>
      )}
      {isWaiting && upload.kind === "report" && (await reportPreview(report, upload))}
      {isWaiting && upload.kind === "units" && (await unitsPreview(report, upload))}
    </>
  );
}

async function reportPreview(report: ReportRow, upload: FoundUpload) {
  const { edits, problems } = upload.content as FilledFile;
  const checked = await findChecked(report);
  const changes = changesOf(edits, checked.document, checked.form);
  const after = withEntries(
    checked.document,
    edits.filter(({ key }) => changes.some((change) => change.key === key && !change.isClash)),
  );
  const touched = new Set(changes.map(({ key }) => splitKey(key).id));
  const remaining = checksOf({ ...checked, document: after }).filter(
    (check) => isOpen(check, after) && touched.has(check.field.slice(check.field.indexOf(".") + 1)),
  );
  return (
    <ReportPreview
      reportId={report.id}
      uploadId={upload.id}
      seen={report.sectionVersions}
      writes={writableStatuses.includes(report.status)}
      edited={edits.length}
      changes={changes}
      problems={problems}
      remaining={remaining}
      hrefOf={(id) =>
        `/reports/${report.id}/sections/${placeOf(/^N\d/.test(id) ? `narrative.${id}` : `answer.${id}`, checked.form).sectionId}#${id}`
      }
    />
  );
}

async function unitsPreview(report: ReportRow, upload: FoundUpload) {
  const { units, problems } = upload.content as FilledUnits;
  const form = await findForm(report.formId, report.formVersion);
  return <UnitsPreview reportId={report.id} uploadId={upload.id} units={printUnits(units, form)} problems={problems} />;
}
