import "server-only";
import type { BallotKind, CouncilRole, SessionStatus } from "#generated/prisma/enums";
import { type NominationRow, readNominations } from "#lib/awards/nominations/queries";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import type { BallotKey } from "../ballots/blind-rsa.ts";
import type { BallotRule, ClosedResult, TellerCount } from "../ballots/tally.ts";
import type { AttendanceState, Choice, ConcludedBy, Means } from "../labels.ts";
import { maySeeCouncil, type RoutedCouncil } from "../policy.ts";
import { UUID } from "../queries.ts";
import { computedRecusals, type Quorum, type Recusals, type Sitting } from "../rules.ts";

export type SessionRow = RoutedCouncil & {
  id: string;
  councilId: string;
  councilName: string;
  agencyName: string;
  provinceId: string | null;
  ministryId: string | null;
  title: string;
  meetsAt: Date;
  meetsOn: Day;
  place: string | null;
  status: SessionStatus;
  openedAt: Date | null;
  closedAt: Date | null;
  memberCount: number | null;
  quorum: Quorum | null;
  version: number;
  now: Date;
};

/** A seat on the day the council meets, and who sits on it: the member, or a delegated substitute who is present. */
export type Seat = Sitting & {
  personId: string;
  memberName: string;
  role: CouncilRole;
  post: string;
  agencyName: string;
  isSubstitute: boolean;
  reason: string | null;
  substitutes: { id: string; fullName: string }[];
};

export type BallotRow = {
  id: string;
  nominationId: string;
  kind: BallotKind;
  means: Means;
  rule: BallotRule;
  openedAt: Date;
  handedOutAt: Date | null;
  closedAt: Date | null;
  publicKey: BallotKey | null;
  counts: TellerCount[];
  result: ClosedResult | null;
  override: Override | null;
  version: number;
  /** who has a slip; the choice is there for open ballots alone */
  slips: { seatId: string; choice: Choice | null; written: boolean }[];
};

export type Override = { passed: boolean; reason: string; name: string; at: string };
export type Outcome = { passed: boolean; by: ConcludedBy; rank?: number; reason?: string };

export type Item = {
  nominationId: string;
  order: number;
  nomination: NominationRow;
  /** computed and declared; frozen once a ballot is opened */
  recusals: Recusals;
  dissent: string | null;
  outcome: Outcome | null;
  ballot: BallotRow | null;
};

export type SessionView = { session: SessionRow; seats: Seat[]; items: Item[] };

const SESSION = `
  select s.id, s.council_id as "councilId", c.name as "councilName", c.agency_id as "agencyId", t.path, t.name as "agencyName",
    t.province_id as "provinceId", case when t.province_id is null then split_part(t.path, '/', 3) end as "ministryId",
    s.title, s.meets_at as "meetsAt", vietnam_day(s.meets_at) as "meetsOn", s.place, s.status, s.opened_at as "openedAt", s.closed_at as "closedAt",
    s.member_count as "memberCount", s.quorum, s.version, campaign_now() as now,
    array(select m.person_id::text from council_member m where m.council_id = c.id
      and m.valid_from <= vietnam_day(s.meets_at) and (m.valid_to is null or m.valid_to >= vietnam_day(s.meets_at))) as people
  from council_session s join council c on c.id = s.council_id join agency_on(campaign_today()) t on t.agency_id = c.agency_id`;

/** The session alone, or null: also when it is not the actor's to see. Members are those of the day it meets. */
export async function findSession(actor: Actor, id: string, client: Queryable = pool): Promise<SessionRow | null> {
  if (!UUID.test(id)) return null;
  const session = await row<SessionRow>(`${SESSION} where s.id = $1`, [id], client);
  return session && maySeeCouncil(actor, session) ? session : null;
}

/** The same for writing. Ballots of the session are opened and concluded one act after the other. */
export async function lockSession(actor: Actor, id: string, tx: Queryable): Promise<SessionRow | null> {
  if (!UUID.test(id)) return null;
  await rows("select 1 from council_session where id = $1 for update", [id], tx);
  return findSession(actor, id, tx);
}

/** Everything on the table of a session: seats, dossiers, ballots. Four statements, however many there are. */
export async function findSessionView(actor: Actor, id: string, client: Queryable = pool): Promise<SessionView | null> {
  const session = await findSession(actor, id, client);
  return session && viewOf(session, client);
}

export async function viewOf(session: SessionRow, client: Queryable = pool): Promise<SessionView> {
  const seats = await listSeats(session, client);
  const stored = await listItems(session.id, client);
  const nominations = await readNominations(
    stored.map(({ nominationId }) => nominationId),
    client,
  );
  const ballots = await listBallots(session.id, client);
  const byId = new Map(nominations.map((nomination) => [nomination.id, nomination]));
  const items = stored.flatMap(({ recusals, ...item }): Item[] => {
    const nomination = byId.get(item.nominationId);
    if (!nomination) return [];
    const ballot = ballots.find(({ nominationId }) => nominationId === item.nominationId) ?? null;
    const computed = ballot ? {} : computedRecusals(seats, nomination, session.agencyId);
    return [{ ...item, nomination, ballot, recusals: { ...computed, ...recusals } }];
  });
  return { session, seats, items };
}

