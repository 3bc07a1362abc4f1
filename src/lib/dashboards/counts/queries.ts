import "server-only";
import type { AgencyKind, ReportStatus } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import { inSubtree } from "#lib/identity/people/sql";
import { plannedDay, type StandingCounts, standingColumns, standings } from "#lib/reports/standings";
import { CENTRE, NATION, type Scope } from "../policy.ts";

/** How the own reports of a place stand: a province, or all central bodies ("VN"). */
export type PlaceCounts = StandingCounts & { placeId: string; name: string; unitCode: string | null };

/** Own reports that are owed, counted by province as agencies stand today; the centre comes last. One statement. */
export const countByPlace = (period: string, client: Queryable = pool) =>
  rows<PlaceCounts>(
    `select c.*, coalesce(p.short_name, '${CENTRE}') as name, p.unit_code as "unitCode"
     from (
       select coalesce(t.province_id, '${NATION}') as "placeId", ${standingColumns}
       from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id
       where r.period_id = $1 and r.kind = 'own' and r.withdrawn_at is null
       group by 1
     ) c left join agency_on(campaign_today()) p on p.agency_id = c."placeId" and p.kind = 'province'
     order by p.short_name collate "vi-x-icu" nulls last`,
    [period],
    client,
  );

/** One unit of a province and how its own report stands; each count is 0 or 1. */
export type UnitCounts = PlaceCounts & { reportId: string; agencyKind: AgencyKind; status: ReportStatus };

/** Every unit of a province that owes a report, with how it stands. One statement. */
export const countByUnit = (period: string, { path }: Scope) =>
  rows<UnitCounts>(
    `select r.id as "reportId", t.agency_id as "placeId", t.short_name as name, t.unit_code as "unitCode", t.kind as "agencyKind", r.status, ${standingColumns}
     from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id
     where r.period_id = $1 and r.kind = 'own' and r.withdrawn_at is null and ${inSubtree("t.path", "$2")}
     group by r.id, t.agency_id, t.short_name, t.unit_code, t.kind
     order by t.kind, t.short_name collate "vi-x-icu"`,
    [period, path],
  );

/** The places a scope is shown by: the nation's provinces and centre, a province's units. */
export const countPlaces = (period: string, scope: Scope): Promise<(PlaceCounts | UnitCounts)[]> =>
  scope.isNation ? countByPlace(period) : countByUnit(period, scope);

export type Deadline = {
  kind: "own" | "consolidated";
  dueOn: Day;
  wording: string;
  owed: number;
  unsent: number;
  overdue: number;
  /** not sent, and given more time than this day */
  extended: number;
  sent: number;
  accepted: number;
};

/**
 * The days reports of the scope fall due by their plans, the nearest first, with how many are still to be sent for each. The index of standings
 * holds everything but the wording, which is the same for all that fall due together.
 */
export const listDeadlines = (period: string, { path, isNation }: Scope) =>
  rows<Deadline>(
    `select c.*, (select r.due_wording from report r where r.period_id = $1 and r.kind = c.kind and ${plannedDay} = c."dueOn" and r.withdrawn_at is null limit 1) as wording
     from (
       select r.kind, ${plannedDay} as "dueOn", count(*) as owed, count(*) filter (where not (${standings.everSent.sql})) as unsent,
         count(*) filter (where ${standings.overdue.sql}) as overdue, count(*) filter (where ${standings.extended.sql} and not (${standings.everSent.sql})) as extended,
         count(*) filter (where ${standings.everSent.sql}) as sent, count(*) filter (where ${standings.accepted.sql}) as accepted
       from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id${isNation ? "" : ` and ${inSubtree("t.path", "$2")}`}
       where r.period_id = $1 and r.kind in ('own', 'consolidated') and r.withdrawn_at is null
       group by r.kind, ${plannedDay}
     ) c order by c."dueOn", c.kind desc`,
    isNation ? [period] : [period, path],
  );

/** The report that consolidates a scope, and how many reports of the scope are no longer owed. */
export const findConsolidated = (period: string, scope: Scope) =>
  row<{ id: string | null; status: ReportStatus | null; dueOn: Day | null; withdrawn: number }>(
    `select c.id, c.status, c.due_on as "dueOn",
       (select count(*) from report w join agency_on(campaign_today()) t on t.agency_id = w.agency_id
        where w.period_id = $1 and w.kind = 'own' and w.withdrawn_at is not null and ${inSubtree("t.path", "$3")}) as withdrawn
     from (select 1) one left join report c on c.period_id = $1 and c.kind = 'consolidated' and c.withdrawn_at is null
       and (c.agency_id = $2 or ($2 = '${NATION}' and c.parent_id is null))`,
    [period, scope.id, scope.path],
  );
