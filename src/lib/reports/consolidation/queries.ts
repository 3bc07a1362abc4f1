import "server-only";
import type { AgencyKind, ReportKind, ReportStatus } from "#generated/prisma/enums";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { maySeeDraft } from "../policy.ts";
import { findReport, findVersion, type ReportRow } from "../queries.ts";
import type { Totals } from "../totals.ts";

export type ConsolidationRow = {
  id: string;
  at: Date;
  personName: string;
  expected: number;
  counted: number;
  totals: Totals;
  outdated: number;
};

/** The making that stands behind a report's draft or one of its versions, with how many counted versions have been replaced since. */
export const findConsolidation = (consolidationId: string | null) =>
  row<ConsolidationRow>(
    `select c.id, c.at, c.person_name as "personName", c.expected, c.counted, c.totals,
       (select count(*) from consolidation_part p join report r on r.id = p.report_id
        where p.consolidation_id = c.id and r.accepted_version_id is distinct from p.version_id) as outdated
     from consolidation c where c.id = $1`,
    [consolidationId],
  );

export type PartRow = {
  reportId: string;
  name: string;
  agencyKind: AgencyKind;
  kind: ReportKind;
  status: ReportStatus;
  late: boolean | null;
  isExtended: boolean;
  firstSentAt: Date | null;
  /** the version counted; null = not counted */
  countedNumber: number | null;
  acceptedNumber: number | null;
  nothingToReport: boolean;
};

/** Every unit the report should be made of, with the version counted: who is missing stands here by name. */
export const listParts = (report: ReportRow, consolidationId: string | null) =>
  rows<PartRow>(
    `select r.id as "reportId", t.short_name as name, t.kind as "agencyKind", r.kind, r.status, r.late, r.original_due_on is not null as "isExtended", r.first_sent_at as "firstSentAt",
       counted.number as "countedNumber", accepted.number as "acceptedNumber", r.nothing_to_report as "nothingToReport"
     from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id
     left join consolidation_part p on p.report_id = r.id and p.consolidation_id = $2
     left join report_version counted on counted.id = p.version_id
     left join report_version accepted on accepted.id = r.accepted_version_id
     where r.parent_id = $1 and (r.withdrawn_at is null or p.report_id is not null)
     order by t.kind, t.path`,
    [report.id, consolidationId],
  );

export type PartFigure = {
  reportId: string;
  name: string;
  kind: ReportKind;
  agencyKind: AgencyKind;
  indicatorId: string;
  option: string;
  number: string | null;
  asked: number;
  versionNumber: number;
  enteredByName: string | null;
  signedByName: string;
};

/** One figure in each of the parts a consolidation counted; a part that gave no value has number null. */
export const listPartFigures = (consolidationId: string, indicatorIds: string[]) =>
  rows<PartFigure>(
    `select p.report_id as "reportId", t.short_name as name, r.kind, t.kind as "agencyKind", i.id as "indicatorId", coalesce(f.option, '') as option, f.number, coalesce(f.asked, 0) as asked,
       v.number as "versionNumber", v.entered_by_name as "enteredByName", v.signed_by_name as "signedByName"
     from consolidation_part p
     join report r on r.id = p.report_id
     join report_version v on v.id = p.version_id
     join agency_on(campaign_today()) t on t.agency_id = r.agency_id
     cross join unnest($2::text[]) as i(id)
     left join report_figure f on f.version_id = p.version_id and f.indicator_id = i.id
     where p.consolidation_id = $1
     order by t.kind, t.path, f.option`,
    [consolidationId, indicatorIds],
  );

/**
 * The totals the actor may read of a consolidated report: those it sent, or those being made for its writers.
 * The approved consolidation is the roll-up, so nothing is added up here. Null when there is none, or it is not theirs to see.
 */
export async function findTotals(actor: Actor, id: string) {
  const report = await findReport(actor, id);
  if (report?.kind !== "consolidated") return null;
  const sent = await findVersion(report, null);
  const consolidation = await findConsolidation(
    maySeeDraft(actor, report) ? report.consolidationId : (sent?.consolidationId ?? null),
  );
  const isSent = consolidation !== null && sent?.consolidationId === consolidation.id;
  return {
    report,
    sent,
    consolidation,
    totals: isSent ? (sent.document.totals ?? consolidation.totals) : consolidation?.totals,
  };
}
