import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicityOverOn } from "#lib/awards/clocks";
import { type Candidate, type Count, countBallot, neededOf, rankForPlaces, reaches } from "#lib/awards/count";
import { addDays, addWorkingDays, type Day } from "#lib/dates";

const upTo = (max: number) => fc.integer({ min: 0, max });

/** Heads that fit each other. */
const counts: fc.Arbitrary<Count> = fc.integer({ min: 1, max: 60 }).chain((members) =>
  upTo(members).chain((present) =>
    fc.tuple(upTo(members - present), upTo(present)).chain(([written, recusedPresent]) => {
      const voters = present + written - recusedPresent;
      return upTo(voters).chain((inFavour) =>
        upTo(voters - inFavour).chain((against) =>
          upTo(voters - inFavour - against).map((invalid) => ({
            members,
            present,
            written,
            recused: recusedPresent,
            recusedPresent,
            inFavour,
            against,
            invalid,
          })),
        ),
      );
    }),
  ),
);

const shares = fc.integer({ min: 1, max: 10 }).chain((denominator) =>
  fc.record({
    numerator: fc.integer({ min: 1, max: denominator }),
    denominator: fc.constant(denominator),
    base: fc.constantFrom("allMembers" as const, "present" as const),
  }),
);

describe("a ballot", () => {
  it("passes exactly when the votes in favour reach the number needed", () => {
    fc.assert(
      fc.property(
        counts,
        shares,
        fc.constantFrom("staysInBase" as const, "leavesBase" as const),
        (count, threshold, recusal) => {
          const result = countBallot({ threshold, recusal }, count);
          expect(result.unknown).toBeNull();
          if (result.base === null || result.base === 0) return;
          expect(result.passed).toBe(result.inFavour >= result.needed);
          expect(reaches(result.needed, result.base, threshold)).toBe(true);
          expect(reaches(result.needed - 1, result.base, threshold)).toBe(false);
        },
      ),
    );
  });

  it("never passes with one vote less than it fails with", () => {
    fc.assert(
      fc.property(counts, shares, (count, threshold) => {
        const rule = { threshold, recusal: "staysInBase" as const };
        if (count.inFavour === 0) return;
        const less = countBallot(rule, { ...count, inFavour: count.inFavour - 1, against: count.against + 1 });
        if (less.passed) expect(countBallot(rule, count).passed).toBe(true);
      }),
    );
  });

  it("is never carried by a base smaller than those who voted", () => {
    fc.assert(
      fc.property(counts, shares, (count, threshold) => {
        const { base } = countBallot({ threshold, recusal: "leavesBase" }, count);
        expect(base ?? 0).toBeGreaterThanOrEqual(count.inFavour + count.against + count.invalid);
      }),
    );
  });

  it("with more votes than voters is not counted", () => {
    fc.assert(
      fc.property(counts, shares, (count, threshold) => {
        const voters = count.present + count.written - count.recusedPresent;
        const tooMany = { ...count, inFavour: voters - count.against - count.invalid + 1 };
        expect(() => countBallot({ threshold, recusal: "staysInBase" }, tooMany)).toThrow(RangeError);
      }),
    );
  });

  it("needs a whole number of votes that no smaller one replaces", () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 1000 }), (share, whole) => {
        const needed = neededOf(share, whole);
        expect(Number.isInteger(needed) && needed >= 0 && needed <= whole).toBe(true);
      }),
    );
  });
});

const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(fc.record({ base: fc.integer({ min: 1, max: 15 }), votes: fc.nat(15), womenFirst: fc.boolean() }), {
    maxLength: 12,
  })
  .map((list) =>
    list.map(({ base, votes, womenFirst }, index) => ({
      id: `c${index}`,
      base,
      inFavour: Math.min(votes, base),
      womenFirst,
    })),
  );

describe("places", () => {
  it("go to everybody once, to no more than there are, and never to the lesser before the greater", () => {
    fc.assert(
      fc.property(candidates, fc.nat(14), (all, places) => {
        const { chosen, tied, left } = rankForPlaces(all, places);
        expect([...chosen, ...tied, ...left].toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        expect(chosen.length).toBeLessThanOrEqual(places);
        if (tied.length > 0) expect(chosen.length + tied.length).toBeGreaterThan(places);
        const byId = new Map(all.map((one) => [one.id, one]));
        for (const high of chosen)
          for (const low of [...tied, ...left]) {
            const [a, b] = [byId.get(high), byId.get(low)];
            if (a && b) expect(a.inFavour * b.base).toBeGreaterThanOrEqual(b.inFavour * a.base);
          }
      }),
    );
  });

  it("do not depend on the order in which candidates are named, but for equals", () => {
    fc.assert(
      fc.property(candidates, fc.nat(14), (all, places) => {
        const sorted = ({ chosen, tied, left }: ReturnType<typeof rankForPlaces>) =>
          [chosen, tied, left].map((ids) => ids.toSorted());
        expect(sorted(rankForPlaces(all.toReversed(), places))).toEqual(sorted(rankForPlaces(all, places)));
      }),
    );
  });
});

const days: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays("2025-01-01", offset));
const daysOff = fc.uniqueArray(days, { maxLength: 40 }).map((list) => new Set(list));

describe("working days", () => {
  it("end on a working day, with exactly so many working days passed", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), daysOff, (from, count, holidays) => {
        const end = addWorkingDays(from, count, holidays);
        let passed = 0;
        for (let day = addDays(from, 1); day <= end; day = addDays(day, 1))
          if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.has(day)) passed += 1;
        expect(passed).toBe(count);
        expect(addWorkingDays(addDays(end, -1), 1, holidays)).toBe(end);
      }),
    );
  });

  it("never end earlier because of one more holiday, a longer term or a later start", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), daysOff, days, (from, count, holidays, extra) => {
        const end = publicityOverOn(from, count, holidays);
        expect(publicityOverOn(from, count, new Set([...holidays, extra])) >= end).toBe(true);
        expect(publicityOverOn(from, count + 1, holidays) > end).toBe(true);
        expect(publicityOverOn(addDays(from, 1), count, holidays) >= end).toBe(true);
      }),
    );
  });
});
