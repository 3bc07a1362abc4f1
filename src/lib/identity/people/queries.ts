import "server-only";
import { type Queryable, row, rows } from "#lib/db";
import { refused } from "#lib/errors";
import type { Actor, Role } from "#lib/identity/actor";
import { isAdministrator, managed, mayGrantIn, maySee, type Place } from "#lib/identity/people/policy";
import { PEOPLE_A_PAGE, type PeopleFilter } from "#lib/identity/people/schema";
import { anywhere, inSubtree, latestTerm, namePattern, today } from "#lib/identity/people/sql";
import { fold } from "#lib/text";

export type ListedPerson = {
  id: string;
  username: string;
  fullName: string;
  position: string | null;
  lockedAt: Date | null;
  fictitious: boolean;
  /** running roles inside the subtree */
  held: { role: Role; agencyId: string; agencyName: string }[];
};

/** People with a role, running or ended, in the administrator's subtree; a page of them by default, and how many there are. */
export async function listPeople(
  actor: Actor,
  filter: PeopleFilter,
  { offset, limit } = { offset: (filter.page - 1) * PEOPLE_A_PAGE, limit: PEOPLE_A_PAGE },
): Promise<{ people: ListedPerson[]; total: number }> {
  if (!isAdministrator(actor)) return { people: [], total: 0 };
  const listed = await rows<ListedPerson & { total: number }>(LIST_PEOPLE, [
    actor.agency.oversight,
    filter.q ? namePattern(filter.q) : null,
    filter.q ? anywhere(filter.q.toLowerCase()) : null,
    filter.agency ? anywhere(fold(filter.agency)) : null,
    filter.agency ?? null,
    filter.role ?? null,
    filter.state ?? null,
    limit,
    offset,
  ]);
  return { people: listed.filter(({ id }) => id !== null), total: listed[0]?.total ?? 0 };
}

const LIST_PEOPLE = `
  with ${today},
  place as materialized (
    select distinct on (agency_id) agency_id, short_name, path, search_text from agency_term, today
     where valid_from is null or valid_from <= day order by agency_id, valid_from desc nulls last),
  matched as materialized (
    select p.id, p.full_name, p.username from person p
     where ($3::text is null or p.full_name collate "C" ~ $2 or lower(p.username) like $3)
       and ($7::text is null or ($7 = 'locked' and p.locked_at is not null) or ($7 = 'active' and p.locked_at is null)
            or ($7 = 'withoutRole' and not exists (select 1 from assignment r where r.person_id = p.id and r.ended_at is null)))
       and p.id in (select a.person_id from assignment a join place on place.agency_id = a.agency_id
                     where ${inSubtree("place.path", "$1")}
                       and ($5::text is null or place.agency_id = upper($5) or place.search_text like $4)
                       and ($6::text is null or (a.role::text = $6 and a.ended_at is null)))),
  shown as (select * from matched order by full_name collate "vi-x-icu", username limit $8 offset $9)
  select p.id, p.username, p.full_name as "fullName", p.position, p.locked_at as "lockedAt", p.fictitious,
         (select count(*) from matched)::int as total,
         coalesce((select json_agg(json_build_object('role', a.role, 'agencyId', a.agency_id, 'agencyName', place.short_name) order by place.path, a.role)
                     from assignment a join place on place.agency_id = a.agency_id
                    where a.person_id = p.id and a.ended_at is null and ${inSubtree("place.path", "$1")}), '[]') as held
    from (select count(*) from matched) one (n) left join (shown join person p on p.id = shown.id) on true
   order by p.full_name collate "vi-x-icu", p.username`;

export type PersonAssignment = Place & {
  id: string;
  role: Role;
  agencyId: string;
  agencyName: string;
  startedAt: Date;
  endedAt: Date | null;
  grantedBy: string | null;
};

export type PersonDetail = Omit<ListedPerson, "held"> & {
  version: number;
  mustChangePassword: boolean;
  createdAt: Date;
  lastSeenAt: Date | null;
  assignments: PersonAssignment[];
};

/** A person with every role, also those outside the subtree: the page shows only how many those are. Null when not the actor's to see. */
export async function findPerson(actor: Actor, id: string): Promise<PersonDetail | null> {
  const person = await row<Omit<PersonDetail, "assignments">>(
    `select p.id, p.username, p.full_name as "fullName", p.position, p.locked_at as "lockedAt", p.fictitious, p.version,
            p.must_change_password as "mustChangePassword", p.created_at as "createdAt",
            (select max(last_seen_at) from session s where s.person_id = p.id) as "lastSeenAt"
       from person p where p.id = $1`,
    [id],
  );
  if (!person) return null;
  const assignments = await listAssignments(id);
  return maySee(actor, managed(id, assignments)) ? { ...person, assignments } : null;
}

/** Every role a person has or had, running ones first. */
export const listAssignments = (personId: string, client?: Queryable) =>
  rows<PersonAssignment>(
    `select a.id, a.role, a.agency_id as "agencyId", place.name as "agencyName", place.path, place.oversight,
            a.started_at as "startedAt", a.ended_at as "endedAt", g.full_name as "grantedBy"
       from assignment a cross join ${latestTerm("a.agency_id", "place")} left join person g on g.id = a.granted_by_id
      where a.person_id = $1 order by a.ended_at desc nulls first, a.started_at, a.agency_id, a.role`,
    [personId],
    client,
  );

export type NamedAgency = Place & { id: string; name: string };

/**
 * The one agency in force that a code or a name means, among those the actor may grant roles in.
 * @throws refused at `agency` when there is none, or when several are meant.
 */
export async function findAgencyMeant(actor: Actor, typed: string, client?: Queryable): Promise<NamedAgency> {
  const found = await rows<NamedAgency>(
    `with ${today} select a.agency_id as id, a.name, a.path, a.oversight from today cross join lateral agency_on(day) a
      where ${inSubtree("a.path", "$3")} and (a.agency_id = upper($1) or a.search_text like $2)
      order by (a.agency_id = upper($1)) desc, length(a.search_text), a.path limit 20`,
    [typed, anywhere(fold(typed)), actor.agency.oversight],
    client,
  );
  const within = found.filter((agency) => mayGrantIn(actor, agency));
  const exact = within.filter(({ id, name }) => id === typed.toUpperCase() || fold(name) === fold(typed));
  const meant = exact.length > 0 ? exact : within;
  if (meant.length === 1 && meant[0]) return meant[0];
  throw refused("Chưa rõ cơ quan.", [{ field: "agency", message: unclear(typed, meant) }]);
}

function unclear(typed: string, meant: NamedAgency[]) {
  if (meant.length === 0)
    return `Không có cơ quan nào mang mã hoặc tên “${typed}” trong phạm vi quản trị của đồng chí.`;
  return `“${typed}” có thể là ${meant
    .slice(0, 5)
    .map(({ id, name }) => `${name} (mã ${id})`)
    .join("; ")}${meant.length > 5 ? "…" : ""}. Hãy nhập mã cơ quan.`;
}

const MOST_OFFERED = 300;

/** Agencies to offer while typing; empty where there are too many to send with the page. */
export async function listAgenciesToOffer(actor: Actor): Promise<{ id: string; name: string }[]> {
  const offered = await rows<{ id: string; name: string }>(
    `with ${today} select a.agency_id as id, a.name from today cross join lateral agency_on(day) a where ${inSubtree("a.path", "$1")} order by a.path limit ${MOST_OFFERED + 1}`,
    [actor.agency.oversight],
  );
  return offered.length > MOST_OFFERED ? [] : offered;
}
