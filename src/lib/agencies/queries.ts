import "server-only";
import type { AgencyKind, Role } from "#generated/prisma/enums";
import { type Duty, searchPatterns } from "#lib/agencies/rules";
import { type AgencyFilters, PAGE_SIZE, stateOf } from "#lib/agencies/schema";
import type { Day } from "#lib/dates";
import { row, rows } from "#lib/db";
import { fold } from "#lib/text";

export type OtherName = { name: string; kind: "former" | "place" | "code"; note: string };

export type ListedAgency = {
  id: string;
  name: string;
  shortName: string;
  kind: AgencyKind;
  type: string;
  region: string | null;
  provinceId: string | null;
  provinceName: string | null;
  children: number;
  inForce: boolean;
  validFrom: Day | null;
  validTo: Day | null;
  otherNames: OtherName[];
  successors: { id: string; shortName: string }[];
};

/** `counts` are of all kinds and types that match the other filters; `total` is of the list itself. */
export type AgencyList = {
  day: Day;
  total: number;
  counts: { kind: AgencyKind; type: string; count: number }[];
  agencies: ListedAgency[];
};

/** Agencies as they stood on a day (default: the campaign's today), those that had ceased by then included when asked for. */
export async function listAgencies(
  filters: AgencyFilters,
  { offset, limit } = { offset: (filters.page - 1) * PAGE_SIZE, limit: PAGE_SIZE },
): Promise<AgencyList> {
  const list = await row<AgencyList>(
    `with today as (select coalesce($1::date, campaign_today()) as day),
     known as (
       select t.*, t.valid_to is null or t.valid_to >= day as in_force
       from agency_term t, today where (t.valid_from is null or t.valid_from <= day) and (t.valid_to is null or t.valid_to >= day or not exists (
         select from agency_term later where later.agency_id = t.agency_id and later.valid_from <= day and later.valid_from > coalesce(t.valid_from, '-infinity')))),
     matching as (
       select * from known where (' ' || search_text) like all ($2::text[]) and ($5 = '' or province_id = $5) and ($6 = '' or region = $6)
         and ($7 = 'all' or in_force = ($7 = 'in-force'))),
     found as (select * from matching where ($3::text is null or kind::text = $3) and ($4::text is null or type = $4)),
     page as (
       select * from found order by in_force desc, (' ' || search_text) like $8 desc, kind, short_name collate "vi-x-icu", agency_id limit $9 offset $10)
     select (select day from today), (select count(*) from found) as total,
       coalesce((select jsonb_agg(c) from (select kind, type, count(*) from matching group by kind, type order by kind, count(*) desc) c), '[]') as counts,
       coalesce((select jsonb_agg(jsonb_build_object(
         'id', p.agency_id, 'name', p.name, 'shortName', p.short_name, 'kind', p.kind, 'type', p.type, 'region', p.region, 'inForce', p.in_force, 'validFrom', p.valid_from, 'validTo', p.valid_to,
         'provinceId', p.province_id, 'provinceName', (select k.short_name from agency_on(day) k where k.agency_id = p.province_id),
         'children', (select count(*) from agency_on(day) c where c.parent_id = p.agency_id),
         'otherNames', ${otherNames("p")}, 'successors', ${successors("p")}
       ) order by p.in_force desc, (' ' || p.search_text) like $8 desc, p.kind, p.short_name collate "vi-x-icu", p.agency_id) from page p, today), '[]') as agencies`,
    [
      filters.on,
      searchPatterns(filters.q),
      filters.kind,
      filters.type,
      filters.province,
      filters.region,
      stateOf(filters),
      `% ${fold(filters.q)}%`,
      limit,
      offset,
    ],
  );
  if (!list) throw new Error("The list of agencies always has one row.");
  return list;
}

/** SQL: names that are not the agency's own today: those of its earlier terms, of its territory, codes of other lists. */
const otherNames = (term: string) => `coalesce((
  select jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'note', n.note) order by n.name) from (
    select name, kind, note from agency_other_name where agency_id = ${term}.agency_id
    union all select short_name, 'former', 'tên đến ' || to_char(valid_to, 'DD/MM/YYYY') from agency_term
      where agency_id = ${term}.agency_id and valid_to < ${term}.valid_from and short_name <> ${term}.short_name) n), '[]')`;

/** SQL: what took over from it, as it is called last. */
const successors = (term: string) => `coalesce((
  select jsonb_agg(jsonb_build_object('id', s.successor_id, 'shortName', l.short_name) order by l.short_name) from agency_succession s
  join lateral (select short_name from agency_term where agency_id = s.successor_id order by valid_from desc nulls last limit 1) l on true
  where s.former_id = ${term}.agency_id), '[]')`;

