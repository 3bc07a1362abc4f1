import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AskForm } from "#components/reports/extensions/ask-form";
import { DecidePanel } from "#components/reports/extensions/decide-panel";
import { ExtensionTable } from "#components/reports/extensions/extension-table";
import { StateTag } from "#components/reports/state-tag";
import { DeadlineStrip } from "#components/ui/deadline-strip";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { dayOf, printDay } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { NOT_IN_THE_PLANS } from "#lib/reports/extensions/labels";
import { mayAskExtension, mayDecideExtension } from "#lib/reports/extensions/policy";
import { findUpper, listExtensions } from "#lib/reports/extensions/queries";
import { boundOf, obstacleTo } from "#lib/reports/extensions/rules";
import { findReport } from "#lib/reports/queries";

export const metadata: Metadata = { title: "Gia hạn báo cáo" };

export default async function ExtensionPage({ params }: PageProps<"/reports/[id]/extension">) {
  const actor = await requireActor();
  const report = await findReport(actor, (await params).id);
  if (!report) notFound();
  const [extensions, upper] = await Promise.all([listExtensions(report.id), findUpper(report)]);
  const open = extensions.find(({ state }) => state === "asked");
  const obstacle = obstacleTo(report);
  const bound = boundOf(report, upper);
  const asks = mayAskExtension(actor, report);
  const today = dayOf(report.now);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/reports?period=${report.periodId}`, label: `Báo cáo năm ${report.periodId}` },
          { href: `/reports/${report.id}`, label: report.agencyShortName },
        ]}
        title={`Gia hạn báo cáo năm ${report.periodId} – ${report.agencyShortName}`}
        tag={
          <StateTag
            status={report.status}
            late={report.late}
            isOverdue={report.firstSentAt === null && today > report.dueOn}
            isExtended={report.originalDueOn !== null}
            nothing={report.nothingToReport}
          />
        }
        facts={`Nơi nhận: ${report.recipients.map(({ name }) => name).join(" và ") || "Thủ tướng Chính phủ"}.`}
      />
      <DeadlineStrip
        opensOn={report.opensOn}
        today={today}
        dueOn={report.dueOn}
        originalDueOn={report.originalDueOn}
        closesOn={report.closesOn}
        wording={report.dueWording}
        isDefault={report.dueIsDefault}
        sentOn={report.firstSentAt && dayOf(report.firstSentAt)}
      />
      <Notice tone="care" title="Chưa có văn bản quy định">
        <p>{NOT_IN_THE_PLANS}</p>
      </Notice>
      {obstacle && <p>{obstacle}</p>}
      {!obstacle && bound && (
        <p>
          Gia hạn chậm nhất đến ngày <b className="figures">{printDay(bound.day)}</b>, vì {bound.why}.
        </p>
      )}
      {!obstacle && open && (
        <DecidePanel
          report={report}
          request={open}
          latest={bound?.day ?? null}
          decides={mayDecideExtension(actor, report)}
          takesBack={asks}
        />
      )}
      {!obstacle && !open && asks && <AskForm report={report} today={today} latest={bound?.day ?? null} />}
      <section className="section">
        <h2>Các lần đề nghị</h2>
        {extensions.length > 0 ? (
          <ExtensionTable extensions={extensions} />
        ) : (
          <p className="quiet">Chưa có đề nghị gia hạn nào cho báo cáo này.</p>
        )}
      </section>
    </>
  );
}
