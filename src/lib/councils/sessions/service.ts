import "server-only";
import type { z } from "zod";
import { recordAudit } from "#lib/audit";
import { putOnAgenda, takeOffAgenda } from "#lib/awards/nominations/council-moves";
import { rulesOf } from "#lib/awards/nominations/rules-of";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { keepsCouncil, ONLY_SECRETARIAT } from "../policy.ts";
import { lockCouncil } from "../queries.ts";
import { checkQuorum, moveSession, phaseOf } from "../rules.ts";
import type {
  agendaSchema,
  attendanceSchema,
  createSessionSchema,
  dissentSchema,
  recusalSchema,
  sessionSchema,
  takeOffSchema,
} from "../schema.ts";
import { readAttendance } from "../schema.ts";
import { finish, itemOf, keep, refuseClosed, writeItem } from "./change.ts";
import { lockSession, viewOf } from "./queries.ts";

/** Calls a meeting of the council. */
export async function createSession(
  actor: Actor,
  { id, version, ...session }: z.output<typeof createSessionSchema>,
): Promise<string> {
  return transaction(async (tx) => {
    const council = await lockCouncil(actor, id, tx);
    if (!council) throw notFound("hội đồng");
    authorize(keepsCouncil(actor, council), ONLY_SECRETARIAT);
    if (council.version !== version) throw conflict();
    const made = await row<{ id: string }>(
      "insert into council_session (council_id, title, meets_at, place) values ($1, $2, $3, $4) returning id",
      [council.id, session.title, session.meetsAt, session.place],
      tx,
    );
    if (!made) throw new Error("An insert returns its row.");
    const subject = { type: "councilSession", id: made.id, path: council.path };
    await recordAudit(tx, { actor, action: "councilSession.create", subject, detail: { councilId: id, ...session } });
    return made.id;
  });
}

/** Puts appraised dossiers on the agenda, in the order given. @throws refused by the dossiers' own rules (awards/nominations). */
export async function addToAgenda(actor: Actor, { id, version, nominations }: z.output<typeof agendaSchema>) {
  await keep(actor, { id, version }, "councilSession.addToAgenda", async ({ session, items }, tx) => {
    refuseClosed(session);
    let order = Math.max(0, ...items.map((item) => item.order));
    for (const nominationId of new Set(nominations)) {
      await putOnAgenda(tx, actor, nominationId, {
        holderId: session.agencyId,
        sessionId: session.id,
        meetsOn: session.meetsOn,
      });
      await rows(
        `insert into agenda_item (session_id, nomination_id, "order") values ($1, $2, $3)
         on conflict (session_id, nomination_id) do update set "order" = excluded."order", outcome = null`,
        [session.id, nominationId, ++order],
        tx,
      );
    }
    return { nominations };
  });
}

/** Takes a dossier off the agenda, with its reason. What was already voted on it stays in the minutes. */
export async function takeOff(actor: Actor, { id, version, nominationId, reason }: z.output<typeof takeOffSchema>) {
  await keep(actor, { id, version }, "councilSession.takeOffAgenda", async ({ session, items }, tx) => {
    refuseClosed(session);
    const item = itemOf(items, nominationId);
    if (item.outcome) throw refused("Hồ sơ này đã được đưa ra khỏi chương trình họp.");
    if (item.ballot && phaseOf(item.ballot) !== "closed")
      throw refused("Đang bỏ phiếu về hồ sơ này. Hãy kiểm phiếu xong rồi mới đưa hồ sơ ra khỏi chương trình họp.");
    await takeOffAgenda(tx, actor, nominationId, { holderId: session.agencyId, reason });
    if (item.ballot) await writeItem(tx, session, nominationId, "outcome", { passed: false, by: "takenOff", reason });
    else
      await rows(
        "delete from agenda_item where session_id = $1 and nomination_id = $2",
        [session.id, nominationId],
        tx,
      );
    return { nominationId, reason };
  });
}

