import "server-only";
import type { PoolClient } from "pg";
import type { RecipientState, ReportStatus } from "#generated/prisma/enums";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import { type Actor, hasRole } from "#lib/identity/actor";
import { blockingProblems, type Checked } from "./checks.ts";
import type { ReportDocument } from "./document.ts";
import { documentHash } from "./document-hash.ts";
import { ASSESSMENT, type FormDefinition, NARRATIVES } from "./form.ts";
import { checkNothing, nothingDocument, statementOf } from "./nothing.ts";
import { may } from "./policy.ts";
import { findChecked, findForm, listCriteria, listLevels, lockReport, type ReportRow } from "./queries.ts";
import {
  answer,
  beginsReview,
  checkComplete,
  checkMove,
  checkReasons,
  type Move,
  recall,
  reopened,
  send,
} from "./rules.ts";
import { readAppraisal } from "./schema.ts";
import { addOwn, figureRows, type Totals, totalRows } from "./totals.ts";
import { readDay } from "./values.ts";

/** What a page says when it asks for a move: which report, as it was shown, and why. */
export type Request = { id: string; version: number; reason: string };

/** Puts the draft up for the head's signature. @throws refused listing every blocking problem. */
export const askSignOff = (actor: Actor, request: Request) =>
  move(actor, request, "askSignOff", async (report, tx) => {
    checkComplete(report.id, blockingProblems(await findChecked(report, tx)));
    if (report.kind === "consolidated" && !report.consolidationId)
      throw refused("Chưa tổng hợp từ báo cáo của các đơn vị. Hãy bấm Tổng hợp trước khi trình ký.");
    return { status: "awaitingSignOff", columns: { draft: without(report.draft, "statement") } };
  });

/**
 * Puts up for signature the statement that nothing occurred in the period, in place of figures and words.
 * @throws refused when it is not confirmed, for a consolidated report, or while a cell says otherwise.
 */
export const declareNothing = (actor: Actor, { confirmed, ...request }: Request & { confirmed: boolean }) =>
  move(actor, request, "declareNothing", async (report, tx) => {
    if (report.kind === "consolidated")
      throw refused("Báo cáo tổng hợp được lập từ báo cáo của các đơn vị nên không báo cáo “không phát sinh” được.");
    if (!confirmed)
      throw refused("Hãy đánh dấu xác nhận nội dung cam kết trước khi trình ký.", [
        { field: "confirmed", message: "Xác nhận không phát sinh: chưa được đánh dấu." },
      ]);
    checkNothing(await findChecked(report, tx));
    const statement = statementOf(report.agencyName, report.periodId);
    return {
      status: "awaitingSignOff",
      columns: { draft: { ...(report.draft as object), statement } },
      detail: { statement },
    };
  });

const without = (draft: unknown, part: keyof ReportDocument) => {
  const { [part]: _, ...rest } = draft as Partial<ReportDocument>;
  return rest;
};

/** Gives a report put up for signature back to its writers. */
export const handBack = (actor: Actor, request: Request) =>
  move(actor, request, "handBack", (report) => ({ status: reopened(report) }));

/** Takes a sent report back before any recipient has begun. */
export const recallReport = (actor: Actor, request: Request) =>
  move(actor, request, "recall", async (report, tx) => {
    const { status, sentVersionId } = recall(report);
    const standing = await row<{ isStatement: boolean }>(IS_STATEMENT, [sentVersionId], tx);
    return {
      status,
      columns: { sent_version_id: sentVersionId, nothing_to_report: standing?.isStatement ?? false },
    };
  });

const IS_STATEMENT = `select document ? 'statement' as "isStatement" from report_version where id = $1`;

/** Opens an accepted report for correction; the accepted version counts until a new one is accepted. */
export const openCorrection = (actor: Actor, request: Request) =>
  move(actor, request, "openCorrection", () => ({
    status: "correcting",
    columns: { correction_reason: request.reason },
  }));

/** Records that the national report went to the Prime Minister, by its document. */
export const markReported = (actor: Actor, request: Request & { reportedOn: string; reportedNumber: string }) =>
  move(actor, request, "markReported", (report) => {
    const day = readDay(request.reportedOn.trim());
    if (!day)
      throw refused("Hãy ghi ngày của văn bản báo cáo.", [
        {
          field: "reportedOn",
          message: `Ngày văn bản: giá trị “${request.reportedOn}” chưa đúng; hãy nhập dạng 29/11/2026.`,
        },
      ]);
    if (!request.reportedNumber)
      throw refused("Hãy ghi số, ký hiệu văn bản báo cáo.", [
        { field: "reportedNumber", message: "Số, ký hiệu văn bản: còn trống." },
      ]);
    return {
      status: "reported",
      columns: { reported_on: day, reported_number: request.reportedNumber, accepted_version_id: report.sentVersionId },
      detail: { reportedOn: day, reportedNumber: request.reportedNumber },
    };
  });

