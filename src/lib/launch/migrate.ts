import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client, ClientBase } from "pg";
import { LaunchProblem } from "./problem.ts";

export type Migration = { name: string; sql: string };

/**
 * How the database stands to this code: `pending` migrations it lacks, `unknown` ones it has and this code does not,
 * `unfinished` ones another tool began and did not end.
 */
export type MigrationState = { applied: string[]; pending: string[]; unknown: string[]; unfinished: string[] };

/** Prisma's own lock for migrations, so that its command line and ours wait for each other. */
const PRISMA_LOCK = 72707369;

/** The migrations of this code, oldest first: prisma/migrations/<stamp>_<name>/migration.sql. */
export function readMigrations(folder = "prisma/migrations"): Migration[] {
  // Next would pack the whole project with the health route if it tried to follow this path.
  const names = readdirSync(/* turbopackIgnore: true */ folder).sort();
  return names.flatMap((name) => {
    const file = join(/* turbopackIgnore: true */ folder, name, "migration.sql");
    return existsSync(file) ? [{ name, sql: readFileSync(file, "utf8") }] : [];
  });
}

export async function migrationState(
  database: Pick<ClientBase, "query">,
  migrations: Migration[],
): Promise<MigrationState> {
  const recorded = await recordedMigrations(database);
  const applied = recorded.filter((one) => one.finished).map((one) => one.name);
  const known = migrations.map((one) => one.name);
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
    unfinished: recorded.filter((one) => !one.finished).map((one) => one.name),
  };
}

/**
 * Applies what the database lacks, each migration and its record in one transaction, under Prisma's advisory lock.
 * Returns the names of what was applied. Records are Prisma's own (`_prisma_migrations`), so that its command line can go on.
 *
 * Not done by Prisma's WebAssembly engine: over a driver adapter it splits a script at every semicolon, also inside functions.
 * @throws LaunchProblem when the database is newer than this code, or another tool left a migration half done.
 */
export async function deployMigrations(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
  try {
    const state = await migrationState(client, migrations);
    refuseUnknown(state);
    const pending = migrations.filter((one) => state.pending.includes(one.name));
    if (pending.length > 0) await client.query(recordsTable);
    for (const migration of pending) await apply(client, migration);
    return state.pending;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [PRISMA_LOCK]).catch(() => {}); // a lost connection has given it up
  }
}

/** @throws LaunchProblem when this code must not touch the database. */
export function refuseUnknown({ unknown, unfinished }: MigrationState) {
  if (unknown.length > 0) {
    throw new LaunchProblem(
      `Cơ sở dữ liệu mới hơn phần mềm: đã có bản chuyển đổi ${unknown.at(-1)} mà phần mềm này chưa biết. Hãy cập nhật phần mềm, hoặc dùng cơ sở dữ liệu khác.`,
    );
  }
  if (unfinished.length > 0) {
    throw new LaunchProblem(
      `Bản chuyển đổi ${unfinished[0]} của cơ sở dữ liệu dở dang. Hãy khôi phục từ bản sao lưu, hoặc xử lý bằng lệnh prisma migrate resolve rồi chạy lại.`,
    );
  }
}

/** @throws LaunchProblem when the database lacks migrations of this code. */
export function refusePending({ pending }: MigrationState) {
  if (pending.length === 0) return;
  throw new LaunchProblem(
    `Cơ sở dữ liệu cũ hơn phần mềm: còn ${pending.length} bản chuyển đổi chưa áp dụng. Hãy sao lưu, chạy npm run db:deploy rồi khởi động lại.`,
  );
}

async function apply(client: Client, { name, sql }: Migration) {
  const startedAt = new Date();
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), createHash("sha256").update(sql).digest("hex"), name, startedAt],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {}); // with a lost connection PostgreSQL rolls back by itself
    throw new LaunchProblem(
      `Bản chuyển đổi ${name} không áp dụng được: ${(error as Error).message}. Cơ sở dữ liệu vẫn như trước bản này.`,
      { cause: error },
    );
  }
}

async function recordedMigrations(database: Pick<ClientBase, "query">) {
  const table = await database.query("select to_regclass('_prisma_migrations') is not null as present");
  if (!table.rows[0]?.present) return [];
  const records = await database.query<{ name: string; finished: boolean }>(
    "select migration_name as name, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null order by started_at, migration_name",
  );
  return records.rows;
}

/** Word for word the table Prisma makes. */
const recordsTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;