export type ProvinceChoice = { id: string; name: string; region: string | null };

/** Provinces of a day (default: the campaign's today), to choose from. */
export const listProvinces = (on: Day | null = null) =>
  rows<ProvinceChoice>(
    `select agency_id as id, short_name as name, region from agency_on(coalesce($1::date, campaign_today()))
     where kind = 'province' order by short_name collate "vi-x-icu"`,
    [on],
  );

export type TreeAgency = { id: string; shortName: string; kind: AgencyKind; type: string; parentId: string | null };
export type TreeBranch = { parentId: string; kind: AgencyKind; count: number };
export type AgencyTree = { day: Day; branches: TreeBranch[]; agencies: TreeAgency[] };

/**
 * What the tree shows of a day: how many agencies of each kind stand below the nation and below each open province, and
 * the agencies of the open branches (`H26:commune`). A branch of one needs no opening.
 */
export async function readTree(on: Day | null, open: string[]): Promise<AgencyTree> {
  const tree = await row<AgencyTree>(
    `with today as (select coalesce($1::date, campaign_today()) as day),
     shown as (select c.* from today, agency_on(day) c where c.parent_id = 'VN' or c.parent_id = any ($2)),
     branches as (select parent_id, kind, count(*) from shown group by parent_id, kind)
     select (select day from today),
       coalesce((select jsonb_agg(jsonb_build_object('parentId', parent_id, 'kind', kind, 'count', count) order by kind) from branches), '[]') as branches,
       coalesce((select jsonb_agg(jsonb_build_object('id', s.agency_id, 'shortName', s.short_name, 'kind', s.kind, 'type', s.type, 'parentId', s.parent_id)
         order by s.kind, s.short_name collate "vi-x-icu")
         from shown s join branches b using (parent_id, kind) where b.count = 1 or parent_id || ':' || kind = any ($2)), '[]') as agencies`,
    [on, open],
  );
  if (!tree) throw new Error("The tree always has one row.");
  return tree;
}

export type AgencyTermRow = {
  name: string;
  shortName: string;
  kind: AgencyKind;
  type: string;
  region: string | null;
  unitCode: string | null;
  parentId: string | null;
  path: string;
  oversight: string;
  provinceId: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  source: string;
};

export type SuccessionRow = { id: string; shortName: string; effectiveOn: Day; source: string };

export type AgencyHistory = {
  id: string;
  codeStatus: string;
  source: string;
  day: Day;
  terms: AgencyTermRow[];
  otherNames: (OtherName & { source: string })[];
  predecessors: SuccessionRow[];
  successors: SuccessionRow[];
  /** plans it holds or has issued */
  plans: { id: string; title: string }[];
};

/** One agency for all time, or null; `day` is the day asked for, or the campaign's today. */
export const findAgency = (id: string, on: Day | null) =>
  row<AgencyHistory>(
    `select a.id, a.code_status as "codeStatus", a.source, coalesce($2::date, campaign_today()) as day,
       (select jsonb_agg(jsonb_build_object('name', name, 'shortName', short_name, 'kind', kind, 'type', type, 'region', region, 'unitCode', unit_code, 'parentId', parent_id,
          'path', path, 'oversight', oversight, 'provinceId', province_id, 'validFrom', valid_from, 'validTo', valid_to, 'source', source) order by valid_from nulls first)
          from agency_term where agency_id = a.id) as terms,
       coalesce((select jsonb_agg(jsonb_build_object('name', name, 'kind', kind, 'note', note, 'source', source) order by name) from agency_other_name where agency_id = a.id), '[]') as "otherNames",
       ${successions("former_id", "successor_id")} as predecessors,
       ${successions("successor_id", "former_id")} as successors,
       coalesce((select jsonb_agg(jsonb_build_object('id', id, 'title', short_title) order by effective_from desc) from plan where a.id in (agency_id, issued_by_agency_id)), '[]') as plans
     from agency a where a.id = $1`,
    [id, on],
  );

/** SQL: the agencies on the `other` side of the successions in which a.id stands on the `own` side, as they are called last. */
const successions = (other: string, own: string) => `coalesce((
  select jsonb_agg(jsonb_build_object('id', s.${other}, 'shortName', l.short_name, 'effectiveOn', s.effective_on, 'source', s.source) order by l.short_name) from agency_succession s
  join lateral (select short_name from agency_term where agency_id = s.${other} order by valid_from desc nulls last limit 1) l on true
  where s.${own} = a.id), '[]')`;

