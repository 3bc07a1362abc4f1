import "server-only";
import { cache } from "react";
import type { AgencyKind, RecipientState, ReportKind, ReportStatus } from "#generated/prisma/enums";
import { type Day, dayOf } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { hasRole, overseeingRoles } from "#lib/identity/actor";
import type { Checked } from "./checks.ts";
import { type ReportDocument, readDocument } from "./document.ts";
import { type FormDefinition, unitKindOf } from "./form.ts";
import { maySee, type Routed } from "./policy.ts";
import { type Standing, standings } from "./standings.ts";

/** A report with everything its rules, policies and page need. `draft` is for those who may see drafts. */
export type ReportRow = Omit<Routed, "recipients"> & {
  id: string;
  periodId: string;
  agencyName: string;
  agencyShortName: string;
  agencyKind: AgencyKind;
  /** xã, phường, đặc khu …: units of one type are comparable */
  agencyType: string;
  provinceId: string | null;
  kind: ReportKind;
  formId: string;
  formVersion: number;
  dutyId: string;
  subjectGroupId: string | null;
  parentId: string | null;
  dueWording: string;
  dueIsDefault: boolean;
  statusSince: Date;
  version: number;
  sectionVersions: Record<string, number>;
  nothingToReport: boolean;
  draft: unknown;
  draftSavedAt: Date | null;
  draftSavedByName: string | null;
  correctionReason: string | null;
  withdrawnFor: string | null;
  /** the last day on time before the report was first extended; null = never extended */
  originalDueOn: Day | null;
  /** the day an extension is asked for and not yet decided */
  askedUntilOn: Day | null;
  consolidationId: string | null;
  acceptedNumber: number | null;
  reportedOn: Day | null;
  reportedNumber: string | null;
  recipients: RecipientRow[];
  /** The campaign's time when it was read. */
  now: Date;
};

export type RecipientRow = {
  agencyId: string;
  name: string;
  state: RecipientState;
  since: string | null;
  personName: string | null;
  note: string | null;
  reasons: Record<string, string>;
  appraisal: Record<string, { level: string; comment: string }>;
};

/** The national report is the nation's, not that of the ministry that makes it. */
export const NAME = `case when r.kind = 'consolidated' and t.kind <> 'province' then 'Toàn quốc' else t.short_name end`;

const REPORT = `
  select r.id, r.period_id as "periodId", r.agency_id as "agencyId", t.name as "agencyName", ${NAME} as "agencyShortName",
    t.kind as "agencyKind", t.type as "agencyType", t.path, t.province_id as "provinceId", r.kind, r.form_id as "formId", r.form_version as "formVersion",
    r.duty_id as "dutyId", r.subject_group_id as "subjectGroupId", r.editor_ids as "editorIds", r.parent_id as "parentId",
    r.opens_on as "opensOn", r.due_on as "dueOn", r.closes_on as "closesOn", r.due_wording as "dueWording", r.due_is_default as "dueIsDefault",
    r.original_due_on as "originalDueOn", (select x.until_on from report_extension x where x.report_id = r.id and x.state = 'asked') as "askedUntilOn",
    r.withdrawn_at as "withdrawnAt", r.withdrawn_for as "withdrawnFor", r.status, r.status_since as "statusSince", r.version, r.draft,
    r.section_versions as "sectionVersions", r.nothing_to_report as "nothingToReport",
    r.draft_saved_at as "draftSavedAt", saver.full_name as "draftSavedByName", r.correction_reason as "correctionReason",
    r.first_sent_at as "firstSentAt", r.late, r.sent_version_id as "sentVersionId", r.accepted_version_id as "acceptedVersionId",
    r.consolidation_id as "consolidationId", r.reported_on as "reportedOn", r.reported_number as "reportedNumber",
    (select number from report_version v where v.id = r.sent_version_id) as "sentNumber",
    (select number from report_version v where v.id = r.accepted_version_id) as "acceptedNumber",
    coalesce((select max(number) from report_version v where v.report_id = r.id), 0) as "lastNumber",
    coalesce((select jsonb_agg(jsonb_build_object('agencyId', c.agency_id, 'name', ct.name, 'state', c.state, 'since', c.since,
        'personName', c.person_name, 'note', c.note, 'reasons', c.reasons, 'appraisal', c.appraisal) order by c."order")
      from report_recipient c join agency_on(campaign_today()) ct on ct.agency_id = c.agency_id where c.report_id = r.id), '[]') as recipients,
    campaign_now() as now
  from report r
  join agency_on(campaign_today()) t on t.agency_id = r.agency_id
  left join person saver on saver.id = r.draft_saved_by_id
  where r.id = $1`;

