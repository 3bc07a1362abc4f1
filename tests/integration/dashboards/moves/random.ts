/** Chance that comes again: the same seed gives the same draws (mulberry32). */
export type Chance = {
  /** from 0 up to, not including, 1 */
  next: () => number;
  /** a whole number, both ends included */
  between: (low: number, high: number) => number;
  pick: <T>(of: readonly T[]) => T;
  /** so many of them, or all, in the order they stand */
  some: <T>(of: readonly T[], share: number) => T[];
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (of) => {
      const picked = of[between(0, of.length - 1)];
      if (picked === undefined) throw new Error("Nothing to pick from.");
      return picked;
    },
    some: (of, share) => of.filter(() => next() < share),
  };
}

/** One of several, the heavier the likelier. */
export function weighted<T extends { weight: number }>(chance: Chance, of: readonly T[]): T {
  let left = chance.next() * of.reduce((sum, { weight }) => sum + weight, 0);
  for (const one of of) {
    left -= one.weight;
    if (left < 0) return one;
  }
  return chance.pick(of);
}
