import "server-only";
import { row, rows } from "#lib/db";
import { authorize, notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { isEditor } from "../../policy.ts";
import { findForm, findReport, type ReportRow } from "../../queries.ts";
import { bindingOf, workbookSecret } from "../queries.ts";
import { fileNameOf } from "../rules.ts";
import type { UnitReport } from "./read-units.ts";
import { unitsTemplate } from "./template.ts";

/** The consolidated report whose units somebody may make proposals to. @throws notFound, 403 */
export async function findGathering(actor: Actor, id: string): Promise<ReportRow> {
  const report = await findReport(actor, id);
  if (report?.kind !== "consolidated") throw notFound("báo cáo tổng hợp");
  authorize(isEditor(actor, report), "Chỉ cơ quan tổng hợp đề xuất được số liệu cho các đơn vị.");
  return report;
}

/** The communes that report to a consolidated report of the same form. */
export const listUnits = (report: ReportRow) =>
  rows<UnitReport>(
    `select r.id as "reportId", r.agency_id as "agencyId", t.short_name as name, r.status
     from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id
     where r.parent_id = $1 and r.withdrawn_at is null and r.kind = 'own' and t.kind = 'commune' and r.form_id = $2 and r.form_version = $3
     order by t.short_name collate "vi-x-icu", r.agency_id`,
    [report.id, report.formId, report.formVersion],
  );

/** An empty workbook with a row for each unit. @throws notFound, 403 */
export async function makeUnitsTemplate(actor: Actor, id: string) {
  const report = await findGathering(actor, id);
  const [form, units] = await Promise.all([findForm(report.formId, report.formVersion), listUnits(report)]);
  const bytes = await unitsTemplate(form, units, bindingOf(report, "units", {}), workbookSecret());
  return { bytes, fileName: fileNameOf("so-lieu-cac-don-vi", report) };
}

export type ProposalCounts = { waiting: number; taken: number; declined: number; units: number };

/** What became of this agency's proposals to the units of a consolidated report. */
export const countProposals = async (actor: Actor, report: ReportRow): Promise<ProposalCounts> =>
  (await row<ProposalCounts>(
    `select count(*) filter (where p.decided_at is null) as waiting, count(*) filter (where p.outcome = 'taken') as taken,
       count(*) filter (where p.outcome = 'declined') as declined, count(distinct p.report_id) as units
     from figure_proposal p join report r on r.id = p.report_id where r.parent_id = $1 and p.agency_id = $2`,
    [report.id, actor.agency.id],
  )) ?? { waiting: 0, taken: 0, declined: 0, units: 0 };
