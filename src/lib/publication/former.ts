import "server-only";
import { type Queryable, rows } from "#lib/db";

/** By the name of a sum: how many reports it rested on at each place when last published, and where it was hidden ever before. */
export type Former = Map<string, { units: Map<string, number>; hidden: string[] }>;

/** What everybody may have kept of earlier publications of a period, also of withdrawn ones. */
export async function formerUnits(period: string, client: Queryable): Promise<Former> {
  const known = await rows<{ name: string; placeId: string; units: number | null; wasHidden: boolean }>(
    `with sums as (
       select b.published_at, n.place_id, n.hidden, s.name, s.units
       from publication b join published_number n on n.publication_id = b.id
       join published_measure m on m.publication_id = b.id and m.id = n.measure_id
       cross join lateral (values (m.number_of, n.units), (m.denominator_of, n.denominator_units)) s (name, units)
       where b.period_id = $1 and s.name is not null
     )
     select name, place_id as "placeId", (array_agg(units order by published_at desc) filter (where not hidden))[1] as units, bool_or(hidden) as "wasHidden"
     from sums group by name, place_id`,
    [period],
    client,
  );
  const former: Former = new Map();
  for (const { name, placeId, units, wasHidden } of known) {
    if (!former.has(name)) former.set(name, { units: new Map(), hidden: [] });
    if (units !== null) former.get(name)?.units.set(placeId, units);
    if (wasHidden) former.get(name)?.hidden.push(placeId);
  }
  return former;
}

/** Provinces that are no more, by the last name they had. */
export const listPlaceNames = (ids: string[], client: Queryable) =>
  rows<{ id: string; name: string; unitCode: string | null }>(
    `select distinct on (agency_id) agency_id as id, short_name as name, unit_code as "unitCode" from agency_term where agency_id = any($1)
     order by agency_id, valid_from desc nulls last`,
    [ids],
    client,
  );
