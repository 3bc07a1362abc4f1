import "server-only";
import type { AgencyKind } from "#generated/prisma/enums";
import { groupLabels, unitTypes } from "#lib/agencies/labels";
import { rows } from "#lib/db";
import { findForm } from "#lib/reports/queries";
import { kindThen, placedReports, placeThen, typeThen } from "../placement.ts";
import { CENTRE, NATION, type Scope } from "../policy.ts";
import type { Fact } from "./cube.ts";
import type { Choices, Settled } from "./definition.ts";
import { type Facet, facets, type Member } from "./dimensions.ts";
import { askedSections, neededIndicators, type PeriodForm } from "./indicators.ts";
import { facetsOf, type Owed } from "./table.ts";

/** What can be chosen in a scope, who owes reports there, and the forms of the years. Two statements. */
export type Ground = { choices: Choices; owed: Owed[]; forms: PeriodForm[] };

export async function findGround(scope: Scope, periods: string[]): Promise<Ground> {
  const [forms, owed] = await Promise.all([listForms(periods), listOwed(scope, periods)]);
  const place = [...new Map(owed.map(({ place: id, placeName: name }) => [id, { id, name }])).values()];
  return {
    forms,
    owed,
    choices: {
      isNation: scope.isNation,
      sections: askedSections(forms),
      facets: {
        place,
        year: periods.map((id) => ({ id, name: id })),
        kind: inOrder(owed, "kind", Object.keys(groupLabels), (id) => groupLabels[id as AgencyKind]),
        type: inOrder(owed, "type", [...unitTypes], (id) => id),
        region: inOrder(owed, "region", [], (id) => id),
      },
    },
  };
}

const collator = new Intl.Collator("vi");

/** The members that occur: the known ones in their order, then the others by name. */
function inOrder(owed: Owed[], facet: Facet, order: string[], nameOf: (id: string) => string): Member[] {
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...new Set(owed.map((each) => each[facet]))]
    .map((id) => ({ id, name: nameOf(id) }))
    .sort((a, b) => rank(a.id) - rank(b.id) || collator.compare(a.name, b.name));
}

/** The newest form of each period, the latest period first. */
async function listForms(periods: string[]): Promise<PeriodForm[]> {
  const found = await rows<{ periodId: string; formId: string; formVersion: number }>(
    `select p.id as "periodId", f.id as "formId", f.version as "formVersion"
     from reporting_period p cross join lateral (
       select id, version from report_form f
       where exists (select from report r where r.period_id = p.id and r.form_id = f.id and r.form_version = f.version and r.withdrawn_at is null)
       order by version desc limit 1) f
     where p.id = any($1) order by p.year desc`,
    [periods],
  );
  return Promise.all(
    found.map(async ({ periodId, formId, formVersion }) => ({
      periodId,
      formId,
      form: await findForm(formId, formVersion),
    })),
  );
}

type OwedRow = Owed & { placeName: string };

const CENTRAL_REGION = "Trung ương";

/**
 * Own reports of a scope as it was on the day each fell due, by year, place (provinces of the nation, units of a province), kind and
 * type; places in the order of the country.
 */
async function listOwed({ id, isNation }: Scope, periods: string[]): Promise<OwedRow[]> {
  const found = await rows<Omit<OwedRow, "placeName" | "region"> & { placeName: string | null; region: string | null }>(
    isNation ? OWED_BY_PROVINCES : OWED_BY_UNITS,
    isNation ? [periods] : [periods, id],
  );
  return found.map((each) => ({
    ...each,
    placeName: each.place === NATION ? CENTRE : (each.placeName ?? each.place),
    region: each.region ?? CENTRAL_REGION,
  }));
}

/** The last name and region of a place, and where it stands in the country. */
const lastTerm = (id: string) =>
  `(select short_name, region, path from agency_term where agency_id = ${id} order by valid_from desc nulls last limit 1)`;

const OWED_BY_PROVINCES = `
  with owed as (
    select r.period_id, ${placeThen} as place_id, ${kindThen} as kind, ${typeThen} as type, count(*) as expected, count(r.accepted_version_id) as counted
    from ${placedReports}
    where r.period_id = any($1) and r.kind = 'own' and r.withdrawn_at is null
    group by 1, 2, 3, 4
  )
  select o.period_id as year, o.place_id as place, o.kind::text as kind, o.type, o.expected, o.counted, n.short_name as "placeName",
    case when o.place_id <> '${NATION}' then n.region end as region
  from owed o left join lateral ${lastTerm("o.place_id")} n on true order by n.path, o.place_id`;

