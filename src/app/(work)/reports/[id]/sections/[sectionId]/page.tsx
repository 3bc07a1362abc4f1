import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AssessmentRead } from "#components/reports/assessment-read";
import { CellPanelHost } from "#components/reports/cell-panel";
import { FigureGrid } from "#components/reports/figure-grid";
import { FigureTable } from "#components/reports/figure-table";
import { SectionNav, SectionSteps } from "#components/reports/section-nav";
import { AssessmentForm, NarrativeForm } from "#components/reports/writing-forms";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { printInstant } from "#lib/dates";
import type { Actor } from "#lib/identity/actor";
import { requireActor } from "#lib/identity/session";
import { countSaid } from "#lib/reports/cells/queries";
import { findConsolidation } from "#lib/reports/consolidation/queries";
import { readDocument } from "#lib/reports/document";
import { figureRowsOf } from "#lib/reports/figure-rows";
import { ASSESSMENT, NARRATIVES } from "#lib/reports/form";
import { isEditor, maySeeDraft, movesFor } from "#lib/reports/policy";
import {
  findChecked,
  findReport,
  findVersion,
  listCriteria,
  listLevels,
  type ReportRow,
  type VersionRow,
} from "#lib/reports/queries";
import { writableStatuses } from "#lib/reports/rules";
import { sectionsOf } from "#lib/reports/sections";

export const metadata: Metadata = { title: "Phần báo cáo" };

export default async function SectionPage({ params, searchParams }: PageProps<"/reports/[id]/sections/[sectionId]">) {
  const actor = await requireActor();
  const { id, sectionId } = await params;
  const report = await findReport(actor, id);
  if (!report) notFound();
  const asked = Number([(await searchParams).version].flat()[0]) || null;
  const writes = asked === null && isEditor(actor, report) && writableStatuses.includes(report.status);
  const [checked, sent, said] = await Promise.all([
    findChecked(report),
    findVersion(report, asked),
    countSaid(actor, report),
  ]);
  const fromDraft =
    asked === null && maySeeDraft(actor, report) && (writes || !sent || report.status === "awaitingSignOff");
  const document = fromDraft ? checked.document : readDocument(sent?.document);
  const sections = sectionsOf({ ...checked, document }, report.status, report.recipients);
  if (sectionId === "next")
    redirect(`/reports/${id}/sections/${(sections.find(({ state }) => state !== "complete") ?? sections[0])?.id}`);
  const section = sections.find((each) => each.id === sectionId);
  if (!section) notFound();

  const header = (
    <>
      <PageHeader
        crumbs={[
          { href: `/reports?period=${report.periodId}`, label: `Báo cáo năm ${report.periodId}` },
          { href: `/reports/${id}`, label: report.agencyShortName },
        ]}
        title={section.title}
        facts={factsOf(report, sent, fromDraft, writes)}
      />
      <SectionNav reportId={id} sections={sections} current={sectionId} version={asked} />
      {section.reasons.map(({ by, reason }) => (
        <Notice key={by} tone="wrong" title={`${by} trả lại phần này`}>
          {reason}
        </Notice>
      ))}
    </>
  );
  const steps = writes && <SectionSteps reportId={id} sections={sections} current={sectionId} />;
  if (!fromDraft && !sent)
    return (
      <>
        {header}
        <Empty title="Đơn vị chưa gửi báo cáo">
          Nội dung đang nhập chỉ đơn vị xem được. Quay lại <a href={`/reports/${id}`}>trang báo cáo</a>.
        </Empty>
      </>
    );
  const last = checked.lastYear ?? undefined;
  const { totals: _, ...parts } = document;

  if (sectionId === NARRATIVES) {
    if (writes)
      return (
        <>
          {header}
          <NarrativeForm
            reportId={id}
            sections={report.sectionVersions}
            document={parts}
            narratives={checked.form.narratives}
            lastYear={last?.narratives ?? {}}
          />
          {steps}
        </>
      );
    return (
      <>
        {header}
        {checked.form.narratives.map(({ id: narrativeId, title }) => (
          <section key={narrativeId} id={narrativeId}>
            <h2>{title}</h2>
            <p className="prose pre">
              {document.narratives[narrativeId] ?? <span className="quiet">Không có nội dung.</span>}
            </p>
          </section>
        ))}
      </>
    );
  }
  if (sectionId === ASSESSMENT)
    return (
      <>
        {header}
        {await assessment(actor, report, parts, writes)}
        {steps}
      </>
    );

  const figures = checked.form.sections.find((each) => each.id === sectionId);
  if (!figures) notFound();
  const consolidationId = fromDraft ? report.consolidationId : (sent?.consolidationId ?? null);
  const consolidation = report.kind === "consolidated" ? await findConsolidation(consolidationId) : null;
  const rows = figureRowsOf({
    reportId: id,
    section: figures,
    checked: { ...checked, document },
    consolidation,
    lastYear: last,
    version: asked,
    said,
  });
  if (writes)
    return (
      <CellPanelHost reportId={id}>
        {header}
        <FigureGrid
          reportId={id}
          sections={report.sectionVersions}
          document={parts}
          rows={rows}
          isConsolidated={checked.isConsolidated}
        />
        {steps}
      </CellPanelHost>
    );
  return (
    <CellPanelHost reportId={id}>
      {header}
      <FigureTable rows={rows} isConsolidated={checked.isConsolidated} />
    </CellPanelHost>
  );
}