/** Who is in the room, who is away, who has written. Fixed while slips are out and votes come in. */
export async function recordAttendance(actor: Actor, { id, version, ...fields }: z.output<typeof attendanceSchema>) {
  await keep(actor, { id, version }, "councilSession.recordAttendance", async ({ session, seats, items }, tx) => {
    refuseClosed(session);
    if (items.some(({ ballot }) => ballot && phaseOf(ballot) !== "closed"))
      throw refused("Đang có phiếu phát ra nên không sửa được danh sách có mặt. Hãy kiểm phiếu xong rồi sửa.");
    const attendance = readAttendance(
      fields,
      seats.map(({ seatId }) => seatId),
    );
    const rowsToWrite = attendance.flatMap(({ seatId, state, substituteId, reason }) => {
      const seat = seats.find((one) => one.seatId === seatId);
      const sits = seat?.substitutes.find((substitute) => substitute.id === substituteId);
      if (substituteId && !sits) throw notFound("người được ủy quyền dự họp");
      return sits
        ? [
            { memberId: seatId, state: "absent", reason },
            { memberId: sits.id, state: "present", reason: null },
          ]
        : [{ memberId: seatId, state, reason }];
    });
    await rows("delete from attendance where session_id = $1", [session.id], tx);
    await rows(
      `insert into attendance (session_id, member_id, state, reason)
       select $1, "memberId", state, reason from jsonb_to_recordset($2::jsonb) as a("memberId" uuid, state text, reason text)`,
      [session.id, JSON.stringify(rowsToWrite)],
      tx,
    );
    return { attendance };
  });
}

/** A member says that they do not vote on a case, or the secretariat records it for them. Only before slips are out. */
export async function declareRecusal(
  actor: Actor,
  { id, nominationId, seatId, reason }: z.output<typeof recusalSchema>,
) {
  await transaction(async (tx) => {
    const session = await lockSession(actor, id, tx);
    if (!session) throw notFound("phiên họp");
    const { seats, items } = await viewOf(session, tx);
    refuseClosed(session);
    const seat = seats.find((one) => (seatId ? one.seatId === seatId : one.personId === actor.personId));
    if (!seat) throw notFound("thành viên này");
    authorize(seat.personId === actor.personId || keepsCouncil(actor, session), ONLY_SECRETARIAT);
    const item = itemOf(items, nominationId);
    if (item.ballot) throw refused("Phiếu của hồ sơ này đã phát nên không thay đổi được người bỏ phiếu.");
    await rows(
      `update agenda_item set recusals = recusals || jsonb_build_object($3::text, jsonb_build_object('kind', 'declared', 'reason', $4::text)) where session_id = $1 and nomination_id = $2`,
      [session.id, nominationId, seat.seatId, reason],
      tx,
    );
    await finish(tx, actor, session, "councilSession.recuse", { nominationId, seatId: seat.seatId, reason });
  });
}

/** Dissent that members want in the minutes. */
export async function recordDissent(
  actor: Actor,
  { id, version, nominationId, dissent }: z.output<typeof dissentSchema>,
) {
  await keep(actor, { id, version }, "councilSession.recordDissent", async ({ session, items }, tx) => {
    refuseClosed(session);
    itemOf(items, nominationId);
    await rows(
      "update agenda_item set dissent = $3 where session_id = $1 and nomination_id = $2",
      [session.id, nominationId, dissent],
      tx,
    );
    return { nominationId, dissent };
  });
}

/** Opens the meeting: with the quorum of the rules of that day, which it keeps, and the number of members, which is the base of every ballot. */
export async function openSession(actor: Actor, { id, version }: z.output<typeof sessionSchema>) {
  await keep(actor, { id, version }, "councilSession.open", async ({ session, seats }, tx) => {
    const status = moveSession(session.status, "open");
    const rules = (await rulesOf([{ ...session, ruleSetId: null }], tx)).get(session.id);
    if (!rules)
      throw refused(
        "Không có bộ quy định khen thưởng nào có hiệu lực nên chưa khai mạc được. Hãy cấu hình bộ quy định.",
      );
    const { quorum } = rules.definition;
    const present = seats.filter(({ state }) => state === "present").length;
    checkQuorum(quorum, { members: seats.length, present });
    await rows(
      "update council_session set status = $2::session_status, opened_at = $3, member_count = $4, quorum = $5 where id = $1",
      [session.id, status, session.now, seats.length, JSON.stringify(quorum)],
      tx,
    );
    return { members: seats.length, present, quorum };
  });
}
