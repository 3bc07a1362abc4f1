import "server-only";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { merged, type RuleSetDefinition, type RuleSetOverride } from "../rule-set.ts";
import { mayReadRuleSet } from "./policy.ts";
import { warningsOf } from "./rules.ts";

/** A set as it is stored. An agency's own `definition` names only what it sets otherwise. */
export type RuleSetRow = {
  id: string;
  /** null = national */
  agencyId: string | null;
  agencyName: string | null;
  /** path of the agency whose set it is, the nation's for a national one */
  path: string;
  baseId: string | null;
  baseTitle: string | null;
  title: string;
  source: string;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  adoptedAt: Date | null;
  adoptedByName: string | null;
  warning: string | null;
  version: number;
  /** the campaign's today */
  today: Day;
};

export type RuleSetDetail = RuleSetRow & {
  own: RuleSetOverride;
  /** the national set below an agency's own */
  base: RuleSetDefinition | null;
  /** what holds: the own set in place of its base */
  definition: RuleSetDefinition;
  warnings: string[];
  /** dossiers that were judged by it */
  used: number;
};

/** Rules in force for an agency on a day. `ruleSetId` is what a dossier keeps. */
export type RulesInForce = {
  ruleSetId: string;
  nationalId: string;
  title: string;
  definition: RuleSetDefinition;
  effectiveTo: Day | null;
  warnings: string[];
};

const ruleSetColumns = `
  s.id, s.agency_id as "agencyId", t.name as "agencyName", coalesce(t.path, '/VN/') as path, s.base_id as "baseId", b.title as "baseTitle", s.title, s.source,
  s.effective_from as "effectiveFrom", s.effective_to as "effectiveTo", s.adopted_at as "adoptedAt", s.adopted_by_name as "adoptedByName",
  s.warning, s.version, campaign_today() as today`;

const ruleSets = `rule_set s left join rule_set b on b.id = s.base_id
  left join lateral (select name, path from agency_term where agency_id = s.agency_id order by valid_to desc nulls first limit 1) t on true`;

/**
 * The rules for what an agency proposes on a day: those of its province or ministry, in place of the national ones of that day.
 * Null when no national set is in force: nothing can be proposed then. Source: NĐ 152/2025/NĐ-CP, Điều 6, khoản 2.
 */
export async function findRules(agencyId: string, day: Day, client: Queryable = pool): Promise<RulesInForce | null> {
  const found = await row<{ nationalId: string; ownId: string | null; national: InForce; own: InForce | null }>(
    `select n.id as "nationalId", o.id as "ownId",
       jsonb_build_object('title', n.title, 'definition', n.definition, 'warning', n.warning, 'effectiveTo', n.effective_to) as national,
       case when o.id is not null then jsonb_build_object('title', o.title, 'definition', o.definition, 'warning', o.warning, 'effectiveTo', o.effective_to) end as own
     from rule_set n
     left join rule_set o on o.base_id = n.id and o.adopted_at is not null and o.effective_from <= $2 and (o.effective_to is null or o.effective_to >= $2)
       and o.agency_id = (select coalesce(province_id, split_part(path, '/', 3)) from agency_on($2) where agency_id = $1)
     where n.agency_id is null and n.adopted_at is not null and n.effective_from <= $2 and (n.effective_to is null or n.effective_to >= $2)
     order by n.effective_from desc, o.effective_from desc limit 1`,
    [agencyId, day],
    client,
  );
  if (!found) return null;
  const { nationalId, ownId, national, own } = found;
  return {
    ruleSetId: ownId ?? nationalId,
    nationalId,
    title: own?.title ?? national.title,
    definition: merged(national.definition as RuleSetDefinition, own?.definition ?? null),
    effectiveTo: own?.effectiveTo ?? national.effectiveTo,
    warnings: warningsOf(own ? [own, national] : [national], day),
  };
}

type InForce = {
  title: string;
  definition: RuleSetDefinition | RuleSetOverride;
  warning: string | null;
  effectiveTo: Day | null;
};

/** The sets somebody may read: those in use, which are law for everybody, and the drafts of one's own agency. */
export async function listRuleSets(actor: Actor): Promise<RuleSetRow[]> {
  const all = await rows<RuleSetRow>(
    `select ${ruleSetColumns} from ${ruleSets}
     order by s.agency_id is not null, t.name collate "vi-x-icu", s.adopted_at is null desc, s.effective_from desc, s.id`,
  );
  return all.filter((set) => mayReadRuleSet(actor, set));
}

/** One set with what holds by it; null also when it is a draft of others. */
export async function findRuleSet(actor: Actor, id: string, client: Queryable = pool): Promise<RuleSetDetail | null> {
  const found = await row<RuleSetRow & Stored>(
    `select ${ruleSetColumns}, s.definition as stored, b.definition as base, b.warning as "baseWarning", b.effective_to as "baseEffectiveTo",
       (select count(*) from nomination n where n.rule_set_id = s.id) as used
     from ${ruleSets} where s.id = $1`,
    [id],
    client,
  );
  return found && mayReadRuleSet(actor, found) ? detailOf(found) : null;
}

type Stored = {
  stored: RuleSetDefinition | RuleSetOverride;
  base: RuleSetDefinition | null;
  baseWarning: string | null;
  baseEffectiveTo: Day | null;
  used: number;
};

function detailOf({ stored, base, baseWarning, baseEffectiveTo, used, ...set }: RuleSetRow & Stored): RuleSetDetail {
  const below = base ? [{ title: set.baseTitle ?? "", warning: baseWarning, effectiveTo: baseEffectiveTo }] : [];
  return {
    ...set,
    own: stored,
    base,
    definition: base ? merged(base, stored) : (stored as RuleSetDefinition),
    warnings: warningsOf([set, ...below], set.today),
    used,
  };
}
