import { beforeAll, expect, it } from "vitest";
import { countByPlace, countByUnit, findConsolidated, listDeadlines } from "#lib/dashboards/counts/queries";
import type { Scope } from "#lib/dashboards/policy";
import { checkTotals } from "#lib/dashboards/totals/service";
import { row } from "#lib/db";
import { UserFacingError } from "#lib/errors";
import { allStandings, type StandingCounts } from "#lib/reports/standings";
import { freshDatabase } from "../../support/database.ts";
import { acts } from "./moves/acts.ts";
import { type Chance, chanceOf, weighted } from "./moves/random.ts";
import { deadlinesOf, keptSums, listFacts, standingsOf, sumDocuments } from "./moves/recount.ts";
import { listUnits, openCountry, PROVINCES, type Unit } from "./moves/units.ts";
import { events, NOTHING } from "./moves/world.ts";

/**
 * Whatever units do, and in whatever order, every count of the dashboard and every kept sum equals a plain recount.
 * MOVES_SEED makes a sequence come again (but for who is first of those that move at the same time).
 */
freshDatabase();
beforeAll(openCountry);

const MOVES = 5_000;
const SEED = Number(process.env.MOVES_SEED ?? 2447);
const AT_ONCE = 10;
const COMPARE_EVERY = 100;

const done = new Map<string, number>();
const refusals = new Map<number, number>();
const add = <T>(to: Map<T, number>, name: T) => to.set(name, (to.get(name) ?? 0) + 1);
const total = (of: Map<unknown, number>) => [...of.values()].reduce((sum, count) => sum + count, 0);

it("counts as a plain recount does, after every hundred of 5,000 moves", { timeout: 240_000 }, async () => {
  const chance = chanceOf(SEED);
  let compared = 0;
  while (total(done) < MOVES) {
    await moveAtOnce(chance);
    if (total(done) < compared + COMPARE_EVERY) continue;
    compared = total(done);
    await compare(`seed ${SEED}, after ${compared} moves`);
  }
  await compare(`seed ${SEED}, at the end`);
  const found = (await checkTotals()).filter(({ wrong, doubtful }) => wrong + doubtful > 0);
  expect(found, `seed ${SEED}`).toEqual([]);
  expect(rareMoves(), `seed ${SEED}: every kind of move must have happened`).toEqual([]);
  expect(total(refusals), "some moves must have met a refusal").toBeGreaterThan(100);
  expect(total(refusals), "most moves must have happened").toBeLessThan(MOVES / 3);
});

/** Kinds that hardly happened, so that the comparison says nothing of them. The national report goes up once at most. */
const rareMoves = () =>
  [...Object.keys(acts), ...Object.keys(events)].filter(
    (name) => name !== "markReported" && (done.get(name) ?? 0) < (LEAST[name] ?? SELDOM),
  );

const SELDOM = 3;
const LEAST: Record<string, number> = {
  ...{
    fill: 80,
    save: 150,
    blank: 80,
    askSignOff: 300,
    signAndSend: 300,
    accept: 300,
    openCorrection: 100,
    return: 60,
  },
  ...{ handBack: 40, recall: 30, declareNothing: 20, acceptMany: 8, merge: 4, found: 8, pass: 4, correctPlace: 6 },
};

/** Several people at the same moment, on the page as it was before any of them moved; now and then on the same report. */
async function moveAtOnce(chance: Chance) {
  const units = await listUnits();
  const today = String((await row<{ today: string }>("select campaign_today() as today"))?.today);
  await Promise.all(
    Array.from({ length: AT_ONCE }, () => {
      if (chance.next() < 0.03) {
        const name = weighted(chance, named(events)).name;
        return attempt(name, events[name]?.go(units, chance));
      }
      const unit = chance.pick(units);
      const name = weighted(chance, likelyFor(unit, chance)).name;
      return attempt(name, acts[name]?.go(unit, chance, today));
    }),
  );
}

const named = <T extends { weight: number }>(all: Record<string, T>) =>
  Object.entries(all).map(([name, one]) => ({ ...one, name }));

/** Mostly what the report's state allows; one in twenty tries anything. */
function likelyFor(unit: Unit, chance: Chance) {
  const all = named(acts);
  const fitting = all.filter(({ fits }) => fits(unit));
  return fitting.length === 0 || chance.next() < 0.05 ? all : fitting;
}

/** A move happens, or is refused in words for people; anything else is a fault. */
async function attempt(name: string, moved: Promise<unknown> | undefined) {
  try {
    if ((await moved) !== NOTHING) add(done, name);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw new Error(`${name}, seed ${SEED}: ${error}`, { cause: error });
    add(refusals, error.status);
  }
}

const scopeOf = (id: string): Scope => ({ id, name: id, path: `/VN/${id}/`, isNation: false, unitCode: null });
const NATION: Scope = { id: "VN", name: "Toàn quốc", path: "/VN/", isNation: true, unitCode: null };

async function compare(when: string) {
  const facts = await listFacts();
  const owed = facts.filter(({ is_withdrawn }) => !is_withdrawn);
  const own = owed.filter(({ kind, is_there }) => kind === "own" && is_there);

  const shown = Object.fromEntries((await countByPlace("2026")).map((place) => [place.placeId, countsOf(place)]));
  const recounted = [...Map.groupBy(own, ({ place }) => place)].map(([place, those]) => [place, standingsOf(those)]);
  expect(shown, `places of the nation, ${when}`).toEqual(Object.fromEntries(recounted));
  const there = owed.filter(({ is_there }) => is_there);
  expect(deadlines(await listDeadlines("2026", NATION)), `deadlines of the nation, ${when}`).toEqual(
    deadlinesOf(there),
  );

  for (const id of PROVINCES) {
    const units = Object.fromEntries(
      (await countByUnit("2026", scopeOf(id))).map((unit) => [unit.placeId, countsOf(unit)]),
    );
    const those = own.filter(({ place }) => place === id);
    const expected = Object.fromEntries(those.map((fact) => [fact.agency_id, standingsOf([fact])]));
    expect(units, `units of ${id}, ${when}`).toEqual(expected);
    const here = owed.filter(({ place }) => place === id);
    expect(deadlines(await listDeadlines("2026", scopeOf(id))), `deadlines of ${id}, ${when}`).toEqual(
      deadlinesOf(here),
    );
    expect(await findConsolidated("2026", scopeOf(id)), `consolidated report of ${id}, ${when}`).toMatchObject({
      status: owed.find(({ agency_id, kind }) => agency_id === id && kind === "consolidated")?.status ?? null,
      withdrawn: facts.filter(({ kind, place, is_withdrawn }) => kind === "own" && place === id && is_withdrawn).length,
    });
  }
  expect(await keptSums(), `kept sums, ${when}`).toEqual(await sumDocuments());
}

const countsOf = (counts: StandingCounts) =>
  Object.fromEntries((["expected", ...allStandings] as const).map((name) => [name, counts[name]]));

const deadlines = (shown: Awaited<ReturnType<typeof listDeadlines>>) =>
  Object.fromEntries(shown.map(({ kind, dueOn, wording: _, ...counts }) => [`${dueOn} ${kind}`, counts]));
