import type { AwardRule, DossierItem, Mark, Precondition, RuleSetDefinition, RuleSetOverride } from "../rule-set.ts";
import { awardShapes, findValue, generalShapes, type ListKey, listShapes, type ValueKind } from "./values.ts";

/** Where a path leads: a general value, a field of an award, or an item of one of its lists (`itemId` null = a new one). */
export type Place =
  | { kind: ValueKind; key: keyof typeof generalShapes; awardId: null; list: null }
  | { kind: ValueKind; key: keyof typeof awardShapes; awardId: string; list: null }
  | { kind: ValueKind; itemId: string | null; awardId: string; list: ListKey };

/** The path of an item that is not there yet ends in this. */
export const NEW_ITEM = "moi";

/** Null for a path that leads nowhere in these rules. */
export function placeOf(definition: RuleSetDefinition, path: string): Place | null {
  if (Object.hasOwn(generalShapes, path)) {
    const key = path as keyof typeof generalShapes;
    return { kind: generalShapes[key].kind, key, awardId: null, list: null };
  }
  const [awardId = "", key = "", itemId] = path.split(".");
  if (!definition.awards.some(({ id }) => id === awardId)) return null;
  if (Object.hasOwn(listShapes, key)) {
    const list = key as ListKey;
    const { kind } = listShapes[list];
    if (itemId === NEW_ITEM) return { kind, itemId: null, awardId, list };
    return findValue(definition, path) ? { kind, itemId: itemId ?? "", awardId, list } : null;
  }
  if (!Object.hasOwn(awardShapes, key) || itemId !== undefined) return null;
  return {
    kind: awardShapes[key as keyof typeof awardShapes].kind,
    key: key as keyof typeof awardShapes,
    awardId,
    list: null,
  };
}

/** What a province's or ministry's council settings and own awards leave to it. */
const ownGeneral: string[] = ["quorum", "recusal", "tie", "overQuota"];
const openInState: string[] = ["ballot", "threshold"];

/**
 * Whether an agency may set this otherwise than the nation: everything but the money of the awards that are its own, its councils, and how councils vote
 * on state awards where the law does not say. Source: NĐ 152/2025/NĐ-CP, Điều 6, khoản 2; Điều 33.
 */
export function mayOverride(base: RuleSetDefinition, place: Place): boolean {
  if (place.awardId === null) return ownGeneral.includes(place.key);
  const award = base.awards.find(({ id }) => id === place.awardId);
  if (!award) return false;
  if (award.level !== "state") return place.list !== null || place.key !== "bonus";
  return place.list === null && openInState.includes(place.key) && award[place.key].mark === "unknown";
}

export type NewValue = { value: unknown; mark: Mark; source: string } & Partial<
  Omit<Precondition, "value" | "mark" | "source"> & Omit<DossierItem, "value" | "mark" | "source">
>;

/**
 * The stored part of a set with one value put in its place. `definition` is what holds now, from which an agency's own list starts.
 * `newId` names an item that is not there yet.
 */
export function withValue(
  own: RuleSetOverride,
  definition: RuleSetDefinition,
  place: Place,
  valued: NewValue,
  newId: string,
): RuleSetOverride {
  if (place.awardId === null) return { ...own, [place.key]: valued };
  if (place.list === null) return withAward(own, place.awardId, { [place.key]: valued });
  const id = place.itemId ?? newId;
  const item = { ...valued, id };
  const items: { id: string }[] = itemsOf(definition, place);
  const changed = place.itemId === null ? [...items, item] : items.map((one) => (one.id === id ? item : one));
  return withAward(own, place.awardId, { [place.list]: changed });
}

/** Without an item of a list; a value of an agency's own goes back to the nation's. */
export function withoutValue(own: RuleSetOverride, definition: RuleSetDefinition, place: Place): RuleSetOverride {
  if (place.awardId === null) return without(own, place.key);
  if (place.list === null) {
    const { awardId, key } = place;
    return { ...own, awards: (own.awards ?? []).map((award) => (award.id === awardId ? without(award, key) : award)) };
  }
  const left = itemsOf(definition, place).filter(({ id }) => id !== place.itemId);
  return withAward(own, place.awardId, { [place.list]: left });
}

function without<T extends object, Key extends keyof T>(whole: T, key: Key): T {
  const { [key]: _, ...rest } = whole;
  return rest as T;
}

const itemsOf = (
  definition: RuleSetDefinition,
  { awardId, list }: Extract<Place, { list: ListKey }>,
): { id: string }[] => definition.awards.find(({ id }) => id === awardId)?.[list] ?? [];

function withAward(own: RuleSetOverride, awardId: string, change: Partial<AwardRule>): RuleSetOverride {
  const awards = own.awards ?? [];
  return awards.some(({ id }) => id === awardId)
    ? { ...own, awards: awards.map((award) => (award.id === awardId ? { ...award, ...change } : award)) }
    : { ...own, awards: [...awards, { id: awardId, ...change }] };
}
