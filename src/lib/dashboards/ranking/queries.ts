import "server-only";
import { rows } from "#lib/db";
import type { Indicator } from "#lib/reports/form";
import { kindsAsked, rowsOf } from "../figures/rules.ts";
import { kindThen, lastName, placedReports, placeThen, typeThen } from "../placement.ts";
import { NATION, type Scope } from "../policy.ts";
import type { Candidate } from "./rules.ts";

type Row = Omit<Candidate, "isChanged" | "report"> & {
  isThereToday: boolean;
  reportId: string | null;
  versionNumber: number | null;
};

/**
 * Provinces of the nation with the reports of their communes only (not every province asks its departments), or the units of a
 * province; as they stood when their reports fell due. `changed`: agencies that were merged, divided or ended since. One statement.
 */
export async function listCandidates(
  { id, isNation }: Scope,
  period: string,
  indicator: Indicator,
  changed: ReadonlySet<string>,
): Promise<Candidate[]> {
  const [first, second] = rowsOf(indicator);
  const found = await rows<Row>(isNation ? PROVINCES : UNITS, [
    period,
    kindsAsked(indicator).filter((kind) => !isNation || kind === "commune"),
    first,
    second ?? null,
    indicator.type === "boolean",
    id,
  ]);
  return found.map(({ isThereToday, reportId, versionNumber, ...row }) => ({
    ...row,
    isChanged: !isThereToday || changed.has(row.id),
    report: reportId === null ? null : { id: reportId, version: versionNumber },
  }));
}

/** Own reports that are asked for the figure; documents are opened only where the figure is missing. */
const GIVEN = `
  with unit as (
    select * from (
      select r.id, r.agency_id, r.accepted_version_id, r.form_version, r.withdrawn_at is not null as withdrawn, ${kindThen} as kind,
        ${typeThen} as type, ${placeThen} collate "C" as place
      from ${placedReports} where r.period_id = $1 and r.kind = 'own'
    ) placed where kind = any($2::agency_kind[]) and place <> '${NATION}' and ($6 = '${NATION}' or place = $6)
  ),
  first as materialized (select version_id, number, asked from report_figure where indicator_id = $3),
  second as materialized (select version_id, number from report_figure where indicator_id = $4),
  summed as (
    select u.*, f.number, case when $5 then f.asked else d.number end as base, f.number is not null and ($4::text is null or d.number is not null) as gave
    from unit u left join first f on f.version_id = u.accepted_version_id left join second d on d.version_id = u.accepted_version_id
  ),
  given as (
    select s.*, not gave and exists (
      select from report_version v where v.id = s.accepted_version_id and not s.gave
        and 'notApplicable' in (v.document -> 'blanks' -> $3 ->> 'reason', v.document -> 'blanks' -> $4 ->> 'reason')
    ) as not_applicable from summed s
  )`;

const SUMS = `count(*) as expected, count(accepted_version_id) as accepted, count(*) filter (where gave) as gave,
  count(*) filter (where not_applicable) as "notApplicable", count(*) filter (where accepted_version_id is not null and not gave and not not_applicable) as blank,
  trim_scale(sum(number) filter (where gave)) as number, trim_scale(sum(base) filter (where gave)) as base,
  trim_scale(max(number) filter (where gave)) as greatest, array_agg(distinct form_version) as "formVersions"`;

const PROVINCES = `${GIVEN}
  select place as id, ${lastName("place")} as name,
    (select l.type from agency_term l where l.agency_id = place order by l.valid_from desc nulls last limit 1) as type,
    place in (select agency_id from agency_on(campaign_today())) as "isThereToday", true as "isOfCommunes", false as "isWithdrawn",
    null as "reportId", null::int as "versionNumber", ${SUMS}
  from given where not withdrawn group by place`;

const UNITS = `${GIVEN}
  select agency_id as id, ${lastName("given.agency_id")} as name, type, agency_id in (select agency_id from agency_on(campaign_today())) as "isThereToday",
    kind = 'commune' as "isOfCommunes", withdrawn as "isWithdrawn", id as "reportId",
    (select number from report_version v where v.id = accepted_version_id) as "versionNumber", ${SUMS}
  from given group by id, agency_id, type, kind, withdrawn, accepted_version_id`;
