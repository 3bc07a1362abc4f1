import "server-only";
import type { PoolClient } from "pg";
import type { z } from "zod";
import { row, rows, transaction } from "#lib/db";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { keepsCouncil, ONLY_SECRETARIAT } from "../policy.ts";
import { UUID } from "../queries.ts";
import { phaseOf } from "../rules.ts";
import type { openVoteSchema, overrideSchema, sessionSchema, tellerSchema } from "../schema.ts";
import { finish, keep, tell } from "../sessions/change.ts";
import {
  type BallotRow,
  type Item,
  lockSession,
  type Override,
  type SessionRow,
  type SessionView,
  viewOf,
} from "../sessions/queries.ts";
import { openBox } from "./box.ts";
import { add, agreedCount, countClosed, needsTellers, noVotes, type TellerCount, tallied } from "./tally.ts";

type Held = SessionView & { session: SessionRow; item: Item; ballot: BallotRow };

/** Holds the session of a ballot and runs one act on the ballot. What is not theirs to see is not found. */
async function onBallot(actor: Actor, ballotId: string, act: (held: Held, tx: PoolClient) => Promise<void>) {
  await transaction(async (tx) => {
    const of =
      UUID.test(ballotId) &&
      (await row<{ sessionId: string }>(`select session_id as "sessionId" from ballot where id = $1`, [ballotId], tx));
    const session = of ? await lockSession(actor, of.sessionId, tx) : null;
    if (!session) throw notFound("phiếu bầu");
    const view = await viewOf(session, tx);
    const item = view.items.find(({ ballot }) => ballot?.id === ballotId);
    if (!item?.ballot) throw notFound("phiếu bầu");
    await act({ ...view, item, ballot: item.ballot }, tx);
  });
}

/** Votes in an open ballot: a present member for themselves, or the secretariat from an absent member's written opinion. Once. */
export async function voteOpenly(actor: Actor, { ballotId, choice, seatId }: z.output<typeof openVoteSchema>) {
  await onBallot(actor, ballotId, async ({ session, seats, item, ballot }, tx) => {
    if (ballot.kind !== "open") throw notFound("phiếu bầu");
    refuseUnlessVoting(ballot);
    const seat = seats.find((one) => (seatId ? one.seatId === seatId : one.personId === actor.personId));
    if (!seat) throw notFound("thành viên này");
    const written = seat.state === "writing";
    if (written) authorize(keepsCouncil(actor, session), ONLY_SECRETARIAT);
    else authorize(seat.personId === actor.personId, "Mỗi thành viên tự biểu quyết; không ai biểu quyết thay.");
    if (seat.state === "absent")
      throw refused(`${seat.memberName} vắng mặt và không có ý kiến bằng văn bản nên không biểu quyết.`);
    authorize(!(seat.seatId in item.recusals), `${seat.fullName} không tham gia biểu quyết về hồ sơ này.`);
    if (ballot.slips.some((slip) => slip.seatId === seat.seatId))
      throw refused(`${seat.fullName} đã biểu quyết; không sửa được nữa.`);
    await rows(
      "insert into ballot_slip (ballot_id, member_id, choice, written) values ($1, $2, $3, $4)",
      [ballot.id, seat.seatId, choice, written],
      tx,
    );
    await tell(tx, actor, session, "ballot.voteOpenly", { ballotId, seatId: seat.seatId, choice, written });
  });
}

/** One of two tellers enters what they counted: papers, or secret written opinions. Each sees the other's only when both have entered. */
export async function recordTellerCount(actor: Actor, { ballotId, ...votes }: z.output<typeof tellerSchema>) {
  await onBallot(actor, ballotId, async ({ session, seats, ballot }, tx) => {
    const written = ballot.slips.filter((slip) => slip.written).length;
    if (!needsTellers(ballot.kind, ballot.means, written))
      throw refused("Phiếu này do hệ thống đếm, không cần người kiểm phiếu nhập số.");
    refuseUnlessVoting(ballot);
    const mayCount = seats.some(({ personId, state }) => personId === actor.personId && state === "present");
    authorize(mayCount, "Chỉ thành viên có mặt được cử kiểm phiếu mới nhập kết quả kiểm phiếu.");
    const others = ballot.counts.filter(({ personId }) => personId !== actor.personId);
    if (others.length >= 2) throw refused("Đã có hai người kiểm phiếu nhập. Chỉ hai người đó sửa được số đã nhập.");
    const counts: TellerCount[] = [...others, { personId: actor.personId, name: actor.fullName, ...votes }];
    await rows(
      "update ballot set counts = $2, version = version + 1 where id = $1",
      [ballot.id, JSON.stringify(counts)],
      tx,
    );
    await tell(tx, actor, session, "ballot.count", { ballotId });
  });
}

