import "server-only";
import type { ReportStatus } from "#generated/prisma/enums";
import { row, rows } from "#lib/db";
import { type Blank, type ReportDocument, readDocument } from "#lib/reports/document";
import type { Indicator } from "#lib/reports/form";
import { kindsAsked, rowsOf, type Sums } from "../figures/rules.ts";
import { kindThen, lastName, placedReports, placeThen } from "../placement.ts";
import { CENTRE, NATION, type Scope } from "../policy.ts";
import type { PlaceTotal } from "./rules.ts";

/** The consolidated report of a scope as it was last accepted, or else as it was last sent. */
export type Official = {
  reportId: string;
  status: ReportStatus;
  isAccepted: boolean;
  version: number;
  sentAt: Date;
  signedByName: string;
  consolidationId: string | null;
  document: ReportDocument;
};

/** Null when no consolidated report of the scope was sent for the period. */
export async function findOfficial(period: string, scope: Scope): Promise<Official | null> {
  const found = await row<Omit<Official, "document"> & { document: unknown }>(
    `select r.id as "reportId", r.status, r.accepted_version_id is not null as "isAccepted", v.number as version, v.sent_at as "sentAt",
       v.signed_by_name as "signedByName", v.consolidation_id as "consolidationId", v.document
     from report r join report_version v on v.id = coalesce(r.accepted_version_id, r.sent_version_id)
     where r.period_id = $1 and r.kind = 'consolidated' and r.withdrawn_at is null and (r.agency_id = $2 or ($2 = '${NATION}' and r.parent_id is null))`,
    [period, scope.id],
  );
  return found && { ...found, document: readDocument(found.document) };
}

/** One unit's own report with the figure it gives, who answers for it, and what a consolidation counted of it. */
export type UnitPart = {
  reportId: string;
  agencyId: string;
  name: string;
  /** where the agency stands today; null = it is no more, and its report cannot be opened */
  path: string | null;
  status: ReportStatus;
  late: boolean | null;
  nothing: boolean;
  /** false = only counted before: the report was withdrawn or the unit belongs elsewhere */
  isLive: boolean;
  isSent: boolean;
  version: number | null;
  sentAt: Date | null;
  enteredByName: string | null;
  signedByName: string | null;
  /** of a choice; "" otherwise */
  option: string | null;
  blank: Blank | null;
  live: Sums;
  countedVersion: number | null;
  counted: Sums;
};

type UnitRow = Omit<UnitPart, "live" | "counted"> & {
  number: string | null;
  base: string | null;
  countedNumber: string | null;
  countedBase: string | null;
};

type Question = { period: string; indicator: Indicator; consolidationId: string | null };

const ids = (indicator: Indicator) => {
  const [first, second] = rowsOf(indicator);
  return [first, second ?? null, indicator.type === "boolean"];
};

/** The units of a province ("VN": the centre) that are asked for the figure, in the structure of then. */
export async function listUnitParts(
  placeId: string,
  { period, indicator, consolidationId }: Question,
): Promise<UnitPart[]> {
  const found = await rows<UnitRow>(UNIT_PARTS, [
    period,
    consolidationId,
    ...ids(indicator),
    placeId,
    kindsAsked(indicator),
  ]);
  return found.map(({ number, base, countedNumber, countedBase, ...part }) => ({
    ...part,
    live: { number, base },
    counted: { number: countedNumber, base: countedBase },
  }));
}

/** Of a statement's last three parameters: $3 the figure, $4 a ratio's denominator, $5 whether it is yes or no. */
const figureOf = (version: string, name: string, only = "") => `
  left join report_figure ${name} on ${name}.version_id = ${version} and ${name}.indicator_id = $3${only}
  left join report_figure ${name}_base on ${name}_base.version_id = ${version} and ${name}_base.indicator_id = $4`;
const baseOf = (name: string) => `case when $5 then ${name}.asked else ${name}_base.number end`;

const UNIT_PARTS = `
  select r.id as "reportId", r.agency_id as "agencyId", ${lastName("r.agency_id")} as name, n.path, r.status, r.late, r.nothing_to_report as nothing,
    r.is_live as "isLive", r.first_sent_at is not null as "isSent", v.number as version, v.sent_at as "sentAt",
    v.entered_by_name as "enteredByName", v.signed_by_name as "signedByName", f.option,
    case when f.number is null then v.document -> 'blanks' -> $3 end as blank,
    trim_scale(f.number) as number, trim_scale(${baseOf("f")}) as base,
    c.number as "countedVersion", trim_scale(cf.number) as "countedNumber", trim_scale(${baseOf("cf")}) as "countedBase"
  from (
    select r.id, r.agency_id, r.status, r.late, r.nothing_to_report, r.first_sent_at, r.accepted_version_id,
      r.withdrawn_at is null and ${placeThen} = $6 as is_live, cp.version_id as counted_version_id
    from ${placedReports} left join consolidation_part cp on cp.report_id = r.id and cp.consolidation_id = $2
    where r.period_id = $1 and r.kind = 'own' and ${kindThen} = any($7::agency_kind[])
  ) r
  left join report_version v on v.id = r.accepted_version_id and r.is_live
  left join report_version c on c.id = r.counted_version_id
  left join agency_on(campaign_today()) n on n.agency_id = r.agency_id
  ${figureOf("v.id", "f")}${figureOf("r.counted_version_id", "cf")}
  where r.is_live or r.counted_version_id is not null
  order by ${lastName("r.agency_id")} collate "vi-x-icu"`;

