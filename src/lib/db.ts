import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg, { type PoolClient, type QueryResultRow } from "pg";
import { PrismaClient } from "#generated/prisma/client";
import { env } from "#lib/env";

/** Who can run a statement: the pool, or the client of a transaction. */
export type Queryable = Pick<PoolClient, "query">;

/** What development's reloads and the shutdown of the server find again. */
const shared = globalThis as { databasePool?: pg.Pool; prisma?: PrismaClient };

/** The connections to PostgreSQL. Made at first use, so that building and importing need no database. */
export const pool: pg.Pool = lazily(sharedPool);

/**
 * Prisma on the same connections: for the statements where convenience matters more than a round trip.
 * @public
 */
export const db: PrismaClient = lazily(sharedPrisma);

/** The rows of one statement, prepared once per connection. Without `client`, outside any transaction. */
export async function rows<T extends object>(
  text: string,
  values: unknown[] = [],
  client: Queryable = pool,
): Promise<T[]> {
  const result = await client.query<T & QueryResultRow>({ name: statementName(text), text, values });
  return result.rows;
}

/** The first row of one statement, or null. */
export async function row<T extends object>(
  text: string,
  values: unknown[] = [],
  client: Queryable = pool,
): Promise<T | null> {
  const [first] = await rows<T>(text, values, client);
  return first ?? null;
}

const ATTEMPTS = 3;

/**
 * Runs `work` in one transaction: everything it writes happens together or not at all.
 * PostgreSQL may ask to try again (serialization failure, deadlock): `work` then runs anew, three times at most.
 */
export async function transaction<T>(work: (tx: PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTransaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !asksToTryAgain(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
    }
  }
}

async function attemptTransaction<T>(work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure; // the connection is lost: the pool must not hand it out again
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const asksToTryAgain = (error: unknown) => ["40001", "40P01"].includes((error as { code?: string }).code ?? "");

const names = new Map<string, string>();

function statementName(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash("sha256").update(text).digest("base64url").slice(0, 16);
    names.set(text, name);
  }
  return name;
}

function sharedPool(): pg.Pool {
  shared.databasePool ??= createPool();
  return shared.databasePool;
}

function sharedPrisma(): PrismaClient {
  shared.prisma ??= new PrismaClient({ adapter: new PrismaPg(sharedPool()) });
  return shared.prisma;
}

function createPool(): pg.Pool {
  const { DATABASE_URL, DATABASE_POOL } = env();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set: start the application with npm start or npm run dev.");
  const created = new pg.Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_POOL,
    application_name: "toan-dan-bao-ve-an-ninh-to-quoc",
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    types: columnTypes(),
  });
  // A server that goes away is the business of the statement that fails, not the end of the process.
  created.on("error", reportLostConnection);
  created.on("connect", (client) => client.on("error", reportLostConnection));
  return created;
}

function reportLostConnection(error: Error) {
  console.error(`Mất một kết nối tới cơ sở dữ liệu: ${error.message}`);
}

/** Counts come as numbers, exact decimals as text, calendar days as YYYY-MM-DD. */
function columnTypes() {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, exactNumber);
  types.setTypeParser(pg.types.builtins.NUMERIC, (text) => text);
  types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  return types;
}

function exactNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`${text} is too large for an exact number.`);
  return number;
}

/** Stands for an object that is created when it is first touched. */
function lazily<T extends object>(create: () => T): T {
  return new Proxy({} as T, {
    get(_, key) {
      const target = create();
      const value = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
