import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { startCluster, stopCluster, withClient } from "../../src/lib/launch/cluster.ts";
import { prepare } from "../../src/lib/launch/programs.ts";
import { temporaryFolder } from "./temporary-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The database with migrations and reference data that every test database is copied from. */
    templateUrl: string;
  }
}

/** One PostgreSQL for all integration tests. DURABLE=1 makes it as careful with the disk as in production. */
export default async function setUp(project: TestProject) {
  const folder = temporaryFolder();
  const cluster = await startCluster(folder, { durable: process.env.DURABLE === "1" });
  const tearDown = async () => {
    await stopCluster(cluster);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // Statistics taken at whatever moment a test has emptied a table would make plans a matter of luck; who needs some asks for them.
    await withClient(cluster.url, async (client) => {
      await client.query("alter system set autovacuum = off");
      await client.query("select pg_reload_conf()");
    });
    await prepare(["migrate", "reference"], { ...process.env, DATABASE_URL: cluster.url }).done;
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide("templateUrl", cluster.url);
  return tearDown;
}