/** What an id of a report looks like; anything else is not found without asking the database. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The report, or null: also when it is not the actor's to see. */
export async function findReport(actor: Actor, id: string, client: Queryable = pool): Promise<ReportRow | null> {
  if (!UUID.test(id)) return null;
  const report = await row<ReportRow>(REPORT, [id], client);
  return report && maySee(actor, report) ? report : null;
}

/**
 * The same, held until the transaction ends: what is decided on it stays true.
 * The lock is a statement of its own: only the next statement sees what the one we waited for has written.
 */
export async function lockReport(actor: Actor, id: string, tx: Queryable): Promise<ReportRow | null> {
  if (!UUID.test(id)) return null;
  await rows("select 1 from report where id = $1 for update", [id], tx);
  return findReport(actor, id, tx);
}

const forms = new Map<string, FormDefinition>();

/** A form version never changes once a report is pinned to it, so each process reads it once. */
export async function findForm(id: string, version: number, client: Queryable = pool): Promise<FormDefinition> {
  const key = `${id}:${version}`;
  const known = forms.get(key);
  if (known) return known;
  const found = await row<{ definition: FormDefinition }>(
    "select definition from report_form where id = $1 and version = $2",
    [id, version],
    client,
  );
  if (!found) throw new Error(`No form ${key}`);
  forms.set(key, found.definition);
  return found.definition;
}

export type CriterionRow = {
  id: string;
  order: number;
  text: string;
  groupName: string;
  planId: string;
  planTitle: string;
};

/** The criteria a report is assessed by, in the plan's order; none when no plan binds the agency. */
export const listCriteria = cache((subjectGroupId: string | null, client: Queryable = pool) =>
  subjectGroupId === null
    ? Promise.resolve([])
    : rows<CriterionRow>(
        `select c.id, c."order", c.text, g.name as "groupName", p.id as "planId", p.short_title as "planTitle"
         from criterion c join subject_group g on g.id = c.group_id join plan p on p.id = g.plan_id
         where c.group_id = $1 order by c."order"`,
        [subjectGroupId],
        client,
      ),
);

/** The report with its form, criteria and yardsticks, ready for the checks; its document is the draft. */
export async function findChecked(report: ReportRow, client: Queryable = pool): Promise<Checked> {
  const form = await findForm(report.formId, report.formVersion, client);
  const criteria = await listCriteria(report.subjectGroupId, client);
  const measured = await row<{ lastYear: unknown; peers: Checked["peers"] }>(
    YARDSTICKS,
    [report.agencyId, report.kind, report.formId, String(Number(report.periodId) - 1), report.agencyType],
    client,
  );
  return {
    form,
    unit: unitKindOf(report.agencyKind),
    isConsolidated: report.kind === "consolidated",
    criteriaIds: criteria.map(({ id }) => id),
    document: readDocument(report.draft),
    lastYear: measured?.lastYear ? readDocument(measured.lastYear) : null,
    peers: measured?.peers ?? {},
    today: dayOf(report.now),
  };
}

/** What a draft is measured against: the agency's accepted document of the year before, and comparable units' figures of that year. */
const YARDSTICKS = `
  select (select v.document from report r join report_version v on v.id = r.accepted_version_id
      where r.agency_id = $1 and r.kind = $2::report_kind and r.form_id = $3 and r.period_id = $4) as "lastYear",
    case when $2 = 'own' then (select jsonb_object_agg(indicator_id, jsonb_build_object('units', units, 'median', median, 'lower', lower, 'upper', upper))
      from peer_statistic where period_id = $4 and form_id = $3 and agency_type = $5) end as peers`;

export type LevelRow = { id: string; label: string; isProposal: boolean; source: string };

export const listLevels = cache((client: Queryable = pool) =>
  rows<LevelRow>(
    `select id, label, is_proposal as "isProposal", source from assessment_level order by "order"`,
    [],
    client,
  ),
);

export type EventRow = {
  id: number;
  at: Date;
  move: string;
  personName: string;
  agencyName: string;
  reason: string | null;
  versionNumber: number | null;
  detail: { sections?: Record<string, string>; untilOn?: Day };
};

/** The timeline, newest first. */
export const listEvents = (reportId: string) =>
  rows<EventRow>(
    `select id, at, move, person_name as "personName", agency_name as "agencyName", reason, version_number as "versionNumber", detail
     from report_event where report_id = $1 order by id desc limit 200`,
    [reportId],
  );

export type VersionRow = {
  id: string;
  number: number;
  document: ReportDocument;
  sentAt: Date;
  late: boolean;
  signedByName: string;
  signedByPosition: string | null;
  enteredByName: string | null;
  reason: string | null;
  consolidationId: string | null;
};

