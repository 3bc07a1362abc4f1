import type { Pool } from "pg";
import { type HttpClient, textOf } from "../http-client.ts";
import { atMost, type Scenario, type Work } from "../scenario.ts";
import { ACTING, inForce, only, prepared } from "../sql.ts";
import { type SignedIn, type Stage, signIn } from "../stage.ts";

type Plan = { people: SignedIn[] };

const ROWS = 50;

const prepareReaders = (username: string) => async (stage: Stage, users: number) => ({
  people: await signIn(stage, Array<string>(users).fill(username)),
});

/** The first page of the reports of this year that an officer looks after, as a browser gets it. */
const html = (name: string, username: string): Scenario<Plan> => ({
  name,
  users: [1, 16],
  aim: atMost(15),
  prepare: prepareReaders(username),
  http: (client, { people }) =>
    read(
      client,
      people,
      { path: "/reports", accept: "text/html" },
      (text) =>
        text.match(/<td[^>]*><a href="\/reports\/[0-9a-f-]{36}"|<th[^>]*><a href="\/reports\/[0-9a-f-]{36}"/g)
          ?.length ?? 0,
    ),
  sql: listInSql,
});

export const listAsHtml = html("list page as HTML", "congan.H26");
export const nationalListAsHtml = html("national list page as HTML", "congan.G01");

/** The same rows for another system. */
export const listAsData: Scenario<Plan> = {
  name: "list as data",
  users: [1, 16],
  prepare: prepareReaders("congan.H26"),
  http: (client, { people }) => readList(client, people),
  sql: listInSql,
};

export const readList = (client: HttpClient, people: SignedIn[]) =>
  read(
    client,
    people,
    { path: "/api/reports?period=2026", accept: "application/json" },
    (text) => (JSON.parse(text) as { reports: unknown[] }).reports.length,
  );

/** Counts the rows of the first answer; afterwards an answer must only be as long as that one. */
function read(
  client: HttpClient,
  people: SignedIn[],
  { path, accept }: { path: string; accept: string },
  countRows: (text: string) => number,
): Work {
  let usual: number | null = null;
  return async (user) => {
    const answer = await client({ path, accept, cookie: people[user]?.cookie ?? "" });
    if (usual === null) {
      const count = countRows(textOf(answer));
      if (count !== ROWS) throw new Error(`${path} showed ${count} rows instead of ${ROWS}`);
      usual = answer.body.length;
    }
    if (answer.body.length < usual * 0.9)
      throw new Error(`${path} gave ${answer.body.length} bytes instead of about ${usual}`);
  };
}

/** The officer, how many reports stand in each state, and the first fifty with their recipients. */
export function listInSql(pool: Pool, { people }: Plan): Work {
  const [acting, counts, list] = [prepared(pool, ACTING), prepared(pool, COUNTS), prepared(pool, LIST)];
  return async (user) => {
    const { oversight } = only(await acting([people[user]?.sessionId]));
    await Promise.all([
      counts(["2026", oversight]),
      list(["2026", oversight]).then((rows) => {
        if (rows.length !== ROWS) throw new Error(`${rows.length} rows instead of ${ROWS}`);
      }),
    ]);
  };
}

const BELOW = `from report r join agency_term t on t.agency_id = r.agency_id and ${inForce("t")} where r.period_id = $1 and r.withdrawn_at is null and t.path like $2 || '%'`;

const COUNTS = `select r.status, count(*), count(*) filter (where r.first_sent_at is null and r.due_on < date '2026-11-23') as overdue, count(*) filter (where r.late) as late ${BELOW} group by r.status`;

const LIST = `select r.*, json_agg(json_build_object('agencyId', c.agency_id, 'name', ct.short_name, 'state', c.state) order by c."order") as recipients from (
    select r.id, r.agency_id, t.short_name, t.path, t.province_id, r.kind, r.status, r.status_since, r.due_on, r.late, r.first_sent_at ${BELOW}
    order by r.kind desc, t.province_id nulls first, t.path limit ${ROWS}) r
  left join report_recipient c on c.report_id = r.id
  left join agency_term ct on ct.agency_id = c.agency_id and ${inForce("ct")}
  group by r.id, r.agency_id, r.short_name, r.path, r.province_id, r.kind, r.status, r.status_since, r.due_on, r.late, r.first_sent_at
  order by r.kind desc, r.province_id nulls first, r.path`;
