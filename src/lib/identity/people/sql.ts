import { fold } from "#lib/text";

/** Today, found once for the statement: as a function it would be asked again for every row. */
export const today = "today as materialized (select campaign_today() as day)";

/** The agency of a row, named `as`, in its latest term that has begun: where it stands today, or stood when it was dissolved. */
export const latestTerm = (agencyId: string, as: string) =>
  `lateral (select t.name, t.short_name, t.kind, t.path, t.oversight from agency_term t
             where t.agency_id = ${agencyId} and (t.valid_from is null or t.valid_from <= campaign_today())
             order by t.valid_from desc nulls last limit 1) ${as}`;

/** Paths that begin with a parameter, in a form the index on paths answers whatever the value. */
export const inSubtree = (path: string, parameter: string) =>
  `${path} ~>=~ ${parameter} and ${path} ~<~ (rtrim(${parameter}, '/') || '0')`;

/** `as`.agencies: what a person does where today, as JSON [{id, name, shortName, kind, path, oversight, provinceId, roles}]; null for nothing. */
export const heldAgencies = (person: string, as: string) =>
  `lateral (
         select json_agg(json_build_object('id', a.agency_id, 'name', a.name, 'shortName', a.short_name, 'kind', a.kind, 'path', a.path,
                  'oversight', a.oversight, 'provinceId', a.province_id, 'roles', r.roles) order by r.first_started_at, a.agency_id) as agencies
           from (select agency_id, array_agg(role order by role) as roles, min(started_at) as first_started_at
                   from assignment where person_id = ${person} and ended_at is null group by agency_id) r
          cross join (select campaign_today() as day) today
          cross join lateral agency_on(today.day) a
          where a.agency_id = r.agency_id) ${as}`;

const letters: Record<string, string> = {
  a: "àáảãạăằắẳẵặâầấẩẫậ",
  d: "đ",
  e: "èéẻẽẹêềếểễệ",
  i: "ìíỉĩị",
  o: "òóỏõọôồốổỗộơờớởỡợ",
  u: "ùúủũụưừứửữự",
  y: "ỳýỷỹỵ",
};

/**
 * A regular expression that finds `text` anywhere in a name in NFC, whatever the case and diacritics; null when there is nothing to look for.
 * To be matched under collation "C": folding every name in the table would cost five times as much.
 */
export const namePattern = (text: string) => [...fold(text)].map(oneOf).join("") || null;

function oneOf(letter: string) {
  const forms = letter + (letters[letter] ?? "");
  return `[${forms}${forms.toUpperCase()}]`;
}

/** A pattern for `like` that finds `text` anywhere, taken literally; null, which is like nothing, for an empty text. */
export const anywhere = (text: string) => (text === "" ? null : `%${text.replace(/[\\%_]/g, "\\$&")}%`);
