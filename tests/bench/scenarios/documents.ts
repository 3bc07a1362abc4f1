import type { Pool } from "pg";
import type { HttpClient } from "../http-client.ts";
import type { Scenario, Work } from "../scenario.ts";
import { ACTING, only, prepared } from "../sql.ts";
import { listRows, type SignedIn, type Stage, signIn } from "../stage.ts";

type Plan = { people: SignedIn[]; reportIds: string[] };

/** Văn phòng Chính phủ takes documents of reports that communes sent for 2025, each time of another one. */
const prepareCommunes = (stage: Stage, users: number) =>
  prepare(
    stage,
    users,
    `select r.id from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id and t.kind = 'commune'
     where r.period_id = '2025' and r.sent_version_id is not null order by r.agency_id limit 200`,
  );

/** The province with the most communes: its three annexes have more than 500 rows. */
const prepareLargest = (stage: Stage, users: number) =>
  prepare(
    stage,
    users,
    `select r.id from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id and t.kind = 'province'
     where r.period_id = '2025' and r.kind = 'consolidated' and r.sent_version_id is not null
     order by (select count(*) from report p where p.parent_id = r.id) desc limit 1`,
  );

async function prepare(stage: Stage, users: number, text: string): Promise<Plan> {
  const reports = await listRows<{ id: string }>(stage, text);
  return {
    people: await signIn(stage, Array<string>(users).fill("docgia.G22")),
    reportIds: reports.map(({ id }) => id),
  };
}

const begins = { docx: "PK", pdf: "%PDF-" };

const take =
  (format: keyof typeof begins) =>
  (client: HttpClient, { people, reportIds }: Plan): Work => {
    let next = 0;
    return async (user) => {
      const id = reportIds[next++ % reportIds.length];
      const { body } = await client({
        path: `/api/reports/${id}/documents/draft/${format}`,
        cookie: people[user]?.cookie ?? "",
      });
      if (!body.subarray(0, 8).toString("latin1").startsWith(begins[format])) throw new Error(`This is no ${format}.`);
    };
  };

/** What the database does for it: who asks, and what was sent. The rest is laying out. */
function readInSql(pool: Pool, { people, reportIds }: Plan): Work {
  const [acting, version] = [ACTING, VERSION].map((text) => prepared(pool, text));
  let next = 0;
  return async (user) => {
    if (!acting || !version) return;
    only(await acting([people[user]?.sessionId]));
    only(await version([reportIds[next++ % reportIds.length]]));
  };
}

const VERSION = `select r.id, v.document, f.definition, l.document as last_year from report r
  join report_version v on v.id = r.sent_version_id join report_form f on f.id = r.form_id and f.version = r.form_version
  left join report b on b.agency_id = r.agency_id and b.kind = r.kind and b.form_id = r.form_id and b.period_id = (r.period_id::int - 1)::text
  left join report_version l on l.id = b.accepted_version_id where r.id = $1`;

const scenario = (
  name: string,
  format: keyof typeof begins,
  prepare: Scenario<Plan>["prepare"],
  users: number[],
): Scenario<Plan> => ({
  name,
  users,
  prepare,
  http: take(format),
  sql: readInSql,
});

/** A document takes some tenths of a second, so the warm-up is short. */
const few = { warmUp: 8 };

export const communeDocx = { ...scenario("document of a commune, .docx", "docx", prepareCommunes, [1, 4]), warmUp: 40 };
export const communePdf = { ...scenario("document of a commune, PDF", "pdf", prepareCommunes, [1, 4]), warmUp: 40 };
export const largestDocx = { ...scenario("document of 500 rows, .docx", "docx", prepareLargest, [1]), ...few };
export const largestPdf = { ...scenario("document of 500 rows, PDF", "pdf", prepareLargest, [1]), ...few };
