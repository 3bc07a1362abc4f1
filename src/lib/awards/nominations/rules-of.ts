import "server-only";
import { type Day, dayOf } from "#lib/dates";
import { pool, type Queryable, rows } from "#lib/db";
import { merged, type RuleSetDefinition, type RuleSetOverride } from "../rule-set.ts";
import { warningsOf } from "../rule-sets/rules.ts";
import type { NominationRow } from "./queries.ts";

/** The rules a dossier is judged by, the row they stand in, and what everybody who uses it must be told. */
export type DossierRules = { ruleSetId: string; title: string; warnings: string[]; definition: RuleSetDefinition };

type Ruled = Pick<NominationRow, "ruleSetId" | "provinceId" | "ministryId" | "agencyId" | "now">;

type RuleSetRow = {
  id: string;
  agencyId: string | null;
  baseId: string | null;
  title: string;
  warning: string | null;
  definition: unknown;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  isAdopted: boolean;
};

/** The rule sets of a day, those named, and the national sets those go beside: one statement, whatever the number of dossiers. */
const SETS = `
  with wanted as (
    select * from rule_set where id = any($1::text[])
      or (adopted_at is not null and effective_from <= $2 and (effective_to is null or effective_to >= $2)
        and (agency_id is null or agency_id = any($3::text[]))))
  select id, agency_id as "agencyId", base_id as "baseId", title, warning, definition, effective_from as "effectiveFrom", effective_to as "effectiveTo",
    adopted_at is not null as "isAdopted"
  from rule_set where id in (select id from wanted union select base_id from wanted) order by effective_from desc, id`;

/**
 * For each dossier the rules it is judged by: those pinned when it was proposed, before that those of today for its province or ministry
 * (rule-sets/queries.ts, findRules, for many at once). A dossier for which no set is in force is missing from the answer.
 */
export async function rulesOf<T extends Ruled & { id: string }>(
  nominations: T[],
  client: Queryable = pool,
): Promise<Map<string, DossierRules>> {
  const [first] = nominations;
  if (!first) return new Map();
  const today = dayOf(first.now);
  const sets = await rows<RuleSetRow>(
    SETS,
    [[...new Set(nominations.map(({ ruleSetId }) => ruleSetId))], today, [...new Set(nominations.map(ownerOf))]],
    client,
  );
  const byId = new Map(sets.map((set) => [set.id, set]));
  const inForce = sets.filter(
    ({ effectiveFrom, effectiveTo, isAdopted }) =>
      isAdopted && effectiveFrom <= today && (effectiveTo === null || effectiveTo >= today),
  );
  const known = new Map<string, DossierRules | null>();
  const found = new Map<string, DossierRules>();
  for (const nomination of nominations) {
    const key = nomination.ruleSetId ?? `of ${ownerOf(nomination)}`;
    if (!known.has(key)) known.set(key, read(chosen(nomination), byId, today));
    const rules = known.get(key);
    if (rules) found.set(nomination.id, rules);
  }
  return found;

  function chosen({ ruleSetId, ...nomination }: T) {
    if (ruleSetId) return byId.get(ruleSetId);
    const national = inForce.find(({ agencyId }) => agencyId === null);
    const owner = ownerOf(nomination);
    return inForce.find(({ agencyId, baseId }) => agencyId === owner && baseId === national?.id) ?? national;
  }
}

/** Whose own rules come before the national ones. Source: NĐ 152/2025/NĐ-CP, Điều 6, khoản 2. */
const ownerOf = ({ provinceId, ministryId, agencyId }: Omit<Ruled, "ruleSetId" | "now">) =>
  provinceId ?? ministryId ?? agencyId;

function read(set: RuleSetRow | undefined, byId: Map<string, RuleSetRow>, today: Day): DossierRules | null {
  if (!set) return null;
  const { id: ruleSetId, title } = set;
  if (set.agencyId === null)
    return { ruleSetId, title, warnings: warningsOf([set], today), definition: set.definition as RuleSetDefinition };
  const national = byId.get(set.baseId ?? "");
  if (!national) return null;
  const definition = merged(national.definition as RuleSetDefinition, set.definition as RuleSetOverride);
  return { ruleSetId, title, warnings: warningsOf([set, national], today), definition };
}
