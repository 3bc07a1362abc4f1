import "server-only";
import type { ReportStatus } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { type Queryable, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { inSubtree } from "#lib/identity/people/sql";
import { parametersOf } from "#lib/list-route";
import { readReportFilter } from "#lib/reports/filters";
import { listReports } from "#lib/reports/queries";
import { standings } from "#lib/reports/standings";
import { listQualityReportIds } from "../quality/queries.ts";
import { isQualityList, qualityLists } from "../quality/rules.ts";
import { findScope } from "../queries.ts";
import { MOST_UNITS } from "./schema.ts";

/** A list whose units can be reminded: what it is called and whose reports it holds. */
export type RemindableList = { title: string; reportIds: string[] };

/** The list that stands at an address of ours, with exactly the reports it shows the actor; null when there is none. */
export async function findList(actor: Actor, address: string, period: string): Promise<RemindableList | null> {
  const ours = new URL("http://list.invalid");
  const url = URL.parse(address, ours);
  if (url?.host !== ours.host) return null;
  if (url.pathname === "/reports") return reportsAt(actor, url.searchParams, period);
  const [, dashboards, scopeId = "", place] = url.pathname.split("/");
  if (dashboards !== "dashboards" || place !== "quality") return null;
  const scope = await findScope(actor, scopeId);
  const list = url.searchParams.get("list") ?? "";
  if (!scope || !isQualityList(list)) return null;
  const asked = url.searchParams.get("period") ?? period;
  return {
    title: `${qualityLists[list].label}, ${scope.name}, năm ${asked}`,
    reportIds: await listQualityReportIds(asked, scope, list),
  };
}

async function reportsAt(actor: Actor, query: URLSearchParams, period: string): Promise<RemindableList> {
  const filter = readReportFilter(parametersOf(query), period);
  const reports = await listReports(actor, filter, { offset: 0, limit: MOST_UNITS });
  const words = [filter.standing && standings[filter.standing].label, filter.late && "Muộn hoặc quá hạn", filter.q];
  return {
    title: [`Báo cáo năm ${filter.period}`, ...words].filter(Boolean).join(", "),
    reportIds: reports.map(({ id }) => id),
  };
}

export type RemindableUnit = {
  reportId: string;
  agencyId: string;
  name: string;
  provinceName: string | null;
  status: ReportStatus;
  dueOn: Day;
  hasMailbox: boolean;
  /** the actor's agency has reminded of this report today */
  isReminded: boolean;
};

/** Of these reports, those of agencies the actor's agency looks after, with who has to act and whether they were reminded today. */
export const listUnits = (actor: Actor, reportIds: string[], client?: Queryable) =>
  rows<RemindableUnit>(
    `select r.id as "reportId", e.agency_id as "agencyId", t.short_name as name, p.short_name as "provinceName", r.status, r.due_on as "dueOn",
       m.address is not null as "hasMailbox",
       exists (select from reminder_report x join reminder n on n.id = x.reminder_id
               where x.report_id = r.id and n.agency_id = $2 and vietnam_day(n.sent_at) = (select campaign_today())) as "isReminded"
     from report r
     cross join lateral (select case when r.kind = 'own' then r.agency_id else r.editor_ids[1] end as agency_id) e
     join agency_on(campaign_today()) t on t.agency_id = e.agency_id
     left join agency_on(campaign_today()) p on p.agency_id = t.province_id and t.kind <> 'province'
     left join agency_mailbox m on m.agency_id = e.agency_id
     where r.id = any($1::uuid[]) and r.withdrawn_at is null and ${inSubtree("t.path", "$3")}
     order by t.path`,
    [reportIds, actor.agency.id, actor.agency.oversight],
    client,
  );
