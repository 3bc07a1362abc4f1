import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Candidate,
  isRankable,
  type Ranked,
  rank,
  reasonAgainst,
  usualForm,
  wilson,
} from "#lib/dashboards/ranking/rules";
import { printRank } from "#lib/dashboards/ranking/words";
import type { Indicator } from "#lib/reports/form";

const indicator = (change: Partial<Indicator>): Indicator => ({
  id: "B1",
  label: "Số mô hình",
  unit: "mô hình",
  type: "count",
  aggregate: "sum",
  ...change,
});
const COUNT = indicator({});
const RATIO = indicator({ type: "ratio", aggregate: "ratio", numerator: "B17", denominator: "B16" });

const candidate = (change: Partial<Candidate> = {}): Candidate => ({
  id: change.name ?? "a",
  name: "a",
  type: "xã",
  isOfCommunes: true,
  isWithdrawn: false,
  isChanged: false,
  expected: 1,
  accepted: 1,
  gave: 1,
  notApplicable: 0,
  blank: 0,
  greatest: null,
  formVersions: [1],
  report: null,
  number: "5",
  base: null,
  ...change,
});

const rules = { least: 20, form: 1 };
const reason = (change: Partial<Candidate>, of = COUNT) => reasonAgainst(of, candidate(change), rules);

describe("what can be compared", () => {
  it("is complete, of the same kind and form, and still what it was", () => {
    expect(reason({})).toBeNull();
    expect(reason({ isWithdrawn: true })).toEqual({ kind: "withdrawn" });
    expect(reason({ isChanged: true })).toEqual({ kind: "changed" });
    expect(reason({ isOfCommunes: false })).toEqual({ kind: "otherKind" });
    expect(reason({ expected: 126, accepted: 114 })).toEqual({ kind: "notAccepted", units: 12, expected: 126 });
    expect(reason({ expected: 0, accepted: 0, gave: 0 })).toEqual({ kind: "notAccepted", units: 0, expected: 0 });
    expect(reason({ expected: 3, accepted: 3, gave: 2, blank: 1 })).toEqual({ kind: "blank", units: 1, expected: 3 });
    expect(reason({ formVersions: [1, 2] })).toEqual({ kind: "otherForm", versions: [2] });
  });

  it("may lack what does not apply to some of its units, but not to all", () => {
    expect(reason({ expected: 3, accepted: 3, gave: 2, notApplicable: 1 })).toBeNull();
    expect(reason({ gave: 0, notApplicable: 1, number: null })).toEqual({ kind: "notApplicable" });
  });

  it("of shares has enough cases, and no more of them than there are", () => {
    expect(reason({ number: "10", base: "20" }, RATIO)).toBeNull();
    expect(reason({ number: "10", base: "19" }, RATIO)).toEqual({ kind: "small", base: "19", least: 20 });
    expect(reason({ number: "21", base: "20" }, RATIO)).toEqual({ kind: "aboveWhole" });
  });

  it("is never a choice, a yes or no of one unit, or a percentage of many", () => {
    const kinds = [
      indicator({ type: "choice", aggregate: "distribution" }),
      indicator({ type: "boolean", aggregate: "countTrue" }),
      indicator({ type: "percent", aggregate: "none" }),
      COUNT,
      RATIO,
    ];
    expect(kinds.map((each) => [isRankable(each, true), isRankable(each, false)])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ]);
  });

  it("is under the form that most are under, the newer one if as many are", () => {
    expect(usualForm([1, 1, 2].map((version) => candidate({ formVersions: [version] })))).toBe(1);
    expect(usualForm([1, 2].map((version) => candidate({ formVersions: [version] })))).toBe(2);
  });
});