/** By province and for the centre ("VN"), in the structure of then: one statement. */
export async function listPlaceTotals(period: string, indicator: Indicator): Promise<PlaceTotal[]> {
  const found = await rows<PlaceTotal>(PLACE_TOTALS, [period, kindsAsked(indicator), ...ids(indicator)]);
  return found.map((place) => ({ ...place, name: place.id === NATION ? CENTRE : place.name }));
}

const PLACE_TOTALS = `
  with first as materialized (select version_id, number, asked from report_figure where indicator_id = $3),
  second as materialized (select version_id, number from report_figure where indicator_id = $4),
  unit as (
    select r.*, f.number, case when $5 then f.asked else d.number end as base, f.number is not null and ($4::text is null or d.number is not null) as gave
    from (
      select r.accepted_version_id, r.first_sent_at, r.nothing_to_report, r.late, ${kindThen} as kind, ${placeThen} collate "C" as place
      from ${placedReports} where r.period_id = $1 and r.kind = 'own' and r.withdrawn_at is null
    ) r
    left join first f on f.version_id = r.accepted_version_id
    left join second d on d.version_id = r.accepted_version_id
    where r.kind = any($2::agency_kind[])
  )
  select place as id, ${lastName("place")} as name, count(*) as expected, count(accepted_version_id) as accepted, count(*) filter (where gave) as gave,
    trim_scale(sum(number) filter (where gave)) as number, trim_scale(sum(base) filter (where gave)) as base,
    count(*) filter (where accepted_version_id is null and first_sent_at is null) as "notSent",
    count(*) filter (where accepted_version_id is null and first_sent_at is not null) as waiting,
    count(*) filter (where accepted_version_id is not null and not gave) as blank,
    count(*) filter (where accepted_version_id is not null and nothing_to_report) as nothing,
    count(*) filter (where accepted_version_id is not null and late) as late
  from unit group by place order by ${lastName("place")} collate "vi-x-icu"`;

/** What a place's part of the national report says: the province's accepted consolidated report, and the version that was counted. */
export type PlacePart = {
  placeId: string;
  reportId: string | null;
  status: ReportStatus | null;
  version: number | null;
  official: Sums;
  /** parts of the place in the national consolidation; 0 = none was counted */
  countedParts: number;
  countedVersion: number | null;
  counted: Sums;
  /** of what was counted: the place's own figures and its adjustments, which no unit's report holds */
  countedOwn: string | null;
  countedAdjusted: string | null;
};

type PlaceRow = Omit<PlacePart, "official" | "counted"> & {
  number: string | null;
  base: string | null;
  countedNumber: string | null;
  countedBase: string | null;
};

/** Every province with a consolidated report, and the centre when its reports were counted. */
export async function listPlaceParts({
  period,
  indicator,
  consolidationId,
}: Question): Promise<Map<string, PlacePart>> {
  const found = await rows<PlaceRow>(PLACE_PARTS, [period, consolidationId, ...ids(indicator)]);
  return new Map(
    found.map(({ number, base, countedNumber, countedBase, ...part }) => [
      part.placeId,
      { ...part, official: { number, base }, counted: { number: countedNumber, base: countedBase } },
    ]),
  );
}

/** What a consolidated document adds of its own, as a number: yes is one, and a choice adds nothing. */
const OWN = `case when c.document -> 'figures' ->> $3 in ('true', 'false') then (c.document -> 'figures' ->> $3)::boolean::int
  when c.document -> 'figures' ->> $3 ~ '^-?[0-9]+([.][0-9]+)?$' then (c.document -> 'figures' ->> $3)::numeric end`;

const PLACE_PARTS = `
  select place as "placeId", max(id::text) filter (where is_consolidated) as "reportId", max(status::text) filter (where is_consolidated) as status,
    max(accepted_number) filter (where is_consolidated) as version, trim_scale(sum(number) filter (where is_consolidated)) as number,
    trim_scale(sum(base) filter (where is_consolidated)) as base, count(counted_number) as "countedParts",
    max(counted_number) filter (where is_consolidated) as "countedVersion", trim_scale(sum(counted)) as "countedNumber", trim_scale(sum(counted_base)) as "countedBase",
    trim_scale(sum(own)) as "countedOwn", trim_scale(sum(adjusted)) as "countedAdjusted"
  from (
    select ${placeThen} as place, r.id, r.status, r.kind = 'consolidated' as is_consolidated, v.number as accepted_number, f.number,
      ${baseOf("f")} as base, c.number as counted_number, cf.number as counted, ${baseOf("cf")} as counted_base,
      case when r.kind = 'consolidated' then ${OWN} end as own,
      case when r.kind = 'consolidated' then c.document -> 'adjustments' -> $3 ->> 'by' end::numeric as adjusted
    from ${placedReports}
    left join consolidation_part cp on cp.report_id = r.id and cp.consolidation_id = $2
    left join report_version v on v.id = r.accepted_version_id
    left join report_version c on c.id = cp.version_id
    ${figureOf("v.id", "f", " and f.option = ''")}${figureOf("cp.version_id", "cf", " and cf.option = ''")}
    where r.period_id = $1 and (cp.report_id is not null or (r.kind = 'consolidated' and r.parent_id is not null and r.withdrawn_at is null))
  ) part group by place`;
