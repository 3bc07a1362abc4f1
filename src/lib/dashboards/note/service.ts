import "server-only";
import type { z } from "zod";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { conflict, notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { findScope } from "../queries.ts";
import type { subscribeSchema } from "./schema.ts";

/**
 * From now on the actor gets the note of a scope by mail, or gets it at another hour or address: one subscription for a person and scope.
 * @throws notFound when the scope is not the actor's to watch
 */
export async function subscribe(
  actor: Actor,
  { scopeId, address, hour, weekdaysOnly }: z.output<typeof subscribeSchema>,
): Promise<void> {
  const scope = await findScope(actor, scopeId);
  if (!scope) throw notFound("bảng theo dõi");
  await transaction(async (tx) => {
    const kept = await row<{ id: string }>(SUBSCRIBE, [actor.personId, scope.id, address, hour, weekdaysOnly], tx);
    if (!kept) throw conflict();
    await recordAudit(tx, {
      actor,
      action: "note.subscribe",
      subject: { type: "noteSubscription", id: kept.id, path: actor.agency.path },
      note: scope.name,
      detail: { scopeId: scope.id, hour, weekdaysOnly }, // the address is the person's own business
    });
  });
}

const SUBSCRIBE = `
  insert into note_subscription (person_id, scope_id, address, hour, weekdays_only) values ($1, $2, $3, $4, $5)
  on conflict (person_id, scope_id) where ended_at is null
  do update set address = excluded.address, hour = excluded.hour, weekdays_only = excluded.weekdays_only, changed_at = now()
  returning id`;

/** Ends the actor's own subscription, whether or not the scope is still theirs to watch. @throws notFound when there is none */
export async function unsubscribe(actor: Actor, scopeId: string): Promise<void> {
  await transaction(async (tx) => {
    const [ended] = await rows<{ id: string }>(
      "update note_subscription set ended_at = now(), address = null where person_id = $1 and scope_id = $2 and ended_at is null returning id",
      [actor.personId, scopeId],
      tx,
    );
    if (!ended) throw notFound("lần đăng ký nhận bản tin");
    await recordAudit(tx, {
      actor,
      action: "note.unsubscribe",
      subject: { type: "noteSubscription", id: ended.id, path: actor.agency.path },
      detail: { scopeId },
    });
  });
}
