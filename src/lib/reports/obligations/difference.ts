/**
 * What is owed in a period, and how the reports stand to it, as SQL. Parameters: $1 period, $2 path of the scope.
 * The statements of queries and service begin with `with ${difference}` and read the tables named here:
 *   owing       every agency in force on its duty's due day × the duty that binds it
 *   expected    the same inside the scope, with group, form, recipients, editors and the report it feeds
 *   difference  one row for each report to add, change, withdraw or bring back
 */

/** Paths below this are everybody; a province's scope holds its agencies' own reports, not the one the province sends up. */
const wholeNation = "'/VN/'";

/** The most specific duty binds: the longest scope, then one that is not the default, then the latest. */
const owing = `
  duty as (
    select d.*, make_date(p.year, d.opens_month, d.opens_day) as opens_on, make_date(p.year, d.due_month, d.due_day) as due_on
    from reporting_duty d cross join reporting_period p where p.id = $1
  ),
  owing as materialized (
    select distinct on (a.agency_id, d.report_kind)
      a.agency_id, a.name, a.kind as agency_kind, a.path, a.province_id, d.report_kind, d.id as duty_id, d.form_id,
      d.recipients as named, d.opens_on, d.due_on, d.wording, d.is_default
    from duty d cross join lateral agency_on(d.due_on) a
    where d.effective_from <= d.due_on and (d.effective_to is null or d.effective_to >= d.due_on)
      and a.kind = any (d.reporter_kinds) and starts_with(a.path, d.scope_path) and a.agency_id <> all (d.excluded_ids)
    order by a.agency_id, d.report_kind, length(d.scope_path) desc, d.is_default, d.effective_from desc, d.id
  )`;

/** The most specific plan in force with a group for this kind of agency below its holder; none where no plan is entered. */
const expected = `
  binding as materialized (
    select day.due_on, g.id, g.agency_kinds, h.path, row_number() over (order by length(h.path) desc, p.effective_from desc, g."order") as rank
    from (select distinct due_on from owing) day
    join plan p on p.effective_from <= day.due_on and (p.effective_to is null or p.effective_to >= day.due_on)
    join subject_group g on g.plan_id = p.id
    cross join lateral agency_on(day.due_on) h
    where h.agency_id = p.agency_id
  ),
  nation as (
    select agency_id from owing where report_kind = 'consolidated' and agency_kind <> 'province' order by length(path) limit 1
  ),
  upper_report as materialized (
    select o.agency_id from owing o where o.report_kind = 'consolidated'
      and ($2 = ${wholeNation} or exists (select from report r where r.period_id = $1 and r.agency_id = o.agency_id and r.kind = 'consolidated'))
  ),
  placed as (
    select o.*, case when o.report_kind = 'consolidated' and o.agency_kind <> 'province' then null
                     when o.agency_kind = 'province' or o.province_id is null then (select agency_id from nation)
                     else o.province_id end as upper_id
    from owing o where starts_with(o.path, $2) and ($2 = ${wholeNation} or o.report_kind = 'own')
  ),
  newest_form as (
    select distinct on (day.due_on, f.id) day.due_on, f.id, f.version
    from (select distinct due_on from owing) day cross join report_form f
    order by day.due_on, f.id, f.effective_from <= day.due_on desc, case when f.effective_from <= day.due_on then f.version else -f.version end desc
  ),
  expected as materialized (
    select o.*, f.version as form_version, case when o.upper_id in (select agency_id from upper_report) then o.upper_id end as parent_agency_id,
      (select b.id from binding b where b.due_on = o.due_on and o.agency_kind = any (b.agency_kinds) and starts_with(o.path, b.path) order by b.rank limit 1) as subject_group_id,
      case when o.report_kind = 'own' then array[o.agency_id]
           when o.agency_kind = 'province' then array[o.agency_id || '.CA', o.agency_id || '.NV']
           else array['G01', 'G09'] end as editor_ids,
      array(
        select t.agency_id from unnest(o.named) with ordinality as n (code, position)
        join agency_term t on t.agency_id = case n.code when '@police' then o.province_id || '.CA' when '@homeAffairs' then o.province_id || '.NV' else n.code end
        where t.agency_id <> o.agency_id and (t.valid_from is null or t.valid_from <= o.due_on) and (t.valid_to is null or t.valid_to >= o.due_on)
        order by n.position
      ) as recipients
    from placed o join newest_form f on f.due_on = o.due_on and f.id = o.form_id
  )`;

