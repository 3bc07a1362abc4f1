import type { Mark, RuleSetDefinition, RuleSetOverride } from "#lib/awards/rule-set";
import { type Day, startOfDay } from "#lib/dates";
import type { AwardRulesFile } from "./files.ts";

type RuleSetRecord = AwardRulesFile["ruleSets"][number];

/** The rows of `rule_set`: in use from the day they take effect. */
export const ruleSetRows = ({ ruleSets }: AwardRulesFile) =>
  ruleSets.map((set) => ({
    id: set.id,
    agency_id: set.agencyId,
    base_id: set.baseId,
    title: set.title,
    definition: definitionOf(set, ruleSets),
    source: set.source,
    effective_from: set.effectiveFrom,
    effective_to: set.effectiveTo,
    adopted_at: startOfDay(set.effectiveFrom),
    adopted_by_name: "Dữ liệu nền",
    warning: set.warning,
    version: 1,
  }));

export const baseSalaryRows = ({
  baseSalaries,
}: AwardRulesFile): { effective_from: Day; amount: number; source: string }[] =>
  baseSalaries.map(({ effectiveFrom, amount, source }) => ({ effective_from: effectiveFrom, amount, source }));

function definitionOf(set: RuleSetRecord, sets: RuleSetRecord[]): RuleSetDefinition | RuleSetOverride {
  if ("definition" in set) return set.definition;
  const model = sets.find(({ id }) => id === set.like);
  if (!model) throw new Error(`award-rules.json: ${set.id} is like ${set.like}, which is not there.`);
  return remarked(definitionOf(model, sets), set.remarked);
}

type Remarked = Extract<RuleSetRecord, { like: string }>["remarked"];

/** Every value, however deep, whose source names the changed law. */
function remarked<T>(part: T, how: Remarked): T {
  if (Array.isArray(part)) return part.map((one) => remarked(one, how)) as T;
  if (typeof part !== "object" || part === null) return part;
  const inside = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, remarked(value, how)]));
  const { source, mark } = inside as { source?: string; mark?: Mark };
  if (!mark || !source?.includes(how.sourceHas)) return inside as T;
  return {
    ...inside,
    mark: how.marks[mark] ?? mark,
    source: `${how.before ?? ""}${source}${how.after ?? ""}`,
  } as T;
}
