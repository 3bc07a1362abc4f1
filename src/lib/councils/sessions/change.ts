import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { keepsCouncil, ONLY_SECRETARIAT } from "../policy.ts";
import { type Item, lockSession, type SessionRow, type SessionView, viewOf } from "./queries.ts";

export const itemOf = (items: Item[], nominationId: string): Item => {
  const item = items.find((one) => one.nominationId === nominationId);
  if (!item) throw notFound("hồ sơ trong chương trình họp");
  return item;
};

export const writeItem = (
  tx: PoolClient,
  session: SessionRow,
  nominationId: string,
  column: "outcome" | "recusals",
  value: object,
) =>
  rows(
    `update agenda_item set ${column} = $3 where session_id = $1 and nomination_id = $2`,
    [session.id, nominationId, JSON.stringify(value)],
    tx,
  );

export function refuseClosed({ status }: SessionRow) {
  if (status === "closed") throw refused("Phiên họp đã kết luận nên không thay đổi được nữa.");
}

/** One act of the secretariat on a session, over the version it was looking at. */
export async function keep<T extends object>(
  actor: Actor,
  { id, version }: { id: string; version: number },
  action: string,
  write: (view: SessionView, tx: PoolClient) => Promise<T>,
): Promise<T> {
  return transaction(async (tx) => {
    const session = await lockSession(actor, id, tx);
    if (!session) throw notFound("phiên họp");
    authorize(keepsCouncil(actor, session), ONLY_SECRETARIAT);
    if (session.version !== version) throw conflict();
    const detail = await write(await viewOf(session, tx), tx);
    await finish(tx, actor, session, action, detail);
    return detail;
  });
}

/** What changes the table of a session for everybody who has it open. */
export async function finish(tx: PoolClient, actor: Actor, { id, path }: SessionRow, action: string, detail: object) {
  await rows("update council_session set version = version + 1 where id = $1", [id], tx);
  await tell(tx, actor, { id, path }, action, detail);
}

/** What a member does for themselves leaves the page of the secretariat as it is. */
export const tell = (
  tx: PoolClient,
  actor: Actor,
  { id, path }: Pick<SessionRow, "id" | "path">,
  action: string,
  detail: object,
) => recordAudit(tx, { actor, action, subject: { type: "councilSession", id, path }, detail });
