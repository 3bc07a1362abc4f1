import "server-only";
import type { PoolClient } from "pg";
import { type Day, printDay } from "#lib/dates";
import { rows, transaction } from "#lib/db";
import { refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import type { RuleSetDetail } from "./queries.ts";
import { adoptionProblems, endOf } from "./rules.ts";
import type { AdoptRules } from "./schema.ts";
import { draftOf, record, written } from "./service.ts";

/**
 * Puts a draft to use from its day on. The set it takes the place of ends the day before; dossiers already proposed keep theirs.
 * One adoption at a time, so that no two sets of an agency hold on one day. Returns the day.
 */
export async function adoptRuleSet(actor: Actor, { ruleSetId, version }: AdoptRules): Promise<Day> {
  return transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('award rules'))");
    const draft = await draftOf(tx, actor, ruleSetId);
    const others = await listInUse(tx, draft.agencyId);
    const base = draft.baseId ? ((await listInUse(tx, null)).find(({ id }) => id === draft.baseId) ?? null) : null;
    const problems = adoptionProblems(draft, { base, others, today: draft.today });
    if (problems[0]) throw refused(problems[0].message, problems);
    const { effectiveFrom } = draft;
    await written(
      `update rule_set set adopted_at = campaign_now(), adopted_by_name = $3, effective_to = $4, version = version + 1
       where id = $1 and version = $2 and adopted_at is null returning id`,
      [ruleSetId, version, actor.fullName, endOf(effectiveFrom, others, base)],
      tx,
    );
    await endEarlier(tx, draft);
    await record(tx, actor, draft, "ruleSet.adopt", { title: draft.title, effectiveFrom: printDay(effectiveFrom) });
    return effectiveFrom;
  });
}

type InUse = { id: string; title: string; effectiveFrom: Day; effectiveTo: Day | null };

const listInUse = (tx: PoolClient, agencyId: string | null) =>
  rows<InUse>(
    `select id, title, effective_from as "effectiveFrom", effective_to as "effectiveTo" from rule_set
     where adopted_at is not null and agency_id is not distinct from $1`,
    [agencyId],
    tx,
  );

/** Sets of the same agency that would still hold on the new one's day end the day before, and what stands beside an ended national set ends with it. */
const endEarlier = (tx: PoolClient, { id, agencyId, effectiveFrom }: RuleSetDetail) =>
  rows(
    `with ended as (
       update rule_set set effective_to = $3::date - 1, version = version + 1
       where id <> $1 and adopted_at is not null and agency_id is not distinct from $2
         and effective_from < $3 and (effective_to is null or effective_to >= $3)
       returning id)
     update rule_set set effective_to = $3::date - 1, version = version + 1
     where base_id in (select id from ended) and adopted_at is not null and (effective_to is null or effective_to >= $3)`,
    [id, agencyId, effectiveFrom],
    tx,
  );