const VERSION = `select id, number, document, sent_at as "sentAt", late, signed_by_name as "signedByName", signed_by_position as "signedByPosition",
  entered_by_name as "enteredByName", reason, consolidation_id as "consolidationId" from report_version`;

/** A sent version by its number; without one, the last sent that stands. */
export const findVersion = (report: ReportRow, number: number | null) =>
  number === null
    ? row<VersionRow>(`${VERSION} where id = $1`, [report.sentVersionId])
    : row<VersionRow>(`${VERSION} where report_id = $1 and number = $2`, [report.id, number]);

export type ReportFilter = {
  period: string;
  status?: ReportStatus[];
  /** sent late, or not sent and past the day */
  late?: boolean;
  province?: string;
  agencyKind?: AgencyKind;
  kind?: ReportKind;
  agency?: string;
  /** folded text */
  search?: string;
  standing?: Standing;
  /** only the signed statements that nothing occurred */
  nothing?: boolean;
  /** only those waiting for the answer of the actor's agency */
  mine?: boolean;
};

export type ListedReport = {
  id: string;
  agencyId: string;
  name: string;
  provinceName: string | null;
  kind: ReportKind;
  status: ReportStatus;
  statusSince: Date;
  dueOn: Day;
  late: boolean | null;
  isOverdue: boolean;
  isExtended: boolean;
  nothingToReport: boolean;
  firstSentAt: Date | null;
  sentNumber: number | null;
  /** `word` is the recipient in a word or two, for a column */
  recipients: { agencyId: string; name: string; word: string; state: RecipientState }[];
};

/**
 * The FROM and WHERE of a list, narrowed to what the actor may know of and to the filter, with its values.
 * Only what is asked for becomes a condition: PostgreSQL plans a prepared statement once, for whatever values.
 */
function visible(actor: Actor, filter: ReportFilter) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const period = bind(filter.period);
  const known = knownTo(actor, period, bind);
  const asked = (agency: string) =>
    `exists (select 1 from report_recipient x where x.report_id = r.id and x.agency_id = ${agency} and x.state in ('waiting', 'reviewing') and r.status in ('submitted', 'returned'))`;
  const conditions = [
    `r.withdrawn_at is null and r.period_id = ${period}`,
    known && `r.id in (${known})`,
    filter.province === CENTRE && "t.province_id is null",
    filter.province && filter.province !== CENTRE && `${bind(filter.province)} in (t.province_id, t.agency_id)`,
    filter.agencyKind && `t.kind = ${bind(filter.agencyKind)}::agency_kind`,
    filter.kind && `r.kind = ${bind(filter.kind)}::report_kind`,
    filter.search && `t.search_text like '%' || ${bind(filter.search)} || '%'`,
    filter.mine && asked(bind(actor.agency.id)),
    filter.late !== undefined && `coalesce(r.late, r.due_on < (select campaign_today())) = ${bind(filter.late)}`,
    filter.nothing && "r.nothing_to_report",
    filter.standing && `(${standings[filter.standing].sql})`,
    filter.agency && `r.agency_id = ${bind(filter.agency)}`,
  ];
  return {
    from: `from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id where ${conditions.filter(Boolean).join(" and ")}`,
    values,
    bind,
  };
}

const NATION = "/VN/";

/** In the place of a province: the agencies of the centre. */
const CENTRE = "VN";

/**
 * The ids of the reports the actor may know of: what the agency looks after, own work, received reports; null = all of them.
 * Each way of knowing has its index, so they are put together instead of being asked of every report. The words of a path are ASCII: '~' ends its subtree.
 */
function knownTo(actor: Actor, period: string, bind: (value: unknown) => string): string | null {
  const { id, oversight } = actor.agency;
  const looksAfter = hasRole(actor, ...overseeingRoles);
  if (looksAfter && oversight === NATION) return null;
  const ways = [
    looksAfter &&
      `select k.id from agency_on(campaign_today()) a join report k on k.agency_id = a.agency_id and k.period_id = ${period} where a.path ~>=~ ${bind(oversight)} and a.path ~<~ ${bind(`${oversight}~`)}`,
    hasRole(actor, "reporter", "head", "reader", "secretariat") &&
      `select id from report where period_id = ${period} and agency_id = ${bind(id)}`,
    hasRole(actor, "consolidator") &&
      `select id from report where period_id = ${period} and kind = 'consolidated' and ${bind(id)} = any(editor_ids)`,
    hasRole(actor, "recipientOfficer", "head") &&
      `select report_id from report_recipient where agency_id = ${bind(id)}`,
  ].filter((way) => way !== false);
  return ways.length > 0 ? ways.join(" union ") : "select null::uuid";
}

