import type { Pool, QueryResultRow } from "pg";

/** The rows of a statement that each connection prepares once. */
export type Statement = <Row extends QueryResultRow = QueryResultRow>(
  values: unknown[],
  client?: { query: Pool["query"] },
) => Promise<Row[]>;

let named = 0;

export function prepared(pool: Pool, text: string): Statement {
  const name = `bench-${named++}`;
  return async <Row extends QueryResultRow>(values: unknown[], client: { query: Pool["query"] } = pool) =>
    (await client.query<Row>({ name, text, values })).rows;
}

/** Several statements that happen together or not at all. */
export async function inTransaction(pool: Pool, work: (client: { query: Pool["query"] }) => Promise<unknown>) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await work(client as unknown as { query: Pool["query"] });
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** @throws unless there is exactly one row: a statement that changes nothing has not done the work. */
export function only<Row>(rows: Row[]): Row {
  if (rows.length !== 1 || !rows[0]) throw new Error(`${rows.length} rows instead of 1`);
  return rows[0];
}

/** The name an agency has on the demonstration's day. */
export const inForce = (term: string) =>
  `(${term}.valid_from is null or ${term}.valid_from <= date '2026-11-23') and (${term}.valid_to is null or ${term}.valid_to >= date '2026-11-23')`;

/** Who acts in a living session: what every request begins with. */
export const ACTING = `select s.person_id, s.agency_id, p.full_name, p.position, t.name as agency_name, t.path, t.oversight, array_agg(a.role) as roles
  from session s join person p on p.id = s.person_id and p.locked_at is null
  join assignment a on a.person_id = p.id and a.agency_id = s.agency_id and a.ended_at is null
  join agency_term t on t.agency_id = s.agency_id and ${inForce("t")}
  where s.id = $1 and s.revoked_at is null and s.expires_at > now()
  group by s.id, p.id, t.id`;
