import "server-only";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { notFound } from "#lib/errors";
import { type Actor, administers } from "#lib/identity/actor";

/** Keeps an agency's official mailbox, or takes it away. @throws notFound for who does not administer the agency. */
export async function changeMailbox(actor: Actor, { id, address }: { id: string; address: string }) {
  await transaction(async (tx) => {
    const agency = await row<{ path: string; before: string | null }>(
      `select t.path, m.address as before from agency a join agency_on(campaign_today()) t on t.agency_id = a.id left join agency_mailbox m on m.agency_id = a.id
       where a.id = $1 for update of a`,
      [id],
      tx,
    );
    if (!agency || !administers(actor, agency.path)) throw notFound("cơ quan");
    if (address === "") await rows("delete from agency_mailbox where agency_id = $1", [id], tx);
    else await rows(KEEP, [id, address, actor.fullName], tx);
    await recordAudit(tx, {
      actor,
      action: "mailbox.change",
      subject: { type: "agency", id, path: agency.path },
      detail: { from: agency.before, to: address || null },
    });
  });
}

const KEEP = `
  insert into agency_mailbox (agency_id, address, updated_at, updated_by_name) values ($1, $2, campaign_now(), $3)
  on conflict (agency_id) do update set address = excluded.address, updated_at = excluded.updated_at, updated_by_name = excluded.updated_by_name`;
