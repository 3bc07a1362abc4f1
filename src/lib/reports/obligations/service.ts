import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { yearBefore } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { difference } from "#lib/reports/obligations/difference";
import { idsIn, printChange } from "#lib/reports/obligations/labels";
import { obligationScope } from "#lib/reports/obligations/policy";
import {
  namesOf,
  type ObligationChange,
  type ObligationPreview,
  previewObligations,
} from "#lib/reports/obligations/queries";
import type { Apply } from "#lib/reports/obligations/schema";
import { refreshPeers } from "#lib/reports/peers";

/**
 * Brings the reports of a period to what plans and agencies ask, in the actor's scope; without an actor, everywhere.
 * Running it again changes nothing. What was sent keeps its `late`; what is owed no more is withdrawn, never removed.
 * @returns what was changed.
 * @throws notFound for a stranger; refused when a lower duty falls due after the upper one it feeds.
 */
export async function applyObligations(
  actor: Actor | null,
  periodId: string,
  tx?: PoolClient,
): Promise<ObligationPreview> {
  return tx ? apply(actor, periodId, tx) : transaction((own) => apply(actor, periodId, own));
}

/** Applies exactly what the actor was shown. @throws conflict when plans, agencies or reports have moved on since. */
export async function applySeenObligations(actor: Actor, { periodId, seen }: Apply): Promise<ObligationPreview> {
  return transaction((tx) => apply(actor, periodId, tx, seen));
}

async function apply(actor: Actor | null, periodId: string, tx: PoolClient, seen?: string): Promise<ObligationPreview> {
  const scope = actor ? obligationScope(actor) : "/VN/";
  if (!scope) throw notFound("nghĩa vụ báo cáo");
  await tx.query("select pg_advisory_xact_lock(hashtext('obligations'))");

  const preview = await previewObligations(periodId, scope, tx);
  if (preview.problems[0]) throw refused(preview.problems[0].message);
  if (seen !== undefined && seen !== preview.fingerprint) {
    throw conflict(
      "Kế hoạch, cơ quan hoặc báo cáo vừa thay đổi nên danh sách đã xem không còn đúng. Hãy xem lại thay đổi rồi áp dụng.",
    );
  }
  if (sizeOf(preview) === 0) return preview;

  await write(tx, preview);
  await refreshPeers(yearBefore(periodId), tx);
  await recordEvents(tx, actor, [...preview.changed, ...preview.withdrawn, ...preview.restored]);
  await recordApplication(tx, actor, preview);
  return preview;
}

const sizeOf = ({ added, changed, withdrawn, restored }: ObligationPreview) =>
  added.length + changed.length + withdrawn.length + restored.length;

/** Each statement works on its whole set. Parents and recipients come last: they need the rows added before. */
async function write(tx: PoolClient, { periodId, scope, added, changed, withdrawn, restored }: ObligationPreview) {
  const statements: string[] = [];
  if (changed.length + restored.length > 0) statements.push(update, dropRecipients);
  if (withdrawn.length > 0) statements.push(withdraw);
  if (added.length > 0) statements.push(add);
  for (const statement of [...statements, feed, nameRecipients]) await rows(statement, [periodId, scope], tx);
}

const update = `with ${difference}
  update report r set duty_id = d.duty_id, form_version = d.form_version, subject_group_id = d.subject_group_id, editor_ids = d.editor_ids,
    opens_on = d.opens_on, due_on = d.due_on, original_due_on = d.original_due_on, due_wording = d.due_wording, due_is_default = d.due_is_default, withdrawn_at = null, withdrawn_for = null,
    version = r.version + case when d.change = 'restored' or d.fields ?| array['formVersion', 'subjectGroupId', 'recipients'] then 1 else 0 end
  from difference d where d.report_id = r.id and d.change in ('changed', 'restored')`;

const withdraw = `with ${difference}
  update report r set withdrawn_at = campaign_now(), withdrawn_for = d.reason, version = r.version + 1
  from difference d where d.report_id = r.id and d.change = 'withdrawn'`;

const add = `with ${difference}
  insert into report (period_id, agency_id, kind, form_id, form_version, duty_id, subject_group_id, editor_ids, opens_on, due_on, due_wording, due_is_default, status_since)
  select $1, agency_id, kind, form_id, form_version, duty_id, subject_group_id, editor_ids, opens_on, due_on, due_wording, due_is_default, campaign_now()
  from difference where change = 'added'`;

const feed = `with ${difference}
  update report r set parent_id = u.id
  from paired p left join report u on u.period_id = $1 and u.agency_id = p.parent_agency_id and u.kind = 'consolidated'
  where p.owed and p.report_id = r.id and r.parent_id is distinct from u.id`;

const dropRecipients = `with ${difference}
  delete from report_recipient c using paired p where p.owed and p.report_id = c.report_id and c.agency_id <> all (p.recipients)`;

const nameRecipients = `with ${difference}
  insert into report_recipient as c (report_id, agency_id, "order")
  select p.report_id, n.agency_id, n.position - 1 from paired p cross join lateral unnest(p.recipients) with ordinality as n (agency_id, position)
  where p.owed and p.recipients <> p.old_recipients
  on conflict (report_id, agency_id) do update set "order" = excluded."order" where c."order" <> excluded."order"`;

/** What happened to reports that were there before, in their timelines. A report just added begins with its own first move. */
async function recordEvents(tx: PoolClient, actor: Actor | null, changes: ObligationChange[]) {
  if (changes.length === 0) return;
  const names = await namesOf(idsIn(changes), tx);
  const told = changes.map((one) => ({
    reportId: one.reportId,
    told: printChange(one, names),
    detail: { change: one.change, fields: one.fields },
  }));
  await tx.query(
    `insert into report_event (report_id, at, move, person_name, person_id, agency_id, agency_name, reason, detail)
     select (c ->> 'reportId')::uuid, campaign_now(), 'obligate', $2, $3, $4, $5, c ->> 'told', c -> 'detail'
     from jsonb_array_elements($1) c`,
    [
      JSON.stringify(told),
      actor?.fullName ?? "Hệ thống",
      actor?.personId ?? null,
      actor?.agency.id ?? "VN",
      actor?.agency.name ?? "Hệ thống",
    ],
  );
}

async function recordApplication(tx: PoolClient, actor: Actor | null, preview: ObligationPreview) {
  const subject = { type: "reportingPeriod", id: preview.periodId, path: preview.scope };
  const detail = {
    added: preview.added.length,
    changed: preview.changed.length,
    withdrawn: preview.withdrawn.length,
    restored: preview.restored.length,
  };
  if (actor) return recordAudit(tx, { actor, action: "obligation.apply", subject, detail });
  await row(
    `insert into audit_entry (campaign_at, person_name, action, subject_type, subject_id, scope_path, detail)
     values (campaign_now(), 'Hệ thống', 'obligation.apply', $1, $2, $3, $4)`,
    [subject.type, subject.id, subject.path, JSON.stringify(detail)],
    tx,
  );
}
