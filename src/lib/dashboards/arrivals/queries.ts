import "server-only";
import { row, rows } from "#lib/db";
import { inSubtree } from "#lib/identity/people/sql";
import { plannedDay } from "#lib/reports/standings";
import { NATION, type Scope } from "../policy.ts";
import type { Arrivals } from "./curves.ts";
import type { Pace } from "./forecast.ts";

/** Own reports that are owed, with the term their agency had on the day it was due, or has today if that is yet to come. */
const OWED = `
  from report r join agency_term t on t.agency_id = r.agency_id
    and (t.valid_from is null or t.valid_from <= least(r.due_on, (select campaign_today())))
    and (t.valid_to is null or t.valid_to >= least(r.due_on, (select campaign_today())))`;

const LEVEL = "case when t.province_id is null then 'central' else 'local' end";

/** Hours from an instant to the end of the last day on time by the plan, so that all stand on one axis; negative after it, null when the instant is yet to come. */
const leadOf = (instant: string) =>
  `case when ${instant} <= (select campaign_now()) then extract(epoch from (${plannedDay} + 1)::timestamp - (${instant} at time zone 'UTC' + interval '7 hours')) / 3600 end`;

/**
 * What arrived of a period and the one before in each hour before the deadline: every owed report stands once under “sent” and
 * once under “accepted”, without an hour as long as it has not come. One statement.
 */
export const listArrivals = (period: string, { path }: Scope) =>
  rows<Arrivals>(
    `select r.period_id as period, ${LEVEL} as level, ${plannedDay} as "dueOn", m.kind, floor(${leadOf("m.at")})::int as hour,
       count(*)::int as count, count(*) filter (where r.late = false and m.at <= (select campaign_now()))::int as "onTime"
     ${OWED}
     cross join lateral (values ('sent', r.first_sent_at), ('accepted', r.first_accepted_at)) m (kind, at)
     where r.period_id in ($1::text, ($1::text::int - 1)::text) and r.kind = 'own' and r.withdrawn_at is null and ${inSubtree("t.path", "$2")}
     group by 1, 2, 3, 4, 5`,
    [period, path],
  );

/** Hours left without Saturdays and Sundays, as `workingHoursLeft` of curves.ts counts them: `left.hours`, null as long as nothing was sent. */
const WORKING_HOURS_LEFT = `
  cross join lateral (select case when r.first_sent_at <= (select campaign_now()) then r.first_sent_at at time zone 'UTC' + interval '7 hours' end as at) sent
  cross join lateral (select sent.at::date - date '1970-01-05' as day, ${plannedDay} - date '1970-01-05' as due) d
  cross join lateral (select case
    when d.day >= d.due then extract(epoch from (${plannedDay} + 1)::timestamp - sent.at) / 3600
    else 24 * (1 + 5 * (d.due / 7) + least(d.due % 7, 5) - 5 * ((d.day + 1) / 7) - least((d.day + 1) % 7, 5))
      + case when d.day % 7 < 5 then extract(epoch from (sent.at::date + 1)::timestamp - sent.at) / 3600 else 0 end end as hours) "left"`;

/**
 * How far each place had come when so many working hours were left, in a period and those before it: a province, or the centre.
 * Of the whole country whatever the scope: the pace of one province alone says nothing of how much paces differ. One statement.
 */
export const listPaces = (period: string, hours: number[]) =>
  rows<Pace>(
    `select r.period_id as period, ${LEVEL} as level, coalesce(t.province_id, '${NATION}') as "placeId", h.hour, count(*)::int as expected,
       count(*) filter (where r.late = false and sent.at is not null)::int as "onTime",
       count(*) filter (where r.late = false and "left".hours >= h.hour)::int as arrived,
       bool_and(${plannedDay} < (select campaign_today())) as "isOver"
     ${OWED} ${WORKING_HOURS_LEFT} cross join unnest($2::float8[]) h (hour)
     where r.period_id <= $1::text and r.kind = 'own' and r.withdrawn_at is null
     group by 1, 2, 3, 4`,
    [period, hours],
  );

/** Own reports that were sent, and those that were accepted for the first time, in the last 24 hours. */
export async function countLastDay(period: string, { path }: Scope): Promise<{ sent: number; accepted: number }> {
  const counts = await row<{ sent: number; accepted: number }>(
    `select count(*) filter (where first_sent_at > at.now - interval '24 hours' and first_sent_at <= at.now) as sent,
       count(*) filter (where first_accepted_at > at.now - interval '24 hours' and first_accepted_at <= at.now) as accepted
     from (select campaign_now() as now) at, report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id
     where r.period_id = $1 and r.kind = 'own' and r.withdrawn_at is null and ${inSubtree("t.path", "$2")}`,
    [period, path],
  );
  if (!counts) throw new Error("A select without a table gives one row.");
  return counts;
}
