import "server-only";
import { pool } from "#lib/db";
import manifest from "../../../package.json" with { type: "json" };
import { migrationState, readMigrations } from "./migrate.ts";

/** `migrations` says how the database stands to this code; it is not known while the database is away. */
export type Health = {
  status: "ok" | "unavailable";
  version: string;
  database: "ok" | "unavailable";
  migrations: "current" | "pending" | "newer" | "unknown";
};

const LIMIT_MS = 2_000;

/** How the application is, for a load balancer or a monitor. Answers within two seconds whatever the database does. */
export async function readHealth(): Promise<Health> {
  const { version } = manifest;
  try {
    const { pending, unknown } = await within(LIMIT_MS, migrationState(pool, readMigrations()));
    const migrations = unknown.length > 0 ? "newer" : pending.length > 0 ? "pending" : "current";
    return { status: "ok", version, database: "ok", migrations };
  } catch (error) {
    console.error(`Cơ sở dữ liệu không trả lời: ${(error as Error).message}`);
    return { status: "unavailable", version, database: "unavailable", migrations: "unknown" };
  }
}

function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`hết ${limitMs} ms`)), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