type StoredSeat = Omit<Seat, "seatId" | "agencyIds" | "state" | "isSubstitute" | "fullName" | "personId"> & {
  seatId: string;
  personId: string;
  agencyIds: string[];
  state: AttendanceState | null;
  sitsBy: { personId: string; fullName: string; agencyIds: string[] } | null;
};

async function listSeats({ id, councilId, meetsOn }: SessionRow, client: Queryable): Promise<Seat[]> {
  const stored = await rows<StoredSeat>(
    `with member as materialized (
       select m.*, p.full_name, array(select distinct a.agency_id from assignment a where a.person_id = m.person_id and a.ended_at is null) || m.agency_id as agencies
       from council_member m join person p on p.id = m.person_id
       where m.council_id = $1 and m.valid_from <= $2 and (m.valid_to is null or m.valid_to >= $2)
     )
     select m.id as "seatId", m.person_id as "personId", m.full_name as "memberName", m.role, m.post, t.short_name as "agencyName", m.agencies as "agencyIds",
       case when stand.id is not null then 'present' else own.state end as state, own.reason,
       case when stand.id is not null then jsonb_build_object('personId', stand.person_id, 'fullName', stand.full_name, 'agencyIds', stand.agencies || m.agencies) end as "sitsBy",
       coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'fullName', s.full_name) order by s.full_name) from member s where s.substitutes_id = m.id), '[]') as substitutes
     from member m join agency_on(campaign_today()) t on t.agency_id = m.agency_id
     left join attendance own on own.session_id = $3 and own.member_id = m.id
     left join lateral (select s.* from member s join attendance a on a.session_id = $3 and a.member_id = s.id and a.state = 'present'
       where s.substitutes_id = m.id limit 1) stand on true
     where m.substitutes_id is null order by m.role, m.full_name, m.id`,
    [councilId, meetsOn, id],
    client,
  );
  return stored.map(({ sitsBy, state, ...seat }) => ({
    ...seat,
    state: state ?? "absent",
    isSubstitute: sitsBy !== null,
    fullName: sitsBy?.fullName ?? seat.memberName,
    personId: sitsBy?.personId ?? seat.personId,
    agencyIds: sitsBy?.agencyIds ?? seat.agencyIds,
  }));
}

const listItems = (sessionId: string, client: Queryable) =>
  rows<Omit<Item, "nomination" | "ballot">>(
    `select nomination_id as "nominationId", "order", recusals, dissent, outcome from agenda_item where session_id = $1 order by "order", nomination_id`,
    [sessionId],
    client,
  );

const BALLOT = `
  select b.id, b.nomination_id as "nominationId", b.kind, b.means, b.rule, b.opened_at as "openedAt", b.handed_out_at as "handedOutAt", b.closed_at as "closedAt",
    b.public_key as "publicKey", b.counts, b.result, b.override, b.version,
    coalesce((select jsonb_agg(jsonb_build_object('seatId', s.member_id, 'choice', s.choice, 'written', s.written) order by s.member_id)
      from ballot_slip s where s.ballot_id = b.id), '[]') as slips
  from ballot b`;

const listBallots = (sessionId: string, client: Queryable) =>
  rows<BallotRow>(`${BALLOT} where b.session_id = $1 order by b.id`, [sessionId], client);

export type OfferedDossier = { id: string; subjectName: string; awardId: string; agencyName: string };

/** Appraised dossiers that the council's agency has and that are on no agenda. */
export const listOfferedDossiers = ({ agencyId }: RoutedCouncil) =>
  rows<OfferedDossier>(
    `select n.id, s.name as "subjectName", n.award_id as "awardId", t.short_name as "agencyName"
     from nomination n join award_subject s on s.id = n.subject_id join agency_on(campaign_today()) t on t.agency_id = n.agency_id
     where n.holder_id = $1 and n.status = 'appraised' order by n.award_id, s.name, n.id limit 500`,
    [agencyId],
  );

export type PublicityResult = {
  nominationId: string;
  place: string;
  startsOn: Day;
  endsOn: Day;
  feedback: string | null;
  isComplaint: boolean;
};

/** What the publication of the lists brought, for the council and its minutes. */
export const listPublicity = (nominationIds: string[]) =>
  rows<PublicityResult>(
    `select e.nomination_id as "nominationId", p.place, p.starts_on as "startsOn", p.ends_on as "endsOn", e.feedback, e.is_complaint as "isComplaint"
     from publicity_entry e join publicity p on p.id = e.publicity_id where e.nomination_id = any($1::uuid[]) order by p.starts_on, p.id`,
    [nominationIds],
  );
