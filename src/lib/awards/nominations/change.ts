import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { type NominationMove, nominationMoves } from "../rules.ts";
import type { NominationRow } from "./queries.ts";

type Told = { reason?: string; detail?: object };

/** Columns a move may write beside the state; names come from the code only. */
type Columns = Partial<{
  award_id: string;
  holder_id: string;
  rule_set_id: string;
  proposed_on: string;
  appraisal: string | null;
  offered_award_id: string | null;
  result: string | null;
  decision_id: string | null;
  paper_received_on: string | null;
  file_received_on: string | null;
}>;

/**
 * Writes a move that has been authorized and decided on a dossier that is held: its state, its timeline, the audit trail.
 * Whoever calls has checked that the move is legal (rules.ts, checkNominationMove).
 */
export async function writeMove(
  tx: PoolClient,
  actor: Actor,
  nomination: NominationRow,
  move: NominationMove,
  { columns = {}, ...told }: Told & { columns?: Columns } = {},
) {
  const names = Object.keys(columns) as (keyof Columns)[];
  const sets = names.map((name, index) => `, ${name} = $${index + 4}`).join("");
  await rows(
    `update nomination set status = $2, status_since = $3, version = version + 1${sets} where id = $1`,
    [nomination.id, nominationMoves[move].to, nomination.now, ...names.map((name) => columns[name])],
    tx,
  );
  await tell(tx, actor, nomination, move, told);
}

/** One entry in the dossier's timeline and one in the audit trail. */
export async function tell(
  tx: PoolClient,
  actor: Actor,
  nomination: Pick<NominationRow, "id" | "now" | "path">,
  what: string,
  { reason = "", detail = {} }: Told = {},
) {
  await rows(
    `insert into nomination_event (nomination_id, at, move, person_id, person_name, agency_id, agency_name, reason, detail)
     values ($1, $2, $3, $4, $5, $6, $7, nullif($8, ''), $9)`,
    [
      nomination.id,
      nomination.now,
      what,
      actor.personId,
      actor.fullName,
      actor.agency.id,
      actor.agency.name,
      reason,
      JSON.stringify(detail),
    ],
    tx,
  );
  await recordAudit(tx, {
    actor,
    action: `nomination.${what}`,
    subject: { type: "nomination", id: nomination.id, path: nomination.path },
    note: reason || null,
    detail,
  });
}
