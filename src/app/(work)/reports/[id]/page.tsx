import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EvidenceSection } from "#components/reports/evidence/evidence-section";
import { AskExtensionLink, ExtensionNotice } from "#components/reports/extensions/extension-link";
import { FollowUps } from "#components/reports/follow-ups";
import { MovePanel } from "#components/reports/move-panel";
import { RecipientTable } from "#components/reports/recipient-table";
import { SectionTable } from "#components/reports/section-table";
import { StateTag } from "#components/reports/state-tag";
import { DeadlineStrip } from "#components/ui/deadline-strip";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Timeline } from "#components/ui/timeline";
import { dayOf, printDay, printInstant } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { listFollowUps } from "#lib/reports/cells/queries";
import { readDocument } from "#lib/reports/document";
import { viewEvidence } from "#lib/reports/evidence/queries";
import { moveLabels } from "#lib/reports/labels";
import { cellsTold } from "#lib/reports/nothing";
import { isEditor, maySeeDraft } from "#lib/reports/policy";
import { type EventRow, findChecked, findReport, findVersion, listEvents, type ReportRow } from "#lib/reports/queries";
import { holderOf, writableStatuses } from "#lib/reports/rules";
import { firstUnfinishedHref, sectionsOf } from "#lib/reports/sections";
import { findProposals } from "#lib/reports/workbook/proposals/queries";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Báo cáo" };

export default async function ReportPage({ params }: PageProps<"/reports/[id]">) {
  const actor = await requireActor();
  const report = await findReport(actor, (await params).id);
  if (!report) notFound();
  const seesDraft = maySeeDraft(actor, report);
  const writes = isEditor(actor, report) && writableStatuses.includes(report.status);
  const [checked, sent, events, evidence, followUps, proposed] = await Promise.all([
    findChecked(report),
    findVersion(report, null),
    listEvents(report.id),
    viewEvidence(actor, report),
    listFollowUps(actor, report),
    writes ? findProposals(report.id) : null,
  ]);
  const document = seesDraft ? checked.document : readDocument(sent?.document);
  const sections = sectionsOf({ ...checked, document }, report.status, report.recipients);
  const isReady = sections.every(({ problems }) => problems === 0);
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/reports?period=${report.periodId}`, label: `Báo cáo năm ${report.periodId}` }]}
        title={titleOf(report)}
        tag={
          <StateTag
            status={report.status}
            late={report.late}
            isOverdue={isOverdue(report)}
            isExtended={report.originalDueOn !== null}
            nothing={report.nothingToReport}
            title={`từ ${printInstant(report.statusSince)}`}
          />
        }
        facts={factsOf(report)}
        actions={
          sent && (
            <a className="btn" href={`/reports/${report.id}/documents`}>
              Văn bản
            </a>
          )
        }
      />
      {report.withdrawnAt && (
        <Notice tone="care" title="Không còn nghĩa vụ">
          {report.withdrawnFor}
        </Notice>
      )}
      <DeadlineStrip
        opensOn={report.opensOn}
        today={dayOf(report.now)}
        dueOn={report.dueOn}
        originalDueOn={report.originalDueOn}
        closesOn={report.closesOn}
        wording={report.dueWording}
        isDefault={report.dueIsDefault}
        sentOn={report.firstSentAt && dayOf(report.firstSentAt)}
      />
      <ExtensionNotice actor={actor} report={report} />
      {report.correctionReason && report.status !== "accepted" && (
        <Notice tone="extended" title="Đang đính chính">
          Lý do: {report.correctionReason}. Bản {report.acceptedNumber} đã tiếp nhận vẫn được tính cho đến khi bản mới
          được tiếp nhận.
        </Notice>
      )}
      {proposed && (
        <Notice tone="wait" title={`${proposed.from} đề xuất ${printNumber(proposed.count)} số liệu.`}>
          <a href={`/reports/${report.id}/workbook`}>Xem, nhận hoặc không nhận</a>
        </Notice>
      )}
      <MovePanel
        actor={actor}
        report={report}
        sections={sections}
        isReady={isReady}
        hasFigures={cellsTold({ ...checked, document }).length > 0}
      >
        {report.kind === "consolidated" && (
          <a className={`btn ${writes && !isReady ? "btn-primary" : ""}`} href={`/reports/${report.id}/consolidation`}>
            Bảng tổng hợp từ các đơn vị
          </a>
        )}
        {writes && (
          <a className={`btn ${isReady ? "" : "btn-primary"}`} href={firstUnfinishedHref(report.id)}>
            Nhập tiếp
          </a>
        )}
        {writes && (
          <a className="btn" href={`/reports/${report.id}/workbook`}>
            Nhập bằng Excel
          </a>
        )}
        <AskExtensionLink actor={actor} report={report} />
      </MovePanel>
      {document.statement && !writes && (
        <Notice tone="still" title="Báo cáo không phát sinh">
          {document.statement}
        </Notice>
      )}
      <section className="section" hidden={document.statement !== undefined && !writes}>
        <h2>Các phần của báo cáo</h2>
        {seesDraft || sent ? (
          <SectionTable reportId={report.id} sections={sections} writes={writes} />
        ) : (
          <p>Đơn vị chưa gửi báo cáo; nội dung đang nhập chỉ đơn vị xem được.</p>
        )}
      </section>
      {(seesDraft || sent) && (
        <EvidenceSection reportId={report.id} form={checked.form} titles={titles} view={evidence} />
      )}
      <FollowUps reportId={report.id} followUps={followUps} />
      {report.recipients.length > 0 && <RecipientTable recipients={report.recipients} sectionTitles={titles} />}
      <section className="section">
        <h2>Diễn biến</h2>
        {events.length > 0 ? (
          <Timeline entries={events.map((event) => entryOf(event, titles))} />
        ) : (
          <p className="quiet">Chưa có việc nào được ghi.</p>
        )}
      </section>
    </>
  );
}

const titleOf = ({ kind, periodId, agencyShortName }: ReportRow) =>
  `${kind === "consolidated" ? "Báo cáo tổng hợp" : "Báo cáo"} năm ${periodId} – ${agencyShortName}`;

const isOverdue = ({ firstSentAt, now, dueOn }: ReportRow) => firstSentAt === null && dayOf(now) > dueOn;

function factsOf(report: ReportRow) {
  const holder = holderOf(report.status, report.agencyName, report.recipients);
  const reported = report.reportedOn ? ` Văn bản số ${report.reportedNumber} ngày ${printDay(report.reportedOn)}.` : "";
  return `${holder === "–" ? "" : `Đang ở: ${holder}, `}từ ${printInstant(report.statusSince)}. Bản đã gửi: ${report.sentNumber ?? "chưa có"}.${reported}`;
}

function entryOf(event: EventRow, titles: Map<string, string>) {
  const told = Object.hasOwn(moveLabels, event.move)
    ? moveLabels[event.move as keyof typeof moveLabels].told
    : event.move;
  return {
    at: printInstant(event.at),
    who: event.personName,
    agency: event.agencyName,
    what: `${told}${event.detail.untilOn ? ` đến hết ngày ${printDay(event.detail.untilOn)}` : ""}${event.versionNumber ? ` (bản ${event.versionNumber})` : ""}`,
    reason: event.reason,
    extra: event.detail.sections && (
      <ul>
        {Object.entries(event.detail.sections).map(([id, reason]) => (
          <li key={id}>
            {titles.get(id) ?? id}: {reason}
          </li>
        ))}
      </ul>
    ),
    tone:
      event.move === "return" ? ("wrong" as const) : event.move === "accept" ? ("good" as const) : ("still" as const),
  };
}
