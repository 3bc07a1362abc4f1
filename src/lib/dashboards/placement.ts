import { NATION } from "./policy.ts";

/**
 * Reports `r` with the term `t` of their agency on the day they fell due. The same as place_on() row by row, but joined as a set:
 * only an agency without a term on that day (`p`) asks the function.
 */
export const placedReports = `report r
  left join agency_term t on t.agency_id = r.agency_id and (t.valid_from is null or t.valid_from <= r.due_on) and (t.valid_to is null or t.valid_to >= r.due_on)
  left join lateral (select f.* from place_on(r.agency_id, r.due_on) f where t.agency_id is null offset 0) p on true`;

/** The province the unit belonged to on that day; "VN" for the centre. */
export const placeThen = `case when t.agency_id is null then p.place_id else coalesce(t.province_id, '${NATION}') end`;

export const kindThen = "coalesce(t.kind, p.agency_kind)";

export const typeThen = "coalesce(t.type, p.agency_type)";

/** What an agency is called now, or was called last. */
export const lastName = (id: string) =>
  `(select l.short_name from agency_term l where l.agency_id = ${id} order by l.valid_from desc nulls last limit 1)`;
