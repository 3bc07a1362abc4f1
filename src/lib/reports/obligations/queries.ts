import "server-only";
import { createHash } from "node:crypto";
import type { AgencyKind, ReportKind, ReportStatus } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import { notFound } from "#lib/errors";
import { type Actor, oversees } from "#lib/identity/actor";
import { type ComparedField, difference } from "#lib/reports/obligations/difference";
import { type DueOrderProblem, dueOrderProblems, type TimedDuty } from "#lib/reports/obligations/rules";

/** One report to add, change, withdraw or bring back. `fields` holds [old, new] of what changes. */
export type ObligationChange = {
  change: "added" | "changed" | "withdrawn" | "restored";
  reportId: string | null;
  agencyId: string;
  agencyName: string;
  agencyKind: AgencyKind;
  path: string;
  kind: ReportKind;
  status: ReportStatus | null;
  hasWork: boolean;
  dutyId: string | null;
  dueOn: Day | null;
  fields: Partial<Record<ComparedField, [unknown, unknown]>>;
  reason: string | null;
};

/** How the reports of a period stand to what the plans and agencies ask. The fingerprint changes with any of it. */
export type ObligationPreview = {
  periodId: string;
  scope: string;
  added: ObligationChange[];
  changed: ObligationChange[];
  withdrawn: ObligationChange[];
  restored: ObligationChange[];
  unchanged: number;
  problems: DueOrderProblem[];
  fingerprint: string;
};

export type DutyInForce = TimedDuty & {
  planId: string;
  planTitle: string;
  planNumber: string | null;
  recipients: string[];
  excludedIds: string[];
  /** names of recipients and excluded agencies by id */
  names: Record<string, string>;
  formId: string;
  opensOn: Day;
  dueOn: Day;
  wording: string;
  isDefault: boolean;
  note: string | null;
  source: string;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  version: number;
  scopeName: string | null;
  /** live reports of the period made from it */
  reports: number;
};

export type Period = { id: string; year: number; name: string };

/** What applying would do, without doing it. Nothing outside `scope` is looked at. */
export async function previewObligations(
  periodId: string,
  scope = "/VN/",
  client: Queryable = pool,
): Promise<ObligationPreview> {
  const period = await findPeriod(periodId, client);
  if (!period) throw notFound("kỳ báo cáo");
  const compared = await row<{ unchanged: number; changes: ObligationChange[] }>(
    `with ${difference}
     select (select count(*) from paired p where p.exists and p.owed and p.withdrawn_at is null and not exists (select from difference d where d.report_id = p.report_id)) as unchanged,
       coalesce((select jsonb_agg(jsonb_build_object(
         'change', d.change, 'reportId', d.report_id, 'agencyId', d.agency_id, 'agencyName', d.agency_name, 'agencyKind', d.agency_kind, 'path', d.path, 'kind', d.kind,
         'status', d.status, 'hasWork', d.has_work, 'dutyId', coalesce(d.duty_id, d.old_duty_id), 'dueOn', coalesce(d.due_on, d.old_due_on), 'fields', d.fields, 'reason', d.reason
       ) order by d.path, d.kind) from difference d), '[]') as changes`,
    [periodId, scope],
    client,
  );
  const changes = compared?.changes ?? [];
  return {
    periodId,
    scope,
    added: changes.filter(({ change }) => change === "added"),
    changed: changes.filter(({ change }) => change === "changed"),
    withdrawn: changes.filter(({ change }) => change === "withdrawn"),
    restored: changes.filter(({ change }) => change === "restored"),
    unchanged: compared?.unchanged ?? 0,
    problems: dueOrderProblems(
      (await listTimedDuties(period, client)).filter(({ scopePath }) => overlaps(scopePath, scope)),
      period.year,
    ),
    fingerprint: createHash("sha256").update(JSON.stringify(changes)).digest("base64url"),
  };
}

const overlaps = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);

export const findPeriod = (periodId: string, client: Queryable = pool) =>
  row<Period>("select id, year, name from reporting_period where id = $1", [periodId], client);

/** Duties whose due day of the year lies in their time in force: what the order of deadlines is checked on. */
export const listTimedDuties = ({ year }: Pick<Period, "year">, client: Queryable = pool) =>
  rows<TimedDuty>(
    `select id, name, reporter_kinds::text[] as "reporterKinds", report_kind as "reportKind", scope_path as "scopePath", due_month as "dueMonth", due_day as "dueDay"
     from reporting_duty
     where effective_from <= make_date($1, due_month, due_day) and (effective_to is null or effective_to >= make_date($1, due_month, due_day))
     order by length(scope_path), id`,
    [year],
    client,
  );

