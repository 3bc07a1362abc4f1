import type { PoolClient } from "pg";
import { rows } from "#lib/db";
import { allIndicators, isAggregated } from "#lib/reports/form";
import { consolidatedAt } from "./consolidated-reports.ts";
import type { Account } from "./people.ts";
import { uuidOf } from "./random.ts";
import { type Made, type Owed, type Stage, writerOf } from "./told.ts";

/** Consolidates many reports in one statement, each from the accepted versions of its parts. By report id. */
export async function consolidateAll(
  tx: PoolClient,
  owed: Owed[],
  { cast, sourceOf }: Stage,
): Promise<Map<string, Made>> {
  const [first] = owed;
  if (!first) return new Map();
  const aggregated = allIndicators(sourceOf(first).form).filter(isAggregated);
  const wanted = owed.map((one) => ({ ...makingOf(one, writerOf(one, cast)), at: consolidatedAt(one) }));
  const made = await rows<Made & { reportId: string }>(
    CONSOLIDATE,
    [JSON.stringify(wanted), aggregated.map(({ id }) => id)],
    tx,
  );
  return new Map(made.map((one) => [one.reportId, one]));
}

const makingOf = ({ id, periodId, agencyId }: Owed, by: Account) => ({
  id: uuidOf(`consolidation:${periodId}:${agencyId}`),
  reportId: id,
  personId: by.id,
  personName: by.fullName,
});

const CONSOLIDATE = `
  with wanted as materialized (
    select * from jsonb_to_recordset($1::jsonb) as w(id uuid, "reportId" uuid, at timestamptz, "personId" uuid, "personName" text)
  ), part as materialized (
    select w.id as consolidation_id, r.id, r.accepted_version_id from wanted w join report r on r.parent_id = w."reportId" and r.withdrawn_at is null
  ), sums as (
    select p.consolidation_id, f.indicator_id, f.option, sum(f.number) as number, sum(f.asked) as asked, count(*) as units
    from part p join report_figure f on f.version_id = p.accepted_version_id
    where f.indicator_id = any($2) group by 1, 2, 3
  ), totals as (
    select consolidation_id, jsonb_object_agg(indicator_id, options) as totals from (
      select consolidation_id, indicator_id, jsonb_object_agg(option, jsonb_build_object('number', trim_scale(number)::text, 'asked', asked, 'units', units)) as options
      from sums group by 1, 2) by_indicator
    group by 1
  ), counts as (
    select consolidation_id, count(*) as expected, count(accepted_version_id) as counted from part group by 1
  ), made as (
    insert into consolidation (id, report_id, at, person_id, person_name, expected, counted, totals)
    select w.id, w."reportId", w.at, w."personId", w."personName", c.expected, c.counted, t.totals
    from wanted w join counts c on c.consolidation_id = w.id join totals t on t.consolidation_id = w.id
    returning id, report_id, at, counted, expected, totals
  ), parts as (
    insert into consolidation_part (consolidation_id, report_id, version_id)
    select consolidation_id, id, accepted_version_id from part where accepted_version_id is not null
  )
  select id, report_id as "reportId", at, counted, expected, totals from made`;
