import type { Pool } from "pg";
import type { HttpClient } from "../http-client.ts";
import type { Scenario, Work } from "../scenario.ts";
import { ACTING, inTransaction, only, prepared } from "../sql.ts";
import { listRows, oneRow, type SignedIn, type Stage, signIn } from "../stage.ts";

type Making = SignedIn & { reportId: string; version: number };
type Plan = { makings: Making[] };

/**
 * The city's police make the report of Hà Nội from its accepted communes and departments, again and again.
 * Only one can make a report at a time, so 16 users are those of 16 provinces, Hà Nội first.
 */
export const consolidateHanoi: Scenario<Plan> = {
  name: "consolidate Hà Nội",
  users: [1, 16],
  aim: { text: "≤ 2 × SQL", met: ({ ratio }) => ratio <= 2 },
  prepare: async (stage, users) => {
    const reports = await listRows<{ id: string; version: number; agencyId: string }>(
      stage,
      `update report r set status = 'draft', version = version + 1 from (
         select id from report where period_id = '2025' and kind = 'consolidated' and parent_id is not null order by agency_id <> 'H26', agency_id limit $1) picked
       where r.id = picked.id returning r.id, r.version, r.agency_id as "agencyId"`,
      [users],
    );
    const people = await signIn(
      stage,
      reports.map(({ agencyId }) => `congan.${agencyId}`),
    );
    return {
      makings: people.map((person, index) => ({
        ...person,
        reportId: reports[index]?.id ?? "",
        version: reports[index]?.version ?? 0,
      })),
    };
  },
  http: (client, { makings }) => makeOverHttp(client, (user) => inOrder(makings[user])),
  sql: (pool, { makings }) => makeInSql(pool, (user) => inOrder(makings[user])),
};

/**
 * Bộ Công an makes the nation's report of 2025, the year in which every province and ministry was accepted.
 * There is one such report, so 16 users take turns.
 */
export const consolidateNation: Scenario<Plan> = {
  name: "consolidate the nation",
  users: [1, 16],
  prepare: async (stage) => {
    const report = await reopenNation(stage);
    const [person] = await signIn(stage, ["congan.G01"]);
    return { makings: person ? [{ ...person, reportId: report.id, version: report.version }] : [] };
  },
  http: (client, { makings }) => makeOverHttp(client, () => inOrder(makings[0])),
  sql: (pool, { makings }) => makeInSql(pool, () => inOrder(makings[0])),
};

const reopenNation = (stage: Stage) =>
  oneRow<{ id: string; version: number }>(
    stage,
    `update report set status = 'draft', version = version + 1 where period_id = '2025' and kind = 'consolidated' and parent_id is null returning id, version`,
  );

/** Whoever comes while a report is being made waits for its next version. */
type Turn = <T>(work: (making: Making) => Promise<T>) => Promise<T>;

const turns = new Map<Making, Promise<unknown>>();

function inOrder(making: Making | undefined): Turn {
  if (!making) throw new Error("Nothing to consolidate");
  return (work) => {
    const turn = (turns.get(making) ?? Promise.resolve()).then(() => work(making));
    turns.set(
      making,
      turn.catch(() => {}),
    );
    return turn;
  };
}

const makeOverHttp =
  (client: HttpClient, turnOf: (user: number) => Turn): Work =>
  (user) =>
    turnOf(user)(async (making) => {
      await client({
        path: `/api/reports/${making.reportId}/consolidation`,
        cookie: making.cookie,
        json: { version: making.version },
      });
      making.version += 1;
    });

function makeInSql(pool: Pool, turnOf: (user: number) => Turn): Work {
  const [acting, report, make, event, audit] = [ACTING, REPORT, MAKE, EVENT, AUDIT].map((text) => prepared(pool, text));
  return (user) =>
    turnOf(user)(async (making) => {
      if (!acting || !report || !make || !event || !audit) return;
      await inTransaction(pool, async (client) => {
        const actor = only(await acting([making.sessionId], client));
        making.version = only(await report([making.reportId, making.version, actor.agency_id], client)).version;
        only(await make([making.reportId, actor.person_id, actor.full_name], client));
        await event([making.reportId, actor.person_id, actor.full_name, actor.agency_id, actor.agency_name], client);
        await audit([making.reportId, actor.person_id, actor.full_name, actor.agency_id, actor.path], client);
      });
    });
}

const REPORT = `update report set version = version + 1 where id = $1 and version = $2 and status = 'draft' and $3 = any(editor_ids) returning version`;

/** One aggregate over the figures of the accepted versions, kept with exactly the versions it counted. */
const MAKE = `
  with part as (
    select id, accepted_version_id as version_id from report where parent_id = $1 and withdrawn_at is null and accepted_version_id is not null
  ), sums as (
    select f.indicator_id, f.option, sum(f.number) as number, sum(f.asked) as asked, count(*) as units
    from part join report_figure f on f.version_id = part.version_id group by f.indicator_id, f.option
  ), made as (
    insert into consolidation (report_id, at, person_id, person_name, expected, counted, totals)
    select $1, now(), $2, $3, (select count(*) from report where parent_id = $1), (select count(*) from part),
      (select jsonb_object_agg(indicator_id, options) from (
        select indicator_id, jsonb_object_agg(option, jsonb_build_array(number, asked, units)) as options from sums group by indicator_id) s)
    returning id
  ), parts as (
    insert into consolidation_part (consolidation_id, report_id, version_id) select made.id, part.id, part.version_id from made, part
  )
  select id from made`;

const EVENT = `insert into report_event (report_id, at, move, person_id, person_name, agency_id, agency_name) values ($1, now(), 'consolidate', $2, $3, $4, $5)`;

const AUDIT = `insert into audit_entry (campaign_at, subject_id, person_id, person_name, agency_id, scope_path, action, subject_type)
  values (now(), $1, $2, $3, $4, $5, 'report.consolidate', 'report')`;
