import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { addressOf, withClient } from "../../../src/lib/launch/cluster.ts";
import { type Application, answers, startApplication, stopApplication, untilAnswers } from "../../support/server.ts";
import { findWriters, inspectAll, keepSaving, type Writer } from "./writers.ts";

/**
 * Sixteen clerks save without a pause while the web server, the whole of PostgreSQL and single backends of it are killed by force.
 * PostgreSQL runs as in production: a save that is answered is on the disk.
 */
const USERS = 16;
const ROUNDS = 5;
const BACK_MS = 5_000;
/** The launcher gives up on what dies again and again within seconds of its start, so a round may not come at once. */
const ROUND_MS = 10_000;

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

let application: Application;
let databaseUrl: string;
let writers: Writer[];
let over = false;
let saving: Promise<unknown>;

test.beforeAll(async () => {
  test.setTimeout(180_000); // a demonstration year is made first
  application = await startApplication();
  await untilAnswers(application, 180_000);
  databaseUrl = addressOf(application.dataFolder);
  writers = await findWriters(USERS, databaseUrl, application.address);
});
test.afterAll(async () => {
  over = true;
  await saving;
  await stopApplication(application);
  await rm(application.dataFolder, { recursive: true, force: true });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const postmasterPid = () =>
  Number(readFileSync(join(application.dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

/** The child of the launcher that runs server.ts. */
function serverPid(): number {
  const { pid } = application.launcher;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  return Number(children.find((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("server.ts")));
}

/** A backend that works for the application, best one that is in the middle of a statement. */
const backendPid = () =>
  withClient(databaseUrl, async (client) => {
    const found = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name like 'toan-dan%' order by (state = 'active') desc limit 1",
    );
    return found.rows[0]?.pid ?? 0;
  });

const victims: Record<string, () => number | Promise<number>> = {
  "web server": serverPid,
  PostgreSQL: postmasterPid,
  "one backend": backendPid,
};

/** Milliseconds until health answers “ok” and goes on doing so: an answer between death and its consequences does not count. */
async function timeUntilHealthy(): Promise<number> {
  const began = Date.now();
  let since: number | null = null;
  while (Date.now() < began + 30_000) {
    const well = await answers(application.address);
    since = well ? (since ?? Date.now()) : null;
    if (since && Date.now() - since > 1_500) return since - began;
    await pause(25);
  }
  throw new Error(`Not back within 30 s. It printed:\n${application.output()}`);
}

/** Milliseconds from an instant until every writer has had a save acknowledged that was asked for later. */
async function timeUntilAllSave(since: number): Promise<number> {
  const firstAfter = ({ acknowledged }: Writer) =>
    acknowledged.findLast(({ askedAt }, index) => askedAt >= since && (acknowledged[index - 1]?.askedAt ?? 0) < since)
      ?.answeredAt;
  while (Date.now() < since + 30_000) {
    const times = writers.map(firstAfter);
    if (times.every((at) => at !== undefined)) return Math.max(...times) - since;
    await pause(25);
  }
  return Number.POSITIVE_INFINITY;
}

const median = (times: number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.POSITIVE_INFINITY;

test("no acknowledged save is lost, none is half-written, and the application is back within five seconds", async () => {
  expect(writers).toHaveLength(USERS);
  saving = Promise.all(writers.map((writer) => keepSaving(writer, application.address, () => over)));
  await timeUntilAllSave(Date.now());

  const times: Record<string, { healthy: number[]; saving: number[] }> = {};
  for (let round = 1; round <= ROUNDS; round++) {
    const began = Date.now();
    for (const [name, find] of Object.entries(victims)) {
      const pid = await find();
      expect(pid).toBeGreaterThan(1);
      const killedAt = Date.now();
      process.kill(pid, "SIGKILL");
      const healthy = await timeUntilHealthy();
      const allSave = await timeUntilAllSave(killedAt);
      expect(await inspectAll(writers, databaseUrl)).toEqual([]);
      times[name] ??= { healthy: [], saving: [] };
      times[name].healthy.push(healthy);
      times[name].saving.push(allSave);
    }
    if (round < ROUNDS) await pause(Math.max(0, began + ROUND_MS - Date.now()));
  }
  over = true;
  await saving;

  expect(await inspectAll(writers, databaseUrl)).toEqual([]);
  expect(writers.flatMap(({ username, problems }) => problems.map((problem) => `${username}: ${problem}`))).toEqual([]);
  const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0);
  const unanswered = writers.reduce((sum, writer) => sum + writer.unanswered, 0);
  console.log(`  ${acknowledged} saves acknowledged, ${unanswered} not answered`);
  for (const [name, { healthy, saving: again }] of Object.entries(times)) {
    console.log(
      `  ${name} killed ${healthy.length} times: healthy after ${healthy.join(", ")} ms; all ${USERS} saving again after ${again.join(", ")} ms`,
    );
  }
  for (const { healthy, saving: again } of Object.values(times)) {
    expect(healthy).toHaveLength(ROUNDS);
    expect(median(healthy)).toBeLessThan(BACK_MS);
    expect(Math.max(...healthy, ...again)).toBeLessThan(2 * BACK_MS); // other programs share the machine of a test
  }
});

test("PostgreSQL does write each commit to the disk here", async () => {
  const settings = await withClient(
    databaseUrl,
    async (client) =>
      (
        await client.query(
          "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name",
        )
      ).rows,
  );
  expect(settings).toEqual([
    { name: "fsync", setting: "on" },
    { name: "full_page_writes", setting: "on" },
    { name: "synchronous_commit", setting: "on" },
  ]);
});
