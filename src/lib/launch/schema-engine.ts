import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";

export type SchemaFile = { path: string; content: string };

/** Nothing is managed outside the datamodel. */
const noFilters = { externalTables: [], externalEnums: [] };

/** Lets `work` use Prisma's own schema engine: WebAssembly, no downloaded binary. */
async function withSchemaEngine<T>(
  database: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const engine = await SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(database),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

/** The SQL that leads from one datamodel to another; no files at all means an empty database. */
export async function differenceBetween(before: SchemaFile[], after: SchemaFile[]): Promise<string> {
  const result = await withSchemaEngine(noDatabase, (engine) =>
    engine.diff({
      from: before.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: before },
      to: { tag: "schemaDatamodel", files: after },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  );
  return result.stdout ?? "";
}

/** Every `.prisma` file below a folder, in a stable order. */
export function readSchema(folder: string): SchemaFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".prisma"));
  return names.sort().map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), "utf8") }));
}

/** The engine wants a server even to compare two texts; this one only says that it is PostgreSQL 15. */
const version = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, "PostgreSQL 15.0", 150000]],
};
const connection: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "no-database",
  queryRaw: async () => version,
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: () => Promise.reject(new Error("There is no database behind a comparison.")),
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  dispose: async () => {},
};
const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "no-database",
  connect: async () => connection,
  connectToShadowDb: async () => connection,
};