/** Closes all ballots that are being voted on: opens the boxes, counts, and writes the results, which never change again. */
export async function closeBallots(actor: Actor, input: z.output<typeof sessionSchema>) {
  return keep(actor, input, "ballot.close", async ({ session, items }, tx) => {
    const ballots = items.flatMap(({ ballot }) => (ballot && phaseOf(ballot) === "voting" ? [ballot] : []));
    if (ballots.length === 0) throw refused("Không có phiếu nào đang bỏ.");
    const closed: object[] = [];
    for (const ballot of ballots) {
      const stored = await row<{ sealedBox: Buffer | null }>(
        `select sealed_box as "sealedBox" from ballot where id = $1 for update`,
        [ballot.id],
        tx,
      );
      const box = stored?.sealedBox ? openBox(ballot.id, stored.sealedBox) : [];
      const result = resultOf(ballot, box);
      await rows(
        "update ballot set closed_at = $2, sealed_box = null, box = $3, result = $4, version = version + 1 where id = $1",
        [ballot.id, session.now, JSON.stringify(box), JSON.stringify(result)],
        tx,
      );
      closed.push({ ballotId: ballot.id, ...result });
    }
    return { closed };
  });
}

function resultOf({ kind, means, rule, slips, counts }: BallotRow, box: ReturnType<typeof openBox>) {
  const written = slips.filter((slip) => slip.written).length;
  const handedOut =
    kind === "open" ? rule.heads.present - rule.heads.recusedPresent + rule.heads.written : slips.length;
  if (kind === "open")
    return countClosed(rule, tallied(slips.flatMap(({ choice }) => choice ?? [])), { handedOut, written });
  const papers = means === "paper" ? slips.length : written;
  const counted = needsTellers(kind, means, written) ? agreedCount(counts, papers, means === "paper") : noVotes;
  return countClosed(rule, add(tallied(box.map(({ choice }) => choice)), counted), { handedOut, written });
}

/** The chair concludes otherwise than the count, with a reason that is printed. Once, after the ballot, before the session is concluded. */
export async function overrideBallot(actor: Actor, { ballotId, passed, reason }: z.output<typeof overrideSchema>) {
  await onBallot(actor, ballotId, async ({ session, seats, item, ballot }, tx) => {
    const isChair = seats.some(
      ({ role, personId, isSubstitute, state }) =>
        role === "chair" && personId === actor.personId && !isSubstitute && state === "present",
    );
    authorize(isChair, "Chỉ Chủ tịch hội đồng chủ trì phiên họp được kết luận khác với kết quả kiểm phiếu.");
    if (!ballot.result) throw refused("Phiếu chưa kiểm xong nên chưa có gì để kết luận khác.");
    if (session.status !== "opened" || item.outcome)
      throw refused("Phiên họp đã kết luận về hồ sơ này nên không thay đổi được nữa.");
    if (ballot.override) throw refused("Chủ tịch hội đồng đã kết luận về hồ sơ này.");
    const override: Override = { passed, reason, name: actor.fullName, at: session.now.toISOString() };
    await rows(
      "update ballot set override = $2, version = version + 1 where id = $1",
      [ballot.id, JSON.stringify(override)],
      tx,
    );
    await finish(tx, actor, session, "ballot.override", { ballotId, ...override });
  });
}

function refuseUnlessVoting(ballot: BallotRow) {
  const phase = phaseOf(ballot);
  if (phase === "handingOut") throw refused("Chưa đến lúc bỏ phiếu: hội đồng còn đang phát phiếu.");
  if (phase === "closed") throw refused("Phiếu này đã kiểm xong nên không thay đổi được nữa.");
}