type Change = { status: ReportStatus; columns?: Record<string, unknown>; detail?: object };

/** The frame of every move by writers and signers: hold the report, authorize, decide, write, tell, audit. */
async function move(
  actor: Actor,
  { id, version, reason }: Request,
  kind: Move,
  decide: (report: ReportRow, tx: PoolClient) => Change | Promise<Change>,
) {
  return transaction(async (tx) => {
    const report = await lockReport(actor, id, tx);
    if (!report) throw notFound("báo cáo");
    authorize(may[kind](actor, report));
    checkSeen(report, version);
    checkMove(report, kind, reason);
    const { status, columns = {}, detail = {} } = await decide(report, tx);
    await writeStatus(tx, report, status, columns);
    await tell(tx, actor, report, kind, reason, report.sentNumber, detail);
    return { ...report, status };
  });
}

/** @throws conflict naming what happened since the page was drawn. */
function checkSeen(report: ReportRow, version: number) {
  if (report.version !== version) throw conflict(undefined, { version: report.version, status: report.status });
}

async function writeStatus(
  tx: PoolClient,
  report: ReportRow,
  status: ReportStatus,
  columns: Record<string, unknown> = {},
) {
  const names = Object.keys(columns); // column names come from this file only
  const sets = names.map((name, index) => `, ${name} = $${index + 4}`).join("");
  await rows(
    `update report set status = $2, status_since = case when status = $2 then status_since else $3 end, version = version + 1${sets} where id = $1`,
    [report.id, status, report.now, ...names.map((name) => columns[name])],
    tx,
  );
}

/** One entry in the report's timeline and one in the audit log, `report.<kind>`. */
export async function tell(
  tx: PoolClient,
  actor: Actor,
  report: ReportRow,
  kind: string,
  reason: string,
  versionNumber: number | null,
  detail: object = {},
) {
  await rows(
    `insert into report_event (report_id, at, move, person_name, person_id, agency_id, agency_name, reason, version_number, detail)
     values ($1, $2, $3, $4, $5, $6, $7, nullif($8, ''), $9, $10)`,
    [
      report.id,
      report.now,
      kind,
      actor.fullName,
      actor.personId,
      actor.agency.id,
      actor.agency.name,
      reason,
      versionNumber,
      JSON.stringify(detail),
    ],
    tx,
  );
  await recordAudit(tx, {
    actor,
    action: `report.${kind}`,
    subject: { type: "report", id: report.id, path: report.path },
    note: reason || null,
    detail,
  });
}

/**
 * Signs and sends to every recipient: freezes the draft as the next version, with its figures as rows and the evidence it has.
 * More time that was still asked for is asked for no more.
 */
export async function signAndSend(actor: Actor, { id, version, reason }: Request) {
  return transaction(async (tx) => {
    const report = await lockReport(actor, id, tx);
    if (!report) throw notFound("báo cáo");
    authorize(may.signAndSend(actor, report), "Chỉ lãnh đạo của cơ quan có nghĩa vụ báo cáo được ký và gửi.");
    checkSeen(report, version);
    checkMove(report, "signAndSend", reason);
    const checked = await findChecked(report, tx);
    const { statement } = checked.document;
    if (!statement) checkComplete(report.id, blockingProblems(checked));
    const sent = send(report, report.now);
    const { document, figures } = statement
      ? freeze({ ...checked, document: nothingDocument(checked, statement) }, {})
      : freeze(checked, await findTotals(report, tx));
    await rows(
      SEND,
      [
        report.id,
        sent.number,
        JSON.stringify(document),
        documentHash(document),
        report.consolidationId,
        actor.personId,
        actor.fullName,
        actor.position,
        report.draftSavedByName,
        report.now,
        sent.versionLate,
        sent.isCorrection ? report.correctionReason : null,
        JSON.stringify(figures),
        sent.status,
        sent.firstSentAt,
        sent.late,
        statement !== undefined,
      ],
      tx,
    );
    await tell(tx, actor, report, "signAndSend", reason, sent.number, {
      recipients: report.recipients.map(({ name }) => name),
      late: sent.versionLate,
    });
    return { ...report, status: sent.status, sentNumber: sent.number };
  });
}

