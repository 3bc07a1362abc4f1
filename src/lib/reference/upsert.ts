import type { PoolClient } from "pg";

export type Row = Record<string, unknown>;

type Rule = {
  /** columns that say which row is which */
  key: string[];
  /** what to do with a row that is there: take the file's values, or leave what somebody may have changed */
  existing?: "replace" | "keep";
  /** replace only where this holds of the row that is there */
  onlyIf?: string;
};

/** Writes all rows with one statement; columns are those of the first row. Rows that would not change are not written. */
export async function upsert(
  tx: PoolClient,
  table: string,
  records: Row[],
  { key, existing = "replace", onlyIf = "true" }: Rule,
) {
  const [first] = records;
  if (!first) return;
  const columns = Object.keys(first).map(quote);
  const changing = columns.filter((column) => !key.map(quote).includes(column));
  const list = (names: string[], prefix = "") => names.map((name) => prefix + name).join(", ");
  const replacement = `update set ${changing.map((column) => `${column} = excluded.${column}`).join(", ")}
    where (${list(changing, "present.")}) is distinct from (${list(changing, "excluded.")}) and ${onlyIf}`;
  await tx.query(
    `insert into ${table} as present (${list(columns)})
     select ${list(columns)} from jsonb_populate_recordset(null::${table}, $1)
     on conflict (${list(key.map(quote))}) do ${existing === "keep" ? "nothing" : replacement}`,
    [JSON.stringify(records)],
  );
}

const quote = (name: string) => `"${name}"`;
