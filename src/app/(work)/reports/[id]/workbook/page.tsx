import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalForm } from "#components/reports/workbook/proposal-form";
import { UploadForm } from "#components/reports/workbook/upload-form";
import { UploadList } from "#components/reports/workbook/upload-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { requireActor } from "#lib/identity/session";
import { readDocument } from "#lib/reports/document";
import { isEditor, maySeeDraft } from "#lib/reports/policy";
import { findForm, findReport, type ReportRow } from "#lib/reports/queries";
import { writableStatuses } from "#lib/reports/rules";
import { proposalsOf } from "#lib/reports/workbook/preview";
import { listProposals } from "#lib/reports/workbook/proposals/queries";
import { listOpenUploads } from "#lib/reports/workbook/queries";
import { countProposals, type ProposalCounts } from "#lib/reports/workbook/units/queries";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Nhập bằng Excel" };

/** The report's template to take away, the filled one to bring back, and figures that others propose. */
export default async function WorkbookPage({ params }: PageProps<"/reports/[id]/workbook">) {
  const actor = await requireActor();
  const report = await findReport(actor, (await params).id);
  if (!report || !maySeeDraft(actor, report)) notFound();
  const isWriter = isEditor(actor, report);
  const writes = isWriter && writableStatuses.includes(report.status);
  const gathers = isWriter && report.kind === "consolidated";
  const [form, uploads, proposals, counts] = await Promise.all([
    findForm(report.formId, report.formVersion),
    isWriter ? listOpenUploads(report) : [],
    report.kind === "own" ? listProposals(report.id) : [],
    gathers ? countProposals(actor, report) : null,
  ]);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/reports?period=${report.periodId}`, label: `Báo cáo năm ${report.periodId}` },
          { href: `/reports/${report.id}`, label: report.agencyShortName },
        ]}
        title={`Nhập bằng Excel – ${report.agencyShortName}`}
        facts={[`Báo cáo năm ${report.periodId}`, "Tải mẫu, điền, tải lên, xem trước rồi nhận"]}
      />
      {proposals.length > 0 && (
        <section className="section">
          <h2>Số liệu được đề xuất: {printNumber(proposals.length)}</h2>
          {writes ? (
            <ProposalForm
              reportId={report.id}
              seen={report.sectionVersions}
              proposals={proposalsOf(proposals, readDocument(report.draft), form)}
            />
          ) : (
            <p>Báo cáo không ở bước nhập nên chưa nhận được các đề xuất này.</p>
          )}
        </section>
      )}
      <section className="section prose">
        <h2>Mẫu của báo cáo này</h2>
        <p>
          Mẫu gắn với {report.agencyName}, năm {report.periodId}, có số liệu đang nhập, số năm trước, danh sách chọn và
          quy định của từng ô. Không dùng mẫu này cho đơn vị hoặc năm khác.
        </p>
        <p className="actions">
          <a className="btn btn-primary" href={`/api/reports/${report.id}/workbook`} download>
            Tải mẫu Excel
          </a>
        </p>
      </section>
      {writes ? (
        <section className="section">
          <h2>Tải lên tệp đã điền</h2>
          <UploadForm action={`/api/reports/${report.id}/workbook`} label="Mẫu đã điền" />
        </section>
      ) : (
        <Notice tone="still">
          {isWriter
            ? "Báo cáo không ở bước nhập nên không nhận tệp tải lên."
            : "Chỉ người nhập báo cáo tải lên được tệp đã điền."}
        </Notice>
      )}
      <UploadList reportId={report.id} uploads={uploads} />
      {gathers && <Units report={report} counts={counts} />}
    </>
  );
}

function Units({ report, counts }: { report: ReportRow; counts: ProposalCounts | null }) {
  const made = counts && counts.units > 0;
  return (
    <section className="section">
      <h2>Đề xuất số liệu cho các đơn vị</h2>
      <p className="prose">
        Một tệp, mỗi dòng một xã, phường, đặc khu. Số liệu trở thành đề xuất; từng đơn vị tự xem và nhận, bản nháp của
        đơn vị không bị ghi đè.
      </p>
      {made && (
        <p>
          Đã đề xuất cho {printNumber(counts.units)} đơn vị: {printNumber(counts.taken)} số liệu được nhận,{" "}
          {printNumber(counts.declined)} không được nhận, {printNumber(counts.waiting)} đang chờ.
        </p>
      )}
      <p className="actions">
        <a className="btn" href={`/api/reports/${report.id}/workbook/units`} download>
          Tải mẫu nhiều đơn vị
        </a>
      </p>
      <UploadForm action={`/api/reports/${report.id}/workbook/units`} label="Mẫu nhiều đơn vị đã điền" />
    </section>
  );
}