const SEND = `
  with sent as (
    insert into report_version (report_id, number, document, document_hash, consolidation_id, signed_by_id, signed_by_name, signed_by_position, entered_by_name, sent_at, late, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id
  ), figures as (
    insert into report_figure (version_id, indicator_id, option, number, asked)
    select sent.id, f."indicatorId", f.option, f.number, f.asked from sent, jsonb_to_recordset($13::jsonb) as f("indicatorId" text, option text, number numeric, asked int)
  ), kept as (
    insert into report_version_evidence (version_id, evidence_id)
    select sent.id, e.id from sent, evidence e join stored_file f on f.hash = e.hash where e.report_id = $1 and e.removed_at is null and f.scan <> 'infected'
  ), recipients as (
    update report_recipient set state = 'waiting', since = null, person_name = null, note = null, reasons = '{}', appraisal = '{}' where report_id = $1
  ), ended as (
    update report_extension set state = 'takenBack', decided_at = $10, decided_by_id = $6, decided_by_name = $7, decided_by_agency = asked_by_agency, note = 'Báo cáo đã được gửi.'
    where report_id = $1 and state = 'asked'
  )
  update report set status = $14, status_since = $10, version = version + 1, sent_version_id = sent.id, first_sent_at = $15, late = $16, nothing_to_report = $17
  from sent where report.id = $1`;

/** What a version says for good, and its figures as rows: a consolidated one gives its totals. */
function freeze({ form, isConsolidated, document }: Checked, parts: Totals) {
  if (!isConsolidated) return { document, figures: figureRows(form, document.figures, document.blanks) };
  const totals = addOwn(form, parts, document.figures, document.adjustments);
  const frozen: ReportDocument = { ...document, totals };
  return { document: frozen, figures: totalRows(totals) };
}

async function findTotals(report: ReportRow, tx: PoolClient): Promise<Totals> {
  if (!report.consolidationId) return {};
  return (
    (await row<{ totals: Totals }>("select totals from consolidation where id = $1", [report.consolidationId], tx))
      ?.totals ?? {}
  );
}

/** A recipient says that it has begun: from now on the sender cannot recall. */
export const startReview = (actor: Actor, request: Request) => answerReport(actor, request, "reviewing", {});

/** A recipient accepts its part; the report is accepted when all have. */
export const acceptReport = (actor: Actor, request: Request) => answerReport(actor, request, "accepted", {});

/** A recipient returns the report with a reason for each section to correct. `reasons`: sectionId → sentence. */
export const returnReport = (actor: Actor, request: Request & { reasons: Record<string, string> }) =>
  answerReport(actor, request, "returned", request.reasons);

const moveOf = { reviewing: "startReview", accepted: "accept", returned: "return" } as const;

async function answerReport(
  actor: Actor,
  { id, version, reason }: Request,
  state: "reviewing" | "accepted" | "returned",
  reasons: Record<string, string>,
) {
  return transaction(async (tx) => {
    const report = await lockReport(actor, id, tx);
    if (!report) throw notFound("báo cáo");
    const kind = moveOf[state];
    authorize(may[kind](actor, report), "Chỉ cơ quan nhận báo cáo được thực hiện việc này.");
    checkVersionSeen(report, version);
    checkMove(report, kind, reason);
    const given =
      state === "returned"
        ? checkReasons(reasons, sectionIds(await findForm(report.formId, report.formVersion, tx)))
        : {};
    const status = answer(report, actor.agency.id, state);
    await writeAnswer(tx, actor, report, state, reason, given);
    await writeStatus(
      tx,
      report,
      status,
      status === "accepted" ? { accepted_version_id: report.sentVersionId, correction_reason: null } : {},
    );
    await tell(tx, actor, report, kind, reason, report.sentNumber, state === "returned" ? { sections: given } : {});
    return { ...report, status };
  });
}

/** Recipients answer for a version, not for the state of the other recipient. @throws conflict when a newer version came. */
function checkVersionSeen(report: ReportRow, number: number) {
  if (report.sentNumber !== number)
    throw conflict(
      "Đơn vị đã gửi bản khác hoặc đã thu hồi báo cáo. Hãy tải lại trang để xem bản mới nhất rồi quyết định.",
    );
}

const sectionIds = (form: FormDefinition) => [...form.sections.map(({ id }) => id), NARRATIVES, ASSESSMENT];

