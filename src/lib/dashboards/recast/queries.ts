import "server-only";
import type { Day } from "#lib/dates";
import { rows } from "#lib/db";
import { lastName, placedReports, placeThen } from "../placement.ts";
import { NATION } from "../policy.ts";
import { type Change, changesOf, type Recast, recast, type Succession } from "./rules.ts";

type PastRow = {
  periodId: string;
  agencyId: string;
  dueOn: Day;
  name: string;
  placeThen: string;
  placeToday: string | null;
};

type SuccessionRow = Succession & {
  formerName: string;
  formerPlace: string | null;
  successorName: string;
  successorPlace: string | null;
};

/** How reports of these periods belong in the structure of today, and the changes since they fell due. Two statements at most. */
export async function findRecast(periods: string[]): Promise<{ recasts: Recast[]; changes: Change[] }> {
  const past = await rows<PastRow>(PAST, [periods]);
  if (past.length === 0) return { recasts: [], changes: [] };
  const successions = await rows<SuccessionRow>(SUCCESSIONS, [periods]);
  const today = new Map<string, string>();
  const names = new Map<string, string>();
  const learn = (id: string, name: string, place: string | null) => {
    names.set(id, name);
    if (place) today.set(id, place);
  };
  for (const { agencyId, name, placeToday } of past) learn(agencyId, name, placeToday);
  for (const { formerId, formerName, formerPlace } of successions) learn(formerId, formerName, formerPlace);
  for (const { successorId, successorName, successorPlace } of successions)
    learn(successorId, successorName, successorPlace);
  const recasts = recast(past, successions, today);
  return { recasts, changes: changesOf(past, recasts, today, (id) => names.get(id) ?? id) };
}

const SINCE = `(select min(due_on) from report where period_id = any($1) and kind = 'own' and withdrawn_at is null)`;

/** Reports of agencies that took part in a succession since, moved to another province, or are no longer there. */
const PAST = `
  with taking_part as (
    select former_id as agency_id from agency_succession where effective_on >= ${SINCE}
    union select successor_id from agency_succession where effective_on >= ${SINCE}
  )
  select * from (
    select r.period_id as "periodId", r.agency_id as "agencyId", r.due_on as "dueOn", coalesce(n.short_name, t.short_name, r.agency_id) as name,
      ${placeThen} as "placeThen", case when n.agency_id is not null then coalesce(n.province_id, '${NATION}') end as "placeToday"
    from ${placedReports}
    left join agency_on(campaign_today()) n on n.agency_id = r.agency_id
    where r.period_id = any($1) and r.kind = 'own' and r.withdrawn_at is null
  ) placed
  where "placeThen" is distinct from "placeToday" or "agencyId" in (select agency_id from taking_part)
  order by "periodId", "agencyId"`;

const SUCCESSIONS = `
  select s.former_id as "formerId", s.successor_id as "successorId", s.effective_on as "effectiveOn",
    ${lastName("s.former_id")} as "formerName", ${lastName("s.successor_id")} as "successorName",
    case when f.agency_id is not null then coalesce(f.province_id, '${NATION}') end as "formerPlace",
    case when n.agency_id is not null then coalesce(n.province_id, '${NATION}') end as "successorPlace"
  from agency_succession s
  left join agency_on(campaign_today()) f on f.agency_id = s.former_id
  left join agency_on(campaign_today()) n on n.agency_id = s.successor_id
  where s.effective_on >= ${SINCE}
  order by s.former_id, s.successor_id`;
