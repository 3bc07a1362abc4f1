import type { Indicator } from "#lib/reports/form";
import type { ComparedPlace } from "./queries.ts";
import { amountOf, changeOf } from "./rules.ts";

export const sortKeys = ["name", "value", "gave", "before", "change"] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { key: SortKey; down: boolean };

/** The order asked for (“change”, “-change”); without one the greatest value comes first. */
export function readSort(asked: string | undefined): Sort {
  const key = sortKeys.find((name) => name === asked?.replace(/^-/, ""));
  return key ? { key, down: asked?.startsWith("-") ?? false } : { key: "value", down: true };
}

export const printSort = ({ key, down }: Sort) => `${down ? "-" : ""}${key}`;

const names = new Intl.Collator("vi");

/** Sorted as asked; what has no value stands last, equal ones by name, what could be assigned to none at the very end. */
export function sortFigures(places: ComparedPlace[], { key, down }: Sort, indicator: Indicator): ComparedPlace[] {
  const direction = down ? -1 : 1;
  const numberOf: Record<Exclude<SortKey, "name">, (place: ComparedPlace) => number | null> = {
    value: ({ now }) => amountOf(indicator, now),
    gave: ({ now }) => (now.expected > 0 ? now.gave / now.expected : null),
    before: ({ before }) => amountOf(indicator, before),
    change: (place) => changeOf(indicator, place),
  };
  return [...places].sort((a, b) => {
    if ((a.id === null) !== (b.id === null)) return a.id === null ? 1 : -1;
    const byName = names.compare(a.name, b.name);
    if (key === "name") return direction * byName;
    const [left, right] = [numberOf[key](a), numberOf[key](b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName;
    return direction * (left - right) || byName;
  });
}
