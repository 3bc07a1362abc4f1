/** A stretch of text that both versions have, or only the new one (added), or only the old one (removed). */
export type Piece = { kind: "same" | "added" | "removed"; text: string };

/** Longer texts are compared by whole lines only: their table of words would be too large. */
const MOST_COMPARED = 4_000_000;

/** What became of a text, line by line and within changed lines word by word. Without the removed pieces it is `after`, without the added ones `before`. */
export function differences(before: string, after: string): Piece[] {
  const lines = compare(split(before, /(?<=\n)/), split(after, /(?<=\n)/));
  return joined(runsOf(lines).flatMap((run) => (run.every(({ kind }) => kind === "same") ? run : withinLines(run))));
}

/** A run of lines that changed: where some went and others came, their words are compared. */
function withinLines(run: Piece[]): Piece[] {
  const textOf = (kind: Piece["kind"]) => run.flatMap((piece) => (piece.kind === kind ? piece.text : [])).join("");
  return compare(split(textOf("removed"), /(?<=\s)|(?=\s)/), split(textOf("added"), /(?<=\s)|(?=\s)/));
}

const split = (text: string, at: RegExp) => (text === "" ? [] : text.split(at));

/** Neighbouring pieces that are all the same, or all changed. */
function runsOf(pieces: Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && (last[0]?.kind === "same") === (piece.kind === "same")) last.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** By the longest common subsequence; what both begin and end with is set aside first. */
function compare(before: string[], after: string[]): Piece[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return [
    ...pieces("same", after.slice(0, start)),
    ...(old.length * now.length > MOST_COMPARED
      ? [...pieces("removed", old), ...pieces("added", now)]
      : walk(old, now, lengthsOf(old, now))),
    ...pieces("same", after.slice(after.length - end)),
  ];
}

/** Length of the longest common subsequence of what follows, for every pair of places. */
function lengthsOf(old: string[], now: string[]): Uint32Array {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const [below, right] = [lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0];
      lengths[i * width + j] = old[i] === now[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(below, right);
    }
  return lengths;
}

function walk(old: string[], now: string[], lengths: Uint32Array): Piece[] {
  const width = now.length + 1;
  const found: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      found.push(...pieces("same", [now[j++] ?? ""]));
      i++;
    } else if (
      j >= now.length ||
      (i < old.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    )
      found.push(...pieces("removed", [old[i++] ?? ""]));
    else found.push(...pieces("added", [now[j++] ?? ""]));
  }
  return found;
}

const pieces = (kind: Piece["kind"], texts: string[]): Piece[] => texts.map((text) => ({ kind, text }));

/** Neighbours of one kind as one piece. */
function joined(found: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const { kind, text } of found) {
    const last = result.at(-1);
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}
