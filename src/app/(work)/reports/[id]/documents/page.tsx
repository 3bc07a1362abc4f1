import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IssueForm } from "#components/documents/issue-form";
import { IssueTable } from "#components/documents/issue-table";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { dayOf, printInstant } from "#lib/dates";
import { keepsTemplates, mayIssue } from "#lib/documents/policy";
import {
  findSentOf,
  findTemplateInForce,
  type IssueRow,
  listIssues,
  type Sent,
  suggestImprint,
} from "#lib/documents/queries";
import { requireActor } from "#lib/identity/session";
import { findReport } from "#lib/reports/queries";

export const metadata: Metadata = { title: "Văn bản của báo cáo" };

export default async function DocumentsPage({ params }: PageProps<"/reports/[id]/documents">) {
  const actor = await requireActor();
  const report = await findReport(actor, (await params).id);
  if (!report) notFound();
  const [sent, issues] = await Promise.all([findSentOf(report), listIssues(report.id)]);
  const standing = issues.find(
    ({ versionNumber, supersededAt }) => versionNumber === sent?.version.number && !supersededAt,
  );
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/reports?period=${report.periodId}`, label: `Báo cáo năm ${report.periodId}` },
          { href: `/reports/${report.id}`, label: report.agencyShortName },
        ]}
        title={`Văn bản của báo cáo năm ${report.periodId} – ${report.agencyShortName}`}
        facts={
          sent ? `Bản đã gửi: ${sent.version.number}, lúc ${printInstant(sent.version.sentAt)}.` : "Chưa gửi báo cáo."
        }
        actions={
          keepsTemplates(actor) && (
            <a className="btn" href="/document-templates">
              Mẫu văn bản
            </a>
          )
        }
      />
      {sent ? (
        <>
          <Files sent={sent} standing={standing} />
          {issues.length > 0 && (
            <section className="section">
              <h2>Văn bản đã phát hành</h2>
              <IssueTable issues={issues} />
            </section>
          )}
          {mayIssue(actor, report) && <Issue sent={sent} standing={standing} />}
        </>
      ) : (
        <Empty title="Chưa có bản đã gửi">Văn bản được lập từ bản báo cáo đã ký và gửi.</Empty>
      )}
    </>
  );
}

/** What can be taken away now: the draft until something is issued, and the whole dossier. */
function Files({ sent: { report, version }, standing }: { sent: Sent; standing: IssueRow | undefined }) {
  const api = `/api/reports/${report.id}/documents`;
  return (
    <section className="section">
      <h2>Tải về</h2>
      {!standing && (
        <Notice tone="care" title="Dự thảo">
          Bản {version.number} chưa được phát hành: văn bản tải về ghi DỰ THẢO ở mọi trang, chưa có số và mã đối chiếu.
        </Notice>
      )}
      <p className="actions">
        {!standing && (
          <>
            <a className="btn" href={`${api}/draft/docx`}>
              Dự thảo .docx
            </a>
            <a className="btn" href={`${api}/draft/pdf`}>
              Dự thảo PDF
            </a>
          </>
        )}
        <a className="btn" href={`${api}/dossier`}>
          Cả hồ sơ (.zip)
        </a>
      </p>
    </section>
  );
}

async function Issue({ sent, standing }: { sent: Sent; standing: IssueRow | undefined }) {
  const { report, version } = sent;
  const template = await findTemplateInForce(report.kind);
  const suggested = await suggestImprint(sent, template.words);
  const known = standing
    ? { ...standing, number: String(standing.number), superior: standing.superior ?? "" }
    : { ...suggested, number: "", superior: suggested.superior ?? "", issuedOn: dayOf(version.sentAt) };
  return (
    <section className="section">
      <h2>{standing ? "Phát hành lại" : "Phát hành"}</h2>
      <p>
        {standing
          ? "Chỉ phát hành lại khi văn bản đã phát hành có sai sót về số, ngày, người ký hoặc nơi nhận. Nội dung báo cáo sửa bằng đính chính."
          : "Điền theo sổ văn thư và bản đã ký. Sau khi phát hành, văn bản có mã QR để người nhận đối chiếu với bản đã gửi."}
      </p>
      <IssueForm
        reportId={report.id}
        version={version.number}
        known={{
          number: known.number,
          symbol: known.symbol,
          issuedOn: known.issuedOn,
          place: known.place,
          superior: known.superior,
          copies: known.copies,
          signature: known.signature,
        }}
        today={dayOf(report.now)}
        replaces={standing !== undefined}
      />
    </section>
  );
}
