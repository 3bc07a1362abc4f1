import "server-only";
import { addDays, startOfDay } from "#lib/dates";
import { rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { type AuditFilter, ENTRIES_A_PAGE } from "#lib/identity/audit-trail/schema";
import { isAdministrator } from "#lib/identity/people/policy";
import { anywhere, inSubtree, namePattern, today } from "#lib/identity/people/sql";
import { fold } from "#lib/text";

export type AuditLine = {
  id: number;
  at: Date;
  campaignAt: Date;
  personId: string | null;
  personName: string;
  agencyName: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  /** the name of the person or agency it is about */
  subjectName: string | null;
  scopeName: string | null;
  note: string | null;
};

/** Entries of the administrator's subtree, the latest first, a page of them, and where the next page begins. */
export async function listAuditEntries(
  actor: Actor,
  filter: AuditFilter,
  limit = ENTRIES_A_PAGE,
): Promise<{ entries: AuditLine[]; next: number | null }> {
  if (!isAdministrator(actor)) return { entries: [], next: null };
  const found = await rows<AuditLine>(LIST_ENTRIES, [
    actor.agency.oversight,
    filter.before ?? null,
    filter.action ?? null,
    filter.person ? namePattern(filter.person) : null,
    filter.agency ?? null,
    filter.agency ? anywhere(fold(filter.agency)) : null,
    filter.subject ?? null,
    filter.from ? startOfDay(filter.from) : null,
    filter.to ? startOfDay(addDays(filter.to, 1)) : null,
    limit + 1,
    filter.person ?? null,
  ]);
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

// The page is found first and named afterwards: names cost a look-up for fifty lines, not for the whole trail.
const LIST_ENTRIES = `
  with ${today},
  page as materialized (
    select e.* from audit_entry e
     where ${inSubtree("e.scope_path", "$1")}
       and ($2::bigint is null or e.id < $2)
       and ($3::text is null or e.action = $3)
       and ($11::text is null or e.person_name collate "C" ~ $4
            or e.person_id in (select p.id from person p where lower(p.username) = lower($11)))
       and ($5::text is null or e.agency_id = upper($5) or e.agency_id in (select t.agency_id from agency_term t where t.search_text like $6))
       and ($7::text is null or e.subject_id = $7
            or e.subject_id in (select p.id::text from person p where lower(p.username) = lower($7)))
       and ($8::timestamptz is null or e.campaign_at >= $8)
       and ($9::timestamptz is null or e.campaign_at < $9)
     order by e.id desc limit $10)
  select e.id, e.at, e.campaign_at as "campaignAt", e.person_id as "personId", e.person_name as "personName", named.name as "agencyName", e.action,
         e.subject_type as "subjectType", e.subject_id as "subjectId", e.note, scope.name as "scopeName",
         coalesce(p.full_name, subject.name) as "subjectName"
    from page e
    left join lateral (select t.short_name as name from today cross join lateral agency_on(day) t where t.agency_id = e.agency_id) named on true
    left join lateral (select t.short_name as name from today cross join lateral agency_on(day) t where t.path = e.scope_path limit 1) scope on true
    left join lateral (select t.short_name as name from today cross join lateral agency_on(day) t where e.subject_type = 'agency' and t.agency_id = e.subject_id) subject on true
    left join person p on p.id = case when e.subject_type = 'person' then e.subject_id::uuid end
   order by e.id desc`;