/** The duties of a period that somebody in the scope has, those of the nation first, with how many reports of the scope come from each. */
export const listDutiesInForce = ({ id, year }: Pick<Period, "id" | "year">, scope: string) =>
  rows<DutyInForce>(
    `${selectDuty}
     and exists (select from agency_on(make_date($2, d.due_month, d.due_day)) a
       where starts_with(a.path, $3) and starts_with(a.path, d.scope_path) and a.kind = any (d.reporter_kinds) and a.agency_id <> all (d.excluded_ids))
     order by length(d.scope_path), d.report_kind desc, d.due_month desc, d.due_day desc, d.id`,
    [id, year, scope],
  );

export const findDutyInForce = ({ id, year }: Pick<Period, "id" | "year">, dutyId: string) =>
  row<DutyInForce>(`${selectDuty} and d.id = $4`, [id, year, "/VN/", dutyId]);

const selectDuty = `
  select d.id, d.name, d.reporter_kinds::text[] as "reporterKinds", d.scope_path as "scopePath", d.due_month as "dueMonth", d.due_day as "dueDay",
    d.plan_id as "planId", p.short_title as "planTitle", p.document_number as "planNumber", d.report_kind as "reportKind", d.recipients, d.excluded_ids as "excludedIds", d.form_id as "formId",
    make_date($2, d.opens_month, d.opens_day) as "opensOn", make_date($2, d.due_month, d.due_day) as "dueOn", d.wording, d.is_default as "isDefault",
    coalesce((select jsonb_object_agg(t.agency_id, t.name) from agency_on(make_date($2, d.due_month, d.due_day)) t where t.agency_id = any (d.recipients || d.excluded_ids)), '{}') as names,
    d.note, d.source, d.effective_from as "effectiveFrom", d.effective_to as "effectiveTo", d.version,
    (select t.short_name from agency_on(make_date($2, d.due_month, d.due_day)) t where t.path = d.scope_path and d.scope_path <> '/VN/') as "scopeName",
    (select count(*) from report r join agency_term t on t.agency_id = r.agency_id and t.valid_to is null
     where r.period_id = $1 and r.duty_id = d.id and r.withdrawn_at is null and starts_with(t.path, $3)) as reports
  from reporting_duty d join plan p on p.id = d.plan_id
  where d.effective_from <= make_date($2, d.due_month, d.due_day) and (d.effective_to is null or d.effective_to >= make_date($2, d.due_month, d.due_day))`;

/** Provinces whose communes report by the default duty, because no plan of theirs is entered. */
export const listProvincesOnDefault = ({ year }: Pick<Period, "year">, scope: string) =>
  rows<{ id: string; name: string; path: string }>(
    `select a.agency_id as id, a.short_name as name, a.path from agency_on(make_date($1, 12, 31)) a
     where a.kind = 'province' and starts_with(a.path, $2)
       and not exists (select from reporting_duty d where not d.is_default and d.scope_path = a.path and 'commune' = any (d.reporter_kinds)
         and d.effective_from <= make_date($1, d.due_month, d.due_day) and (d.effective_to is null or d.effective_to >= make_date($1, d.due_month, d.due_day)))
     order by a.short_name collate "vi-x-icu"`,
    [year, scope],
  );

export async function listHolidays(year: number): Promise<Set<Day>> {
  const holidays = await rows<{ day: Day }>("select day from holiday where extract(year from day) = $1", [year]);
  return new Set(holidays.map(({ day }) => day));
}

/** Names of the agencies, duties and groups that a preview mentions by id. */
export async function namesOf(ids: Iterable<string>, client: Queryable = pool): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  const named = await rows<{ id: string; name: string }>(
    `(select distinct on (agency_id) agency_id as id, name from agency_term where agency_id = any ($1) order by agency_id, valid_to desc nulls first)
     union all select id, name from reporting_duty where id = any ($1)
     union all select id, name from subject_group where id = any ($1)`,
    [wanted],
    client,
  );
  return new Map(named.map(({ id, name }) => [id, name]));
}

export type Obligation = {
  id: string;
  periodId: string;
  kind: ReportKind;
  status: ReportStatus;
  late: boolean | null;
  isOverdue: boolean;
  isExtended: boolean;
  dueOn: Day;
  wording: string;
  isDefault: boolean;
  recipients: string[];
};

/** What one agency owes, newest period first; empty when the agency is not the actor's or below it. */
export async function listObligationsOf(actor: Actor, agency: { id: string; path: string }): Promise<Obligation[]> {
  if (agency.id !== actor.agency.id && !oversees(actor, agency.path)) return [];
  return rows<Obligation>(
    `select r.id, r.period_id as "periodId", r.kind, r.status, r.late, r.first_sent_at is null and r.due_on < campaign_today() as "isOverdue", r.original_due_on is not null as "isExtended",
       r.due_on as "dueOn", r.due_wording as wording, r.due_is_default as "isDefault",
       array(select t.name from report_recipient c join agency_on(r.due_on) t on t.agency_id = c.agency_id where c.report_id = r.id order by c."order") as recipients
     from report r where r.agency_id = $1 and r.withdrawn_at is null order by r.period_id desc, r.kind`,
    [agency.id],
  );
}
