import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backTest, type Forecast, forecast, type Pace } from "#lib/dashboards/arrivals/forecast";

const pace = (over: Partial<Pace> = {}): Pace => ({
  period: "2025",
  level: "local",
  placeId: "H01",
  hour: 24,
  expected: 100,
  onTime: 95,
  arrived: 60,
  isOver: true,
  ...over,
});

/** Twelve places whose on-time share runs from 90 to 101 less one in a hundred each. */
const country = (over: Partial<Pace> = {}) =>
  Array.from({ length: 12 }, (_, index) => pace({ placeId: `H${index}`, onTime: 88 + index, ...over }));

const foretold = (found: ReturnType<typeof forecast>): Forecast => {
  if (typeof found === "string") throw new Error(`Nothing foretold: ${found}.`);
  return found;
};

const anyPast = fc.array(
  fc
    .tuple(fc.nat(80), fc.nat(80), fc.nat(80))
    .map(([arrived, more, never]) => pace({ arrived, onTime: arrived + more, expected: arrived + more + never })),
  { minLength: 1, maxLength: 40 },
);

describe("the forecast of units on time", () => {
  it("lies in its interval, above what has arrived and not above what is expected", () => {
    fc.assert(
      fc.property(
        anyPast,
        fc.integer({ min: 10, max: 4_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (past, expected, share) => {
          const sent = Math.floor(expected * share);
          const found = forecast({ expected, sent }, past);
          if (typeof found === "string") return;
          expect(found.low).toBeGreaterThanOrEqual(sent);
          expect(found.likely).toBeGreaterThanOrEqual(found.low);
          expect(found.high).toBeGreaterThanOrEqual(found.likely);
          expect(found.high).toBeLessThanOrEqual(expected);
        },
      ),
    );
  });

  it("never falls when one more unit has sent", () => {
    fc.assert(
      fc.property(anyPast, fc.integer({ min: 10, max: 120 }), (past, expected) => {
        const all = Array.from({ length: expected }, (_, sent) => forecast({ expected, sent }, past));
        all.reduce((before, found) => {
          if (typeof before === "string" || typeof found === "string") return found;
          expect(found.likely).toBeGreaterThanOrEqual(before.likely);
          return found;
        });
      }),
    );
  });

  it("is exact when all have sent, whatever the past", () => {
    expect(forecast({ expected: 40, sent: 40 }, [])).toMatchObject({ basis: "certain", likely: 40, low: 40, high: 40 });
  });

  it("repeats the past when this year stands as it stood", () => {
    const same = foretold(forecast({ expected: 1_200, sent: 720 }, country()));
    expect(same.likely).toBe(1_122);
    expect(same.basis).toBe("spread");
  });

  it("falls below the past when this year is slower, and widens towards it", () => {
    const [usual, slow] = [720, 600].map((sent) => foretold(forecast({ expected: 1_200, sent }, country())));
    expect(slow?.likely).toBeLessThan(usual?.likely ?? 0);
    expect((slow?.high ?? 0) - (slow?.low ?? 0)).toBeGreaterThan((usual?.high ?? 0) - (usual?.low ?? 0));
  });

  it("takes the interval from the ranks of the places: all but the lowest and the highest tenth", () => {
    const { low, high } = foretold(forecast({ expected: 1_200, sent: 720 }, country()));
    expect([low, high]).toEqual([Math.floor((88 / 60) * 720), Math.ceil((99 / 60) * 720)]);
  });

  it("says of few places only what the number of units says", () => {
    const centre = [pace({ level: "central", expected: 38, arrived: 26, onTime: 38 })];
    const found = foretold(forecast({ expected: 38, sent: 24 }, centre));
    expect(found).toMatchObject({ basis: "units", units: 12, high: 38 });
    expect(found.low).toBeLessThan(36);
    expect(found.low).toBeGreaterThan(24);
  });

  it("is not made without a past, for few units, or when nobody was left to send at that hour", () => {
    expect(forecast({ expected: 100, sent: 50 }, [])).toBe("noPast");
    expect(forecast({ expected: 9, sent: 5 }, country())).toBe("fewUnits");
    expect(forecast({ expected: 100, sent: 50 }, [pace({ arrived: 95, expected: 99, onTime: 97 })])).toBe("nobodyLeft");
  });
});

describe("the test of forecasts on a period that is over", () => {
  it("leaves each place out when there is no period before, and names the errors in percentage points", () => {
    const alike = country({ onTime: 95 });
    expect(backTest(alike, "2025", "local", 24)).toEqual({ hour: 24, places: 12, median: 0, greatest: 0, held: 12 });
    const odd = alike.map((one, index) => (index === 0 ? { ...one, onTime: 65 } : one));
    expect(backTest(odd, "2025", "local", 24)).toMatchObject({ median: 3, greatest: 30, held: 11 });
  });

  it("stands on the periods before where there are any", () => {
    const slower = country({ period: "2026", onTime: 70 });
    const found = backTest([...country({ onTime: 95 }), ...slower], "2026", "local", 24);
    expect(found).toMatchObject({ places: 12, median: 25, held: 0 });
  });

  it("says nothing of a period that is not over, or of few places", () => {
    expect(backTest(country({ isOver: false }), "2025", "local", 24)).toBeNull();
    expect(backTest(country().slice(0, 9), "2025", "local", 24)).toBeNull();
  });
});
