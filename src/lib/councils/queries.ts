import "server-only";
import type { CouncilRole, SessionStatus } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import { type Actor, hasRole } from "#lib/identity/actor";
import { keepsCouncil, maySeeCouncil, type RoutedCouncil } from "./policy.ts";

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export type CouncilRow = RoutedCouncil & {
  id: string;
  agencyName: string;
  name: string;
  decisionNumber: string | null;
  validFrom: Day;
  validTo: Day | null;
  version: number;
  /** running members, delegated substitutes not counted */
  memberCount: number;
  sessionCount: number;
  now: Date;
};

const COUNCIL = `
  select c.id, c.agency_id as "agencyId", t.path, t.name as "agencyName", c.name, c.decision_number as "decisionNumber",
    c.valid_from as "validFrom", c.valid_to as "validTo", c.version, campaign_now() as now,
    array(select m.person_id::text from council_member m where m.council_id = c.id and (m.valid_to is null or m.valid_to >= campaign_today())) as people,
    (select count(*) from council_member m where m.council_id = c.id and m.substitutes_id is null and (m.valid_to is null or m.valid_to >= campaign_today())) as "memberCount",
    (select count(*) from council_session s where s.council_id = c.id) as "sessionCount"
  from council c join agency_on(campaign_today()) t on t.agency_id = c.agency_id`;

/** The council, or null: also when it is not the actor's to see. */
export async function findCouncil(actor: Actor, id: string, client: Queryable = pool): Promise<CouncilRow | null> {
  if (!UUID.test(id)) return null;
  const council = await row<CouncilRow>(`${COUNCIL} where c.id = $1`, [id], client);
  return council && maySeeCouncil(actor, council) ? council : null;
}

/** The same for writing: the row is held until the transaction ends, and read after waiting. */
export async function lockCouncil(actor: Actor, id: string, tx: Queryable): Promise<CouncilRow | null> {
  if (!UUID.test(id)) return null;
  await rows("select 1 from council where id = $1 for update", [id], tx);
  return findCouncil(actor, id, tx);
}

/** Councils the actor keeps, heads or sits in. */
export async function listCouncils(actor: Actor): Promise<(CouncilRow & { keeps: boolean })[]> {
  const found = await rows<CouncilRow>(
    `${COUNCIL} where c.agency_id = $1 or t.path = $2
       or exists (select from council_member m where m.council_id = c.id and m.person_id = $3 and (m.valid_to is null or m.valid_to >= campaign_today()))
     order by t.path, c.valid_from desc`,
    [actor.agency.id, actor.agency.oversight, actor.personId],
  );
  return found
    .filter((council) => maySeeCouncil(actor, council))
    .map((council) => ({ ...council, keeps: keepsCouncil(actor, council) }));
}

export type CouncilAgency = { id: string; name: string; path: string };

/** The agencies whose council the actor's office keeps: its own, and the province or ministry it is the standing secretariat of. */
export const listCouncilAgencies = (actor: Actor, client: Queryable = pool) =>
  hasRole(actor, "secretariat", "reporter")
    ? rows<CouncilAgency>(
        `select agency_id as id, name, path from agency_on(campaign_today())
         where kind <> 'government' and (agency_id = $1 or ($3 and path = $2)) order by path`,
        [actor.agency.id, actor.agency.oversight, hasRole(actor, "secretariat")],
        client,
      )
    : Promise.resolve([]);

export type MemberRow = {
  id: string;
  personId: string;
  fullName: string;
  username: string;
  role: CouncilRole;
  agencyId: string;
  agencyName: string;
  post: string;
  substitutesId: string | null;
  substitutesName: string | null;
  validFrom: Day;
  validTo: Day | null;
};

/** Members past and present: chair first, then by name. */
export const listMembers = (councilId: string) =>
  rows<MemberRow>(
    `select m.id, m.person_id as "personId", p.full_name as "fullName", p.username, m.role, m.agency_id as "agencyId", t.short_name as "agencyName", m.post,
       m.substitutes_id as "substitutesId", sp.full_name as "substitutesName", m.valid_from as "validFrom", m.valid_to as "validTo"
     from council_member m join person p on p.id = m.person_id join agency_on(campaign_today()) t on t.agency_id = m.agency_id
     left join council_member s on s.id = m.substitutes_id left join person sp on sp.id = s.person_id
     where m.council_id = $1 order by (m.valid_to is not null), (m.substitutes_id is not null), m.role, p.full_name, m.id`,
    [councilId],
  );

export type SessionListRow = {
  id: string;
  title: string;
  meetsAt: Date;
  place: string | null;
  status: SessionStatus;
  items: number;
};

export const listSessions = (councilId: string) =>
  rows<SessionListRow>(
    `select s.id, s.title, s.meets_at as "meetsAt", s.place, s.status, (select count(*) from agenda_item i where i.session_id = s.id) as items
     from council_session s where s.council_id = $1 order by s.meets_at desc limit 100`,
    [councilId],
  );

/** Sessions not yet concluded of the councils the actor sits in. */
export const listOwnSessions = (actor: Pick<Actor, "personId">) =>
  rows<SessionListRow & { councilName: string }>(
    `select s.id, s.title, s.meets_at as "meetsAt", s.place, s.status, c.name as "councilName", (select count(*) from agenda_item i where i.session_id = s.id) as items
     from council_session s join council c on c.id = s.council_id
     where s.status <> 'closed' and exists (select from council_member m where m.council_id = c.id and m.person_id = $1
       and m.valid_from <= vietnam_day(s.meets_at) and (m.valid_to is null or m.valid_to >= vietnam_day(s.meets_at)))
     order by s.meets_at limit 20`,
    [actor.personId],
  );
