import type { AgencyKind } from "#generated/prisma/enums";

/** A word of a text, and whether the text it is compared with lacks it there. */
export type Segment = { text: string; isNew: boolean };

/**
 * What a child plan adds to a passage of its parent: the child's text in runs of kept and new words, in order.
 * Words are compared without regard to case and punctuation, so that only what was really added stands out.
 */
export function extension(parentText: string, childText: string): Segment[] {
  const parent = words(parentText).map(bare);
  const child = words(childText);
  const kept = keptWords(parent, child.map(bare));
  const segments: Segment[] = [];
  for (const [index, word] of child.entries()) {
    const isNew = !kept.has(index);
    const last = segments.at(-1);
    if (last && last.isNew === isNew) last.text += ` ${word}`;
    else segments.push({ text: word, isNew });
  }
  return segments;
}

const words = (text: string) => text.split(/\s+/).filter(Boolean);
const bare = (word: string) =>
  word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Places in `child` that belong to the longest sequence of words both texts have in order. */
function keptWords(parent: string[], child: string[]): Set<number> {
  const lengths = longestCommon(parent, child);
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < parent.length && j < child.length; ) {
    if (parent[i] === child[j]) {
      kept.add(j);
      i++;
      j++;
    } else if (lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1)) i++;
    else j++;
  }
  return kept;
}

/** lengths[i][j]: how many words the rests of both texts, from i and from j, have in common in order. */
function longestCommon(parent: string[], child: string[]): number[][] {
  const lengths = Array.from({ length: parent.length + 1 }, () => new Array<number>(child.length + 1).fill(0));
  for (let i = parent.length - 1; i >= 0; i--) {
    for (let j = child.length - 1; j >= 0; j--) {
      const line = lengths[i];
      if (line)
        line[j] =
          parent[i] === child[j]
            ? lengthAt(lengths, i + 1, j + 1) + 1
            : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
    }
  }
  return lengths;
}

const lengthAt = (lengths: number[][], i: number, j: number) => lengths[i]?.[j] ?? 0;

export type PlacedAgency = { id: string; kind: AgencyKind; path: string };

/** Whether a passage names this agency: by its id, or by its kind inside the subtree of the plan's holder. */
export const bearsOn = (actorAgencies: string[], agency: PlacedAgency, holderPath: string) =>
  actorAgencies.includes(agency.id) ||
  (actorAgencies.includes(`kind:${agency.kind}`) && agency.path.startsWith(holderPath));

type Checkable = { reconstructed: boolean; confirmedAt: Date | string | null };

/** Text rebuilt from a scan that nobody has compared with the signed original yet. */
export const isUnconfirmed = ({ reconstructed, confirmedAt }: Checkable) => reconstructed && confirmedAt === null;
