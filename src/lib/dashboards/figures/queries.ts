import "server-only";
import type { ReportStatus } from "#generated/prisma/enums";
import { yearBefore } from "#lib/dates";
import { rows } from "#lib/db";
import type { Indicator } from "#lib/reports/form";
import type { Totals } from "#lib/reports/totals";
import { kindThen, lastName, placedReports, placeThen } from "../placement.ts";
import { CENTRE, NATION, type Scope } from "../policy.ts";
import type { Recast } from "../recast/rules.ts";
import { type Comparison, kindsAsked, rowsOf } from "./rules.ts";

/** A row of the table: a province ("VN": the centre) for the nation, a unit for a province; id null = could be assigned to none. */
export type ComparedPlace = Comparison & {
  id: string | null;
  name: string;
  /** of units: the report of the year, the version that counts, and how it stands */
  report: { id: string; version: number | null; status: ReportStatus; nothing: boolean } | null;
  /** it is not what it was, in the structure of today: its years are not comparable */
  isBroken: boolean;
  /** versions of the form the figures were given under, both years together */
  formVersions: number[];
};

type Row = Record<
  `${"n" | "b"}_${"expected" | "accepted" | "gave"}` | "same_units" | "is_broken_count" | "reports",
  number
> &
  Record<`${"n" | "b"}_${"number" | "base"}` | `same_${"n" | "b"}_${"number" | "base"}`, string | null> & {
    id: string | null;
    name: string | null;
    reportId: string | null;
    versionNumber: number | null;
    status: ReportStatus | null;
    nothing: boolean | null;
    formVersions: number[];
  };

type Question = {
  scope: Scope;
  period: string;
  indicator: Indicator;
  /** null: in the structure of then */
  recasts: Recast[] | null;
};

/** One figure by place, this year and the year before, in the structure of then or recast to today's. One statement. */
export async function compareFigure(question: Question): Promise<ComparedPlace[]> {
  const { scope, period, indicator, recasts } = question;
  const [number, base] = rowsOf(indicator);
  const values = [
    period,
    yearBefore(period),
    kindsAsked(indicator),
    number,
    base ?? null,
    indicator.type === "boolean",
  ];
  const found = await rows<Row>(COMPARE[variantOf(question)], [...values, ...placing(scope, recasts)]);
  const brokenIds = brokenOf(scope, recasts ?? []);
  return found.map((row) => placeOf(row, brokenIds));
}

const placeOf = (row: Row, brokenIds: ReadonlySet<string>): ComparedPlace => ({
  id: row.id,
  name: row.id === NATION ? CENTRE : (row.name ?? "Không gán được cho đơn vị nào hiện nay"),
  now: { number: row.n_number, base: row.n_base, expected: row.n_expected, accepted: row.n_accepted, gave: row.n_gave },
  before: {
    number: row.b_number,
    base: row.b_base,
    expected: row.b_expected,
    accepted: row.b_accepted,
    gave: row.b_gave,
  },
  same: {
    units: row.same_units,
    number: row.same_n_number,
    base: row.same_n_base,
    before: { number: row.same_b_number, base: row.same_b_base },
  },
  report:
    row.reportId && row.status
      ? { id: row.reportId, version: row.versionNumber, status: row.status, nothing: row.nothing ?? false }
      : null,
  isBroken: row.id === null || brokenIds.has(row.id),
  formVersions: row.formVersions,
});

/** Units (or provinces) of today that are not what they were. */
function brokenOf({ isNation }: Scope, recasts: Recast[]): ReadonlySet<string> {
  const broken = recasts.filter((one) => (isNation ? one.isPlaceBroken : one.isUnitBroken));
  return new Set(broken.flatMap(({ heirs, places }) => (isNation ? places : heirs)));
}

type Variant = "nationThen" | "nationToday" | "unitsThen" | "unitsToday";

const variantOf = ({ scope, recasts }: Pick<Question, "scope" | "recasts">): Variant =>
  scope.isNation ? (recasts?.length ? "nationToday" : "nationThen") : recasts?.length ? "unitsToday" : "unitsThen";

