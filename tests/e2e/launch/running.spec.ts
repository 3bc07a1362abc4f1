import { readFileSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { addressOf, withClient } from "../../../src/lib/launch/cluster.ts";
import { type Application, answers, startApplication, stopApplication, untilAnswers } from "../../support/server.ts";

test.describe.configure({ mode: "serial", timeout: 180_000 });

/** One application that is hurt in several ways, one after the other. */
let application: Application;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication({ DEMO: "0" });
  await untilAnswers(application, 150_000);
});
test.afterAll(async () => {
  application.launcher.kill("SIGTERM");
  await application.ended;
  await rm(application.dataFolder, { recursive: true, force: true });
});

/** Five seconds on a machine that has nothing else to do; tests share theirs. */
const BACK_MS = 10_000;

/** Kills by force: nobody gets to tidy up. */
const kill = (pid: number) => process.kill(pid, "SIGKILL");

const databasePid = () =>
  Number(readFileSync(join(application.dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

/** The process, below the launcher, that runs server.ts. */
function serverPid(): number {
  const { pid } = application.launcher;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  return Number(children.find((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("server.ts")));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("health tells how the application is, and is not cached", async ({ request }) => {
  const response = await request.get(`${application.address}/api/health`);
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toBe("no-store");
  expect(await response.json()).toMatchObject({ status: "ok", database: "ok", migrations: "current" });
});

test("secrets are readable by their owner only", () => {
  for (const name of ["auth.secret", "postgres.password"]) {
    expect(statSync(join(application.dataFolder, name)).mode & 0o077).toBe(0);
  }
});

test("a killed web server is back within seconds", async () => {
  kill(serverPid());
  await expect.poll(() => answers(application.address)).toBe(false);
  expect(await untilAnswers(application, BACK_MS)).toBeLessThan(BACK_MS);
});

test("a killed database is back within seconds, even when a statement runs on without it", async () => {
  const busy = withClient(addressOf(application.dataFolder), (client) =>
    client.query("select count(*) from generate_series(1, 3000000000::bigint)"),
  ).catch((error: Error) => error.message);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  kill(databasePid());
  await expect.poll(() => answers(application.address)).toBe(false);
  expect(await untilAnswers(application, BACK_MS)).toBeLessThan(BACK_MS);
  expect(await busy).toContain("terminated");
});

test("after the launcher is killed, nothing of it serves on and the next start recovers", async () => {
  const orphanedDatabase = databasePid();
  const server = serverPid();
  kill(application.launcher.pid ?? 0);
  await expect.poll(() => isRunning(server)).toBe(false);

  application = await startApplication({
    DATA_DIR: application.dataFolder,
    PORT: new URL(application.address).port,
    DEMO: "0",
  });
  expect(await untilAnswers(application, 30_000)).toBeLessThan(15_000);
  expect(isRunning(orphanedDatabase)).toBe(false);
});

test("SIGTERM stops everything, with exit code 0", async () => {
  const pids = [databasePid(), serverPid()];
  expect(await stopApplication(application)).toBe(0);
  expect(pids.filter(isRunning)).toEqual([]);
});
