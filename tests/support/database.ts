import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { pool } from "#lib/db";
import { withClient } from "../../src/lib/launch/cluster.ts";

/**
 * Gives the test file a database of its own, with all migrations and the reference data:
 * call `freshDatabase()` once at the top of the file. It is dropped after the last test.
 */
export function freshDatabase() {
  const name = `test_${randomBytes(6).toString("hex")}`;

  beforeAll(async () => {
    process.env.DATABASE_URL = await createDatabase(name, inject("templateUrl"));
    process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("hex");
    process.env.NEXTAUTH_URL ??= "http://localhost:3000";
  });
  afterAll(async () => {
    await pool.end();
    await dropDatabase(name);
  });
}

/** A database without anything in it, or the copy of another one. Returns its address. */
export async function createDatabase(name: string, templateUrl?: string): Promise<string> {
  const template = templateUrl ? new URL(templateUrl).pathname.slice(1) : "template1";
  await onServer(`create database ${name} template ${template}`);
  return urlOf(name);
}

export const dropDatabase = (name: string) => onServer(`drop database if exists ${name} with (force)`);

const onServer = (statement: string) => withClient(urlOf("postgres"), (client) => client.query(statement));

function urlOf(name: string): string {
  const url = new URL(inject("templateUrl"));
  url.pathname = `/${name}`;
  return url.href;
}