/** Own reports of the units that stood in a province ($2) when they fell due. */
const ofProvince = {
  from: "report r cross join lateral place_on(r.agency_id, r.due_on) p",
  where: `r.agency_id in (select agency_id from agency_term where province_id = $2)
    and r.period_id = any($1) and r.kind = 'own' and r.withdrawn_at is null and p.place_id = $2`,
};

const OWED_BY_UNITS = `
  select r.period_id as year, r.agency_id as place, p.agency_kind::text as kind, p.agency_type as type, 1 as expected,
    (r.accepted_version_id is not null)::int as counted, n.short_name as "placeName", n.region
  from ${ofProvince.from} left join lateral ${lastTerm("r.agency_id")} n on true
  where ${ofProvince.where} order by n.path`;

const kept: Record<Exclude<Facet, "region">, string> = {
  year: "f.period_id",
  place: "f.place_id",
  kind: "f.agency_kind::text",
  type: "f.agency_type",
};
const ofUnits: typeof kept = {
  year: "r.period_id",
  place: "r.agency_id",
  kind: "p.agency_kind::text",
  type: "p.agency_type",
};

/** The sums a definition needs, told apart by the facets on its axes and no more. One statement. */
export async function listFacts(scope: Scope, settled: Settled, { forms, owed }: Ground): Promise<Fact[]> {
  const years = settled.members.year.map(({ id }) => id);
  const asked = forms.filter(({ periodId }) => years.includes(periodId));
  const regionOf = new Map(owed.map(({ place, region }) => [place, region]));
  const wanted = facetsOf(settled);
  const columns = facets
    .filter((facet) => facet !== "region")
    .filter((facet) => wanted.includes(facet) || (facet === "place" && wanted.includes("region")));
  const found = await rows<Record<Facet, string> & Omit<Fact, "facets">>(factsQuery(columns, scope.isNation), [
    asked.map(({ periodId }) => periodId),
    scope.id,
    asked.map(({ formId }) => formId),
    neededIndicators(settled.lines),
    placesOf(settled, regionOf),
    settled.members.kind.map(({ id }) => id),
    settled.members.type.map(({ id }) => id),
  ]);
  return found.map(({ indicatorId, option, number, asked: count, units, ...at }) => ({
    facets: { ...at, ...(wanted.includes("region") && { region: regionOf.get(at.place) ?? "" }) },
    indicatorId,
    option,
    number,
    asked: count,
    units,
  }));
}

const placesOf = ({ members }: Settled, regionOf: Map<string, string>) => {
  const regions = new Set(members.region.map(({ id }) => id));
  return members.place.map(({ id }) => id).filter((id) => regions.has(regionOf.get(id) ?? ""));
};

/** `$1` years with `$3` their forms, `$2` the scope, `$4` indicators, `$5` places, `$6` kinds, `$7` types: only of the scope, whatever is asked. */
function factsQuery(columns: Exclude<Facet, "region">[], isNation: boolean) {
  const { year, place, kind, type } = isNation ? kept : ofUnits;
  const source = isNation
    ? {
        from: "figure_total f",
        where: `$2 = '${NATION}' and f.period_id = any($1)`,
        form: "f.form_id",
        units: "sum(f.units)",
      }
    : {
        ...ofProvince,
        from: `${ofProvince.from} join report_figure f on f.version_id = r.accepted_version_id`,
        form: "r.form_id",
        units: "count(*)",
      };
  const expressions = { year, place, kind, type };
  const selected = columns.map((facet) => `${expressions[facet]} as "${facet}", `).join("");
  const grouped = columns.map((facet) => `${expressions[facet]}, `).join("");
  return `
    select ${selected}f.indicator_id as "indicatorId", f.option, sum(f.number) as number, sum(f.asked) as asked, ${source.units} as units
    from ${source.from}
    where ${source.where} and (${year}, ${source.form}) in (select * from unnest($1::text[], $3::text[]))
      and f.indicator_id = any($4) and ${place} = any($5) and ${kind} = any($6) and ${type} = any($7)
    group by ${grouped}f.indicator_id, f.option having ${source.units} > 0`;
}

/** What is owed under the filters of a definition. */
export function owedUnder({ members }: Settled, owed: Owed[]): Owed[] {
  const allowed = facets.map((facet) => [facet, new Set(members[facet].map(({ id }) => id))] as const);
  return owed.filter((each) => allowed.every(([facet, ids]) => ids.has(each[facet])));
}
