import type { Pool } from "pg";
import { jsonOf } from "../http-client.ts";
import { atMost, type Scenario, type Work } from "../scenario.ts";
import { ACTING, inForce, only, prepared } from "../sql.ts";
import { oneRow, type SignedIn, type Stage, signIn } from "../stage.ts";

type Plan = { people: SignedIn[]; reportId: string };

/** Văn phòng Chính phủ reads the nation's totals of 2025, as Bộ Công an sent them. */
async function prepareReaders(stage: Stage, users: number): Promise<Plan> {
  const { id } = await oneRow<{ id: string }>(
    stage,
    "update report set status = 'reported' where period_id = '2025' and kind = 'consolidated' and parent_id is null returning id",
  );
  return { reportId: id, people: await signIn(stage, Array<string>(users).fill("docgia.G22")) };
}

export const totals: Scenario<Plan> = {
  name: "national totals",
  users: [1, 16],
  aim: atMost(8),
  prepare: prepareReaders,
  http:
    (client, { people, reportId }) =>
    async (user) => {
      const answer = await client({ path: `/api/reports/${reportId}/totals`, cookie: people[user]?.cookie ?? "" });
      const { totals } = jsonOf<{ totals: object }>(answer);
      if (Object.keys(totals).length < 50) throw new Error(`Totals of only ${Object.keys(totals).length} figures`);
    },
  sql: (pool, plan) => totalsInSql(pool, plan, []),
};

export const totalsPage: Scenario<Plan> = {
  name: "national totals page as HTML",
  users: [1, 16],
  prepare: prepareReaders,
  http:
    (client, { people, reportId }) =>
    async (user) => {
      const answer = await client({
        path: `/reports/${reportId}/consolidation`,
        accept: "text/html",
        cookie: people[user]?.cookie ?? "",
      });
      if (answer.body.length < 5_000) throw new Error("The page is too short.");
    },
  sql: (pool, plan) => totalsInSql(pool, plan, [PARTS]),
};

function totalsInSql(pool: Pool, { people, reportId }: Plan, more: string[]): Work {
  const [acting, totals, ...others] = [ACTING, TOTALS, ...more].map((text) => prepared(pool, text));
  return async (user) => {
    if (!acting || !totals) return;
    only(await acting([people[user]?.sessionId]));
    only(await totals([reportId]));
    for (const other of others) await other([reportId]);
  };
}

const TOTALS = `select r.id, r.status, r.version, v.document->'totals' as totals, c.counted, c.expected,
    (select count(*) from consolidation_part p join report q on q.id = p.report_id where p.consolidation_id = c.id and q.accepted_version_id is distinct from p.version_id) as outdated
  from report r join report_version v on v.id = r.sent_version_id join consolidation c on c.id = v.consolidation_id where r.id = $1`;

const PARTS = `select q.id, t.short_name, q.kind, q.status, q.late, q.first_sent_at, p.version_id
  from report r join report_version v on v.id = r.sent_version_id join report q on q.parent_id = r.id
  join agency_term t on t.agency_id = q.agency_id and ${inForce("t")}
  left join consolidation_part p on p.consolidation_id = v.consolidation_id and p.report_id = q.id
  where r.id = $1 order by t.kind, t.path`;
