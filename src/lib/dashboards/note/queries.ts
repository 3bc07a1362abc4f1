import "server-only";
import type { Day } from "#lib/dates";
import { row } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { inSubtree } from "#lib/identity/people/sql";
import { groupsOf, type Level, levels, workingHoursLeft } from "../arrivals/curves.ts";
import { outlooksOf } from "../arrivals/outlook.ts";
import { listArrivals, listPaces } from "../arrivals/queries.ts";
import { countPlaces, listDeadlines } from "../counts/queries.ts";
import { NATION, type Scope } from "../policy.ts";
import { countQuality } from "../quality/queries.ts";
import { changesSince } from "./rules.ts";
import type { Movements, NoteSource } from "./source.ts";

/** Everything a note of a scope is made from, as of `now`: seven statements whatever the scope. */
export async function findNoteSource(period: string, scope: Scope, now: Date): Promise<NoteSource> {
  const since = changesSince(now);
  const [places, deadlines, movements, outlooks, quality] = await Promise.all([
    countPlaces(period, scope),
    listDeadlines(period, scope),
    findMovements(period, scope, since, now),
    findOutlooks(period, scope, now),
    countQuality(period, scope),
  ]);
  return { scope, period, now, since, places, deadlines, movements, outlooks, quality };
}

async function findOutlooks(period: string, scope: Scope, now: Date): Promise<NoteSource["outlooks"]> {
  const sent = (await listArrivals(period, scope)).filter((one) => one.period === period && one.kind === "sent");
  const groups = (Object.keys(levels) as Level[]).map((level) => ({
    level,
    groups: groupsOf(sent.filter((one) => one.level === level)),
  }));
  const left = groups.flatMap((one) => one.groups.map(({ dueOn }) => workingHoursLeft(dueOn, now)));
  const open = [...new Set(left.filter((hours) => hours > 0))];
  const paces = open.length > 0 ? await listPaces(period, open) : [];
  return groups.map((one) => ({ level: one.level, outlooks: outlooksOf(one.groups, paces, period, one.level, now) }));
}

/** How many rows of each list are read: more than a note shows. */
const MOST = 20;

/**
 * What was sent, accepted, returned, put up for signature and given more time between `since` and `now`, where, and what has lain longest with
 * whom. A move sets `status_since`, so that only reports that have moved lately are looked up in the timeline. One statement.
 */
async function findMovements(period: string, scope: Scope, since: Date, now: Date): Promise<Movements> {
  const found = await row<Movements>(MOVEMENTS, [period, scope.path, since, now, scope.isNation]);
  if (!found) throw new Error("A select without a table gives one row.");
  return found;
}

const within = (instant: string) => `${instant} > $3::timestamptz and ${instant} <= $4::timestamptz`;

const MOVEMENTS = `
  with extended as (
    select distinct on (report_id) report_id, due_on from report_extension where state = 'granted' and ${within("decided_at")} order by report_id, decided_at
  ), scoped as materialized (
    select r.id, r.status, r.status_since, coalesce(x.due_on, r.due_on) as due_before, x.report_id is not null as extended, r.first_sent_at, r.first_accepted_at, r.late, r.nothing_to_report, r.sent_version_id, t.short_name as name,
      case when $5::bool then coalesce(t.province_id, '${NATION}') else t.agency_id end as place_id,
      coalesce(${within("r.first_sent_at")}, false) as sent, coalesce(${within("r.first_accepted_at")}, false) as accepted
    from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id left join extended x on x.report_id = r.id
    where r.period_id = $1 and r.kind = 'own' and r.withdrawn_at is null and ${inSubtree("t.path", "$2")}
  ), moves as (
    select distinct e.report_id, case when e.move = 'declareNothing' then 'askSignOff' else e.move end as move
    from scoped s join report_event e on e.report_id = s.id
    where s.status_since > $3::timestamptz and ${within("e.at")} and e.move in ('askSignOff', 'declareNothing', 'return', 'openCorrection')
  ), moved as (
    select place_id as "placeId", count(*) as moved, count(*) filter (where sent) as sent, count(*) filter (where accepted) as accepted,
      max(greatest(case when sent then first_sent_at end, case when accepted then first_accepted_at end)) as at
    from scoped where sent or accepted group by place_id
  ), lying as (
    select s.id as "reportId", s.name, c.since, vietnam_day(c.since)::text as "sinceOn", c.recipients
    from scoped s cross join lateral (
      select min(c.since) as since, string_agg(a.short_name, ', ' order by c."order") as recipients
      from report_recipient c join agency_on(campaign_today()) a on a.agency_id = c.agency_id where c.report_id = s.id and c.state = 'returned') c
    where s.status = 'returned' and c.since is not null order by c.since, s.name limit ${MOST}
  ), waiting as (
    select a.agency_id as "agencyId", a.short_name as name, count(*) as reports, min(v.sent_at) as since, vietnam_day(min(v.sent_at))::text as "sinceOn"
    from scoped s join report_version v on v.id = s.sent_version_id join report_recipient c on c.report_id = s.id and c.state in ('waiting', 'reviewing')
    join agency_on(campaign_today()) a on a.agency_id = c.agency_id
    where s.status = 'submitted' group by a.agency_id, a.short_name order by since, a.agency_id limit ${MOST}
  )
  select
    (select jsonb_build_object('sent', count(*) filter (where sent), 'accepted', count(*) filter (where accepted), 'sentLate', count(*) filter (where sent and late),
       'nothing', count(*) filter (where sent and nothing_to_report),
       'overdueBefore', count(*) filter (where (first_sent_at is null or first_sent_at > $3::timestamptz) and due_before < vietnam_day($3::timestamptz)),
       'extended', count(*) filter (where extended)) from scoped)
    || (select jsonb_build_object('putUp', count(*) filter (where move = 'askSignOff'), 'returned', count(*) filter (where move = 'return'),
       'corrected', count(*) filter (where move = 'openCorrection')) from moves) as changes,
    (select count(*) from scoped s join report_extension x on x.report_id = s.id where x.state = 'asked') as "asked",
    coalesce((select json_agg(m) from moved m), '[]') as moved,
    coalesce((select json_agg(l order by l.since, l.name) from lying l), '[]') as lying,
    coalesce((select json_agg(w order by w.since, w."agencyId") from waiting w), '[]') as waiting`;

export type Subscription = {
  address: string;
  hour: number;
  weekdaysOnly: boolean;
  /** the latest note queued, and what became of its letter */
  lastDay: Day | null;
  lastState: "sent" | "waiting" | "failed" | null;
};

/** The actor's own subscription to the note of a scope; null when there is none. Addresses are read by their own people only. */
export const findSubscription = (actor: Actor, scope: Scope) =>
  row<Subscription>(
    `select s.address, s.hour, s.weekdays_only as "weekdaysOnly", n.day as "lastDay",
       case when m.sent_at is not null then 'sent' when m.failed_at is not null then 'failed' when m.id is not null then 'waiting' end as "lastState"
     from note_subscription s
     left join lateral (select day from note_sending where subscription_id = s.id order by day desc limit 1) n on true
     left join mail m on m.key = 'note:' || s.id || ':' || n.day
     where s.person_id = $1 and s.scope_id = $2 and s.ended_at is null`,
    [actor.personId, scope.id],
  );
