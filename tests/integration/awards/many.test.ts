import { beforeAll, expect, it } from "vitest";
import { checkNominations } from "#lib/awards/nominations/checks";
import { countNominations, listNominations, readNominations, readRound } from "#lib/awards/nominations/queries";
import { publishList } from "#lib/awards/publicities/service";
import { pool, type Queryable, rows } from "#lib/db";
import { freshDatabase } from "../../support/database.ts";
import { MANY } from "../../support/many-nominations.ts";
import { openStage } from "../reports/stage.ts";
import { aRound, secretariat } from "./stage.ts";

const COUNT = 5_000;

freshDatabase();

let roundId: string;
beforeAll(async () => {
  await openStage();
  roundId = await aRound();
  await rows(MANY, [roundId, COUNT]);
  await pool.query("analyze");
}, 120_000);

/** Runs work; how long it took and how many statements it asked of the client it was given. */
async function measured<T>(work: (client: Queryable) => Promise<T>) {
  let statements = 0;
  const query = (...values: unknown[]) => {
    statements++;
    return Reflect.apply(pool.query, pool, values);
  };
  const startedAt = performance.now();
  const result = await work({ query } as Queryable);
  return { result, seconds: (performance.now() - startedAt) / 1000, statements };
}

it("checks the eligibility of all of a round with a few statements, in less than ten seconds", async () => {
  const { result, seconds, statements } = await measured(async (client) =>
    checkNominations(await readRound(roundId, client), client),
  );
  console.log(`  eligibility of ${result.length} dossiers: ${seconds.toFixed(2)} s, ${statements} statements`);
  expect(result).toHaveLength(COUNT);
  expect(statements).toBe(4);
  expect(seconds).toBeLessThan(10);
  const held = result.filter(({ checks }) => checks.some(({ id, state }) => id === "hold" && state === "notMet"));
  expect(held).toHaveLength(COUNT / 100);
});

it("finds a page of the round with its counts and checks", async () => {
  const actor = await secretariat();
  const { result, seconds } = await measured(async () => {
    const counts = await countNominations(actor, { roundId });
    const page = await listNominations(actor, { roundId, search: "doi tuong 49" }, { offset: 0, limit: 50 });
    return { counts, checked: await checkNominations(await readNominations(page.map(({ id }) => id))) };
  });
  console.log(`  a page of the round: ${seconds.toFixed(2)} s`);
  expect(result.counts.reduce((sum, { count }) => sum + count, 0)).toBe(COUNT);
  expect(result.checked).toHaveLength(50);
});

it("publishes a list of five hundred at once", async () => {
  const all = await readRound(roundId);
  const nominations = all.slice(0, 500).map(({ id }) => id);
  const { seconds } = await measured(async () =>
    publishList(await secretariat(), { title: "D", place: "P", startsOn: "2026-11-05", days: 10, nominations }),
  );
  console.log(`  publishing 500: ${seconds.toFixed(2)} s`);
  const told = await rows("select 1 from nomination_event where move = 'publish'");
  expect(told).toHaveLength(500);
});
