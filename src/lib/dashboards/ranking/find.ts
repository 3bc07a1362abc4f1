import "server-only";
import type { FormDefinition, Indicator } from "#lib/reports/form";
import { shownIndicators, shownOf } from "../figures/rules.ts";
import type { Scope } from "../policy.ts";
import { findRecast } from "../recast/queries.ts";
import { listCandidates } from "./queries.ts";
import { isRankable, LEAST, leastChoices, type Ranking, rank } from "./rules.ts";

/** What an address asks to be ranked, with everything unusable in it put right. */
export type Asked = { indicator: Indicator; least: number; type: string | null };

export type FoundRanking = Ranking & {
  asked: Asked;
  /** types that could be ranked among themselves, with how many candidates each has; the most numerous first */
  types: { type: string; count: number }[];
};

type Words = { indicator?: string; section?: string; least?: string; type?: string };

/** Four statements at most. */
export async function findRanking(
  scope: Scope,
  period: string,
  form: FormDefinition,
  words: Words,
): Promise<FoundRanking> {
  const indicator = rankedIndicator(form, scope.isNation, words);
  const { changes } = await findRecast([period]);
  const changed = new Set(changes.flatMap(({ kind, agencyId }) => (kind === "moved" ? [] : [agencyId])));
  const candidates = await listCandidates(scope, period, indicator, changed);
  const types = [
    ...Map.groupBy(
      candidates.filter((each) => each.isOfCommunes),
      ({ type }) => type,
    ),
  ]
    .map(([type, of]) => ({ type, count: of.length }))
    .sort((a, b) => b.count - a.count);
  const type = types.find((each) => each.type === words.type)?.type ?? null;
  const least = leastChoices.find((each) => String(each) === words.least) ?? LEAST;
  const chosen = type === null ? candidates : candidates.filter((each) => each.type === type);
  return { ...rank(indicator, chosen, { isNation: scope.isNation, least }), asked: { indicator, least, type }, types };
}

/** The indicator asked for, or the first of the section; without either the first ratio, which size says least about. */
function rankedIndicator(form: FormDefinition, isNation: boolean, { indicator, section }: Words): Indicator {
  const rankable = shownIndicators(form).filter((each) => isRankable(each, isNation));
  const ofSection = form.sections.find(({ id }) => id === section);
  const found =
    rankable.find(({ id }) => id === indicator) ??
    (ofSection && shownOf(ofSection).find((each) => isRankable(each, isNation))) ??
    rankable.find(({ type }) => type === "ratio") ??
    rankable[0];
  if (!found) throw new Error(`The form ${form.id} has nothing to rank.`);
  return found;
}
