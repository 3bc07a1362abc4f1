import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { lockReport, type ReportRow, UUID } from "../queries.ts";
import { mayDiscuss, mayFlag, maySeeThread } from "./policy.ts";
import { findCellOf } from "./queries.ts";
import type { CommentInput } from "./schema.ts";

/** Says something about a cell, or answers a comment. Only the receiving level may flag it to be followed up. */
export async function comment(actor: Actor, { id, field, text, answersId, followUp }: CommentInput) {
  return transaction(async (tx) => {
    const report = await lockReport(actor, id, tx);
    if (!report) throw notFound("báo cáo");
    authorize(mayDiscuss(actor, report), "Chỉ đơn vị báo cáo và nơi nhận được trao đổi về ô này.");
    if (followUp) authorize(mayFlag(actor, report), "Chỉ nơi nhận báo cáo được đánh dấu ô cần theo dõi.");
    await findCellOf(report, field, tx);
    if (answersId) await findThread(actor, report, field, answersId, tx);
    if (text === "")
      throw refused("Hãy viết nội dung trao đổi.", [{ field: "text", message: "Nội dung trao đổi: còn trống." }]);
    const added = await row<{ id: string }>(
      `insert into report_comment (report_id, field, answers_id, at, person_id, person_name, agency_id, agency_name, text, follow_up)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        report.id,
        field,
        answersId,
        report.now,
        actor.personId,
        actor.fullName,
        actor.agency.id,
        actor.agency.name,
        text,
        followUp,
      ],
      tx,
    );
    await tell(tx, actor, report, followUp ? "report.flag" : "report.comment", field);
    return { id: added?.id };
  });
}

/** The comment a thread began with. @throws notFound when it is not of this cell, or not the actor's to see. */
async function findThread(actor: Actor, report: ReportRow, field: string, id: string, tx: PoolClient) {
  const begun = UUID.test(id)
    ? await row<{ agencyId: string; answersId: string | null }>(
        `select agency_id as "agencyId", answers_id as "answersId" from report_comment where id = $1 and report_id = $2 and field = $3`,
        [id, report.id, field],
        tx,
      )
    : null;
  if (!begun || begun.answersId || !maySeeThread(actor, report, begun)) throw notFound("trao đổi này");
}

/** The receiving level says that a flagged cell has been looked into. */
export async function finishFollowUp(actor: Actor, { id, commentId }: { id: string; commentId: string }) {
  return transaction(async (tx) => {
    const report = await lockReport(actor, id, tx);
    if (!report) throw notFound("báo cáo");
    authorize(mayFlag(actor, report), "Chỉ nơi nhận báo cáo được kết thúc theo dõi.");
    const [done] = UUID.test(commentId)
      ? await rows<{ field: string }>(
          `update report_comment set done_at = $3, done_by_name = $4 where id = $1 and report_id = $2 and follow_up and done_at is null returning field`,
          [commentId, report.id, report.now, actor.fullName],
          tx,
        )
      : [];
    if (!done) throw notFound("mục đang theo dõi này");
    await tell(tx, actor, report, "report.finishFollowUp", done.field);
  });
}

const tell = (tx: PoolClient, actor: Actor, report: ReportRow, action: string, field: string) =>
  recordAudit(tx, {
    actor,
    action,
    subject: { type: "report", id: report.id, path: report.path },
    detail: { field },
  });