/** The scope ($7, of units only) and the way to today's structure as columns for unnest ($8 …). */
const placing = (scope: Scope, recasts: Recast[] | null) => [
  scope.id,
  ...(recasts?.length
    ? [
        recasts.map(({ periodId }) => periodId),
        recasts.map(({ agencyId }) => agencyId),
        recasts.map(({ key }) => key),
        recasts.map(({ unitId }) => unitId),
        recasts.map(({ placeId }) => placeId),
        recasts.map((one) => (scope.isNation ? one.isPlaceBroken : one.isUnitBroken)),
      ]
    : []),
];

/** Where a report is counted: `place` is what the table has rows of, `province` narrows it, `key` is what is compared with itself. */
const structures = {
  past: {
    joins: "",
    columns: (isNation: boolean) =>
      `${placeThen} as province, ${isNation ? placeThen : "r.agency_id"} as place, r.agency_id as key, false as broken`,
  },
  present: {
    // every agency that is not where and what it was has a row: for all others then is today
    joins: `left join unnest($8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::boolean[]) as e (period_id, agency_id, key, unit_id, place_id, broken)
        on e.period_id = r.period_id and e.agency_id = r.agency_id`,
    columns: (isNation: boolean) => {
      const province = `case when e.agency_id is not null then e.place_id else ${placeThen} end`;
      const unit = "case when e.agency_id is not null then e.unit_id else r.agency_id end";
      return `${province} as province, ${isNation ? province : unit} as place, coalesce(e.key, r.agency_id) as key, coalesce(e.broken, false) as broken`;
    },
  },
};

/** Own reports of both years that are asked for the figure ($3), each where it is counted. */
const placed = (isNation: boolean, structure: keyof typeof structures) => `
  unit as (
    select * from (
      select r.id, r.period_id = $1 as is_now, r.accepted_version_id, r.status, r.nothing_to_report, r.form_version, ${kindThen} as kind,
        ${structures[structure].columns(isNation)}
      from ${placedReports} ${structures[structure].joins}
      where r.period_id in ($1, $2) and r.kind = 'own' and r.withdrawn_at is null
    ) everywhere where kind = any($3::agency_kind[]) and ($7::text = '${NATION}' or province = $7)
  )`;

const sides = ["n", "b"] as const;
const ofSide = { n: "is_now", b: "not is_now" };
const perKey = sides.flatMap((side) => [
  `count(*) filter (where ${ofSide[side]}) as ${side}_expected`,
  `count(accepted_version_id) filter (where ${ofSide[side]}) as ${side}_accepted`,
  `count(*) filter (where ${ofSide[side]} and gave) as ${side}_gave`,
  `sum(number) filter (where ${ofSide[side]} and gave) as ${side}_number`,
  `sum(base) filter (where ${ofSide[side]} and gave) as ${side}_base`,
]);
const perPlace = sides.flatMap((side) => [
  ...["expected", "accepted", "gave"].map((column) => `sum(${side}_${column})::int as ${side}_${column}`),
  ...["number", "base"].flatMap((column) => [
    `sum(${side}_${column}) as ${side}_${column}`,
    `sum(${side}_${column}) filter (where is_same) as same_${side}_${column}`,
  ]),
]);
const reportColumns = `max(id::text) filter (where is_now) as report_id, max(status::text) filter (where is_now) as status, bool_or(nothing_to_report) filter (where is_now) as nothing,
  max(accepted_version_id::text) filter (where is_now) as version_id`;