/** One page of the reports the actor may know of, in the order of the agency tree. `statuses` empty = all. */
export function listReports(actor: Actor, filter: ReportFilter, { offset, limit }: { offset: number; limit: number }) {
  const { from, values, bind } = visible(actor, filter);
  const status = filter.status?.length ? `and r.status = any(${bind(filter.status)}::report_status[])` : "";
  return rows<ListedReport>(
    `select r.id, r.agency_id as "agencyId", ${NAME} as name, pt.short_name as "provinceName", r.kind, r.status, r.status_since as "statusSince",
       r.due_on as "dueOn", r.original_due_on is not null as "isExtended", r.late, r.nothing_to_report as "nothingToReport", (r.first_sent_at is null and r.due_on < (select campaign_today())) as "isOverdue", r.first_sent_at as "firstSentAt",
       (select number from report_version v where v.id = r.sent_version_id) as "sentNumber",
       coalesce((select jsonb_agg(jsonb_build_object('agencyId', c.agency_id, 'name', ct.short_name, 'state', c.state,
         'word', case ct.kind when 'provincePolice' then 'Công an' when 'provinceHomeAffairs' then 'Sở Nội vụ' else ct.short_name end) order by c."order")
         from report_recipient c join agency_on(campaign_today()) ct on ct.agency_id = c.agency_id where c.report_id = r.id), '[]') as recipients
     from (select r.id as picked ${from} ${status} order by r.kind desc, t.province_id nulls first, t.path limit ${bind(limit)} offset ${bind(offset)}) page
     join report r on r.id = page.picked
     join agency_on(campaign_today()) t on t.agency_id = r.agency_id
     left join agency_on(campaign_today()) pt on pt.agency_id = t.province_id and t.kind <> 'province'
     order by r.kind desc, t.province_id nulls first, t.path`,
    values,
  );
}

export type StatusCount = { status: ReportStatus; count: number; overdue: number; late: number; nothing: number };

/** How many of the reports the filter finds stand in each state, whatever states it asks for. */
export function countByStatus(actor: Actor, filter: ReportFilter) {
  const { from, values } = visible(actor, filter);
  return rows<StatusCount>(
    `select r.status, count(*) as count, count(*) filter (where r.first_sent_at is null and r.due_on < (select campaign_today())) as overdue,
       count(*) filter (where r.late) as late, count(*) filter (where r.nothing_to_report) as nothing ${from} group by r.status`,
    values,
  );
}

export type OwnReport = ListedReport & {
  agencyName: string;
  periodId: string;
  expected: number;
  accepted: number;
  draftSavedAt: Date | null;
};

/** Reports the actor writes or signs, of every period still open to work, with how many parts a consolidated one waits for. */
export const listOwnReports = (actor: Actor) =>
  rows<OwnReport>(
    `select r.id, r.agency_id as "agencyId", ${NAME} as name, t.name as "agencyName", null as "provinceName", r.kind, r.status, r.period_id as "periodId",
       r.status_since as "statusSince", r.due_on as "dueOn", r.original_due_on is not null as "isExtended", r.late, r.nothing_to_report as "nothingToReport", (r.first_sent_at is null and r.due_on < (select campaign_today())) as "isOverdue",
       r.first_sent_at as "firstSentAt", r.draft_saved_at as "draftSavedAt", null as "sentNumber",
       coalesce((select jsonb_agg(jsonb_build_object('agencyId', c.agency_id, 'name', ct.short_name, 'state', c.state,
         'word', case ct.kind when 'provincePolice' then 'Công an' when 'provinceHomeAffairs' then 'Sở Nội vụ' else ct.short_name end) order by c."order")
         from report_recipient c join agency_on(campaign_today()) ct on ct.agency_id = c.agency_id where c.report_id = r.id), '[]') as recipients,
       (select count(*) from report p where p.parent_id = r.id and p.withdrawn_at is null) as expected,
       (select count(*) from report p where p.parent_id = r.id and p.withdrawn_at is null and p.accepted_version_id is not null) as accepted
     from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id
     where r.withdrawn_at is null and (($1 = any(r.editor_ids) and (r.kind = 'own' and $2 or r.kind = 'consolidated' and $3)) or (r.agency_id = $1 and $4))
     order by r.period_id desc, r.kind, r.due_on`,
    [actor.agency.id, hasRole(actor, "reporter", "head"), hasRole(actor, "consolidator"), hasRole(actor, "head")],
  );
