import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Past, recast, type Succession } from "#lib/dashboards/recast/rules";

const DUE = "2025-11-09";
const past = (...ids: string[]): Past[] => ids.map((agencyId) => ({ periodId: "2025", agencyId, dueOn: DUE }));
const succession = (formerId: string, successorId: string, effectiveOn = "2026-07-01"): Succession => ({
  formerId,
  successorId,
  effectiveOn,
});
const today = (places: Record<string, string>) => new Map(Object.entries(places));
const briefly = (all: ReturnType<typeof recast>) =>
  all.map(({ agencyId, unitId, placeId, key, isUnitBroken, isPlaceBroken }) => [
    agencyId,
    unitId,
    placeId,
    key,
    isUnitBroken,
    isPlaceBroken,
  ]);

describe("an agency of then in the structure of today", () => {
  it("is itself where nothing happened, in the province it belongs to now", () => {
    expect(briefly(recast(past("a"), [], today({ a: "P" })))).toEqual([["a", "a", "P", "a", false, false]]);
  });

  it("is counted for the one it was merged into, together with what that was", () => {
    const found = recast(past("a", "b"), [succession("a", "b")], today({ b: "P" }));
    expect(briefly(found)).toEqual([
      ["a", "b", "P", "b", false, false],
      ["b", "b", "P", "b", false, false],
    ]);
  });

  it("is followed through several mergers", () => {
    const chain = [succession("a", "b", "2026-01-01"), succession("b", "c", "2026-07-01")];
    expect(briefly(recast(past("a"), chain, today({ c: "P" })))).toEqual([["a", "c", "P", "c", false, false]]);
  });

  it("is not followed through what happened before its report fell due", () => {
    expect(briefly(recast(past("a"), [succession("a", "b", "2025-07-01")], today({ a: "P", b: "Q" })))).toEqual([
      ["a", "a", "P", "a", false, false],
    ]);
  });

  it("is never assigned when it was split, and its heirs are not what they were", () => {
    const split = [succession("a", "b"), succession("a", "c")];
    expect(briefly(recast(past("a", "b"), split, today({ b: "P", c: "Q" })))).toEqual([
      ["a", null, null, "b", true, true],
      ["b", "b", "P", "b", true, true],
    ]);
  });

  it("can still be counted for its province when it was split within it", () => {
    const split = [succession("a", "b"), succession("a", "c")];
    expect(briefly(recast(past("a"), split, today({ b: "P", c: "P" })))).toEqual([["a", null, "P", "b", true, false]]);
  });

  it("is split too when it passed a part on and lives on", () => {
    expect(briefly(recast(past("a", "b"), [succession("a", "b")], today({ a: "P", b: "P" })))).toEqual([
      ["a", null, "P", "a", true, false],
      ["b", "b", "P", "a", true, false],
    ]);
  });

  it("is whole again when all its parts came together", () => {
    const roundabout = [
      succession("a", "b", "2026-01-01"),
      succession("a", "c", "2026-01-01"),
      succession("b", "d"),
      succession("c", "d"),
    ];
    expect(briefly(recast(past("a"), roundabout, today({ d: "P" })))).toEqual([["a", "d", "P", "d", false, false]]);
  });

  it("is nowhere when it ended without a successor", () => {
    expect(briefly(recast(past("a"), [], today({})))).toEqual([["a", null, null, "a", true, true]]);
  });
});

/** Any history: agencies numbered in time, each passing itself on to later ones or staying. */
const histories = fc
  .array(fc.record({ heirs: fc.array(fc.nat(9), { maxLength: 3 }), stays: fc.boolean(), value: fc.nat(1000) }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((agencies) => {
    const id = (index: number) => `x${index}`;
    const successions = agencies.flatMap(({ heirs }, index) =>
      [...new Set(heirs)]
        .filter((heir) => heir > index && heir < agencies.length)
        .map((heir) => succession(id(index), id(heir))),
    );
    const passedOn = new Set(successions.map(({ formerId }) => formerId));
    const alive = agencies.flatMap(({ stays }, index) =>
      stays || !passedOn.has(id(index)) ? [[id(index), index % 2 ? "P" : "Q"] as const] : [],
    );
    return {
      past: past(...agencies.map((_, index) => id(index))),
      values: new Map(agencies.map(({ value }, index) => [id(index), value])),
      successions,
      today: new Map(alive),
    };
  });

describe("whatever happened", () => {
  it("no figure is counted twice or lost: what is assigned and what is not are all there was", () => {
    fc.assert(
      fc.property(histories, ({ past, values, successions, today }) => {
        const found = recast(past, successions, today);
        const sum = (all: typeof found) => all.reduce((total, { agencyId }) => total + (values.get(agencyId) ?? 0), 0);
        for (const isAssigned of [
          ({ unitId }: (typeof found)[number]) => unitId !== null,
          ({ placeId }: (typeof found)[number]) => placeId !== null,
        ]) {
          const assigned = found.filter(isAssigned);
          const rest = found.filter((one) => !isAssigned(one));
          expect(sum(assigned) + sum(rest)).toBe([...values.values()].reduce((total, value) => total + value, 0));
        }
        expect(found.map(({ agencyId }) => agencyId)).toEqual(past.map(({ agencyId }) => agencyId));
      }),
    );
  });

  it("an agency with several heirs is assigned to none of them, and none of them is comparable", () => {
    fc.assert(
      fc.property(histories, ({ past, successions, today }) => {
        const found = recast(past, successions, today);
        const divided = found.filter(({ heirs }) => heirs.length > 1);
        for (const { unitId, heirs } of divided) {
          expect(unitId).toBeNull();
          for (const one of found.filter(({ unitId: unit }) => unit !== null && heirs.includes(unit)))
            expect([one.agencyId, one.isUnitBroken]).toEqual([one.agencyId, true]);
        }
      }),
    );
  });

  it("what is comparable is complete: everything that became of it or came to it shares its key", () => {
    fc.assert(
      fc.property(histories, ({ past, successions, today }) => {
        const found = recast(past, successions, today);
        for (const one of found.filter(({ isUnitBroken }) => !isUnitBroken)) {
          const sharing = found.filter(({ heirs }) => heirs.includes(one.unitId ?? ""));
          expect(sharing.every(({ key, heirs }) => key === one.key && heirs.length === 1)).toBe(true);
        }
      }),
    );
  });
});
