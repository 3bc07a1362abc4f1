import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { mayConfirm } from "#lib/plans/policy";
import { findPlan, type PlanDetail } from "#lib/plans/queries";
import type { ConfirmCriterion, ConfirmPassage, ConfirmPlan } from "#lib/plans/schema";

const changed = () =>
  conflict(
    "Câu chữ của đoạn này vừa thay đổi hoặc đã có người xác nhận. Hãy tải lại trang rồi đối chiếu lại với bản ký.",
  );

/**
 * Records that a passage was compared with the signed original, or takes that back.
 * @throws notFound, 403 for whoever is not of the holder's secretariat, conflict when the words are not those on the screen.
 */
export async function confirmPassage(actor: Actor, { planId, passageId, seen, undo }: ConfirmPassage) {
  await transaction(async (tx) => {
    const plan = await planFor(tx, actor, planId);
    const [passage] = await rows<{ reconstructed: boolean }>(
      "select reconstructed from plan_passage where plan_id = $1 and id = $2 for update",
      [planId, passageId],
      tx,
    );
    if (!passage) throw notFound("đoạn này của kế hoạch");
    if (!passage.reconstructed) throw refused("Đoạn này chép từ nguồn sạch nên không cần đối chiếu.");
    const confirmed = await rows(
      `update plan_passage set ${confirmation} where plan_id = $5 and id = $6 and md5(text) = $4 and (confirmed_at is null) = $1 returning id`,
      [!undo, actor.personId, actor.fullName, seen, planId, passageId],
      tx,
    );
    if (confirmed.length === 0) throw changed();
    await record(tx, actor, plan, undo ? "passage.unconfirm" : "passage.confirm", {
      type: "planPassage",
      id: `${planId}/${passageId}`,
    });
  });
}

/** The same for a criterion. */
export async function confirmCriterion(actor: Actor, { planId, criterionId, seen, undo }: ConfirmCriterion) {
  await transaction(async (tx) => {
    const plan = await planFor(tx, actor, planId);
    const [criterion] = await rows<{ reconstructed: boolean }>(
      "select c.reconstructed from criterion c join subject_group g on g.id = c.group_id where g.plan_id = $1 and c.id = $2 for update of c",
      [planId, criterionId],
      tx,
    );
    if (!criterion) throw notFound("tiêu chí này của kế hoạch");
    if (!criterion.reconstructed) throw refused("Tiêu chí này chép từ nguồn sạch nên không cần đối chiếu.");
    const confirmed = await rows(
      `update criterion set ${confirmation} where id = $5 and md5(text) = $4 and (confirmed_at is null) = $1 returning id`,
      [!undo, actor.personId, actor.fullName, seen, criterionId],
      tx,
    );
    if (confirmed.length === 0) throw changed();
    await record(tx, actor, plan, undo ? "criterion.unconfirm" : "criterion.confirm", {
      type: "criterion",
      id: criterionId,
    });
  });
}

/** Confirms every passage and criterion of a plan that still waits for it. Returns how many. */
export async function confirmPlan(actor: Actor, { planId, seen }: ConfirmPlan): Promise<number> {
  return transaction(async (tx) => {
    await tx.query("select 1 from plan where id = $1 for update", [planId]);
    const plan = await planFor(tx, actor, planId);
    if (plan.unconfirmed === 0) throw refused("Kế hoạch này không còn đoạn nào chờ đối chiếu.");
    if (plan.unconfirmedDigest !== seen) throw changed();
    const values = [true, actor.personId, actor.fullName, planId];
    const passages = await rows(
      `update plan_passage set ${confirmation} where plan_id = $4 and reconstructed and confirmed_at is null returning id`,
      values,
      tx,
    );
    const criteria = await rows(
      `update criterion set ${confirmation} where reconstructed and confirmed_at is null and group_id in (select id from subject_group where plan_id = $4) returning id`,
      values,
      tx,
    );
    const confirmed = [...passages, ...criteria].map((one) => (one as { id: string }).id);
    await record(tx, actor, plan, "plan.confirm", { type: "plan", id: planId }, { confirmed });
    return confirmed.length;
  });
}

/** $1 whether to confirm or to take back, $2 and $3 by whom. */
const confirmation = `
  confirmed_at = case when $1 then campaign_now() end, confirmed_by_id = case when $1 then $2::uuid end, confirmed_name = case when $1 then $3 end`;

async function planFor(tx: PoolClient, actor: Actor, planId: string): Promise<PlanDetail> {
  const plan = await findPlan(planId, tx);
  if (!plan) throw notFound("kế hoạch");
  authorize(
    mayConfirm(actor, plan),
    "Chỉ thường trực, thư ký của cơ quan giữ kế hoạch được xác nhận đã đối chiếu với bản ký.",
  );
  return plan;
}

const record = (
  tx: PoolClient,
  actor: Actor,
  plan: PlanDetail,
  action: string,
  subject: { type: string; id: string },
  detail = {},
) => recordAudit(tx, { actor, action, subject: { ...subject, path: plan.holderPath }, detail });