/** `is_same`: everything of the key gave the figure in both years, and the key is what it was. */
const compare = (isNation: boolean, structure: keyof typeof structures) => `
  with ${placed(isNation, structure)},
  first as materialized (select version_id, number, asked from report_figure where indicator_id = $4 and option = ''),
  second as materialized (select version_id, number from report_figure where indicator_id = $5 and option = ''),
  given as (
    select u.*, f.number, case when $6 then f.asked else d.number end as base, f.number is not null and ($5::text is null or d.number is not null) as gave
    from unit u
    left join first f on f.version_id = u.accepted_version_id
    left join second d on d.version_id = u.accepted_version_id
  ), keyed as (
    select place collate "C" as place, key collate "C" as key, ${perKey.join(", ")}, bool_or(broken) as broken, min(form_version) as form_min, max(form_version) as form_max${isNation ? "" : `, ${reportColumns}`}
    from given group by 1, 2
  ), matched as (
    select *, not broken and place is not null and n_expected > 0 and b_expected > 0 and n_gave = n_expected and b_gave = b_expected as is_same from keyed
  )
  select place as id, ${lastName("place")} as name, ${perPlace.join(", ")}, count(*) filter (where is_same)::int as same_units,
    array(select distinct unnest(array[min(form_min), max(form_max)])) as "formVersions"${
      isNation
        ? ""
        : `, max(report_id) as "reportId", max(status)::report_status as status, bool_or(nothing) as nothing,
    (select number from report_version v where v.id = max(version_id)::uuid) as "versionNumber"`
    }
  from matched group by place order by ${lastName("place")} collate "vi-x-icu"`;

const COMPARE: Record<Variant, string> = {
  nationThen: compare(true, "past"),
  nationToday: compare(true, "present"),
  unitsThen: compare(false, "past"),
  unitsToday: compare(false, "present"),
};

/** How often each option of a choice was given, by place. Nothing is compared: options have no order to add up. */
export type OptionCount = { id: string | null; isNow: boolean; option: string; units: number };

const options = (isNation: boolean, structure: keyof typeof structures) => `
  with ${placed(isNation, structure)}
  select u.place as id, u.is_now as "isNow", f.option, count(*) as units
  from unit u join report_figure f on f.version_id = u.accepted_version_id and f.indicator_id = $4
  where $5::text is null and $6::boolean is not null group by 1, 2, 3`;

const OPTIONS: Record<Variant, string> = {
  nationThen: options(true, "past"),
  nationToday: options(true, "present"),
  unitsThen: options(false, "past"),
  unitsToday: options(false, "present"),
};

export async function countOptions(question: Question): Promise<OptionCount[]> {
  const { scope, period, indicator, recasts } = question;
  if (indicator.type !== "choice") return [];
  const values = [period, yearBefore(period), kindsAsked(indicator), indicator.id, null, false];
  return rows<OptionCount>(OPTIONS[variantOf(question)], [...values, ...placing(scope, recasts)]);
}

/** How far a year has come: reports owed and those that have been accepted. */
export type YearProgress = { periodId: string; expected: number; accepted: number };

/** Every year of the scope, the earliest first, as agencies stood when their reports fell due. */
export const listYears = ({ id, isNation }: Scope) =>
  isNation
    ? rows<YearProgress>(
        `select period_id as "periodId", count(*) as expected, count(first_accepted_at) as accepted
         from report where kind = 'own' and withdrawn_at is null group by 1 order by 1`,
      )
    : rows<YearProgress>(
        `select "periodId", count(*) as expected, count(first_accepted_at) as accepted
         from (select r.period_id as "periodId", r.first_accepted_at, ${placeThen} as province from ${placedReports} where r.kind = 'own' and r.withdrawn_at is null) placed
         where province = $1 group by 1 order by 1`,
        [id],
      );

type SumRow = { periodId: string; indicatorId: string; option: string; number: string; asked: number; units: number };

/** The kept sums of the scope by year, for a whole section at once: no report is read. */
export async function listYearTotals({ id, isNation }: Scope, indicatorIds: string[]): Promise<Map<string, Totals>> {
  const found = await rows<SumRow>(
    `select period_id as "periodId", indicator_id as "indicatorId", option, trim_scale(sum(number)) as number, sum(asked)::int as asked, sum(units)::int as units
     from figure_total where indicator_id = any($1) and ($2::text is null or place_id = $2) group by 1, 2, 3 having sum(units) > 0`,
    [indicatorIds, isNation ? null : id],
  );
  const years = new Map<string, Totals>();
  for (const { periodId, indicatorId, option, number, asked, units } of found) {
    const totals = years.get(periodId) ?? {};
    years.set(periodId, totals);
    totals[indicatorId] = { ...totals[indicatorId], [option]: { number, asked, units } };
  }
  return years;
}
