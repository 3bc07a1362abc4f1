import "server-only";
import { dayOf } from "#lib/dates";
import { pool, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import type { CheckId, CheckState } from "../eligibility/facts.ts";
import { eligibilityOf } from "../eligibility.ts";
import { readFacts } from "../nominations/checks.ts";
import { type NominationRow, readNominations } from "../nominations/queries.ts";
import { rulesOf } from "../nominations/rules-of.ts";
import { maySeeNomination } from "../policy.ts";
import { awardRule, type RuleSetDefinition } from "../rule-set.ts";
import type { RuleSetDetail } from "./queries.ts";

/** The newest dossiers a draft is tried on; more would not tell more. */
const MOST_TRIED = 2000;
const MOST_SHOWN = 100;

export type ChangedCheck = { check: CheckId; before: CheckState | null; after: CheckState | null };

export type TriedDossier = {
  id: string;
  subjectName: string;
  awardName: string;
  agencyName: string;
  /** it was proposed already: it keeps the rules of that day whatever is adopted */
  keeps: boolean;
  changes: ChangedCheck[];
};

/** `changed` counts all dossiers that would be judged otherwise; `dossiers` are the first of them. */
export type Trial = {
  tried: number;
  running: number;
  changed: number;
  counts: (ChangedCheck & { dossiers: number })[];
  dossiers: TriedDossier[];
};

/**
 * What a set would change for the dossiers that run now in the part of the tree it is for: as if all were judged by it today.
 * Nothing is written. Six statements, whatever the number of dossiers.
 */
export async function tryRules(actor: Actor, set: RuleSetDetail): Promise<Trial> {
  const running = await rows<{ id: string }>(
    `select n.id from nomination n join agency_on(campaign_today()) a on a.agency_id = n.agency_id
     where starts_with(a.path, $1) and n.status not in ('decided', 'refused', 'notPassed', 'withdrawn', 'revoked')
     order by n.status_since desc, n.id`,
    [set.path],
  );
  const read = await readNominations(running.slice(0, MOST_TRIED).map(({ id }) => id));
  const seen = read.filter((nomination) => maySeeNomination(actor, nomination));
  const tried = await judgedTwice(seen, set.definition);
  const changed = tried.filter(({ changes }) => changes.length > 0);
  return {
    tried: seen.length,
    running: running.length,
    changed: changed.length,
    counts: countsOf(changed),
    dossiers: changed.slice(0, MOST_SHOWN),
  };
}

async function judgedTwice(nominations: NominationRow[], fresh: RuleSetDefinition): Promise<TriedDossier[]> {
  const [first] = nominations;
  if (!first) return [];
  const rules = await rulesOf(nominations);
  const { factsUnder } = await readFacts(nominations, pool, dayOf(first.now));
  const judge = (nomination: NominationRow, definition: RuleSetDefinition | undefined) =>
    definition ? eligibilityOf(factsUnder(nomination, definition)) : [];
  return nominations.map((nomination) => {
    const before = judge(nomination, rules.get(nomination.id)?.definition);
    const after = judge(nomination, fresh);
    return {
      id: nomination.id,
      subjectName: nomination.subjectName,
      awardName: awardRule(fresh, nomination.awardId)?.name ?? nomination.awardId,
      agencyName: nomination.agencyName,
      keeps: nomination.ruleSetId !== null,
      changes: changesOf(
        new Map(before.map(({ id, state }) => [id, state])),
        new Map(after.map(({ id, state }) => [id, state])),
      ),
    };
  });
}

const changesOf = (before: Map<CheckId, CheckState>, after: Map<CheckId, CheckState>): ChangedCheck[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((check) => ({ check, before: before.get(check) ?? null, after: after.get(check) ?? null }))
    .filter(({ before: was, after: is }) => was !== is);

function countsOf(dossiers: TriedDossier[]) {
  const counts = new Map<string, ChangedCheck & { dossiers: number }>();
  for (const change of dossiers.flatMap(({ changes }) => changes)) {
    const key = `${change.check} ${change.before} ${change.after}`;
    const counted = counts.get(key) ?? { ...change, dossiers: 0 };
    counts.set(key, { ...counted, dossiers: counted.dossiers + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.dossiers - a.dossiers);
}
