import "server-only";
import { dayOf } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { consultationDueOn } from "../clocks.ts";
import { tell } from "../nominations/change.ts";
import { listHolidays } from "../nominations/checks.ts";
import { rulesOf } from "../nominations/rules-of.ts";
import { noRules } from "../nominations/service.ts";
import { holdAtSecretariat } from "../nominations/writing.ts";
import { findConsultation } from "./queries.ts";

type Asking = { id: string; version: number; agency: string; dueOn: string | null };

/**
 * Asks another agency for its opinion (hiệp y), with the clock of the rule set; where that names none, with the day that is typed.
 * Source: NĐ 152/2025/NĐ-CP, Điều 34.
 */
export async function askOpinion(actor: Actor, input: Asking) {
  await transaction(async (tx) => {
    const nomination = await holdAtSecretariat(tx, actor, input);
    const agency = await agencyNamed(input.agency);
    const rules = (await rulesOf([nomination], tx)).get(nomination.id);
    if (!rules) throw noRules();
    const today = dayOf(nomination.now);
    const dueOn = consultationDueOn(rules.definition, today, await listHolidays(tx)) ?? input.dueOn;
    if (!dueOn || dueOn < today)
      throw refused("Chưa có hạn trả lời.", [
        {
          field: "dueOn",
          message: "Hạn trả lời: bộ quy định chưa xác minh thời hạn; hãy nhập ngày từ hôm nay trở đi.",
        },
      ]);
    const asked = await row<{ id: string }>(
      `insert into consultation (nomination_id, agency_id, asked_at, due_on) values ($1, $2, $3, $4)
       on conflict (nomination_id, agency_id) do nothing returning id`,
      [nomination.id, agency.id, nomination.now, dueOn],
      tx,
    );
    if (!asked)
      throw refused("Cơ quan này đã được hỏi ý kiến.", [
        { field: "agency", message: `Cơ quan được hỏi ý kiến: ${agency.name} đã được hỏi; hãy chọn cơ quan khác.` },
      ]);
    await rows("update nomination set version = version + 1 where id = $1", [nomination.id], tx);
    await tell(tx, actor, nomination, "consult", { detail: { agencyId: agency.id, name: agency.name, dueOn } });

    async function agencyNamed(typed: string) {
      const found = await rows<{ id: string; name: string }>(
        `select agency_id as id, name from agency_on(campaign_today()) where agency_id = upper($1) or lower(name) = lower($1) limit 2`,
        [typed],
        tx,
      );
      const [only] = found;
      if (only && found.length === 1 && only.id !== nomination.holderId) return only;
      throw refused("Chưa rõ cơ quan được hỏi ý kiến.", [
        {
          field: "agency",
          message: `Cơ quan được hỏi ý kiến: “${typed}” ${found.length > 1 ? "trùng ở nhiều nơi; hãy nhập mã" : "không phải cơ quan khác đang hoạt động; hãy nhập mã hoặc tên đầy đủ"}.`,
        },
      ]);
    }
  });
}

type Answer = { id: string; opinion: "agree" | "disagree"; words: string };

/** The consulted agency answers, once. A late answer is kept with its day. @throws refused for a disagreement without words. */
export async function answerOpinion(actor: Actor, { id, opinion, words }: Answer) {
  await transaction(async (tx) => {
    const asked = await findConsultation(actor, id, tx);
    if (!asked) throw notFound("yêu cầu hiệp y");
    if (asked.answeredAt) throw conflict("Cơ quan đồng chí đã trả lời ý kiến này. Hãy tải lại trang để xem.");
    if (opinion === "disagree" && words === "")
      throw refused("Hãy ghi lý do không đồng ý.", [
        { field: "words", message: "Nội dung ý kiến: còn trống; hãy ghi lý do không đồng ý." },
      ]);
    await rows(
      "update consultation set opinion = $2, words = nullif($3, ''), answered_at = $4, answered_by_name = $5 where id = $1",
      [id, opinion, words, asked.now, actor.fullName],
      tx,
    );
    await rows("update nomination set version = version + 1 where id = $1", [asked.nominationId], tx);
    await tell(tx, actor, { id: asked.nominationId, now: asked.now, path: asked.path }, "answer", {
      reason: words,
      detail: { opinion, late: dayOf(asked.now) > asked.dueOn },
    });
  });
}
