import type { Dimension, Member } from "./dimensions.ts";

/** A row or a column: one member of each dimension of its axis; a dimension left out stands for all its members together. */
export type Node = {
  members: Partial<Record<Dimension, Member>>;
  /** of its outer dimension; several nodes share it when there are two */
  group: string;
  groupName: string;
  groupHint?: string;
  /** within the group, or by itself */
  name: string;
  hint?: string;
  /** over all members of the inner dimension: it heads its group */
  isSum: boolean;
};

export type Members = Record<Dimension, Member[]>;

const TOTAL = "";
const totalName = "Cộng";

/**
 * The nodes of an axis of one or two dimensions, totals last, a group's own sum first, the totals over all groups as a last group.
 * `addable` says over which dimensions there are totals, `occurs` which pairs of members there are.
 */
export function axisOf(
  [outer, inner]: Dimension[],
  members: Members,
  addable: (dimension: Dimension) => boolean,
  occurs: (first: Pair, second: Pair) => boolean,
): Node[] {
  if (!outer) return [];
  const groups: (Member | null)[] = [...members[outer], ...(hasTotal(outer, members, addable) ? [null] : [])];
  return groups.flatMap((member) => {
    const group = {
      group: member?.id ?? TOTAL,
      groupName: member?.name ?? totalName,
      groupHint: member?.hint,
    };
    const own = member ? { [outer]: member } : {};
    if (!inner) return [{ members: own, ...group, name: group.groupName, hint: group.groupHint, isSum: !member }];
    const within = members[inner].filter((each) => !member || occurs([outer, member], [inner, each]));
    const sum: Node[] = hasTotal(inner, members, addable)
      ? [{ members: own, ...group, name: totalName, isSum: true }]
      : [];
    return [
      ...sum,
      ...within.map((each) => ({
        members: { ...own, [inner]: each },
        ...group,
        name: each.name,
        hint: each.hint,
        isSum: false,
      })),
    ];
  });
}

export type Pair = [dimension: Dimension, member: Member];

/** One member alone is its own total. */
const hasTotal = (dimension: Dimension, members: Members, addable: (dimension: Dimension) => boolean) =>
  addable(dimension) && members[dimension].length > 1;
