import "server-only";
import { row } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { UUID } from "../queries.ts";
import { type BallotRow, findSessionView, type Item, type SessionView } from "../sessions/queries.ts";
import type { BoxVote } from "./slip.ts";

export type ClosedBallot = SessionView & { item: Item; ballot: BallotRow; box: BoxVote[] };

/** A counted ballot with its whole box, for everybody who may see the session. */
export async function findClosedBallot(actor: Actor, ballotId: string): Promise<ClosedBallot | null> {
  if (!UUID.test(ballotId)) return null;
  const stored = await row<{ sessionId: string; box: BoxVote[] }>(
    `select session_id as "sessionId", box from ballot where id = $1 and closed_at is not null`,
    [ballotId],
  );
  const view = stored && (await findSessionView(actor, stored.sessionId));
  const item = view?.items.find(({ ballot }) => ballot?.id === ballotId);
  return stored && view && item?.ballot ? { ...view, item, ballot: item.ballot, box: stored.box } : null;
}