const existing = `
  last_term as (
    select distinct on (agency_id) agency_id, name, kind, path, valid_to from agency_term
    order by agency_id, valid_to desc nulls first, valid_from desc nulls last
  ),
  existing as materialized (
    select r.id, r.agency_id, t.name, t.kind as agency_kind, t.path, t.valid_to, r.kind, r.form_id, r.form_version, r.duty_id, r.subject_group_id, r.editor_ids,
      r.opens_on, r.due_on, r.original_due_on, r.due_wording, r.due_is_default, r.withdrawn_at, r.status, r.first_sent_at, u.agency_id as parent_agency_id,
      r.status <> 'notStarted' as has_work,
      array(select c.agency_id from report_recipient c where c.report_id = r.id order by c."order") as recipients
    from report r join last_term t on t.agency_id = r.agency_id left join report u on u.id = r.parent_id
    where r.period_id = $1 and starts_with(t.path, $2) and ($2 = ${wholeNation} or r.kind = 'own')
  )`;

/**
 * Begun work stays with its form, a sent report with its criteria, and one in the recipients' hands with its recipients.
 * An extension stands beside the plan's day until the plan itself gives as much time; what was sent under one keeps both days for good.
 */
const paired = `
  paired as materialized (
    select r.id as report_id, coalesce(e.agency_id, r.agency_id) as agency_id, coalesce(e.name, r.name) as agency_name,
      coalesce(e.agency_kind, r.agency_kind) as agency_kind, coalesce(e.path, r.path) as path, coalesce(e.report_kind, r.kind) as kind,
      coalesce(e.form_id, r.form_id) as form_id, r.status, coalesce(r.has_work, false) as has_work, r.withdrawn_at, r.id is not null as exists, e.agency_id is not null as owed,
      e.duty_id, e.opens_on, case when x.stands then r.due_on else e.due_on end as due_on,
      case when x.stands then case when r.first_sent_at is null then e.due_on else r.original_due_on end end as original_due_on, r.original_due_on as old_original_due_on,
      e.wording as due_wording, e.is_default as due_is_default, e.editor_ids, e.parent_agency_id,
      case when coalesce(r.status, 'notStarted') = 'notStarted' then e.form_version else r.form_version end as form_version,
      case when r.first_sent_at is null then e.subject_group_id else r.subject_group_id end as subject_group_id,
      case when r.status in ('submitted', 'accepted', 'reported', 'correcting') then r.recipients else e.recipients end as recipients,
      r.duty_id as old_duty_id, r.opens_on as old_opens_on, r.due_on as old_due_on, r.due_wording as old_due_wording, r.due_is_default as old_due_is_default,
      r.editor_ids as old_editor_ids, r.parent_agency_id as old_parent_agency_id, r.form_version as old_form_version,
      r.subject_group_id as old_subject_group_id, r.recipients as old_recipients,
      case when e.agency_id is not null then null
           when r.valid_to < r.due_on then 'Cơ quan chấm dứt hoạt động từ ngày ' || to_char(r.valid_to + 1, 'DD/MM/YYYY')
           else 'Không còn nghĩa vụ báo cáo nào giao cho cơ quan trong kỳ này' end as reason
    from expected e full join existing r on r.agency_id = e.agency_id and r.form_id = e.form_id and r.kind = e.report_kind
    cross join lateral (select r.original_due_on is not null and (r.first_sent_at is not null or e.due_on < r.due_on) as stands) x
  )`;

const compared = {
  dueOn: "due_on",
  originalDueOn: "original_due_on",
  opensOn: "opens_on",
  dueWording: "due_wording",
  dueIsDefault: "due_is_default",
  dutyId: "duty_id",
  formVersion: "form_version",
  subjectGroupId: "subject_group_id",
  recipients: "recipients",
  editorIds: "editor_ids",
  parentAgencyId: "parent_agency_id",
} as const;

/** What may change on a report that is owed, with the value before and after. */
export type ComparedField = keyof typeof compared;

const fields = Object.entries(compared)
  .map(
    ([name, column]) =>
      `'${name}', case when old_${column} is distinct from ${column} then jsonb_build_array(old_${column}, ${column}) end`,
  )
  .join(", ");

export const difference = `${owing}, ${expected}, ${existing}, ${paired},
  difference as materialized (
    select p.*, case when not p.exists then 'added' when not p.owed then 'withdrawn' when p.withdrawn_at is not null then 'restored' else 'changed' end as change,
      case when p.exists and p.owed then c.fields else '{}' end as fields
    from paired p cross join lateral (select jsonb_strip_nulls(jsonb_build_object(${fields})) as fields) c
    where not p.exists or (p.withdrawn_at is null and not p.owed) or (p.owed and (p.withdrawn_at is not null or c.fields <> '{}'))
  )`;
