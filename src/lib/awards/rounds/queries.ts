import "server-only";
import type { RoundKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { UUID } from "../nominations/queries.ts";
import { findRules } from "../rule-sets/queries.ts";
import { STATE_APPRAISER } from "../rules.ts";
import { maySeeRound, worksWithAwards } from "./policy.ts";
import type { Quotas } from "./rules.ts";

export type RoundRow = {
  id: string;
  agencyId: string;
  agencyName: string;
  path: string;
  /** path of what it is open to: the nation for the state's appraiser, otherwise the subtree of the agency that opened it */
  scope: string;
  provinceId: string | null;
  ministryId: string | null;
  kind: RoundKind;
  title: string;
  achievedFrom: Day;
  achievedTo: Day;
  opensOn: Day;
  closesOn: Day;
  closedAt: Date | null;
  awardIds: string[];
  quotas: Quotas;
  version: number;
  now: Date;
};

const SCOPE = `case when r.agency_id = '${STATE_APPRAISER}' then '/VN/' else a.path end`;

const ROUND = `select r.id, r.agency_id as "agencyId", a.name as "agencyName", a.path, ${SCOPE} as scope, a.province_id as "provinceId",
    case when a.province_id is null then split_part(a.path, '/', 3) end as "ministryId", r.kind, r.title, r.achieved_from as "achievedFrom",
    r.achieved_to as "achievedTo", r.opens_on as "opensOn", r.closes_on as "closesOn", r.closed_at as "closedAt", r.award_ids as "awardIds",
    r.quotas, r.version, campaign_now() as now
  from award_round r join agency_on(campaign_today()) a on a.agency_id = r.agency_id`;

/** The round, or null: also when it is not the actor's to see. With a transaction it is held. */
export async function findRound(actor: Actor, id: string, tx?: Queryable): Promise<RoundRow | null> {
  if (!UUID.test(id)) return null;
  if (tx) await rows("select 1 from award_round where id = $1 for update", [id], tx);
  const round = await row<RoundRow>(`${ROUND} where r.id = $1`, [id], tx ?? pool);
  return round && maySeeRound(actor, round) ? round : null;
}

/** The rounds the actor's agency stands in, the open ones first. */
export const listRounds = (actor: Actor) =>
  worksWithAwards(actor)
    ? rows<RoundRow>(
        `${ROUND} where starts_with($1, ${SCOPE}) order by r.closed_at is not null, r.closes_on desc, r.id limit 60`,
        [actor.agency.path],
      )
    : Promise.resolve([]);

/** The rules of the campaign's today for what an agency proposes. */
export async function findRulesOfToday(agencyId: string, client: Queryable = pool) {
  const clock = await row<{ today: Day }>("select campaign_today() as today", [], client);
  return clock && findRules(agencyId, clock.today, client);
}
