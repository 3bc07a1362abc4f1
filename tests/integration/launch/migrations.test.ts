import { randomBytes } from "node:crypto";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withClient } from "#lib/launch/cluster";
import { deployMigrations, migrationState, readMigrations } from "#lib/launch/migrate";
import { differenceBetween, readSchema } from "#lib/launch/schema-engine";
import { createDatabase, dropDatabase } from "../../support/database.ts";

const names = {
  migrated: `migrated_${randomBytes(4).toString("hex")}`,
  modelled: `modelled_${randomBytes(4).toString("hex")}`,
};
let migrated: string;
let modelled: string;

beforeAll(async () => {
  migrated = await createDatabase(names.migrated);
  modelled = await createDatabase(names.modelled);
});
afterAll(async () => {
  await dropDatabase(names.migrated);
  await dropDatabase(names.modelled);
});

describe("migrations", () => {
  it("are applied once, with their records in Prisma's own table", async () => {
    const migrations = readMigrations();
    const all = migrations.map(({ name }) => name);
    await withClient(migrated, async (client) => {
      expect(await deployMigrations(client, migrations)).toEqual(all);
      expect(await deployMigrations(client, migrations)).toEqual([]);
      expect(await migrationState(client, migrations)).toEqual({
        applied: all,
        pending: [],
        unknown: [],
        unfinished: [],
      });
      const { rows } = await client.query(
        "select count(*)::int as records from _prisma_migrations where length(checksum) = 64",
      );
      expect(rows).toEqual([{ records: all.length }]);
    });
  });

  it("from zero lead to exactly the datamodel", async () => {
    const script = await differenceBetween([], readSchema("prisma/schema"));
    await withClient(modelled, (client) => client.query(script));
    const wanted = await withClient(modelled, modelOf);
    const present = await withClient(migrated, modelOf);

    expect(present.columns).toEqual(wanted.columns);
    expect(present.enums).toEqual(wanted.enums);
    expect(present.constraints).toEqual(wanted.constraints);
    expect(present.indexes).toEqual(wanted.indexes);
  });

  it("that fail leave the database as it was, and say which", async () => {
    const broken = { name: "99999999999999_broken", sql: "create table half (id int); select 1/0;" };
    await withClient(migrated, async (client) => {
      const before = await migrationState(client, readMigrations());
      await expect(deployMigrations(client, [...readMigrations(), broken])).rejects.toThrow(
        "Bản chuyển đổi 99999999999999_broken không áp dụng được",
      );
      expect(await migrationState(client, readMigrations())).toEqual(before);
      expect((await client.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }]);
    });
  });

  it("deployed by two at once are applied by one", async () => {
    const name = `twice_${randomBytes(4).toString("hex")}`;
    const url = await createDatabase(name);
    const deploy = () => withClient(url, (client) => deployMigrations(client, readMigrations()));
    const applied = await Promise.all([deploy(), deploy()]);
    expect(applied.map((list) => list.length).sort()).toEqual([0, readMigrations().length]);
    await dropDatabase(name);
  });
});

/** What Prisma can say of a database. Checks, and indexes that are partial, on expressions, not B-trees, hold further columns or count nulls as equal, are beyond it. */
async function modelOf(client: Client) {
  const list = async (text: string) => (await client.query(text)).rows;
  return {
    columns: await list(`
      select table_name, column_name, udt_name, is_nullable, column_default, character_maximum_length, numeric_precision, numeric_scale, datetime_precision
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'
        and is_generated = 'NEVER' order by table_name, column_name`),
    enums: await list(`
      select typname, enumlabel from pg_enum join pg_type on pg_type.oid = enumtypid order by typname, enumsortorder`),
    constraints: await list(`
      select conrelid::regclass::text as table_name, conname, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
        and conrelid <> coalesce(to_regclass('_prisma_migrations'), 0) order by 1, 2`),
    indexes: await list(`
      select indrelid::regclass::text as table_name, indexrelid::regclass::text as index_name, pg_get_indexdef(indexrelid) as definition
      from pg_index join pg_class on pg_class.oid = indexrelid join pg_am on pg_am.oid = relam
      where relnamespace = 'public'::regnamespace and indpred is null and indexprs is null and not indnullsnotdistinct and indnkeyatts = indnatts and amname = 'btree'
        and indrelid <> coalesce(to_regclass('_prisma_migrations'), 0) order by 1, 2`),
  };
}
