import { group } from "d3-array";
import type { Day } from "#lib/dates";

/** An agency as it stood on the day its report of a period fell due. */
export type Past = { periodId: string; agencyId: string; dueOn: Day };

export type Succession = { formerId: string; successorId: string; effectiveOn: Day };

/** The agencies there are today, with their province ("VN": the centre). */
export type Today = ReadonlyMap<string, string>;

/** Where the figures of a report of then belong in the structure of today. */
export type Recast = {
  periodId: string;
  agencyId: string;
  /** the agencies of today that hold what it was; one = as a whole, several = it was split, none = it ended */
  heirs: string[];
  /** their provinces */
  places: string[];
  /** the one unit its figures can be counted for; null = never silently assigned */
  unitId: string | null;
  /** the one province; a split within a province can still be counted there */
  placeId: string | null;
  /** shared by all that can be compared only together */
  key: string;
  /** taken alone, the unit (or province) of today is not what it was: a part came from elsewhere or went elsewhere */
  isUnitBroken: boolean;
  isPlaceBroken: boolean;
};

/**
 * Follows agencies of then to those of today. `past` holds every report of an agency that takes part in a succession or is no
 * longer there; all others are themselves. An agency that passed a part on and lives on is split between itself and the successor.
 */
export function recast(past: Past[], successions: Succession[], today: Today): Recast[] {
  const byFormer = group(successions, ({ formerId }) => formerId);
  const followed = past.map((report) => ({ ...report, heirs: heirsOf(report, byFormer, today) }));
  const groups = groupsOf(followed.map(({ heirs }) => heirs));
  const placesOf = (units: string[]) => [...new Set(units.flatMap((unit) => today.get(unit) ?? []))];
  return followed.map(({ periodId, agencyId, heirs }) => {
    const members = heirs.flatMap((heir) => groups.get(heir) ?? [heir]);
    const together = [...new Set(members)].sort();
    return {
      periodId,
      agencyId,
      heirs,
      places: placesOf(heirs),
      unitId: onlyOne(heirs),
      placeId: onlyOne(placesOf(heirs)),
      key: together[0] ?? agencyId,
      isUnitBroken: together.length !== 1,
      isPlaceBroken: placesOf(together).length !== 1,
    };
  });
}

const onlyOne = (ids: string[]) => (ids.length === 1 ? (ids[0] ?? null) : null);

/** Successions from `dueOn` on, step by step; an agency that is still there remains its own heir. */
function heirsOf(
  { agencyId, dueOn }: Omit<Past, "periodId">,
  byFormer: ReadonlyMap<string, Succession[]>,
  today: Today,
  seen: readonly string[] = [],
): string[] {
  if (seen.includes(agencyId)) return [];
  const next = (byFormer.get(agencyId) ?? []).filter(({ effectiveOn }) => effectiveOn >= dueOn);
  const passedOn = next.flatMap(({ successorId, effectiveOn }) =>
    heirsOf({ agencyId: successorId, dueOn: effectiveOn }, byFormer, today, [...seen, agencyId]),
  );
  return [...new Set([...(today.has(agencyId) ? [agencyId] : []), ...passedOn])].sort();
}

/** Units of today that share a former agency, directly or through others: each with all of its group. */
function groupsOf(shared: string[][]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const heirs of shared) {
    const together = [...new Set(heirs.flatMap((heir) => groups.get(heir) ?? [heir]))];
    for (const member of together) groups.set(member, together);
  }
  return groups;
}

/** What became of an agency between the day its report fell due and today, for a reader. */
export type Change = {
  periodId: string;
  agencyId: string;
  name: string;
  kind: "merged" | "split" | "moved" | "ended";
  heirs: { id: string; name: string }[];
  /** provinces it is about: those of then and of today */
  places: string[];
};

type Named = Past & { name: string; placeThen: string };

/** The changes worth naming: an agency that is what it was and where it was is none. */
export function changesOf(
  past: Named[],
  recasts: Recast[],
  today: Today,
  nameOf: (agencyId: string) => string,
): Change[] {
  return past.flatMap(({ periodId, agencyId, name, placeThen }, index) => {
    const heirs = recasts[index]?.heirs ?? [];
    const places = [...new Set([placeThen, ...heirs.flatMap((heir) => today.get(heir) ?? [])])];
    const kind = kindOf(agencyId, heirs, places);
    if (!kind) return [];
    return [{ periodId, agencyId, name, kind, heirs: heirs.map((id) => ({ id, name: nameOf(id) })), places }];
  });
}

function kindOf(agencyId: string, heirs: string[], places: string[]): Change["kind"] | null {
  if (heirs.length === 0) return "ended";
  if (heirs.length > 1) return "split";
  if (heirs[0] !== agencyId) return "merged";
  return places.length > 1 ? "moved" : null;
}

/** A change as a sentence: what it was, what became of it, and what that does to a comparison. */
export function tellChange({ name, periodId, kind, heirs }: Change): string {
  const names = heirs.map((heir) => heir.name).join(", ");
  const then = `${name} (báo cáo năm ${periodId})`;
  return {
    merged: `${then} nay thuộc ${names}: số liệu được cộng vào ${names}.`,
    moved: `${then} đã chuyển sang tỉnh, thành phố khác: số liệu theo về nơi hiện nay.`,
    split: `${then} đã chia cho ${names}: không so sánh được từng đơn vị, vì không có căn cứ để chia số liệu.`,
    ended: `${then} đã chấm dứt và không có đơn vị kế thừa: không so sánh được, số liệu đứng riêng.`,
  }[kind];
}
