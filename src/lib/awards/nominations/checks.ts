import "server-only";
import { type Day, dayOf } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import {
  type Check,
  categoryOfRound,
  type EligibilityFacts,
  type Hold,
  type OtherDossier,
  type PastAward,
  type PublishedList,
} from "../eligibility/facts.ts";
import { eligibilityOf } from "../eligibility.ts";
import type { RuleSetDefinition } from "../rule-set.ts";
import type { NominationRow } from "./queries.ts";
import { type DossierRules, rulesOf } from "./rules-of.ts";

/** A dossier with the rules it is judged by and its checks; no rules, no checks. */
export type Checked = {
  nomination: NominationRow;
  rules: DossierRules | null;
  checks: Check[];
  holidays: ReadonlySet<Day>;
};

/**
 * The checks of many dossiers at once: a bounded number of statements, whatever their number.
 * `today` is the day the question is asked for, the campaign's today by default.
 */
export async function checkNominations(
  nominations: NominationRow[],
  client: Queryable = pool,
  today: Day | null = null,
): Promise<Checked[]> {
  const [first] = nominations;
  if (!first) return [];
  const rules = await rulesOf(nominations, client);
  const { factsUnder, holidays } = await readFacts(nominations, client, today ?? dayOf(first.now));
  return nominations.map((nomination) => {
    const found = rules.get(nomination.id) ?? null;
    if (!found) return { nomination, rules: null, checks: [], holidays };
    return { nomination, rules: found, checks: eligibilityOf(factsUnder(nomination, found.definition)), holidays };
  });
}

/** Reads what is known of these dossiers; `factsUnder` gives the facts of one of them under any rules, without reading again. */
export async function readFacts(nominations: NominationRow[], client: Queryable, today: Day) {
  const history = await historyOf(nominations, client);
  const held = await roundOf(nominations, client);
  const factsUnder = (nomination: NominationRow, rules: RuleSetDefinition) =>
    factsOf(nomination, rules, history.get(nomination.subjectId), held, today);
  return { factsUnder, holidays: held.holidays };
}

/** The checks of one dossier. */
export async function checkNomination(nomination: NominationRow, client: Queryable = pool, today: Day | null = null) {
  const [checked] = await checkNominations([nomination], client, today);
  return checked as Checked;
}

function factsOf(
  nomination: NominationRow,
  rules: RuleSetDefinition,
  history: History | undefined,
  { counts, publicity, holidays }: Held,
  today: Day,
): EligibilityFacts {
  return {
    rules,
    today,
    holidays,
    nomination: { ...nomination, category: categoryOfRound(nomination.roundKind) },
    subject: { kind: nomination.subjectKind, name: nomination.subjectName },
    records: history?.records ?? [],
    others: history?.others.filter(({ id }) => id !== nomination.id) ?? [],
    holds: history?.holds ?? [],
    round: {
      achievedFrom: nomination.roundAchievedFrom,
      achievedTo: nomination.roundAchievedTo,
      awardIds: nomination.roundAwardIds,
      quotas: nomination.roundQuotas,
    },
    counts: counts.get(`${nomination.roundId} ${nomination.awardId}`) ?? { nominated: 1, decided: 0 },
    publicity: publicity.get(nomination.id) ?? [],
  };
}

type History = { records: PastAward[]; others: OtherDossier[]; holds: Hold[] };

/** What is known of subjects beside one dossier: what they received, what else runs for them, what holds them up. */
const HISTORY = `
  select s.id as "subjectId",
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'awardId', a.award_id, 'category', a.category, 'decisionNumber', a.decision_number,
      'decidedOn', a.decided_on, 'decidedBy', a.decided_by, 'achievement', a.achievement, 'achievedFrom', a.achieved_from, 'achievedTo', a.achieved_to,
      'revokedOn', a.revoked_on) order by a.decided_on desc, a.id) from award_record a where a.subject_id = s.id), '[]') as records,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'awardId', o.award_id, 'category', case r.kind when 'sudden' then 'sudden' else 'campaign' end,
      'status', o.status, 'achievement', o.achievement, 'achievedFrom', o.achieved_from, 'achievedTo', o.achieved_to) order by o.id)
      from nomination o join award_round r on r.id = o.round_id
      where o.subject_id = s.id and o.status not in ('draft', 'refused', 'withdrawn', 'revoked', 'notPassed', 'decided')), '[]') as others,
    coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'kind', h.kind, 'reason', h.reason, 'source', h.source, 'placedOn', vietnam_day(h.placed_at),
      'liftedOn', vietnam_day(h.lifted_at), 'conclusion', h.conclusion) order by h.placed_at desc) from award_hold h where h.subject_id = s.id), '[]') as holds
  from award_subject s where s.id = any($1::uuid[])`;

async function historyOf(nominations: NominationRow[], client: Queryable) {
  const subjects = [...new Set(nominations.map(({ subjectId }) => subjectId))];
  const found = await rows<History & { subjectId: string }>(HISTORY, [subjects], client);
  return new Map(found.map((history) => [history.subjectId, history]));
}

type Held = {
  counts: Map<string, { nominated: number; decided: number }>;
  publicity: Map<string, PublishedList[]>;
  holidays: Set<Day>;
};

/** Places taken in the rounds, lists made public, and the holidays clocks jump over: one statement. */
const HELD = `
  select coalesce((select jsonb_object_agg(key, jsonb_build_object('nominated', nominated, 'decided', decided)) from (
      select round_id || ' ' || award_id as key, count(*) filter (where status not in ('draft', 'notPassed')) as nominated,
        count(*) filter (where status = 'decided') as decided
      from nomination where round_id = any($1::uuid[]) and status not in ('refused', 'withdrawn', 'revoked') group by round_id, award_id) c), '{}') as counts,
    coalesce((select jsonb_object_agg(id, lists) from (
      select e.nomination_id as id, jsonb_agg(jsonb_build_object('startsOn', p.starts_on, 'place', p.place, 'isComplaint', e.is_complaint) order by p.starts_on) as lists
      from publicity_entry e join publicity p on p.id = e.publicity_id where e.nomination_id = any($2::uuid[]) group by e.nomination_id) l), '{}') as publicity,
    array(select day::text from holiday) as holidays`;

async function roundOf(nominations: NominationRow[], client: Queryable): Promise<Held> {
  const held = await row<{
    counts: Record<string, { nominated: number; decided: number }>;
    publicity: Record<string, PublishedList[]>;
    holidays: Day[];
  }>(HELD, [[...new Set(nominations.map(({ roundId }) => roundId))], nominations.map(({ id }) => id)], client);
  if (!held) throw new Error("A select without a table gives one row.");
  return {
    counts: new Map(Object.entries(held.counts)),
    publicity: new Map(Object.entries(held.publicity)),
    holidays: new Set(held.holidays),
  };
}

/** Every holiday that is entered: a few dozen days. */
export async function listHolidays(client: Queryable = pool): Promise<Set<Day>> {
  return new Set((await rows<{ day: Day }>("select day from holiday", [], client)).map(({ day }) => day));
}
