import { createHash } from "node:crypto";

/** A stream of chances: the same seed always draws the same, on every machine. */
export type Random = ReturnType<typeof seeded>;

export function seeded(seed: string) {
  let state = hashOf(seed);

  /** From 0 up to, not including, 1. Source: mulberry32 (public domain). */
  function fraction() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const between = (low: number, high: number) => low + (high - low) * fraction();
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  const chance = (share: number) => fraction() < share;
  const pick = <T>(items: readonly T[]): T => items[whole(0, items.length - 1)] as T;

  /** Around the median, log-normally: sizes of places are spread like this. */
  const spread = (median: number, sigma: number) =>
    median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction()));

  /** One key, by weight. Weights need not add up to one. */
  function weighted<Key extends string>(weights: Partial<Record<Key, number>>): Key {
    const entries = Object.entries(weights) as [Key, number][];
    let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return entries.at(-1)?.[0] as Key;
  }

  return { fraction, between, whole, chance, pick, spread, weighted };
}

/** The same id for the same thing in every demonstration (RFC 9562, version 8: made from a hash). */
export function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  const variant = "89ab"[Number.parseInt(hex[16] as string, 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The same, sorting by a whole number below 2³². */
export const orderedUuid = (order: number, name: string) => order.toString(16).padStart(8, "0") + uuidOf(name).slice(8);

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
