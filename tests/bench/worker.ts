import pg from "pg";
import { httpClient } from "./http-client.ts";
import { closedLoop, type Load, openLoop } from "./load.ts";
import type { Work } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";

/**
 * The process that does the work of one run: asks over HTTP, or runs the SQL itself.
 * It warms up, says so, waits for the word (the CPU time so far is noted meanwhile), works, and answers what it did.
 */
export type Side = "http" | "sql" | "bound";
export type Job = {
  scenario: string;
  side: Side;
  users: number;
  seconds: number;
  address: string;
  databaseUrl: string;
  plan: unknown;
};
export type Said = { warm: true } | { load: Load } | { failure: string };

/** Enough for V8 and for PostgreSQL's plans, and at least this long. */
const WARM_UP = { most: 4_000, least: 300, ms: 2_500, longestMs: 8_000 };
const MOST_REQUESTS = 100_000;

process.once("message", async (job: Job) => {
  try {
    await run(job);
  } catch (error) {
    say({ failure: String((error as Error).stack) });
  }
});
process.once("disconnect", () => process.exit(0));

async function run(job: Job) {
  const scenario = scenarios.find(({ name }) => name === job.scenario);
  if (!scenario) throw new Error(`No scenario ${job.scenario}`);
  const work = workOf(scenario, job);
  const { users } = job;

  const warmUp = scenario.warmUp
    ? await closedLoop(work, { users, ms: WARM_UP.longestMs, most: scenario.warmUp })
    : await closedLoop(work, { users, ms: WARM_UP.ms, most: WARM_UP.most });
  if (warmUp.failed === 0 && !scenario.warmUp && warmUp.requests < WARM_UP.least) {
    await closedLoop(work, { users, ms: WARM_UP.longestMs, most: WARM_UP.least - warmUp.requests });
  }
  if (warmUp.failed > 0) throw new Error(`${warmUp.failed} failures in the warm-up, such as: ${warmUp.problems[0]}`);

  await new Promise((resolve) => {
    process.once("message", resolve);
    say({ warm: true });
  });
  const load =
    scenario.arrivals && job.side !== "bound"
      ? await openLoop(work, scenario.arrivals)
      : await closedLoop(work, { users, ms: job.seconds * 1000, most: MOST_REQUESTS });
  say({ load });
}

function workOf(scenario: (typeof scenarios)[number], { side, address, databaseUrl, plan }: Job): Work {
  if (side === "http") return scenario.http(httpClient(address), plan as never);
  if (side === "bound" && scenario.bound) return scenario.bound.work(plan as never);
  // As many connections as the server keeps (DATABASE_POOL).
  return scenario.sql(new pg.Pool({ connectionString: databaseUrl, max: 10 }), plan as never);
}

const say = (words: Said) => process.send?.(words);
