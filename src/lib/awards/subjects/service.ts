import "server-only";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { fold } from "#lib/text";
import { mayHold, mayWriteSubject } from "./policy.ts";
import { findAgencyMeant, findAlike, findSubject } from "./queries.ts";
import type { SubjectInput } from "./schema.ts";

/**
 * Enters a subject in the actor's part of the tree. Returns its id.
 * @throws refused naming the entries that may be the same, until the clerk says that this is another one.
 */
export async function createSubject(actor: Actor, input: SubjectInput) {
  return transaction(async (tx) => {
    authorize(mayWriteSubject(actor, actor.agency), "Vai trò hiện tại không ghi đối tượng khen thưởng.");
    const agency = await findAgencyMeant(actor, input.agency, tx);
    checkMembers(input);
    const [alike = []] = await findAlike(actor, [{ ...input, agencyId: agency.id }], tx);
    if (alike.length > 0 && !input.isAnother)
      throw refused("Có thể đối tượng này đã được ghi. Hãy xem lại trước khi ghi mới.", [
        ...alike.map(({ subject }) => ({
          field: "name",
          message: `${subject.name}${subject.birthYear ? `, sinh năm ${subject.birthYear}` : ""}, ${subject.agencyName}`,
          href: `/awards/subjects/${subject.id}`,
        })),
        { field: "isAnother", message: "Nếu là đối tượng khác, hãy đánh dấu “Đây là đối tượng khác” rồi ghi lại." },
      ]);
    const created = await row<{ id: string }>(
      `insert into award_subject (kind, name, search_text, agency_id, description, birth_year, is_woman, is_direct_worker, members, women_members)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        input.kind,
        input.name,
        fold(input.name),
        agency.id,
        input.description,
        input.kind === "individual" ? input.birthYear : null,
        input.kind === "individual" ? input.isWoman : null,
        input.isDirectWorker,
        input.kind === "collective" ? input.members : null,
        input.kind === "collective" ? input.womenMembers : null,
      ],
      tx,
    );
    if (!created) throw new Error("An insert of one row gives one row.");
    await recordAudit(tx, {
      actor,
      action: "awardSubject.create",
      subject: { type: "awardSubject", id: created.id, path: agency.path },
      note: input.name,
      detail: alike.length > 0 ? { alike: alike.map(({ subject }) => subject.id) } : {},
    });
    return created.id;
  });
}

function checkMembers({ members, womenMembers }: SubjectInput) {
  if (womenMembers !== null && womenMembers > (members ?? 0))
    throw refused("Số nữ lớn hơn số thành viên.", [
      {
        field: "womenMembers",
        message: `Số nữ: ${womenMembers} lớn hơn số thành viên ${members ?? "chưa nhập"}; hãy sửa.`,
      },
    ]);
}

type Placing = { id: string; kind: string; reason: string; source: string };

/** Says why nothing may be proposed or decided for a subject now. Source: NĐ 152/2025/NĐ-CP, Điều 4, khoản 4. */
export async function placeHold(actor: Actor, { id, kind, reason, source }: Placing) {
  await transaction(async (tx) => {
    const subject = await findSubject(actor, id, tx);
    if (!subject) throw notFound("đối tượng khen thưởng");
    authorize(mayHold(actor, subject), HOLDERS);
    await rows(
      `insert into award_hold (subject_id, kind, reason, source, placed_at, placed_by_name, placed_by_id, agency_id)
       values ($1, $2, $3, $4, campaign_now(), $5, $6, $7)`,
      [id, kind, reason, source, actor.fullName, actor.personId, actor.agency.id],
      tx,
    );
    await recordAudit(tx, {
      actor,
      action: "awardHold.place",
      subject: { type: "awardSubject", id, path: subject.path },
      note: `${kind}: ${source}`,
    });
  });
}

const HOLDERS = "Chỉ cơ quan thường trực thi đua, khen thưởng hoặc thủ trưởng cơ quan của đối tượng được làm việc này.";

/** Ends a hold with what was found; it stays in the history. @throws refused if it has been lifted already. */
export async function liftHold(
  actor: Actor,
  { id, holdId, conclusion }: { id: string; holdId: string; conclusion: string },
) {
  await transaction(async (tx) => {
    const subject = await findSubject(actor, id, tx);
    if (!subject) throw notFound("đối tượng khen thưởng");
    authorize(mayHold(actor, subject), HOLDERS);
    const hold = await row<{ liftedAt: Date | null }>(
      `select lifted_at as "liftedAt" from award_hold where id = $1 and subject_id = $2 for update`,
      [holdId, id],
      tx,
    );
    if (!hold) throw notFound("lần tạm dừng này");
    if (hold.liftedAt) throw refused("Lần tạm dừng này đã được kết thúc trước đó. Hãy tải lại trang.");
    await rows(
      "update award_hold set lifted_at = campaign_now(), lifted_by_name = $2, conclusion = $3, version = version + 1 where id = $1",
      [holdId, actor.fullName, conclusion],
      tx,
    );
    await recordAudit(tx, {
      actor,
      action: "awardHold.lift",
      subject: { type: "awardSubject", id, path: subject.path },
      note: conclusion,
      detail: { holdId },
    });
  });
}
