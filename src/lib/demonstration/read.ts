import type { PoolClient } from "pg";
import { row, rows } from "#lib/db";
import type { FormDefinition } from "#lib/reports/form";
import type { CriterionText } from "./assessments.ts";
import type { Cast } from "./cast.ts";
import type { Source } from "./documents.ts";
import type { Chronicle, Owed, Stage } from "./told.ts";
import type { Unit } from "./unit.ts";

/** Agencies in force on a day, in the order of their ids, with the region of their province. */
export const listUnits = (tx: PoolClient, day: string) =>
  rows<Unit>(
    `select t.agency_id as id, t.name, t.kind, t.type, t.path, t.province_id as "provinceId", coalesce(t.region, p.region) as region, p.name as "provinceName"
     from agency_on($1) t left join agency_on($1) p on p.agency_id = t.province_id order by t.agency_id collate "C"`,
    [day],
    tx,
  );

export const listOwed = (tx: PoolClient, period: string) =>
  rows<Owed>(
    `select r.id, r.period_id as "periodId", r.agency_id as "agencyId", r.kind, r.subject_group_id as "subjectGroupId", r.editor_ids as "editorIds", r.parent_id as "parentId",
       r.opens_on as "opensOn", r.due_on as "dueOn",
       row_number() over (order by r.agency_id collate "C", r.kind) as ordinal,
       array(select c.agency_id from report_recipient c where c.report_id = r.id order by c."order") as recipients
     from report r where r.period_id = $1 and r.withdrawn_at is null order by ordinal`,
    [period],
    tx,
  );

/** What the reports of a period are told with: the people, the names of that time, the form, the criteria and the scale. */
export async function readStage(
  tx: PoolClient,
  { year, namedOn }: { year: number; namedOn: string },
  { units, cast, chronicle }: { units: Unit[]; cast: Cast; chronicle: Chronicle },
): Promise<Stage> {
  const named = byId(await listUnits(tx, namedOn));
  const today = byId(units);
  const [form, levels, criteria] = [await newestForm(tx), await listLevels(tx), await listCriteria(tx)];
  const sourceOf = ({ agencyId, subjectGroupId }: Owed): Source => {
    const unit = today.get(agencyId);
    if (!unit) throw new Error(`The report of ${agencyId} belongs to no agency in force.`);
    return {
      form,
      unit,
      named: named.get(agencyId) ?? unit,
      year,
      criteria: criteria.get(subjectGroupId) ?? [],
      levels,
    };
  };
  return { cast, named, levels, sourceOf, chronicle };
}

const byId = (units: Unit[]) => new Map(units.map((unit) => [unit.id, unit]));

/** Every report of the demonstration is pinned to it. */
async function newestForm(tx: PoolClient): Promise<FormDefinition> {
  const newest = "select definition from report_form where id = 'bao-cao-nam' order by version desc limit 1";
  const found = await row<{ definition: FormDefinition }>(newest, [], tx);
  if (!found) throw new Error("The reference data has no form: load it before creating the demonstration.");
  return found.definition;
}

const listLevels = async (tx: PoolClient) =>
  (await rows<{ id: string }>(`select id from assessment_level order by "order"`, [], tx)).map(({ id }) => id);

/** Criteria in the plans' order, by subject group. */
async function listCriteria(tx: PoolClient): Promise<Map<string | null, CriterionText[]>> {
  const criteria = `select id, text, group_id as "groupId" from criterion order by group_id, "order"`;
  return Map.groupBy(
    await rows<CriterionText & { groupId: string | null }>(criteria, [], tx),
    ({ groupId }) => groupId,
  );
}
