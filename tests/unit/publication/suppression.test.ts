import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, type Column, groupsOf, hidingOf } from "#lib/publication/suppression";

const LEAST = 3;
const column = (units: Record<string, number>, rest: Partial<Column> = {}): Column => ({
  cells: Object.entries(units).map(([placeId, count]) => ({ placeId, units: count, formerUnits: null })),
  formerTotal: null,
  alwaysHidden: [],
  ...rest,
});
const hidden = (columns: Column[]) => {
  const { places, total } = hidingOf(columns, LEAST);
  return { places: [...places].sort(), total };
};

describe("what is hidden", () => {
  it("is nothing when every number rests on enough reports, or on none", () => {
    expect(hidden([column({ a: 3, b: 0, c: 40 })])).toEqual({ places: [], total: false });
  });

  it("takes the next smallest place along, so that the total less the others tells nothing", () => {
    expect(hidden([column({ a: 2, b: 5, c: 40 })])).toEqual({ places: ["a", "b"], total: false });
  });

  it("takes a third along when two small ones together are still too few", () => {
    expect(hidden([column({ a: 1, b: 1, c: 5, d: 40 })])).toEqual({ places: ["a", "b", "c"], total: false });
  });

  it("does not count a place without reports as company", () => {
    expect(hidden([column({ a: 2, b: 0, c: 40, d: 50 })])).toEqual({ places: ["a", "c"], total: false });
  });

  it("hides the total instead when there is no company", () => {
    expect(hidden([column({ a: 2, b: 0 })])).toEqual({ places: ["a"], total: true });
  });

  it("is the same in sums shown together", () => {
    const columns = [column({ a: 9, b: 9, c: 9 }), column({ a: 1, b: 4, c: 5 })];
    expect(hidden(columns)).toEqual({ places: ["a", "b"], total: false });
  });

  it("holds a number back that only one report more was added to, with company", () => {
    const cells: Cell[] = [
      { placeId: "a", units: 11, formerUnits: 10 },
      { placeId: "b", units: 20, formerUnits: 20 },
      { placeId: "c", units: 50, formerUnits: 30 },
    ];
    expect(hidden([{ cells, formerTotal: 60, alwaysHidden: [] }])).toEqual({ places: ["a", "b", "c"], total: false });
  });

  it("keeps hidden what was hidden before", () => {
    expect(hidden([column({ a: 9, b: 9, c: 9 }, { alwaysHidden: ["c"] })])).toEqual({
      places: ["a", "c"],
      total: false,
    });
  });

  it("never leaves a number of too few reports, nor one to be computed, whatever the reports", () => {
    const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.nat(60)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 2, max: 9 }), (first, second, least) => {
        const size = Math.min(first.length, second.length);
        const columns = [first, second].map((some) =>
          column(Object.fromEntries(some.slice(0, size).map((count, at) => [`p${at}`, count]))),
        );
        const { places, total } = hidingOf(columns, least);
        for (const { cells } of columns) {
          const kept = cells.filter(({ placeId, units }) => units > 0 && places.has(placeId));
          for (const { placeId, units } of cells)
            if (units > 0 && units < least) expect(places.has(placeId)).toBe(true);
          if (total || kept.length === 0) continue;
          expect(kept.length).toBeGreaterThan(1);
          expect(kept.reduce((sum, { units }) => sum + units, 0)).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

it("groups what has a name in common, also by way of others", () => {
  const groups = groupsOf(["ab", "cd", "ef", "bc"], (name) => [...name]);
  expect(groups.map((group) => group.sort())).toEqual([["ef"], ["ab", "bc", "cd"]]);
});