async function writeAnswer(
  tx: PoolClient,
  actor: Actor,
  report: ReportRow,
  state: RecipientState,
  note: string,
  reasons: Record<string, string>,
) {
  await rows(
    "update report_recipient set state = $3, since = $4, person_name = $5, note = nullif($6, ''), reasons = $7 where report_id = $1 and agency_id = $2",
    [report.id, actor.agency.id, state, report.now, actor.fullName, note, JSON.stringify(reasons)],
    tx,
  );
}

/**
 * Accepts many reports for the actor's agency at once: those still waiting in the version the list showed.
 * Returns how many were accepted and how many had moved on. A bounded number of statements, whatever the number of reports.
 */
export async function acceptMany(actor: Actor, seen: { id: string; number: number }[]) {
  authorize(hasRole(actor, "recipientOfficer", "head"), "Chỉ cơ quan nhận báo cáo được tiếp nhận.");
  return transaction(async (tx) => {
    await rows(
      "select 1 from report where id = any($1::uuid[]) order by id for update",
      [seen.map(({ id }) => id)],
      tx,
    );
    const accepted = await rows<{ id: string }>(
      ACCEPT_MANY,
      [actor.agency.id, JSON.stringify(seen), actor.fullName, actor.personId, actor.agency.name],
      tx,
    );
    return { accepted: accepted.length, skipped: seen.length - accepted.length };
  });
}

const ACCEPT_MANY = `
  with held as (
    select r.id, r.agency_id, r.sent_version_id, v.number
    from jsonb_to_recordset($2::jsonb) as s(id uuid, number int)
    join report r on r.id = s.id
    join report_version v on v.id = r.sent_version_id and v.number = s.number
    where r.status in ('submitted', 'returned') and r.withdrawn_at is null
  ), answered as (
    update report_recipient c set state = 'accepted', since = campaign_now(), person_name = $3, note = null, reasons = '{}'
    from held where c.report_id = held.id and c.agency_id = $1 and c.state in ('waiting', 'reviewing')
    returning held.id, held.agency_id, held.sent_version_id, held.number
  ), others as (
    select a.id, count(*) filter (where c.state <> 'accepted') as open from answered a
    left join report_recipient c on c.report_id = a.id and c.agency_id <> $1 group by a.id
  ), moved as (
    update report r set version = r.version + 1,
      status = case when o.open = 0 then 'accepted' else r.status end,
      status_since = case when o.open = 0 then campaign_now() else r.status_since end,
      accepted_version_id = case when o.open = 0 then r.sent_version_id else r.accepted_version_id end,
      correction_reason = case when o.open = 0 then null else r.correction_reason end
    from others o where r.id = o.id
  ), told as (
    insert into report_event (report_id, at, move, person_name, person_id, agency_id, agency_name, version_number)
    select id, campaign_now(), 'accept', $3, $4, $1, $5, number from answered
  ), audited as (
    insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path)
    select campaign_now(), $4, $3, $1, 'report.accept', 'report', a.id, t.path from answered a join agency_on(campaign_today()) t on t.agency_id = a.agency_id
  )
  select id from answered`;

/**
 * Keeps a recipient's appraisal beside the self-assessment; saving one is beginning the review.
 * Fields: `level.<criterionId>`, `comment.<criterionId>`; `version` is the number of the sent version the page showed.
 */
export async function appraise(actor: Actor, input: { id: string; version: number } & Record<string, unknown>) {
  return transaction(async (tx) => {
    const report = await lockReport(actor, input.id, tx);
    if (!report) throw notFound("báo cáo");
    authorize(may.startReview(actor, report), "Chỉ cơ quan nhận báo cáo được ghi ý kiến thẩm định.");
    checkVersionSeen(report, input.version);
    checkMove(report, "startReview", "");
    const begins = beginsReview(report, actor.agency.id);
    const criteria = await listCriteria(report.subjectGroupId, tx);
    const levels = await listLevels(tx);
    const appraisal = readAppraisal(
      input,
      criteria.map(({ id }) => id),
      levels.map(({ id }) => id),
    );
    await rows(
      "update report_recipient set appraisal = $3, state = 'reviewing', since = coalesce(since, $4), person_name = $5 where report_id = $1 and agency_id = $2",
      [report.id, actor.agency.id, JSON.stringify(appraisal), report.now, actor.fullName],
      tx,
    );
    await writeStatus(tx, report, report.status);
    if (begins) await tell(tx, actor, report, "startReview", "", report.sentNumber);
    await recordAudit(tx, {
      actor,
      action: "report.appraise",
      subject: { type: "report", id: report.id, path: report.path },
      detail: { criteria: Object.keys(appraisal) },
    });
  });
}
