import "server-only";
import { row, rows } from "#lib/db";
import type { FigureValue } from "../../document.ts";

export type ProposalRow = {
  id: string;
  indicatorId: string;
  value: FigureValue;
  agencyName: string;
  personName: string;
  proposedAt: Date;
};

/** What upper levels propose to a unit and it has not answered, in the order of the form. */
export const listProposals = (reportId: string) =>
  rows<ProposalRow>(
    `select p.id, p.indicator_id as "indicatorId", p.value, t.name as "agencyName", p.person_name as "personName", p.proposed_at as "proposedAt"
     from figure_proposal p join agency_on(campaign_today()) t on t.agency_id = p.agency_id
     where p.report_id = $1 and p.decided_at is null
     order by left(p.indicator_id, 1), length(p.indicator_id), p.indicator_id, p.agency_id`,
    [reportId],
  );

/** How many proposals wait and who makes them; null when there are none. */
export const findProposals = (reportId: string) =>
  row<{ count: number; from: string }>(
    `select count(*) as count, string_agg(distinct t.name, ', ') as "from"
     from figure_proposal p join agency_on(campaign_today()) t on t.agency_id = p.agency_id
     where p.report_id = $1 and p.decided_at is null having count(*) > 0`,
    [reportId],
  );
