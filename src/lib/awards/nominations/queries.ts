import "server-only";
import type { AgencyKind, RoundKind, SubjectKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import { type Actor, hasRole } from "#lib/identity/actor";
import { maySeeNomination, type RoutedNomination } from "../policy.ts";
import type { DossierFacts, DossierReport } from "./dossier.ts";

export type Checklist = Record<string, { have: boolean; note?: string }>;

/** A dossier with everything its rules, policy and page need. */
export type NominationRow = RoutedNomination & {
  id: string;
  roundId: string;
  roundTitle: string;
  roundKind: RoundKind;
  roundAgencyId: string;
  roundOpensOn: Day;
  roundClosesOn: Day;
  roundClosedAt: Date | null;
  roundAchievedFrom: Day;
  roundAchievedTo: Day;
  roundAwardIds: string[];
  roundQuotas: Record<string, { most: number }>;
  subjectId: string;
  subjectKind: SubjectKind;
  subjectName: string;
  subjectDescription: string | null;
  subjectAgencyId: string;
  subjectAgencyName: string;
  awardId: string;
  agencyName: string;
  agencyKind: AgencyKind;
  provinceId: string | null;
  /** the agency below the nation in whose part of the tree the proposer stands, when it is of no province */
  ministryId: string | null;
  holderName: string;
  ruleSetId: string | null;
  proposedOn: Day | null;
  statusSince: Date;
  version: number;
  achievement: string;
  achievedFrom: Day;
  achievedTo: Day;
  report: DossierReport;
  facts: DossierFacts;
  checklist: Checklist;
  paperReceivedOn: Day | null;
  fileReceivedOn: Day | null;
  appraisal: string | null;
  offeredAwardId: string | null;
  result: unknown;
  decisionId: string | null;
  /** the campaign's time when it was read */
  now: Date;
};

const NOMINATION = `
  select n.id, n.round_id as "roundId", r.title as "roundTitle", r.kind as "roundKind", r.agency_id as "roundAgencyId",
    r.opens_on as "roundOpensOn", r.closes_on as "roundClosesOn", r.closed_at as "roundClosedAt",
    r.achieved_from as "roundAchievedFrom", r.achieved_to as "roundAchievedTo", r.award_ids as "roundAwardIds", r.quotas as "roundQuotas",
    n.subject_id as "subjectId", s.kind as "subjectKind", s.name as "subjectName", s.description as "subjectDescription",
    s.agency_id as "subjectAgencyId", st.name as "subjectAgencyName", n.award_id as "awardId",
    n.agency_id as "agencyId", t.name as "agencyName", t.kind as "agencyKind", t.path, t.province_id as "provinceId",
    case when t.province_id is null then split_part(t.path, '/', 3) end as "ministryId",
    n.holder_id as "holderId", h.name as "holderName", h.path as "holderPath", n.rule_set_id as "ruleSetId", n.proposed_on as "proposedOn",
    n.status, n.status_since as "statusSince", n.version, n.achievement, n.achieved_from as "achievedFrom", n.achieved_to as "achievedTo",
    n.report, n.facts, n.checklist, n.paper_received_on as "paperReceivedOn", n.file_received_on as "fileReceivedOn",
    n.appraisal, n.offered_award_id as "offeredAwardId", n.result, n.decision_id as "decisionId", campaign_now() as now
  from nomination n
  join award_round r on r.id = n.round_id
  join award_subject s on s.id = n.subject_id
  join agency_on(campaign_today()) t on t.agency_id = n.agency_id
  join agency_on(campaign_today()) h on h.agency_id = n.holder_id
  join agency_on(campaign_today()) st on st.agency_id = s.agency_id`;

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Dossiers as they are, whoever asks: for councils and for what is decided on many at once. */
export const readNominations = (ids: string[], client: Queryable = pool) =>
  rows<NominationRow>(`${NOMINATION} where n.id = any($1::uuid[]) order by n.id`, [ids], client);

/** Every dossier of a round that has not ended, in the order of their ids. */
export const readRound = (roundId: string, client: Queryable = pool) =>
  rows<NominationRow>(
    `${NOMINATION} where n.round_id = $1 and n.status not in ('refused', 'withdrawn', 'revoked') order by n.id`,
    [roundId],
    client,
  );

/** The dossier, or null: also when it is not the actor's to see. */
export async function findNomination(
  actor: Actor,
  id: string,
  client: Queryable = pool,
): Promise<NominationRow | null> {
  if (!UUID.test(id)) return null;
  const nomination = await row<NominationRow>(`${NOMINATION} where n.id = $1`, [id], client);
  return nomination && maySeeNomination(actor, nomination) ? nomination : null;
}

/** Holds dossiers until the transaction ends, then reads what the ones we waited for have written. In the order of ids, so that two who want the same wait. */
export async function lockNominations(ids: string[], tx: Queryable): Promise<NominationRow[]> {
  const wanted = ids.filter((id) => UUID.test(id));
  await rows("select 1 from nomination where id = any($1::uuid[]) order by id for update", [wanted], tx);
  return readNominations(wanted, tx);
}

export type NominationEventRow = {
  id: number;
  at: Date;
  move: string;
  personName: string;
  agencyName: string;
  reason: string | null;
  detail: Record<string, unknown>;
};

/** The timeline, newest first. */
export const listNominationEvents = (id: string) =>
  rows<NominationEventRow>(
    `select id, at, move, person_name as "personName", agency_name as "agencyName", reason, detail
     from nomination_event where nomination_id = $1 order by id desc limit 200`,
    [id],
  );

export type ListedNomination = {
  id: string;
  subjectName: string;
  subjectKind: SubjectKind;
  subjectAgencyName: string;
  awardId: string;
  agencyId: string;
  agencyName: string;
  holderName: string;
  status: NominationRow["status"];
  statusSince: Date;
  roundId: string;
  roundTitle: string;
};

export type NominationFilter = {
  roundId?: string;
  status?: NominationRow["status"] | undefined;
  awardId?: string | undefined;
  kind?: SubjectKind | undefined;
  /** folded text: name of the subject, or of the agency that proposes */
  search?: string | undefined;
  /** only those the actor's agency proposes, or only those that wait for its secretariat, its head or its consent */
  whose?: "proposed" | "held" | undefined;
};

/** FROM and WHERE of the dossiers the actor may know of (policy.ts, maySeeNomination, as a condition) and the filter finds. */
function visible(actor: Actor, filter: NominationFilter) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { id, oversight } = actor.agency;
  const own = bind(id);
  const under = bind(oversight);
  const proposes = hasRole(actor, "reporter", "head", "secretariat") && `n.agency_id = ${own}`;
  const holds = [
    hasRole(actor, "secretariat", "reporter", "head") && `n.holder_id = ${own}`,
    hasRole(actor, "secretariat") && `h.path = ${under}`,
  ].filter(Boolean);
  const held = holds.length > 0 && `n.status <> 'draft' and (${holds.join(" or ")})`;
  const oversees =
    hasRole(actor, "secretariat", "head", "reader") && `n.status <> 'draft' and starts_with(t.path, ${under})`;
  const ways = [proposes, held, oversees].filter(Boolean).map((way) => `(${way})`);
  const conditions = [
    ways.length > 0 ? `(${ways.join(" or ")})` : "false",
    filter.roundId && `n.round_id = ${bind(filter.roundId)}`,
    filter.status && `n.status = ${bind(filter.status)}::nomination_status`,
    filter.awardId && `n.award_id = ${bind(filter.awardId)}`,
    filter.kind && `s.kind = ${bind(filter.kind)}::subject_kind`,
    filter.search &&
      ((word) => `(s.search_text like '%' || ${word} || '%' or t.search_text like '%' || ${word} || '%')`)(
        bind(filter.search),
      ),
    filter.whose === "proposed" && (proposes || "false"),
    filter.whose === "held" &&
      (held ? `(${held}) and n.status in ('proposed', 'appraised', 'onAgenda', 'passed')` : "false"),
  ];
  return {
    from: `from nomination n join award_subject s on s.id = n.subject_id
      join agency_on(campaign_today()) t on t.agency_id = n.agency_id
      join agency_on(campaign_today()) h on h.agency_id = n.holder_id
      where ${own}::text is not null and ${under}::text is not null and ${conditions.filter(Boolean).join(" and ")}`,
    values,
    bind,
  };
}

