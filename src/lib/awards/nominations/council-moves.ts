import "server-only";
import type { PoolClient } from "pg";
import type { Day } from "#lib/dates";
import { notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { inTheWayOf } from "../eligibility.ts";
import { checkNominationMove } from "../rules.ts";
import { writeMove } from "./change.ts";
import { checkNomination } from "./checks.ts";
import { lockNominations, type NominationRow } from "./queries.ts";

// What a council does with dossiers. Whether the actor may act for the council is for councils/ to say; here stands when it may be done.
// Each holds the dossier until the transaction of the caller ends.

/**
 * The result of a closed ballot, as it was computed: votes in favour and the base they are counted against.
 * @public
 */
export type BallotResult = { ballotId: string; inFavour: number; base: number; needed: number; passed: boolean };

/**
 * Puts an appraised dossier on the agenda of the council of the agency that has it, for a session that meets on `meetsOn`.
 * @throws notFound if another agency has it; refused while it is held up, has not been public long enough, or fails a check.
 * @public
 */
export async function putOnAgenda(
  tx: PoolClient,
  actor: Actor,
  nominationId: string,
  { holderId, sessionId, meetsOn }: { holderId: string; sessionId: string; meetsOn: Day },
) {
  const nomination = await held(tx, nominationId, holderId);
  checkNominationMove(nomination.status, "putOnAgenda", "");
  await refuseUnlessClear(tx, nomination, meetsOn);
  await writeMove(tx, actor, nomination, "putOnAgenda", { detail: { sessionId, meetsOn } });
}

/**
 * Takes a dossier off the agenda before its ballot is closed.
 * @public
 */
export async function takeOffAgenda(
  tx: PoolClient,
  actor: Actor,
  nominationId: string,
  { holderId, reason }: { holderId: string; reason: string },
) {
  const nomination = await held(tx, nominationId, holderId);
  checkNominationMove(nomination.status, "takeOffAgenda", reason);
  await writeMove(tx, actor, nomination, "takeOffAgenda", { reason });
}

/**
 * Records what a closed ballot came to: the dossier has passed, or has not.
 * @throws refused when something that came in meanwhile (a hold, a complaint) keeps a dossier from passing: it must be taken off the agenda.
 * @public
 */
export async function recordResult(
  tx: PoolClient,
  actor: Actor,
  nominationId: string,
  { holderId, result, metOn }: { holderId: string; result: BallotResult; metOn: Day },
) {
  const nomination = await held(tx, nominationId, holderId);
  const move = result.passed ? "pass" : "fail";
  checkNominationMove(nomination.status, move, "");
  if (result.passed) await refuseUnlessClear(tx, nomination, metOn);
  await writeMove(tx, actor, nomination, move, { columns: { result: JSON.stringify(result) }, detail: result });
}

async function held(tx: PoolClient, id: string, holderId: string): Promise<NominationRow> {
  const [nomination] = await lockNominations([id], tx);
  if (!nomination || nomination.holderId !== holderId) throw notFound("hồ sơ đề nghị");
  return nomination;
}

/** @throws refused naming every check that keeps the dossier from the council on that day. */
async function refuseUnlessClear(tx: PoolClient, nomination: NominationRow, day: Day) {
  const { checks, rules } = await checkNomination(nomination, tx, day);
  if (!rules)
    throw refused(
      "Không có bộ quy định khen thưởng nào đang có hiệu lực cho hồ sơ này. Hãy cấu hình bộ quy định trước khi đưa ra hội đồng.",
    );
  const inTheWay = inTheWayOf("agenda", checks);
  if (inTheWay.length === 0) return;
  throw refused(
    `Chưa đưa được hồ sơ của ${nomination.subjectName} ra hội đồng.`,
    inTheWay.map(({ id, sentence, source }) => ({
      field: id,
      message: `${sentence} (${source})`,
      href: `/awards/nominations/${nomination.id}#check-${id}`,
    })),
  );
}
