import type { Indicator } from "#lib/reports/form";
import { byOrder, type Order, readOrder } from "../order.ts";
import type { ComparedPlace } from "./queries.ts";
import { amountOf, changeOf } from "./rules.ts";

export const sortKeys = ["name", "value", "gave", "before", "change"] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = Order<SortKey>;

/** The order asked for (“change”, “-change”); without one the greatest value comes first. */
export const readSort = (asked: string | undefined): Sort => readOrder(sortKeys, asked) ?? { key: "value", down: true };

/** Sorted as asked; what has no value stands last, equal ones by name, what could be assigned to none at the very end. */
export function sortFigures(places: ComparedPlace[], sort: Sort, indicator: Indicator): ComparedPlace[] {
  const numberOf: Record<SortKey, (place: ComparedPlace) => number | null> = {
    name: () => null,
    value: ({ now }) => amountOf(indicator, now),
    gave: ({ now }) => (now.expected > 0 ? now.gave / now.expected : null),
    before: ({ before }) => amountOf(indicator, before),
    change: (place) => changeOf(indicator, place),
  };
  const compare = byOrder(sort, numberOf[sort.key]);
  return places.toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || compare(a, b));
}
