import "server-only";
import type { ReportStatus } from "#generated/prisma/enums";
import { row } from "#lib/db";
import { authorize, conflict, type FieldProblem, notFound, refused, signInNeeded, UserFacingError } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { findActor, liveSession } from "#lib/identity/session";
import { type Assessable, auditedChange, type DraftChange, readChange } from "./changes.ts";
import { type ReportDocument, readDocument, writtenParts } from "./document.ts";
import { isEditor, maySeeDraft, writingRoles } from "./policy.ts";
import { findForm, findReport, type ReportRow, UUID } from "./queries.ts";
import { checkWritable, writableStatuses } from "./rules.ts";
import type { SaveInput } from "./schema.ts";

/** How often the cells of each section were saved; a section that never was has none. */
export type SectionVersions = Record<string, number>;

export type Saved = { sections: SectionVersions; version: number; status: ReportStatus; savedAt: Date };

/**
 * Saves changed cells over the version the writer saw of their sections: session, right, state and versions are checked, the
 * document merged and the audit entry written by one statement, because this runs at every pause of every clerk.
 * Null clears a cell. @throws refused with a problem per cell, conflict with the current versions and document.
 */
export async function saveDraft(sessionId: string | null, input: SaveInput): Promise<Saved> {
  if (!sessionId) throw signInNeeded();
  const pin = await findPin(input.id);
  if (!pin) return explain(sessionId, input);
  const form = await findForm(pin.formId, pin.formVersion);
  const { change, problems, sections } = readChange(input, form, await findAssessable(input));
  if (sections.length === 0 && problems.length === 0)
    problems.push({ field: "sections", message: "Không có ô nào để lưu." });
  if (problems.length > 0) return explain(sessionId, input, problems);
  const seen = Object.fromEntries(sections.map((id) => [id, input.sections[id] ?? 0]));
  const saved = await row<Saved>(saveStatement(change), [
    sessionId,
    input.id,
    JSON.stringify(seen),
    writableStatuses,
    writingRoles.own,
    writingRoles.consolidated,
    JSON.stringify(change),
    JSON.stringify(auditedChange(input, change)),
    pin.formId,
    pin.formVersion,
    JSON.stringify(Object.fromEntries(sections.map((id) => [id, 0]))),
    JSON.stringify(Object.fromEntries(sections.map((id) => [id, (seen[id] ?? 0) + 1]))),
    input.writer ?? null,
  ]);
  return saved ?? explain(sessionId, input);
}

/**
 * Only the parts that change are merged. The versions are compared by an expression on the row itself ($11: zeros where a section
 * was never saved): after waiting for another save PostgreSQL asks the condition again of the new row, a sub-select it would not.
 */
const saveStatement = (change: DraftChange) => `
  with acting as materialized (
    select s.person_id, s.agency_id, p.full_name, g.roles
    from session s join person p on p.id = s.person_id
    cross join lateral (select array_agg(a.role) as roles from assignment a where a.person_id = s.person_id and a.agency_id = s.agency_id and a.ended_at is null) g
    where s.id = $1 and ${liveSession} and p.locked_at is null and not p.must_change_password and ($13::text is null or s.person_id::text = $13)
  ), saved as (
    update report r set
      draft = r.draft || jsonb_build_object(${writtenParts
        .filter((part) => Object.keys(change[part]).length > 0)
        .map((part) => `'${part}', jsonb_strip_nulls(coalesce(r.draft->'${part}', '{}') || ($7::jsonb->'${part}'))`)
        .join(", ")}),
      section_versions = r.section_versions || $12::jsonb,
      version = r.version + 1,
      status = case r.status when 'notStarted' then 'draft' else r.status end,
      status_since = case r.status when 'notStarted' then campaign_now() else r.status_since end,
      draft_saved_at = campaign_now(), draft_saved_by_id = acting.person_id
    from acting
    where r.id = $2 and ($11::jsonb || r.section_versions) @> $3::jsonb and r.withdrawn_at is null and r.status = any($4::report_status[]) and r.form_id = $9 and r.form_version = $10
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
  select $12::jsonb as sections, version, status, draft_saved_at as "savedAt" from saved`;

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

/** What assessments may name: criteria of the report's plan, levels of the scale; null when none is written. */
const findAssessable = ({ id, assessments }: SaveInput): Promise<Assessable | null> =>
  Object.keys(assessments).length === 0
    ? Promise.resolve(null)
    : row<Assessable>(
        `select array(select c.id from criterion c where c.group_id = r.subject_group_id) as "criteriaIds", array(select id from assessment_level) as "levelIds"
         from report r where r.id = $1`,
        [id],
      );

const SOMEBODY_ELSE =
  "Người đang đăng nhập trên trình duyệt này không phải người đã nhập. Người đã nhập cần đăng nhập lại để gửi.";

/** Why nothing was saved, in the order a person needs to know. */
async function explain(sessionId: string, { id, writer }: SaveInput, problems: FieldProblem[] = []): Promise<never> {
  formPins.delete(id);
  const actor = await findActor(sessionId);
  if (!actor) throw signInNeeded();
  if (writer && writer !== actor.personId) throw new UserFacingError(401, SOMEBODY_ELSE);
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
  throw conflict(
    `${report.draftSavedByName ?? "Người khác"} vừa lưu phần báo cáo này. Giá trị đồng chí vừa nhập vẫn còn trên màn hình.`,
    { ...draftOf(report), savedBy: report.draftSavedByName },
  );
}

export type Draft = Omit<Saved, "savedAt"> & { savedAt: Date | null; document: ReportDocument };

const draftOf = (report: ReportRow): Draft => ({
  sections: report.sectionVersions,
  version: report.version,
  status: report.status,
  savedAt: report.draftSavedAt,
  document: readDocument(report.draft),
});

/** What is being written, for those who may see it. @throws notFound for everybody else. */
export async function findDraft(actor: Actor, id: string): Promise<Draft> {
  const report = await findReport(actor, id);
  if (!report || !maySeeDraft(actor, report)) throw notFound("bản đang nhập");
  return draftOf(report);
}
