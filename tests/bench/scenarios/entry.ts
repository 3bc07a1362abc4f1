import type { Pool } from "pg";
import { type HttpClient, textOf } from "../http-client.ts";
import { atMost, type Scenario, type Work } from "../scenario.ts";
import { ACTING, only, prepared } from "../sql.ts";
import { type Plan, prepareWriters } from "./save.ts";

/** The page on which a clerk writes the figures of a section, with every check of the report, as a browser gets it. */
export const entryPage: Scenario<Plan> = {
  name: "entry page as HTML",
  users: [1, 16],
  aim: atMost(20),
  prepare: (stage, users) => prepareWriters(stage, users, 5),
  http: readSection,
  sql: readInSql,
};

function readSection(client: HttpClient, { writers, cells: [cell] }: Plan): Work {
  return async (user) => {
    const writer = writers[user];
    const answer = await client({
      path: `/reports/${writer?.reportId}/sections/A`,
      accept: "text/html",
      cookie: writer?.cookie ?? "",
    });
    if (!textOf(answer).includes(`figures.${cell}`)) throw new Error(`The page has no cell ${cell}.`);
  };
}

/** Who asks, the report with its form, last year's document, comparable units and what was said. */
function readInSql(pool: Pool, { writers }: Plan): Work {
  const [acting, report] = [prepared(pool, ACTING), prepared(pool, REPORT)];
  return async (user) => {
    await acting([writers[user]?.sessionId]);
    only(await report([writers[user]?.reportId]));
  };
}

const REPORT = `
  select r.*, f.definition, v.document as last_year,
    (select json_agg(p) from peer_statistic p where p.period_id = '2025' and p.agency_type = t.type) as peers,
    (select json_agg(c) from report_comment c where c.report_id = r.id) as comments
  from report r
  join report_form f on f.id = r.form_id and f.version = r.form_version
  join agency_term t on t.agency_id = r.agency_id and t.valid_to is null
  left join report l on l.agency_id = r.agency_id and l.kind = r.kind and l.period_id = '2025'
  left join report_version v on v.id = l.accepted_version_id
  where r.id = $1`;
