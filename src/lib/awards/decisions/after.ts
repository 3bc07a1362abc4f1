import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { type Day, dayOf, printDay } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { tell, writeMove } from "../nominations/change.ts";
import { lockNominations } from "../nominations/queries.ts";
import { checkSeen, holdSeen } from "../nominations/service.ts";
import { checkNominationMove } from "../rules.ts";
import { keepsDecision } from "./policy.ts";
import { type DecidedRow, type DecisionRow, findDecision, isTold, listDecided } from "./queries.ts";
import { type RevocationGround, revocationGrounds } from "./rules.ts";
import { DECIDERS } from "./service.ts";

// What follows a decision: it is made public, objects are handed over, an award may be revoked and given back, those not chosen are told.

type Seen = { id: string; version: number };

/** Puts the decision on the public list. */
export const publishDecision = (actor: Actor, seen: Seen) =>
  keeping(actor, seen, "awardDecision.publish", async (tx, decision) => {
    if (decision.publishedAt) throw refused("Quyết định đã được công bố.");
    await rows("update award_decision set published_at = $2 where id = $1", [decision.id, decision.now], tx);
    return { note: decision.number };
  });

/** Notes that certificate, flag or medal was handed over. @throws refused for what was handed over or revoked, or a day that cannot be. */
export const issueObjects = (
  actor: Actor,
  { records, issuedOn, ...seen }: Seen & { records: string[]; issuedOn: Day },
) =>
  keeping(actor, seen, "awardDecision.issue", async (tx, decision, decided) => {
    checkDay("issuedOn", "Ngày trao", issuedOn, decision.decidedOn, dayOf(decision.now));
    const chosen = decided.filter(({ id }) => records.includes(id));
    if (chosen.length < new Set(records).size) throw notFound("khen thưởng trong quyết định này");
    const wrong = chosen.filter((one) => one.issuedOn || one.revokedOn);
    if (wrong.length > 0)
      throw refused("Có khen thưởng đã trao hoặc đã bị hủy bỏ.", [
        { field: "records", message: `Đã trao: bỏ chọn ${wrong.map(({ subjectName }) => subjectName).join(", ")}.` },
      ]);
    await rows("update award_record set issued_on = $2 where id = any($1::uuid[])", [records, issuedOn], tx);
    return { detail: { cases: chosen.length, issuedOn } };
  });

type Revocation = Seen & { recordId: string; revokedOn: Day; ground: RevocationGround; reason: string };

/**
 * Who decided an award revokes it. It stays in the register as revoked and stands in nobody's way any more.
 * Source: Luật Thi đua, khen thưởng, Điều 93, khoản 2 và 8; NĐ 152/2025/NĐ-CP, Điều 56–58.
 */
export const revokeAward = (actor: Actor, { recordId, revokedOn, ground, reason, ...seen }: Revocation) =>
  keeping(actor, seen, "awardDecision.revoke", async (tx, decision, decided) => {
    const record = recordOf(decided, recordId);
    if (record.revokedOn) throw refused("Khen thưởng này đã bị hủy bỏ.");
    checkDay("revokedOn", "Ngày quyết định hủy bỏ", revokedOn, decision.decidedOn, dayOf(decision.now));
    const words = `${revocationGrounds[ground]}. ${reason}`;
    await rows(
      "update award_record set revoked_on = $2, revoked_for = $3 where id = $1",
      [recordId, revokedOn, words],
      tx,
    );
    const [nomination] = record.nominationId ? await lockNominations([record.nominationId], tx) : [];
    if (nomination) {
      checkNominationMove(nomination.status, "revoke", words);
      await writeMove(tx, actor, nomination, "revoke", { reason: words, detail: { revokedOn, ground } });
    }
    return { note: `${record.subjectName}: ${words}` };
  });

/** Notes that object and money of a revoked award have been given back. */
export const noteReturn = (
  actor: Actor,
  { recordId, returnedOn, ...seen }: Seen & { recordId: string; returnedOn: Day },
) =>
  keeping(actor, seen, "awardDecision.return", async (tx, decision, decided) => {
    const record = recordOf(decided, recordId);
    if (!record.revokedOn || record.returnedOn)
      throw refused("Chỉ ghi thu hồi cho khen thưởng đã hủy bỏ và chưa thu hồi.");
    checkDay("returnedOn", "Ngày thu hồi xong", returnedOn, record.revokedOn, dayOf(decision.now));
    await rows("update award_record set returned_on = $2 where id = $1", [recordId, returnedOn], tx);
    return { note: record.subjectName };
  });

/** Tells the proposer, with the grounds, that a dossier was not chosen. Source: NĐ 152/2025/NĐ-CP, Điều 35. */
export async function giveNotice(actor: Actor, { id, version, reason }: Seen & { reason: string }) {
  await transaction(async (tx) => {
    const nomination = await holdSeen(tx, actor, id);
    authorize(keepsDecision(actor, { agencyId: nomination.holderId, path: nomination.holderPath }), DECIDERS);
    checkSeen(nomination, version);
    if (!["notPassed", "refused"].includes(nomination.status))
      throw refused("Chỉ thông báo cho hồ sơ không được thông qua hoặc không được khen thưởng.");
    if (await isTold(id, tx)) throw refused("Đã thông báo cho cơ quan đề nghị.");
    await rows("update nomination set version = version + 1 where id = $1", [id], tx);
    await tell(tx, actor, nomination, "notify", { reason });
  });
}

function recordOf(decided: DecidedRow[], id: string) {
  const record = decided.find((one) => one.id === id);
  if (!record) throw notFound("khen thưởng trong quyết định này");
  return record;
}

/** @throws refused for a day before what it follows, or one to come. */
function checkDay(field: string, what: string, day: Day, from: Day, today: Day) {
  if (day >= from && day <= today) return;
  throw refused(`${what} chưa đúng.`, [
    { field, message: `${what}: ${printDay(day)} phải từ ${printDay(from)} đến hôm nay; hãy xem lại ngày.` },
  ]);
}

type Written = { note?: string; detail?: object };

/** The frame: hold the decision, authorize, compare versions, write, count up, audit. */
async function keeping(
  actor: Actor,
  { id, version }: Seen,
  action: string,
  work: (tx: PoolClient, decision: DecisionRow, decided: DecidedRow[]) => Promise<Written>,
) {
  await transaction(async (tx) => {
    const decision = await findDecision(actor, id, tx);
    if (!decision) throw notFound("quyết định khen thưởng");
    authorize(keepsDecision(actor, decision), DECIDERS);
    if (decision.version !== version) throw conflict(undefined, { version: decision.version });
    const { note, detail } = await work(tx, decision, await listDecided(id, tx));
    await row("update award_decision set version = version + 1 where id = $1 returning id", [id], tx);
    await recordAudit(tx, {
      actor,
      action,
      subject: { type: "awardDecision", id, path: decision.path },
      note: note ?? null,
      ...(detail && { detail }),
    });
  });
}