/** One page of the dossiers the actor may know of. */
export function listNominations(
  actor: Actor,
  filter: NominationFilter,
  { offset, limit }: { offset: number; limit: number },
) {
  const { from, values, bind } = visible(actor, filter);
  return rows<ListedNomination>(
    `select n.id, s.name as "subjectName", s.kind as "subjectKind", st.short_name as "subjectAgencyName", n.award_id as "awardId",
       n.agency_id as "agencyId", t.short_name as "agencyName", h.short_name as "holderName", n.status, n.status_since as "statusSince",
       n.round_id as "roundId", r.title as "roundTitle"
     from (select n.id as picked ${from} order by n.status_since desc, n.id limit ${bind(limit)} offset ${bind(offset)}) page
     join nomination n on n.id = page.picked
     join award_round r on r.id = n.round_id
     join award_subject s on s.id = n.subject_id
     join agency_on(campaign_today()) t on t.agency_id = n.agency_id
     join agency_on(campaign_today()) h on h.agency_id = n.holder_id
     join agency_on(campaign_today()) st on st.agency_id = s.agency_id
     order by n.status_since desc, n.id`,
    values,
  );
}

export type NominationCount = { status: NominationRow["status"]; awardId: string; kind: SubjectKind; count: number };

/** How many of the dossiers the filter finds stand where, by form and kind of subject. */
export function countNominations(actor: Actor, filter: NominationFilter) {
  const { from, values } = visible(actor, filter);
  return rows<NominationCount>(
    `select n.status, n.award_id as "awardId", s.kind, count(*) ${from} group by n.status, n.award_id, s.kind`,
    values,
  );
}

/** What of awards waits for the actor's agency: dossiers it has in hand, own ones to correct or answer for, opinions it is asked. */
export type AwardWork = { held: number; toAnswer: number; opinions: number };

export const countAwardWork = (actor: Actor) =>
  row<AwardWork>(
    `select
       (select count(*) from nomination n where n.status in ('proposed', 'appraised', 'passed')
          and (n.holder_id = $1 and $3 or $4 and n.holder_id in (select agency_id from agency_on(campaign_today()) where path = $2))) as held,
       (select count(*) from nomination n where n.agency_id = $1 and n.status in ('returned', 'formChange') and $3) as "toAnswer",
       (select count(*) from consultation c where c.agency_id = $1 and c.answered_at is null and $5) as opinions`,
    [
      actor.agency.id,
      actor.agency.oversight,
      hasRole(actor, "secretariat", "reporter", "head"),
      hasRole(actor, "secretariat"),
      hasRole(actor, "head", "secretariat", "recipientOfficer"),
    ],
  );
