import type { Indicator } from "#lib/reports/form";
import { printNumber } from "#lib/text";
import type { OptionCount } from "./queries.ts";

/** What was chosen in each place: a unit's own choice, or how many chose each option, in the form's order; and by how many units. */
export function choiceWords(indicator: Indicator, counts: OptionCount[], ofUnits: boolean) {
  const byPlace = Map.groupBy(counts, ({ id, isNow }) => `${isNow} ${id}`);
  const words = (isNow: boolean) => (id: string | null) => {
    const found = byPlace.get(`${isNow} ${id}`) ?? [];
    if (found.length === 0) return "–";
    if (ofUnits) return found.map(({ option }) => option).join(", ");
    const of = (option: string) => found.find((each) => each.option === option)?.units ?? 0;
    return (indicator.options ?? []).map((option) => `${option} ${printNumber(of(option))}`).join(" · ");
  };
  const gave = (isNow: boolean) => (id: string | null) =>
    (byPlace.get(`${isNow} ${id}`) ?? []).reduce((sum, { units }) => sum + units, 0);
  return { now: words(true), before: words(false), gaveNow: gave(true), gaveBefore: gave(false) };
}

export type Choices = ReturnType<typeof choiceWords>;
