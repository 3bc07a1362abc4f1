import "server-only";
import type { NominationStatus, SubjectKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import { type Actor, hasRole } from "#lib/identity/actor";
import { listNominations, readNominations, UUID } from "../nominations/queries.ts";
import { nextHolder } from "../nominations/rules.ts";
import { rulesOf } from "../nominations/rules-of.ts";
import { readsDecisions } from "./policy.ts";

export type DecisionRow = {
  id: string;
  agencyId: string;
  agencyName: string;
  path: string;
  decidedBy: string;
  number: string;
  decidedOn: Day;
  signedByName: string;
  signedByPosition: string | null;
  title: string;
  publishedAt: Date | null;
  version: number;
  cases: number;
  now: Date;
};

const DECISION = `select d.id, d.agency_id as "agencyId", t.name as "agencyName", t.path, d.decided_by as "decidedBy", d.number, d.decided_on as "decidedOn",
    d.signed_by_name as "signedByName", d.signed_by_position as "signedByPosition", d.title, d.published_at as "publishedAt", d.version,
    (select count(*) from award_record a where a.decision_id = d.id) as cases, campaign_now() as now
  from award_decision d join agency_on(campaign_today()) t on t.agency_id = d.agency_id`;

/** Decisions are seen by whoever looks after the decider, decided, or proposed a dossier of it; once public, by everybody who works with awards. */
const VISIBLE = `(d.published_at is not null or d.agency_id = $1 or ($3 and (starts_with(t.path, $2)))
  or exists (select from nomination n where n.decision_id = d.id and n.agency_id = $1))`;

const scopeOf = (actor: Actor) => [
  actor.agency.id,
  actor.agency.oversight,
  hasRole(actor, "secretariat", "head", "reader"),
];

export async function findDecision(actor: Actor, id: string, tx?: Queryable): Promise<DecisionRow | null> {
  if (!UUID.test(id) || !readsDecisions(actor)) return null;
  if (tx) await rows("select 1 from award_decision where id = $1 for update", [id], tx);
  return row<DecisionRow>(`${DECISION} where d.id = $4 and ${VISIBLE}`, [...scopeOf(actor), id], tx ?? pool);
}

/** The newest decisions the actor may see. */
export const listDecisions = (actor: Actor) =>
  readsDecisions(actor)
    ? rows<DecisionRow>(`${DECISION} where ${VISIBLE} order by d.decided_on desc, d.id limit 100`, scopeOf(actor))
    : Promise.resolve([]);

export type DecidedRow = {
  id: string;
  nominationId: string | null;
  subjectName: string;
  subjectKind: SubjectKind;
  subjectDescription: string | null;
  subjectAgencyName: string;
  proposerId: string | null;
  awardId: string;
  ruleSetId: string | null;
  achievement: string | null;
  achievedFrom: Day | null;
  achievedTo: Day | null;
  bonus: number | null;
  bonusNote: string | null;
  issuedOn: Day | null;
  revokedOn: Day | null;
  revokedFor: string | null;
  returnedOn: Day | null;
};

/** Whom a decision honours: collectives, households, then individuals. Source of the order: NĐ 152/2025/NĐ-CP, Điều 28–31. */
export const listDecided = (decisionId: string, client: Queryable = pool) =>
  rows<DecidedRow>(
    `select a.id, a.nomination_id as "nominationId", s.name as "subjectName", s.kind as "subjectKind", s.description as "subjectDescription",
       t.name as "subjectAgencyName", n.agency_id as "proposerId", a.award_id as "awardId", n.rule_set_id as "ruleSetId", a.achievement,
       a.achieved_from as "achievedFrom", a.achieved_to as "achievedTo", a.bonus, a.bonus_note as "bonusNote", a.issued_on as "issuedOn",
       a.revoked_on as "revokedOn", a.revoked_for as "revokedFor", a.returned_on as "returnedOn"
     from award_record a join award_subject s on s.id = a.subject_id join agency_on(campaign_today()) t on t.agency_id = s.agency_id
     left join nomination n on n.id = a.nomination_id
     where a.decision_id = $1
     order by a.award_id, case s.kind when 'collective' then 1 when 'household' then 2 else 3 end, s.name collate "vi-x-icu", a.id`,
    [decisionId],
    client,
  );

/** The dossiers that passed and wait for a decision of the actor's agency; those that go on upwards are not among them. */
export async function listToDecide(actor: Actor, { roundId }: { roundId?: string } = {}) {
  const passed = await listNominations(
    actor,
    { whose: "held", status: "passed", ...(roundId && { roundId }) },
    { offset: 0, limit: 500 },
  );
  const nominations = await readNominations(passed.map(({ id }) => id));
  const rules = await rulesOf(nominations);
  return nominations.flatMap((nomination) => {
    const found = rules.get(nomination.id);
    return found && nextHolder(nomination, found.definition) === null ? [{ nomination, rules: found.definition }] : [];
  });
}

export type ToTell = {
  id: string;
  version: number;
  status: NominationStatus;
  subjectName: string;
  agencyName: string;
  awardId: string;
  foundOn: Day;
  reason: string | null;
  result: { inFavour?: number; base?: number; needed?: number } | null;
};

/** The dossiers of the actor's agency that were not chosen, and whose proposer has not been told. */
export const listToTell = (actor: Actor) =>
  hasRole(actor, "secretariat", "head", "reporter")
    ? rows<ToTell>(
        `select n.id, n.version, n.status, s.name as "subjectName", t.name as "agencyName", n.award_id as "awardId", vietnam_day(n.status_since) as "foundOn", n.result,
           (select e.reason from nomination_event e where e.nomination_id = n.id and e.move = 'refuse' order by e.id desc limit 1) as reason
         from nomination n join award_subject s on s.id = n.subject_id join agency_on(campaign_today()) t on t.agency_id = n.agency_id
         join agency_on(campaign_today()) h on h.agency_id = n.holder_id
         where n.status in ('notPassed', 'refused') and (n.holder_id = $1 or ($3 and h.path = $2))
           and not exists (select from nomination_event e where e.nomination_id = n.id and e.move = 'notify')
         order by n.status_since, n.id limit 200`,
        [actor.agency.id, actor.agency.oversight, hasRole(actor, "secretariat")],
      )
    : Promise.resolve([]);

export const isTold = async (nominationId: string, client: Queryable = pool) =>
  (await row(
    "select 1 as told from nomination_event where nomination_id = $1 and move = 'notify'",
    [nominationId],
    client,
  )) !== null;
