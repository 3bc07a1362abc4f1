import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AssessmentRead } from "#components/reports/assessment-read";
import { CellPanelHost } from "#components/reports/cell-panel";
import { EntryDesk } from "#components/reports/entry/entry-desk";
import { EvidenceOfSection } from "#components/reports/evidence/evidence-of-section";
import { FigureGrid } from "#components/reports/figure-grid";
import { FigureTable } from "#components/reports/figure-table";
import { SectionNav, SectionSteps } from "#components/reports/section-nav";
import { NarrativesRead } from "#components/reports/writing/narratives-read";
import { AssessmentForm, NarrativeForm } from "#components/reports/writing-forms";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { buildId } from "#lib/build-id";
import { printInstant } from "#lib/dates";
import type { Actor } from "#lib/identity/actor";
import { requireActor } from "#lib/identity/session";
import { countSaid } from "#lib/reports/cells/queries";
import { findConsolidation } from "#lib/reports/consolidation/queries";
import { type ReportDocument, readDocument } from "#lib/reports/document";
import type { Entry } from "#lib/reports/entry/entry";
import { figureRowsOf, type Said } from "#lib/reports/figure-rows";
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
  const { id, sectionId: named } = await params;
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
  const unfinished = (sections.find(({ state }) => state !== "complete") ?? sections[0])?.id;
  if (named === "next" && !writes) redirect(`/reports/${id}/sections/${unfinished}`);
  const sectionId = named === "next" ? unfinished : named;
  const section = sections.find((each) => each.id === sectionId);
  if (!section || !sectionId) notFound();

  const title = (
    <PageHeader
      crumbs={[
        { href: `/reports?period=${report.periodId}`, label: `Báo cáo năm ${report.periodId}` },
        { href: `/reports/${id}`, label: report.agencyShortName },
      ]}
      title={section.title}
      facts={factsOf(report, sent, fromDraft, writes)}
    />
  );
  const statement = writes ? undefined : document.statement;
  const returned = section.reasons.map(({ by, reason }) => (
    <Notice key={by} tone="wrong" title={`${by} trả lại phần này`}>
      {reason}
    </Notice>
  ));
  const header = (
    <>
      {title}
      <SectionNav reportId={id} sections={sections} current={sectionId} version={asked} />
      {returned}
      {statement && (
        <Notice tone="still" title="Báo cáo không phát sinh">
          {statement} Phần lời và tự đánh giá không kèm theo.
        </Notice>
      )}
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
  if (statement && (sectionId === NARRATIVES || sectionId === ASSESSMENT)) return header;
  const last = checked.lastYear ?? undefined;
  const entry: Entry = {
    reportId: id,
    person: { id: actor.personId, username: actor.username, fullName: actor.fullName },
    status: report.status,
    checked: { ...checked, document },
    answers: report.recipients.map(({ name, state, reasons }) => ({ name, state, reasons })),
    sections: report.sectionVersions,
    version: report.version,
  };
  const attached = <EvidenceOfSection reportId={id} sectionId={sectionId} version={asked} />;
  const write = (form: ReactNode) => (
    <CellPanelHost reportId={id}>
      <EntryDesk entry={entry} sectionId={sectionId} build={buildId} header={title} steps={steps}>
        {returned}
        {form}
        {attached}
      </EntryDesk>
    </CellPanelHost>
  );

  if (sectionId === NARRATIVES) {
    if (writes)
      return write(<NarrativeForm narratives={checked.form.narratives} agencies={namesOf(report)} said={said} />);
    return (
      <CellPanelHost reportId={id}>
        {header}
        <NarrativesRead
          narratives={checked.form.narratives}
          document={document}
          before={await versionBefore(report, sent, fromDraft)}
          said={said}
        />
        {attached}
      </CellPanelHost>
    );
  }
  if (sectionId === ASSESSMENT) {
    const assessed = await assessment(
      actor,
      report,
      document,
      writes ? "write" : await versionBefore(report, sent, fromDraft),
      said,
    );
    return writes ? (
      write(assessed)
    ) : (
      <CellPanelHost reportId={id}>
        {header}
        {assessed}
        {attached}
      </CellPanelHost>
    );
  }

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
  if (writes) return write(<FigureGrid rows={rows} isConsolidated={checked.isConsolidated} />);
  return (
    <CellPanelHost reportId={id}>
      {header}
      <FigureTable rows={rows} isConsolidated={checked.isConsolidated} />
      {attached}
    </CellPanelHost>
  );
}

/** What a reader compares with: for a draft up for signature what was last sent, for a sent version the one before it. */
const versionBefore = async (report: ReportRow, sent: VersionRow | null, fromDraft: boolean) => {
  if (fromDraft || !sent) return sent;
  return sent.number > 1 ? findVersion(report, sent.number - 1) : null;
};

/** Agencies whose names the words of this report will hold. */
const namesOf = ({ agencyName, recipients }: ReportRow) => [agencyName, ...recipients.map(({ name }) => name)];

function factsOf(report: ReportRow, sent: VersionRow | null, fromDraft: boolean, writes: boolean) {
  if (!fromDraft && sent)
    return `Bản ${sent.number}, ${sent.enteredByName ? `người nhập ${sent.enteredByName}, ` : ""}người ký ${sent.signedByName}, gửi lúc ${printInstant(sent.sentAt)}${sent.late ? " (muộn)" : ""}.`;
  const saved = report.draftSavedAt
    ? `Lưu lần cuối ${printInstant(report.draftSavedAt)}${report.draftSavedByName ? ` bởi ${report.draftSavedByName}` : ""}.`
    : "Chưa nhập.";
  return writes ? `${saved} Mỗi ô tự lưu khi rời ô.` : saved;
}

/** Self-assessment to write, or to read beside what each recipient has found. */
async function assessment(
  actor: Actor,
  report: ReportRow,
  document: ReportDocument,
  before: VersionRow | null | "write",
  said: Record<string, Said>,
): Promise<ReactNode> {
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
      {before === "write" ? (
        <AssessmentForm criteria={criteria} levels={levels} agencies={namesOf(report)} said={said} />
      ) : (
        <AssessmentRead
          report={report}
          assessments={document.assessments}
          criteria={criteria}
          levels={levels}
          before={before}
          appraiser={movesFor(actor, report).includes("accept") ? actor.agency.id : null}
          said={said}
        />
      )}
    </>
  );
}
