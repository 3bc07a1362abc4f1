import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BallotRule, countClosed } from "../../../src/lib/councils/ballots/tally.ts";
import { conclude, type Judged } from "../../../src/lib/councils/sessions/conclusion.ts";

/** What holds of every ballot and every conclusion, whatever the numbers. */

const found = <T>(value: T) => ({ value, mark: "found" as const, source: "" });

/** Heads that can be: members, who of them is there, writes, steps back. */
const heads = fc
  .array(fc.record({ state: fc.constantFrom("present", "absent", "writing"), recused: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((seats) => ({
    members: seats.length,
    present: seats.filter(({ state }) => state === "present").length,
    written: seats.filter(({ state, recused }) => state === "writing" && !recused).length,
    recused: seats.filter(({ recused }) => recused).length,
    recusedPresent: seats.filter(({ state, recused }) => state === "present" && recused).length,
  }));

const rule = fc
  .record({
    heads,
    denominator: fc.integer({ min: 1, max: 10 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    base: fc.constantFrom("allMembers" as const, "present" as const),
    recusal: fc.constantFrom("staysInBase" as const, "leavesBase" as const),
  })
  .map(({ heads, denominator, part, base, recusal }): BallotRule => {
    const numerator = Math.max(1, Math.ceil(part * denominator));
    return {
      ruleSetId: "",
      awardName: "",
      ballot: found("secret"),
      threshold: found({ numerator, denominator, base }),
      recusal: found(recusal),
      heads,
    };
  });

describe("any ballot", () => {
  it("passes exactly when its votes reach the share of its base, and never counts more votes than slips or members", () => {
    fc.assert(
      fc.property(rule, fc.array(fc.constantFrom("favour", "against", "blank"), { maxLength: 45 }), (frozen, cast) => {
        const { heads, threshold } = frozen;
        const entitled = heads.present - heads.recusedPresent + heads.written;
        const count = (choice: string) => cast.filter((one) => one === choice).length;
        const votes = { favour: count("favour"), against: count("against"), blank: count("blank") };
        const close = () => countClosed(frozen, votes, { handedOut: entitled, written: heads.written });
        if (cast.length > entitled) {
          expect(close).toThrow(RangeError);
          return;
        }
        const result = close();
        expect(result.inFavour + result.against + result.invalid).toBe(cast.length);
        expect(result.cast).toBeLessThanOrEqual(result.handedOut);
        expect(result.handedOut).toBeLessThanOrEqual(heads.members);
        expect(result.base).toBeLessThanOrEqual(heads.members);
        if (!threshold.value) throw new Error("The rule has a threshold.");
        const reached =
          result.base > 0 && votes.favour * threshold.value.denominator >= result.base * threshold.value.numerator;
        expect(result.passed).toBe(reached);
        expect(result.inFavour >= result.needed && result.base > 0).toBe(reached);
      }),
      { numRuns: 2_000 },
    );
  });
});

const judged = fc.array(
  fc.record({
    inFavour: fc.integer({ min: 0, max: 9 }),
    base: fc.constant(9),
    passedByCount: fc.boolean(),
    override: fc.constantFrom(null, null, null, true, false),
    womenFirst: fc.boolean(),
  }),
  { maxLength: 12 },
);

describe("any conclusion", () => {
  it("passes nobody whom neither the count nor the chair passed, fills no more places than there are, and prefers more votes", () => {
    fc.assert(
      fc.property(
        judged,
        fc.option(fc.integer({ min: 0, max: 8 }), { nil: null }),
        fc.boolean(),
        (list, places, women) => {
          const group: Judged[] = list.map((one, index) => ({
            ...one,
            nominationId: String(index),
            subjectName: String(index),
          }));
          let outcomes: ReturnType<typeof conclude>;
          try {
            outcomes = conclude({ awardName: "", places, judged: group }, { ranks: true, women, source: "" });
          } catch (error) {
            expect((error as { status?: number }).status).toBe(422); // the chair has to choose
            return;
          }
          expect([...outcomes.keys()].sort()).toEqual(group.map(({ nominationId }) => nominationId).sort());
          const passed = group.filter(({ nominationId }) => outcomes.get(nominationId)?.passed);
          for (const one of passed) expect(one.override ?? one.passedByCount).toBe(true);
          for (const one of group) if (one.override === false) expect(passed).not.toContain(one);
          if (places !== null) expect(passed.length).toBeLessThanOrEqual(places);
          const byVotes = passed.filter(({ override }) => override === null);
          const dropped = group.filter(({ nominationId }) => outcomes.get(nominationId)?.by === "quota");
          for (const one of dropped)
            for (const other of byVotes) expect(other.inFavour).toBeGreaterThanOrEqual(one.inFavour);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
