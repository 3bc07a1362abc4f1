import "server-only";
import { row, rows } from "#lib/db";

/** What everybody may read. Only the views public_* and what is reference data are looked at here: nothing else can leak. */

export type PublicPeriod = {
  period: string;
  name: string;
  publishedBy: string;
  publishedAt: Date;
  leastUnits: number;
  note: string | null;
};

/** Periods with something public, the latest first. */
export const listPublicPeriods = () =>
  rows<PublicPeriod>(
    `select period_id as period, name, agency_name as "publishedBy", published_at as "publishedAt", least_units as "leastUnits", note
     from public_period order by year desc`,
  );

export type PublicNumber = {
  period: string;
  measure: string;
  measureName: string;
  unit: string;
  kind: "sum" | "share";
  place: string;
  placeName: string;
  unitCode: string | null;
  hidden: boolean;
  number: string | null;
  denominator: string | null;
  reports: number | null;
};

export type NumberFilter = { period?: string | undefined; measure?: string | undefined; place?: string | undefined };

/** Public numbers; a filter that is left out takes everything. */
export const listPublicNumbers = ({ period, measure, place }: NumberFilter) =>
  rows<PublicNumber>(
    `select period_id as period, measure_id as measure, label as "measureName", unit, kind, place_id as place, place_name as "placeName", unit_code as "unitCode",
       hidden, number, denominator, units as reports
     from public_number where ($1::text is null or period_id = $1) and ($2::text is null or measure_id = $2) and ($3::text is null or place_id = $3)
     order by period_id desc, measure_order, place_order`,
    [period ?? null, measure ?? null, place ?? null],
  );

export type PublicMeasureRow = { id: string; label: string; unit: string; kind: "sum" | "share" };

export const listPublicMeasures = (period: string) =>
  rows<PublicMeasureRow>(
    "select distinct measure_id as id, label, unit, kind, measure_order from public_number where period_id = $1 order by measure_order",
    [period],
  );

export type PublicExemplar = {
  id: string;
  kind: "model" | "example";
  title: string;
  agencyId: string;
  agencyName: string;
  province: string | null;
  summary: string;
  year: number;
  fictitious: boolean;
  publishedAt: Date;
};

export const listPublicExemplars = ({
  year,
  province,
}: {
  year?: number | undefined;
  province?: string | undefined;
} = {}) =>
  rows<PublicExemplar>(
    `select id, kind, title, agency_id as "agencyId", agency_name as "agencyName", province_id as province, summary, year, fictitious, published_at as "publishedAt"
     from public_exemplar where ($1::int is null or year = $1) and ($2::text is null or province_id = $2) order by year desc, published_at desc, id limit 1000`,
    [year ?? null, province ?? null],
  );

export type PublicAgency = {
  code: string;
  name: string;
  kind: "province" | "commune";
  type: string;
  unitCode: string | null;
  province: string | null;
  validFrom: string | null;
  validTo: string | null;
};

/** Provinces and communes with all the names they had: reference data, from published lists. */
export const listPublicAgencies = ({ kind, province }: { kind?: string | undefined; province?: string | undefined }) =>
  rows<PublicAgency>(
    `select agency_id as code, name, kind, type, unit_code as "unitCode", province_id as province, valid_from as "validFrom", valid_to as "validTo"
     from agency_term where kind in ('province', 'commune') and ($1::text is null or kind::text = $1) and ($2::text is null or province_id = $2)
     order by kind, agency_id collate "C", valid_from nulls first`,
    [kind ?? null, province ?? null],
  );

/** The plan everybody may read: the national plan of the campaign in force. */
export const findNationalPlanId = async () =>
  (
    await row<{ id: string }>(
      "select id from plan where kind = 'national-campaign-plan' and parent_id is null and effective_from <= campaign_today() order by effective_from desc limit 1",
    )
  )?.id ?? null;
