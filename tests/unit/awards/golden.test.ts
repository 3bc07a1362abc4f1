import { describe, expect, it } from "vitest";
import { baseSalaryOn, bonusOf, paidOf } from "#lib/awards/bonus";
import { countBallot, hasQuorum, isMostlyWomen, neededOf, rankForPlaces } from "#lib/awards/count";
import { eligibilityOf } from "#lib/awards/eligibility";
import { awardRule } from "#lib/awards/rule-set";
import { ballots, quorums, rankings } from "./golden/ballots.ts";
import { bonuses, overlaps } from "./golden/bonuses.ts";
import { clocks } from "./golden/clocks.ts";
import { eligibility } from "./golden/eligibility.ts";
import { rules, salaries, someFacts } from "./law.ts";

/** Cases worked by hand from the legal notes, each with the place it rests on. */

describe("eligibility", () => {
  it.each(eligibility)("$title [$source]", ({ facts, check, state }) => {
    const found = eligibilityOf(someFacts(facts)).find(({ id }) => id === check);
    expect(found?.state, found?.sentence).toBe(state);
  });
});

describe("bonus", () => {
  it.each(bonuses)("of $award, $kind, decided $decidedOn: $amount [$source]", ({ award, kind, decidedOn, amount }) => {
    const rule = awardRule(rules, award);
    expect(rule && bonusOf(rules, rule, kind, salaries, decidedOn).amount).toBe(amount);
  });

  it.each(overlaps)("$title [$source]", ({ awards, paid }) => {
    expect(paidOf(rules.bonusOverlap, awards).map(({ amount }) => amount)).toEqual(paid);
  });

  it("is not guessed for a day whose base salary is not known", () => {
    expect(baseSalaryOn(salaries, "2024-06-30")).toBeNull();
    const rule = awardRule(rules, "giay-khen");
    expect(rule && bonusOf(rules, rule, "individual", salaries, "2024-06-30")).toMatchObject({
      amount: null,
      unknown: "salary",
    });
  });
});

describe("clocks", () => {
  it.each(clocks)("$title [$source]", ({ ask, on }) => {
    expect(ask()).toBe(on);
  });
});

describe("ballots", () => {
  it.each(ballots)("$title [$source]", ({ rule, count, result }) => {
    expect(countBallot(rule, count)).toMatchObject(result);
  });

  it.each(quorums)("$title [$source]", ({ quorum, members, present, sits }) => {
    expect(hasQuorum(quorum, { members, present })).toBe(sits);
  });

  it.each(rankings)("$title [$source]", ({ candidates, places, ranking }) => {
    expect(rankForPlaces(candidates, places)).toEqual(ranking);
  });

  it.each([
    [7, 10, true],
    [69, 100, false],
    [0, 0, false],
  ])("%i women of %i put a collective first: %s [NĐ 152/2025, Đ4.6: từ 70%%]", (women, members, first) => {
    expect(isMostlyWomen(women, members)).toBe(first);
  });

  it.each([
    [11, { numerator: 4, denominator: 5 }, 9],
    [11, { numerator: 9, denominator: 10 }, 10],
    [11, { numerator: 2, denominator: 3 }, 8],
    [10, { numerator: 4, denominator: 5 }, 8],
  ])("of %i members %o needs %i votes", (members, share, needed) => {
    expect(neededOf(share, members)).toBe(needed);
  });
});
