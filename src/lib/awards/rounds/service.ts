import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { fieldsOf } from "../schema.ts";
import { keepsRoundsFor } from "./policy.ts";
import { findRound, findRulesOfToday, type RoundRow } from "./queries.ts";
import { checkDates, readQuotas } from "./rules.ts";
import type { RoundInput } from "./schema.ts";

const KEEPERS = "Chỉ cơ quan thường trực thi đua, khen thưởng của cơ quan mở đợt được làm việc này.";

/** Opens a round for the subtree of the agency the actor keeps rounds for. Returns its id. */
export async function openRound(actor: Actor, input: RoundInput) {
  const agencyId = keepsRoundsFor(actor);
  authorize(agencyId !== null, KEEPERS);
  return transaction(async (tx) => {
    const values = await read(tx, agencyId ?? "", input);
    const created = await row<{ id: string; path: string }>(
      `insert into award_round (agency_id, kind, title, achieved_from, achieved_to, opens_on, closes_on, award_ids, quotas)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id, (select path from agency_on(campaign_today()) where agency_id = $1) as path`,
      [agencyId, ...values],
      tx,
    );
    if (!created) throw new Error("An insert of one row gives one row.");
    await recordAudit(tx, {
      actor,
      action: "round.open",
      subject: { type: "awardRound", id: created.id, path: created.path },
      note: input.title,
    });
    return created.id;
  });
}

/** Changes a round that is not closed, over the version the page showed. */
export async function changeRound(
  actor: Actor,
  { id, version, ...input }: RoundInput & { id: string; version: number },
) {
  await keeping(actor, { id, version }, "round.change", async (tx, round) => {
    const values = await read(tx, round.agencyId, input as RoundInput);
    await rows(
      `update award_round set kind = $2, title = $3, achieved_from = $4, achieved_to = $5, opens_on = $6, closes_on = $7, award_ids = $8, quotas = $9,
         version = version + 1 where id = $1`,
      [id, ...values],
      tx,
    );
  });
}

/** Closes a round for good: no dossier can be proposed in it any more. */
export async function closeRound(actor: Actor, seen: { id: string; version: number }) {
  await keeping(actor, seen, "round.close", async (tx, round) => {
    await rows("update award_round set closed_at = $2, version = version + 1 where id = $1", [round.id, round.now], tx);
  });
}

async function keeping(
  actor: Actor,
  { id, version }: { id: string; version: number },
  action: string,
  work: (tx: PoolClient, round: RoundRow) => Promise<void>,
) {
  await transaction(async (tx) => {
    const round = await findRound(actor, id, tx);
    if (!round) throw notFound("đợt xét");
    authorize(keepsRoundsFor(actor) === round.agencyId, KEEPERS);
    if (round.version !== version) throw conflict(undefined, { version: round.version });
    if (round.closedAt) throw refused("Đợt xét đã đóng nên không sửa được nữa. Hãy mở đợt mới.");
    await work(tx, round);
    await recordAudit(tx, {
      actor,
      action,
      subject: { type: "awardRound", id, path: round.path },
      note: round.title,
    });
  });
}

/** The values of a round in the order of its columns. @throws refused for days that run backwards, forms the rules do not know, quotas that are no numbers. */
async function read(tx: PoolClient, agencyId: string, input: RoundInput) {
  checkDates(input);
  const rules = await findRulesOfToday(agencyId, tx);
  if (!rules)
    throw refused("Không có bộ quy định khen thưởng nào đang có hiệu lực. Hãy cấu hình bộ quy định trước khi mở đợt.");
  const unknown = input.awardIds.filter((awardId) => !rules.definition.awards.some(({ id }) => id === awardId));
  if (unknown.length > 0)
    throw refused("Có hình thức khen thưởng không có trong bộ quy định.", [
      { field: "awardIds", message: `Hình thức khen thưởng: “${unknown.join(", ")}” không có trong bộ quy định.` },
    ]);
  const { kind, title, achievedFrom, achievedTo, opensOn, closesOn, awardIds } = input;
  const quotas = readQuotas(fieldsOf(input, "most"), awardIds);
  return [kind, title, achievedFrom, achievedTo, opensOn, closesOn, awardIds, JSON.stringify(quotas)];
}
