import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "#lib/identity/actor";

export type AuditSubject = { type: string; id: string /** path of the agency it belongs to */; path: string };

/** Records who did what, in the transaction that does it. `action` is noun.verb; entries are never changed. */
export async function recordAudit(
  tx: PoolClient,
  {
    actor,
    action,
    subject,
    note = null,
    detail = {},
  }: { actor: Actor; action: string; subject: AuditSubject; note?: string | null; detail?: object },
) {
  await tx.query({
    name: "audit",
    text: `insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path, note, detail)
           values (campaign_now(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      actor.personId,
      actor.fullName,
      actor.agency.id,
      action,
      subject.type,
      subject.id,
      subject.path,
      note,
      JSON.stringify(detail),
    ],
  });
}
