import "server-only";
import type { ReportStatus } from "#generated/prisma/enums";
import { row } from "#lib/db";
import { authorize, conflict, type FieldProblem, notFound, refused, signInNeeded } from "#lib/errors";
import { findActor, liveSession } from "#lib/identity/session";
import { readDocument } from "./document.ts";
import { type FormDefinition, indicatorsById } from "./form.ts";
import { isEditor, writingRoles } from "./policy.ts";
import { findForm, findReport, UUID } from "./queries.ts";
import { checkWritable, writableStatuses } from "./rules.ts";
import type { SaveInput } from "./schema.ts";
import { readDecimalSigned, readValue } from "./values.ts";

export type Saved = { version: number; status: ReportStatus; savedAt: Date };

/**
 * Saves changed cells over the version the writer saw: session, right, state and version are checked, the document
 * merged and the audit entry written by one statement, because this runs at every pause of every clerk.
 * Null clears a cell. @throws refused with a problem per cell, conflict with the current version and document.
 */
export async function saveDraft(sessionId: string | null, input: SaveInput): Promise<Saved> {
  if (!sessionId) throw signInNeeded();
  const pin = await findPin(input.id);
  if (!pin) return explain(sessionId, input);
  const { change, problems } = await readChange(input, await findForm(pin.formId, pin.formVersion));
  if (problems.length > 0) return explain(sessionId, input, problems);
  const saved = await row<Saved>(SAVE, [
    sessionId,
    input.id,
    input.version,
    writableStatuses,
    writingRoles.own,
    writingRoles.consolidated,
    JSON.stringify(change),
    JSON.stringify({
      fields: Object.entries(change).flatMap(([part, fields]) =>
        Object.keys(fields).map((field) => `${part}.${field}`),
      ),
    }),
    pin.formId,
    pin.formVersion,
  ]);
  return saved ?? explain(sessionId, input);
}

const SAVE = `
  with acting as materialized (
    select s.person_id, s.agency_id, p.full_name, g.roles
    from session s join person p on p.id = s.person_id
    cross join lateral (select array_agg(a.role) as roles from assignment a where a.person_id = s.person_id and a.agency_id = s.agency_id and a.ended_at is null) g
    where s.id = $1 and ${liveSession} and p.locked_at is null and not p.must_change_password
  ), saved as (
    update report r set
      draft = r.draft || jsonb_build_object(
        'figures', jsonb_strip_nulls(coalesce(r.draft->'figures', '{}') || ($7::jsonb->'figures')),
        'narratives', jsonb_strip_nulls(coalesce(r.draft->'narratives', '{}') || ($7::jsonb->'narratives')),
        'assessments', jsonb_strip_nulls(coalesce(r.draft->'assessments', '{}') || ($7::jsonb->'assessments')),
        'adjustments', jsonb_strip_nulls(coalesce(r.draft->'adjustments', '{}') || ($7::jsonb->'adjustments'))),
      version = r.version + 1,
      status = case r.status when 'notStarted' then 'draft' else r.status end,
      status_since = case r.status when 'notStarted' then campaign_now() else r.status_since end,
      draft_saved_at = campaign_now(), draft_saved_by_id = acting.person_id
    from acting
    where r.id = $2 and r.version = $3 and r.withdrawn_at is null and r.status = any($4::report_status[]) and r.form_id = $9 and r.form_version = $10
      and acting.agency_id = any(r.editor_ids)
      and acting.roles && (case r.kind when 'own' then $5::role[] else $6::role[] end)
    returning r.id, r.agency_id, r.version, r.status, r.draft_saved_at
  ), seen as (
    update session s set last_seen_at = now() where s.id = $1 and s.last_seen_at < now() - interval '5 minutes' and ${liveSession}
  ), audited as (
    insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path, detail)
    select saved.draft_saved_at, acting.person_id, acting.full_name, acting.agency_id, 'report.save', 'report', saved.id,
      (select path from agency_term t where t.agency_id = saved.agency_id order by valid_from desc nulls last limit 1), $8::jsonb
    from saved, acting
  )
  select version, status, draft_saved_at as "savedAt" from saved`;

const formPins = new Map<string, { formId: string; formVersion: number }>();

