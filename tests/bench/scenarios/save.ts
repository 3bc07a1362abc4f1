import type { Pool } from "pg";
import { allIndicators, type FormDefinition, isAsked } from "#lib/reports/form";
import { type HttpClient, jsonOf } from "../http-client.ts";
import { atMost, type Scenario, type Work } from "../scenario.ts";
import { only, prepared } from "../sql.ts";
import { oneRow, type SignedIn, type Stage, signIn } from "../stage.ts";
import { prepareReports, WRITERS } from "./communes.ts";

export type Writer = SignedIn & { reportId: string; version: number; sections: Record<string, number> };
export type Plan = { writers: Writer[]; cells: string[] };

/** Clerks of different communes save cells of their own complete drafts, with other values each time. */
const save = (count: number): Scenario<Plan> => ({
  name: `save ${count} figures`,
  users: [1, 16],
  aim: atMost(3.5),
  prepare: (stage, users) => prepareWriters(stage, users, count),
  http: (client, { writers, cells }) => saveOverHttp(client, writers, cells),
  sql: (pool, { writers, cells }) => saveInSql(pool, writers, cells),
});

export const saveFew = save(5);
export const saveMany = save(60);

export async function prepareWriters(stage: Stage, users: number, count: number): Promise<Plan> {
  const reports = await prepareReports(stage, { ...WRITERS, limit: users }, "draft");
  const people = await signIn(
    stage,
    reports.map(({ agencyId }) => `canbo.${agencyId}`),
  );
  const { definition } = await oneRow<{ definition: FormDefinition }>(
    stage,
    "select definition from report_form where id = 'bao-cao-nam' order by version desc limit 1",
  );
  const cells = allIndicators(definition)
    .filter((indicator) => isAsked(indicator, "commune") && ["count", "decimal", "percent"].includes(indicator.type))
    .map(({ id }) => id)
    .slice(0, count);
  if (cells.length !== count) throw new Error(`The form has only ${cells.length} such cells.`);
  return {
    cells,
    writers: people.map((person, index) => ({
      ...person,
      reportId: reports[index]?.id ?? "",
      version: reports[index]?.version ?? 0,
      sections: {},
    })),
  };
}

let saves = 0;

/** Values nobody has saved before: 0 to 99, which every kind of cell takes. */
function change(cells: string[]): Record<string, string> {
  saves += 1;
  return Object.fromEntries(cells.map((cell, index) => [cell, String((saves + index * 7) % 100)]));
}

export const saveOverHttp =
  (client: HttpClient, writers: Writer[], cells: string[]): Work =>
  async (user) => {
    const writer = writers[user];
    if (!writer) throw new Error(`No writer ${user}`);
    const answer = await client({
      path: `/api/reports/${writer.reportId}/draft`,
      cookie: writer.cookie,
      json: { sections: writer.sections, figures: change(cells) },
    });
    const { version, sections } = jsonOf<{ data: { version: number; sections: Record<string, number> } }>(answer).data;
    if (version !== writer.version + 1) throw new Error(`Version ${version} after ${writer.version}`);
    writer.version = version;
    Object.assign(writer.sections, sections);
  };

/** One statement that holds the least a save must do: who, which cells, which version, and a trace. */
const SAVE = `
  with acting as (
    select s.person_id, s.agency_id, p.full_name from session s join person p on p.id = s.person_id
    where s.id = $1 and s.revoked_at is null and s.expires_at > now()
  ), saved as (
    update report r set draft = jsonb_set(r.draft, '{figures}', (r.draft->'figures') || $4::jsonb), version = r.version + 1, draft_saved_at = now(), draft_saved_by_id = acting.person_id
    from acting where r.id = $2 and r.version = $3 and r.status = 'draft' and acting.agency_id = any(r.editor_ids)
    returning r.id, r.version, acting.*
  ), audited as (
    insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path, detail)
    select now(), person_id, full_name, agency_id, 'report.save', 'report', id::text, '/VN/', $5::jsonb from saved
  )
  select version from saved`;

export function saveInSql(pool: Pool, writers: Writer[], cells: string[]): Work {
  const save = prepared(pool, SAVE);
  return async (user) => {
    const writer = writers[user];
    if (!writer) throw new Error(`No writer ${user}`);
    const figures = JSON.stringify(
      Object.fromEntries(Object.entries(change(cells)).map(([cell, value]) => [cell, Number(value)])),
    );
    writer.version = only(
      await save([writer.sessionId, writer.reportId, writer.version, figures, JSON.stringify({ fields: cells })]),
    ).version;
  };
}
