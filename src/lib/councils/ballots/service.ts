import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { z } from "zod";
import { rulesOf } from "#lib/awards/nominations/rules-of";
import { rows, transaction } from "#lib/db";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import type { Means } from "../labels.ts";
import { keepsCouncil } from "../policy.ts";
import { checkQuorum, headsOf, phaseOf } from "../rules.ts";
import type { openBallotsSchema, sessionSchema, slipsSchema } from "../schema.ts";
import { itemOf, keep, tell, writeItem } from "../sessions/change.ts";
import { type BallotRow, findSession, type Item, lockSession, type SessionView, viewOf } from "../sessions/queries.ts";
import { sealBox } from "./box.ts";
import { makeKeys, signBlinded } from "./keys.ts";
import { type BallotRule, ballotRule, kindOf } from "./tally.ts";

/**
 * Opens the ballots on dossiers of the agenda: by the rules each dossier was proposed under, over the members and recusals of now.
 * Open ballots and paper are voted on at once; of a secret electronic one slips are handed out first.
 */
export async function openBallots(actor: Actor, input: z.output<typeof openBallotsSchema>) {
  const keys = await keysFor(actor, input);
  return keep(actor, input, "ballot.open", async (view, tx) => {
    refuseUnlessSitting(view);
    const items = [...new Set(input.nominations)].map((id) => itemOf(view.items, id));
    const rules = await rulesOf(
      items.map(({ nomination }) => nomination),
      tx,
    );
    const opened: { nominationId: string; ballotId: string }[] = [];
    for (const item of items) {
      const rule = rulesFor(item, rules, view);
      const key = keys.get(item.nominationId);
      const ballot = { ...input, id: key?.id ?? randomUUID(), rule, key };
      await writeBallot(tx, view, item, ballot);
      opened.push({ nominationId: item.nominationId, ballotId: ballot.id });
    }
    return { opened, means: input.means };
  });
}

/** Made before the session is locked, and only for who may use them: a key takes a tenth of a second, and may turn out not to be needed. */
async function keysFor(
  actor: Actor,
  { id: sessionId, version, nominations, means, kind }: z.output<typeof openBallotsSchema>,
) {
  const session = await findSession(actor, sessionId);
  const isUseful =
    session?.version === version && keepsCouncil(actor, session) && means === "electronic" && kind !== "open";
  const wanted = isUseful ? [...new Set(nominations)] : [];
  const made = await Promise.all(
    wanted.map(async (nominationId) => {
      const id = randomUUID();
      return [nominationId, { id, ...(await makeKeys(id)) }] as const;
    }),
  );
  return new Map(made);
}

function refuseUnlessSitting({ session, seats, items }: SessionView) {
  if (session.status !== "opened") throw refused("Chỉ bỏ phiếu khi phiên họp đã khai mạc và chưa kết luận.");
  if (seats.length !== session.memberCount)
    throw refused(
      `Hội đồng có ${session.memberCount} thành viên khi khai mạc, nay có ${seats.length}. Hãy mở phiên họp khác với thành phần mới.`,
    );
  const present = seats.filter(({ state }) => state === "present").length;
  if (session.quorum) checkQuorum(session.quorum, { members: seats.length, present });
  if (items.some(({ ballot }) => ballot && phaseOf(ballot) !== "closed"))
    throw refused("Đang có phiếu phát ra. Hãy kiểm phiếu xong rồi mới bỏ phiếu về hồ sơ khác.");
}

function rulesFor(item: Item, rules: Awaited<ReturnType<typeof rulesOf>>, { seats }: SessionView): BallotRule {
  const { subjectName, awardId } = item.nomination;
  if (item.ballot || item.outcome) throw refused(`Hồ sơ của ${subjectName} đã được bỏ phiếu ở phiên họp này.`);
  const found = rules.get(item.nominationId);
  if (!found) throw refused(`Không có bộ quy định khen thưởng nào cho hồ sơ của ${subjectName}.`);
  return ballotRule(found, awardId, headsOf(seats, item.recusals));
}

type Opening = {
  id: string;
  means: Means;
  kind: "secret" | "open" | null;
  rule: BallotRule;
  key: { publicKey: object; privateKey: Buffer } | undefined;
};