/** The form a report is pinned to, asked once per process: the save itself checks that it still is. */
async function findPin(reportId: string) {
  const known = formPins.get(reportId);
  if (known || !UUID.test(reportId)) return known;
  const found = await row<{ formId: string; formVersion: number }>(
    `select form_id as "formId", form_version as "formVersion" from report where id = $1`,
    [reportId],
  );
  if (found) formPins.set(reportId, found);
  return found;
}

/** The ids assessments may name: criteria of the report's plan, levels of the scale. */
const findAssessable = (reportId: string) =>
  row<{ criteriaIds: string[]; levelIds: string[] }>(
    `select array(select c.id from criterion c where c.group_id = r.subject_group_id) as "criteriaIds", array(select id from assessment_level) as "levelIds"
     from report r where r.id = $1`,
    [reportId],
  );

/** The change with every value in its stored form, and the problem of each cell that has the wrong kind of value. */
async function readChange(input: SaveInput, form: FormDefinition) {
  const indicators = indicatorsById(form);
  const problems: FieldProblem[] = [];
  const reject = (field: string, message: string) => problems.push({ field, message });

  const figures: Record<string, unknown> = {};
  for (const [id, raw] of Object.entries(input.figures)) {
    const indicator = indicators.get(id);
    const reading = indicator
      ? readValue(indicator, raw)
      : { problem: `Mẫu báo cáo không có ô ${id}. Hãy tải lại trang.` };
    if (reading.problem !== undefined) reject(`figures.${id}`, reading.problem);
    else figures[id] = reading.value;
  }
  const narratives: Record<string, string | null> = {};
  for (const [id, text] of Object.entries(input.narratives)) {
    if (form.narratives.every((narrative) => narrative.id !== id))
      reject(`narratives.${id}`, `Mẫu báo cáo không có phần lời ${id}. Hãy tải lại trang.`);
    narratives[id] = text || null;
  }
  const assessable = Object.keys(input.assessments).length > 0 ? await findAssessable(input.id) : null;
  for (const [id, value] of Object.entries(input.assessments)) {
    if (!assessable?.criteriaIds.includes(id))
      reject(`assessments.${id}`, "Tiêu chí này không thuộc kế hoạch áp dụng cho cơ quan. Hãy tải lại trang.");
    if (value?.level && !assessable?.levelIds.includes(value.level))
      reject(`assessments.${id}`, `Mức tự đánh giá “${value.level}” không có trong thang. Hãy chọn lại.`);
  }
  const adjustments: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(input.adjustments)) {
    const by = value && readDecimalSigned(value.by);
    if (value && !by)
      reject(
        `adjustments.${id}`,
        `Điều chỉnh ô ${id}: giá trị “${value.by}” chưa hợp lệ; hãy nhập số tăng hoặc giảm, ví dụ -3 hoặc 12.`,
      );
    if (value && !value.reason)
      reject(`adjustments.${id}`, `Điều chỉnh ô ${id}: còn thiếu lý do; mỗi điều chỉnh phải kèm lý do.`);
    if (indicators.get(id)?.aggregate !== "sum")
      reject(`adjustments.${id}`, `Ô ${id} không điều chỉnh được vì không phải số cộng dồn.`);
    adjustments[id] = value && by ? { by, reason: value.reason } : null;
  }
  return { change: { figures, narratives, assessments: input.assessments, adjustments }, problems };
}

/** Why nothing was saved, in the order a person needs to know. */
async function explain(sessionId: string, { id, version }: SaveInput, problems: FieldProblem[] = []): Promise<never> {
  formPins.delete(id);
  const actor = await findActor(sessionId);
  if (!actor) throw signInNeeded();
  const report = await findReport(actor, id);
  if (!report) throw notFound("báo cáo");
  authorize(
    isEditor(actor, report),
    "Đồng chí xem được báo cáo này nhưng không phải người nhập. Hãy đổi sang vai trò cán bộ báo cáo của đơn vị.",
  );
  if (problems.length > 0)
    throw refused(
      problems.length === 1 ? String(problems[0]?.message) : `Có ${problems.length} ô chưa hợp lệ nên chưa lưu.`,
      problems,
    );
  checkWritable(report);
  const { figures, narratives, assessments, adjustments } = readDocument(report.draft);
  throw conflict(
    `${report.draftSavedByName ?? "Người khác"} vừa lưu báo cáo này (bản ${version} → ${report.version}). Giá trị đồng chí vừa nhập vẫn còn trên màn hình.`,
    { version: report.version, document: { figures, narratives, assessments, adjustments } },
  );
}