export type ChildAgency = { id: string; name: string; kind: AgencyKind; type: string };
export type Children = { counts: { kind: AgencyKind; count: number }[]; agencies: ChildAgency[] };

/** A page of what stands directly below an agency on a day, by kind and name, and how many there are of each kind. */
export async function listChildren(id: string, day: Day, page: number): Promise<Children> {
  const children = await row<Children>(
    `with below as (select agency_id as id, name, kind, type, short_name from agency_on($2::date) where parent_id = $1)
     select coalesce((select jsonb_agg(c) from (select kind, count(*) from below group by kind order by kind) c), '[]') as counts,
       coalesce((select jsonb_agg(p) from (select id, name, kind, type from below order by kind, short_name collate "vi-x-icu", id limit $3 offset $4) p), '[]') as agencies`,
    [id, day, PAGE_SIZE, (page - 1) * PAGE_SIZE],
  );
  return children ?? { counts: [], agencies: [] };
}

export type ShownDuty = Duty & {
  wording: string;
  note: string | null;
  planId: string;
  planTitle: string;
  dueMonth: number;
  dueDay: number;
};

/** Duties in force on a day whose scope the agency lies in, or which name it as a recipient. */
export const listDutiesAround = ({ id, path }: { id: string; path: string }, day: Day) =>
  rows<ShownDuty>(
    `select d.id, d.name, d.reporter_kinds::text[] as "reporterKinds", d.scope_path as "scopePath", d.excluded_ids as "excludedIds", d.report_kind as "reportKind",
       d.recipients, d.is_default as "isDefault", d.wording, d.note, d.plan_id as "planId", p.short_title as "planTitle", d.due_month as "dueMonth", d.due_day as "dueDay"
     from reporting_duty d join plan p on p.id = d.plan_id
     where (starts_with($1, d.scope_path) or $2 = any (d.recipients))
       and d.effective_from <= $3 and (d.effective_to is null or d.effective_to >= $3)
     order by d.is_default, length(d.scope_path), d.id`,
    [path, id, day],
  );

export type NamedAgency = { id: string; shortName: string; kind: AgencyKind; provinceId: string | null };

/** Names on a day of the given agencies, and of the police and the home-affairs office of a province. */
export const listNames = (ids: string[], provinceId: string | null, day: Day) =>
  rows<NamedAgency>(
    `select agency_id as id, short_name as "shortName", kind, province_id as "provinceId" from agency_on($3::date)
     where agency_id = any ($1) or (province_id = $2 and kind in ('provincePolice', 'provinceHomeAffairs'))`,
    [ids, provinceId, day],
  );

export type ConcerningPassage = {
  planId: string;
  planTitle: string;
  id: string;
  kind: "duty" | "deadline";
  title: string | null;
  text: string;
  reconstructed: boolean;
  confirmed: boolean;
};

/** Duties and dates in plans in force on a day that name the agency, or its kind within what the plan's holder has below it. */
export const listPassagesAbout = (agency: { id: string; kind: AgencyKind; path: string }, day: Day) =>
  rows<ConcerningPassage>(
    `select p.id as "planId", p.short_title as "planTitle", s.id, s.kind, s.title, s.text, s.reconstructed, s.confirmed_at is not null as confirmed
     from plan_passage s join plan p on p.id = s.plan_id
     join lateral (select path from agency_term where agency_id = p.agency_id order by valid_from desc nulls last limit 1) holder on true
     where s.kind in ('duty', 'deadline') and p.effective_from <= $4 and (p.effective_to is null or p.effective_to >= $4)
       and ($1 = any (s.actor_agencies) or ('kind:' || $2 = any (s.actor_agencies) and starts_with($3, holder.path)))
     order by length(holder.path), p.id, s."order"`,
    [agency.id, agency.kind, agency.path, day],
  );

export type AgencyPerson = { id: string; fullName: string; position: string | null; roles: Role[] };

/** People with a running role in the agency whose account is open. */
export const listPeopleOf = (agencyId: string) =>
  rows<AgencyPerson>(
    `select p.id, p.full_name as "fullName", p.position, array_agg(a.role::text order by a.role) as roles
     from assignment a join person p on p.id = a.person_id
     where a.agency_id = $1 and a.ended_at is null and p.locked_at is null
     group by p.id order by p.full_name collate "vi-x-icu"`,
    [agencyId],
  );

export const listPeriods = () =>
  rows<{ id: string; name: string }>("select id, name from reporting_period order by year desc");

/** The agency's official mailbox, for those who administer it. */
export const findMailbox = (id: string) =>
  row<{ address: string | null }>("select (select address from agency_mailbox where agency_id = $1) as address", [id]);