async function writeBallot(tx: PoolClient, { session, seats }: SessionView, item: Item, opening: Opening) {
  const { id, means, rule } = opening;
  const kind = kindOf(rule, opening.kind);
  const isBlind = kind === "secret" && means === "electronic";
  const key = isBlind ? opening.key : undefined;
  if (isBlind && !key) throw new Error("A secret electronic ballot has a key.");
  await writeItem(tx, session, item.nominationId, "recusals", item.recusals);
  await rows(
    `insert into ballot (id, session_id, nomination_id, kind, means, rule, opened_at, handed_out_at, public_key, private_key)
     values ($1, $2, $3, $4::ballot_kind, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      session.id,
      item.nominationId,
      kind,
      kind === "open" ? "electronic" : means,
      JSON.stringify(rule),
      session.now,
      kind === "open" ? session.now : null,
      key ? JSON.stringify(key.publicKey) : null,
      key?.privateKey ?? null,
    ],
    tx,
  );
  if (kind === "open") return;
  const entitled = seats.filter(
    ({ seatId, state }) => !(seatId in item.recusals) && (state === "writing" || (!isBlind && state === "present")),
  );
  await rows(
    `insert into ballot_slip (ballot_id, member_id, written) select $1, "seatId", written from jsonb_to_recordset($2::jsonb) as s("seatId" uuid, written boolean)`,
    [id, JSON.stringify(entitled.map(({ seatId, state }) => ({ seatId, written: state === "writing" })))],
    tx,
  );
  if (!isBlind) await rows("update ballot set handed_out_at = $2 where id = $1", [id, session.now], tx);
}

/**
 * Hands a present member the slips of all ballots being handed out: signs what the member's browser blinded, once for each.
 * What was blinded is kept, so that a lost answer can be given again; a second slip never is.
 * @returns the blind signatures by ballot, base64url
 */
export async function takeSlips(
  actor: Actor,
  { id, blinded }: z.output<typeof slipsSchema>,
): Promise<Record<string, string>> {
  return transaction(async (tx) => {
    const session = await lockSession(actor, id, tx);
    if (!session) throw notFound("phiên họp");
    const { seats, items } = await viewOf(session, tx);
    const seat = seats.find(({ personId }) => personId === actor.personId);
    authorize(seat?.state === "present", "Chỉ thành viên có mặt tại phiên họp được nhận phiếu.");
    if (Object.keys(blinded).length === 0) throw refused("Không có phiếu nào để nhận. Hãy tải lại trang.");
    const signatures: Record<string, string> = {};
    for (const [ballotId, text] of Object.entries(blinded)) {
      const item = items.find(({ ballot }) => ballot?.id === ballotId);
      if (!seat || !item?.ballot?.publicKey) throw notFound("phiếu bầu");
      authorize(!(seat.seatId in item.recusals), `Đồng chí không tham gia bỏ phiếu về ${item.nomination.subjectName}.`);
      signatures[ballotId] = await handOut(tx, item.ballot, seat.seatId, Buffer.from(text, "base64url"));
    }
    await tell(tx, actor, session, "ballot.takeSlip", { seatId: seat?.seatId, ballots: Object.keys(blinded) });
    return signatures;
  });
}

async function handOut(tx: PoolClient, { id }: BallotRow, seatId: string, blinded: Buffer): Promise<string> {
  const [ballot] = await rows<{ privateKey: Buffer | null; given: Buffer | null; hasSlip: boolean }>(
    `select b.private_key as "privateKey", s.blinded as given, s.member_id is not null as "hasSlip"
     from ballot b left join ballot_slip s on s.ballot_id = b.id and s.member_id = $2 where b.id = $1`,
    [id, seatId],
    tx,
  );
  if (!ballot?.privateKey) throw refused("Đã hết thời gian phát phiếu nên không phát thêm phiếu nào nữa.");
  if (ballot.hasSlip && !ballot.given?.equals(blinded))
    throw refused(
      "Đồng chí đã nhận phiếu này rồi; mỗi thành viên chỉ được một phiếu. Hãy dùng trình duyệt đã nhận phiếu, hoặc mã phiếu đã in.",
    );
  const signature = signBlinded(id, ballot.privateKey, blinded);
  if (!signature) throw refused("Không ký được phiếu này. Hãy tải lại trang rồi nhận phiếu lại.");
  if (!ballot.hasSlip)
    await rows(
      "insert into ballot_slip (ballot_id, member_id, blinded) values ($1, $2, $3)",
      [id, seatId, blinded],
      tx,
    );
  return signature.toString("base64url");
}

/** Ends the handing out of all ballots that are at it: the keys are destroyed, and only now votes are taken. */
export async function startVoting(actor: Actor, input: z.output<typeof sessionSchema>) {
  return keep(actor, input, "ballot.startVoting", async ({ session, items }, tx) => {
    const ballots = items.flatMap(({ ballot }) => (ballot && phaseOf(ballot) === "handingOut" ? [ballot] : []));
    if (ballots.length === 0) throw refused("Không có phiếu nào đang phát.");
    for (const { id, slips } of ballots) {
      const handedOut = slips.filter(({ written }) => !written).length;
      if (slips.length === 0)
        throw refused("Chưa có thành viên nào nhận phiếu. Hãy phát phiếu rồi mới bắt đầu bỏ phiếu.");
      await rows(
        "update ballot set handed_out_at = $2, private_key = null, sealed_box = $3, version = version + 1 where id = $1",
        [id, session.now, sealBox(id, [], handedOut)],
        tx,
      );
    }
    return { ballots: ballots.map(({ id, slips }) => ({ id, slips: slips.length })) };
  });
}