describe("Wilson's interval", () => {
  it("has its known values in percent", () => {
    const rounded = (number: number, base: number) =>
      Object.values(wilson(number, base)).map((value) => Math.round(value * 100) / 100);
    expect(rounded(0, 10)).toEqual([0, 27.75]);
    expect(rounded(5, 10)).toEqual([23.66, 76.34]);
    expect(rounded(10, 10)).toEqual([72.25, 100]);
    expect(rounded(81, 263)).toEqual([25.53, 36.62]);
  });

  it("always holds the share itself, and grows narrower with more cases", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (base, part) => {
        const number = Math.floor(base * part);
        const [few, many] = [wilson(number, base), wilson(number * 4, base * 4)];
        const share = (number / base) * 100;
        expect(few.low).toBeLessThanOrEqual(share);
        expect(few.high).toBeGreaterThanOrEqual(share);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

const order = (ranked: Ranked[]) => ranked.map((each) => `${each.candidate.name} ${printRank(each)}`);

describe("an order", () => {
  it("goes from the greatest to the least, equal ones sharing a rank by name", () => {
    const all = Object.entries({ d: "3", b: "7", a: "7", c: "9" }).map(([name, number]) => candidate({ name, number }));
    expect(order(rank(COUNT, all, { isNation: false, least: 20 }).ranked)).toEqual(["c 1", "a 2", "b 2", "d 4"]);
  });

  it("of shares tells how far a rank can be relied on", () => {
    const all = [
      candidate({ name: "sure", number: "990", base: "1000" }),
      candidate({ name: "few", number: "18", base: "20" }),
      candidate({ name: "half", number: "500", base: "1000" }),
    ];
    expect(order(rank(RATIO, all, { isNation: false, least: 20 }).ranked)).toEqual([
      "sure 1 (1)",
      "few 2 (2)",
      "half 3 (3)",
    ]);
    const close = [...all, candidate({ name: "close", number: "800", base: "1000" })];
    expect(order(rank(RATIO, close, { isNation: false, least: 20 }).ranked)).toEqual([
      "sure 1 (1)",
      "few 2 (2–3)",
      "close 3 (2–3)",
      "half 4 (4)",
    ]);
  });

  it("of sums tells which ranks are left when any one unit is", () => {
    const all = [
      candidate({ name: "broad", number: "100", greatest: "2" }),
      candidate({ name: "one", number: "95", greatest: "90" }),
      candidate({ name: "least", number: "50", greatest: "5" }),
    ];
    expect(order(rank(COUNT, all, { isNation: true, least: 20 }).ranked)).toEqual([
      "broad 1 (1)",
      "one 2 (2–3)",
      "least 3 (2–3)",
    ]);
  });

  it("leaves out with a reason, and is as if who is left out were not there", () => {
    const left = candidate({ name: "left", number: "99", accepted: 0, gave: 0 });
    const stays = candidate({ name: "stays" });
    const { ranked, leftOut } = rank(COUNT, [left, stays], { isNation: false, least: 20 });
    expect(order(ranked)).toEqual(["stays 1"]);
    expect(leftOut).toEqual([{ candidate: left, reason: { kind: "notAccepted", units: 1, expected: 1 } }]);
  });
});

const shares = fc
  .array(fc.record({ base: fc.integer({ min: 1, max: 500 }), part: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    maxLength: 30,
  })
  .map((all) =>
    all.map(({ base, part }, index) =>
      candidate({ name: `x${index}`, number: String(Math.floor(base * part)), base: String(base) }),
    ),
  );

describe("whatever is ranked", () => {
  it("everybody is in the order or left out, never both, and a rank lies within those it could have", () => {
    fc.assert(
      fc.property(shares, (all) => {
        const { ranked, leftOut } = rank(RATIO, all, { isNation: false, least: 20 });
        const placed = [...ranked, ...leftOut].map(({ candidate }) => candidate.name);
        expect(placed.sort()).toEqual(all.map(({ name }) => name).sort());
        for (const each of ranked) {
          expect(each.best).toBeLessThanOrEqual(each.rank);
          expect(each.worst).toBeGreaterThanOrEqual(each.rank);
          expect(each.best).toBeGreaterThanOrEqual(1);
          expect(each.worst).toBeLessThanOrEqual(ranked.length);
        }
      }),
    );
  });

  it("a rank is one more than how many are greater, and does not depend on how they came", () => {
    fc.assert(
      fc.property(shares, (all) => {
        const { ranked } = rank(RATIO, all, { isNation: false, least: 20 });
        for (const { rank: place, value } of ranked)
          expect(place).toBe(1 + ranked.filter((each) => each.value > value).length);
        const again = rank(RATIO, [...all].reverse(), { isNation: false, least: 20 });
        const byName = (all: Ranked[]) => new Map(all.map((each) => [each.candidate.name, printRank(each)]));
        expect(byName(again.ranked)).toEqual(byName(ranked));
      }),
    );
  });

  it("two places are told apart exactly when their spans are", () => {
    fc.assert(
      fc.property(shares, (all) => {
        const { ranked } = rank(RATIO, all, { isNation: false, least: 20 });
        for (const each of ranked) {
          const apart = ranked.filter(({ span }) => (span?.low ?? 0) > (each.span?.high ?? 0));
          expect(each.best).toBe(1 + apart.length);
        }
      }),
    );
  });
});
