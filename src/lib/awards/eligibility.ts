import { conditions, subjectAllowed } from "./eligibility/conditions.ts";
import { dossierComplete, publicityOver, received } from "./eligibility/dossier.ts";
import type { Check, CheckState, EligibilityFacts, Stage } from "./eligibility/facts.ts";
import { holds, oneAward } from "./eligibility/history.ts";
import { achievementFresh, inPeriod, quota } from "./eligibility/limits.ts";
import { awardRule } from "./rule-set.ts";

/**
 * Whether a dossier may go on, as a list of checks, always in the same order, each with its article and the facts it used.
 * Pure: nothing is read, nothing decided. Empty only if the rule set does not have the award.
 */
export function eligibilityOf(facts: EligibilityFacts): Check[] {
  const award = awardRule(facts.rules, facts.nomination.awardId);
  if (!award) return [];
  return [
    subjectAllowed(facts, award),
    oneAward(facts),
    holds(facts),
    inPeriod(facts),
    achievementFresh(facts, award),
    conditions(facts, award),
    quota(facts),
    dossierComplete(facts, award),
    received(facts, award),
    publicityOver(facts, award),
  ];
}

const order: Stage[] = ["propose", "appraise", "agenda", "decide"];

/** The checks that keep a dossier from a stage: what is not met by then, and evidence nobody has looked at. Unverified law never does. */
export const inTheWayOf = (stage: Stage, checks: Check[]) =>
  checks.filter(
    (check) =>
      order.indexOf(check.stage) <= order.indexOf(stage) &&
      (check.state === "notMet" || check.state === "needsEvidence"),
  );

const gravity: CheckState[] = ["notMet", "needsEvidence", "unverified", "met"];

/** The gravest state among the checks. */
export const gravestOf = (checks: Check[]): CheckState =>
  gravity.find((state) => checks.some((check) => check.state === state)) ?? "met";
