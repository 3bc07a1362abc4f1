import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Load } from "./load.ts";
import type { Side as Measured, Result } from "./print.ts";
import { cpuOf, databasePid, serverPid } from "./processes.ts";
import type { scenarios } from "./scenarios.ts";
import type { Stage } from "./stage.ts";
import type { Job, Said, Side } from "./worker.ts";

type AnyScenario = (typeof scenarios)[number];

/** One scenario with one number of users: over HTTP, then as SQL, each on freshly prepared rows. */
export async function measure(scenario: AnyScenario, users: number, seconds: number, stage: Stage): Promise<Result> {
  const run = (side: Side) => runSide(scenario, side, users, seconds, stage);
  const ours = await run("http");
  const sql = await run("sql");
  const bound = scenario.bound ? await run("bound") : null;
  return {
    name: scenario.name,
    users,
    ours,
    sql,
    bound: scenario.bound && bound ? { name: scenario.bound.name, rps: bound.rps, share: ours.rps / bound.rps } : null,
    ratio: ours.cpuMs / sql.cpuMs,
    aim: scenario.aim ?? null,
    problems: [...ours.problems, ...sql.problems],
  };
}

/** CPU of the server and PostgreSQL, or of the process that runs the SQL and PostgreSQL: never of the one that asks over HTTP. */
async function runSide(
  scenario: AnyScenario,
  side: Side,
  users: number,
  seconds: number,
  stage: Stage,
): Promise<Measured & { problems: string[] }> {
  const plan = await scenario.prepare(stage, users);
  const worker = fork(join(import.meta.dirname, "worker.ts"), { execArgv: ["--no-warnings"] });
  try {
    const job: Job = {
      scenario: scenario.name,
      side,
      users,
      seconds,
      address: stage.address,
      databaseUrl: stage.databaseUrl,
      plan,
    };
    await ask(worker, job);
    const workers = [
      databasePid(stage.application),
      side === "http" ? serverPid(stage.application) : (worker.pid ?? 0),
    ];
    const before = cpuOf(workers);
    const said = await ask(worker, "go");
    await new Promise((resolve) => setTimeout(resolve, 100)); // what the answers left to do
    const cpuMs = cpuOf(workers) - before;
    if (!("load" in said)) throw new Error("The worker did not say what it has done.");
    return summary(said.load, cpuMs);
  } finally {
    worker.disconnect();
  }
}

/** What the worker says next. */
function ask(worker: ChildProcess, words: Job | "go"): Promise<Said> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("The worker has died."));
    worker.once("exit", ended);
    worker.once("message", (said: Said) => {
      worker.off("exit", ended);
      if ("failure" in said) reject(new Error(said.failure));
      else resolve(said);
    });
    worker.send(words);
  });
}

function summary({ requests, failed, problems, elapsedMs, latenciesMs }: Load, cpuMs: number) {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const percentile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return {
    requests,
    failed,
    rps: (requests / elapsedMs) * 1000,
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    cpuMs: cpuMs / requests,
    problems,
  };
}