function factsOf(report: ReportRow, sent: VersionRow | null, fromDraft: boolean, writes: boolean) {
  if (!fromDraft && sent)
    return `Bản ${sent.number}, ${sent.enteredByName ? `người nhập ${sent.enteredByName}, ` : ""}người ký ${sent.signedByName}, gửi lúc ${printInstant(sent.sentAt)}${sent.late ? " (muộn)" : ""}.`;
  const saved = report.draftSavedAt
    ? `Lưu lần cuối ${printInstant(report.draftSavedAt)}${report.draftSavedByName ? ` bởi ${report.draftSavedByName}` : ""}.`
    : "Chưa nhập.";
  return writes ? `${saved} Mỗi ô tự lưu khi rời ô.` : saved;
}

type Parts = Parameters<typeof AssessmentForm>[0]["document"];

/** Self-assessment to write, or to read beside what each recipient has found. */
async function assessment(actor: Actor, report: ReportRow, document: Parts, writes: boolean): Promise<ReactNode> {
  const [criteria, levels] = await Promise.all([listCriteria(report.subjectGroupId), listLevels()]);
  if (criteria.length === 0) {
    return (
      <Empty title="Chưa có tiêu chí để tự đánh giá">
        Chưa có kế hoạch nào áp dụng cho đơn vị được nhập vào hệ thống, nên không có tiêu chí riêng; hệ thống không mượn
        tiêu chí của nơi khác. Khi tỉnh, thành phố nhập kế hoạch, phần này sẽ có tiêu chí. Xem{" "}
        <a href="/plans">các kế hoạch</a>.
      </Empty>
    );
  }
  const source = criteria[0];
  return (
    <>
      <p>
        Theo <a href={`/plans/${source?.planId}#criteria`}>{source?.planTitle}</a>, nhóm “{source?.groupName}”.
      </p>
      {levels.some(({ isProposal }) => isProposal) && (
        <Notice tone="care" title="Thang mức là đề xuất">
          {levels[0]?.source}. Cơ quan có thẩm quyền có thể thay thang này.
        </Notice>
      )}
      {writes ? (
        <AssessmentForm
          reportId={report.id}
          sections={report.sectionVersions}
          document={document}
          criteria={criteria}
          levels={levels}
        />
      ) : (
        <AssessmentRead
          report={report}
          assessments={document.assessments as Record<string, { level: string; grounds: string }>}
          criteria={criteria}
          levels={levels}
          appraiser={movesFor(actor, report).includes("accept") ? actor.agency.id : null}
        />
      )}
    </>
  );
}
