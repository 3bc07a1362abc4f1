import "server-only";
import { pool, type Queryable, row, rows } from "#lib/db";
import { inSubtree } from "#lib/identity/people/sql";
import type { FormDefinition } from "#lib/reports/form";
import { findForm } from "#lib/reports/queries";
import type { Scope } from "../policy.ts";
import type { PlaceFigure } from "./measures.ts";

/** Sums of accepted reports by province ("VN": the centre), kept current with every acceptance. */
export const listPlaceFigures = (period: string, indicatorIds: string[], client: Queryable = pool) =>
  rows<PlaceFigure>(
    `select place_id as "placeId", indicator_id as "indicatorId", sum(number) as number, sum(asked) as asked, sum(units) as units
     from figure_total where period_id = $1 and indicator_id = any($2) and option = '' group by 1, 2 having sum(units) > 0`,
    [period, indicatorIds],
    client,
  );

/** The figures of each unit's own accepted report in a province. */
const listUnitFigures = (period: string, { path }: Scope, indicatorIds: string[]) =>
  rows<PlaceFigure>(
    `select r.agency_id as "placeId", f.indicator_id as "indicatorId", f.number, f.asked, 1 as units
     from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id
     join report_figure f on f.version_id = r.accepted_version_id and f.indicator_id = any($3) and f.option = ''
     where r.period_id = $1 and r.kind = 'own' and r.withdrawn_at is null and ${inSubtree("t.path", "$2")}`,
    [period, path, indicatorIds],
  );

/** What the places of a scope are coloured by; nothing is asked for a measure without figures. */
export async function listFigures(period: string, scope: Scope, indicatorIds: string[]): Promise<PlaceFigure[]> {
  if (indicatorIds.length === 0) return [];
  return scope.isNation ? listPlaceFigures(period, indicatorIds) : listUnitFigures(period, scope, indicatorIds);
}

/** The form most reports of a period are made under, newest first: what its indicators are called. */
export async function findPeriodForm(period: string, client: Queryable = pool): Promise<FormDefinition> {
  const used = await row<{ formId: string; formVersion: number }>(
    `select form_id as "formId", form_version as "formVersion" from report where period_id = $1 and withdrawn_at is null order by form_version desc limit 1`,
    [period],
    client,
  );
  return findForm(used?.formId ?? "bao-cao-nam", used?.formVersion ?? 1);
}
