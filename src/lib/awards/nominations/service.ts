import "server-only";
import type { PoolClient } from "pg";
import { dayOf } from "#lib/dates";
import { transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { listConsultations } from "../consultations/queries.ts";
import { mayNominate, maySeeNomination } from "../policy.ts";
import { awardRule } from "../rule-set.ts";
import { checkNominationMove, type NominationMove } from "../rules.ts";
import { writeMove } from "./change.ts";
import { type Checked, checkNomination } from "./checks.ts";
import { dossierProblems } from "./dossier.ts";
import { lockNominations, type NominationRow } from "./queries.ts";
import { checkConsultations, checkRoundOpen, checkStage, nextHolder, wayOf } from "./rules.ts";
import type { DossierRules } from "./rules-of.ts";

/** What a page says when it asks for a move: which dossier, as it was shown, and why. */
export type MoveRequest = { id: string; version: number; reason: string };

/**
 * The head signs the proposal: the rule set of that day is pinned, and the dossier goes to the first agency of its way.
 * @throws refused while the round is not open, the dossier is not complete, or a check stands in the way.
 */
export const propose = (actor: Actor, request: MoveRequest) =>
  move(actor, request, "propose", ({ nomination, rules, checks }) => {
    const today = dayOf(nomination.now);
    checkRoundOpen(nomination, today, { isReturned: nomination.status === "returned" });
    const problems = dossierProblems(nomination);
    if (problems.length > 0) throw refused("Hồ sơ chưa đủ để ký tờ trình.", problems);
    const [holder] = wayOf(nomination, rules.definition);
    checkStage(nomination.id, "propose", checks, "Hồ sơ chưa đủ điều kiện đề nghị.");
    return {
      columns: {
        holder_id: holder ?? nomination.agencyId,
        rule_set_id: rules.ruleSetId,
        proposed_on: nomination.proposedOn ?? today,
      },
      detail: { ruleSetId: rules.ruleSetId },
    };
  });

/** The proposing head takes the proposal back for good. */
export const withdraw = (actor: Actor, request: MoveRequest) => move(actor, request, "withdraw", () => ({}));

/** The secretariat gives the dossier back to its proposer, who may correct it and propose it again under the rules of the first day. */
export const sendBack = (actor: Actor, request: MoveRequest) =>
  move(actor, request, "sendBack", ({ nomination }) => ({
    columns: { holder_id: nomination.agencyId, appraisal: null },
  }));

/** The secretariat offers another form; the proposer must agree first. Source: NĐ 152/2025/NĐ-CP, Điều 35. */
export const offerForm = (actor: Actor, request: MoveRequest & { awardId: string }) =>
  move(actor, request, "offerForm", ({ nomination, rules }) => {
    const offered = awardRule(rules.definition, request.awardId);
    if (!offered || offered.id === nomination.awardId)
      throw refused("Hãy chọn một hình thức khác hình thức đang đề nghị.", [
        { field: "awardId", message: "Hình thức đề xuất: hãy chọn một hình thức khác trong danh sách." },
      ]);
    return { columns: { offered_award_id: offered.id }, detail: { awardId: offered.id, name: offered.name } };
  });

/** The proposing head agrees: the dossier goes on with the offered form, on the way of that form. */
export const consent = (actor: Actor, request: MoveRequest) =>
  move(actor, request, "consent", ({ nomination, rules }) => {
    const awardId = nomination.offeredAwardId ?? nomination.awardId;
    const way = wayOf({ ...nomination, awardId }, rules.definition);
    return {
      columns: {
        award_id: awardId,
        offered_award_id: null,
        holder_id: way.includes(nomination.holderId) ? nomination.holderId : (way.at(-1) ?? nomination.agencyId),
      },
      detail: { from: nomination.awardId, to: awardId },
    };
  });

/** The proposing head does not agree: the dossier is theirs again, with the form they proposed. */
export const declineForm = (actor: Actor, request: MoveRequest) =>
  move(actor, request, "declineForm", ({ nomination }) => ({
    columns: { offered_award_id: null, holder_id: nomination.agencyId },
  }));

/**
 * The secretariat finds the dossier fit for the council, in words.
 * @throws refused while a check stands in the way, an opinion asked for is out, or the finding is empty.
 */
export const appraise = (actor: Actor, request: MoveRequest & { appraisal: string }) =>
  move(actor, request, "appraise", async ({ nomination, rules, checks }, tx) => {
    if (request.appraisal === "")
      throw refused("Hãy ghi ý kiến thẩm định.", [
        { field: "appraisal", message: "Ý kiến thẩm định: còn trống; hãy ghi kết luận trong vài câu." },
      ]);
    checkStage(nomination.id, "appraise", checks, "Chưa kết luận đủ điều kiện được.");
    checkConsultations(await listConsultations(nomination.id, tx), rules.definition, dayOf(nomination.now));
    return { columns: { appraisal: request.appraisal } };
  });

/**
 * The holding head submits to the next agency of the way, where the way begins anew: the paper and file that came to this agency,
 * its finding and its vote stay in the timeline.
 */
export const forward = (actor: Actor, request: MoveRequest) =>
  move(actor, request, "forward", ({ nomination, rules, checks }) => {
    const holder = nextHolder(nomination, rules.definition);
    if (!holder)
      throw refused(
        "Hình thức này do cơ quan đang giữ hồ sơ quyết định, không trình lên cấp trên. Hãy ban hành quyết định.",
      );
    checkStage(nomination.id, "agenda", checks, "Chưa trình lên cấp trên được.");
    const { holderId, appraisal, result, paperReceivedOn, fileReceivedOn } = nomination;
    return {
      columns: {
        holder_id: holder,
        appraisal: null,
        result: null,
        paper_received_on: null,
        file_received_on: null,
      },
      detail: { from: holderId, to: holder, appraisal, result, paperReceivedOn, fileReceivedOn },
    };
  });

/** The holding head decides that there will be no award, and says why. */
export const refuse = (actor: Actor, request: MoveRequest) => move(actor, request, "refuse", () => ({}));

type Change = Parameters<typeof writeMove>[4];
type Decided = Pick<Checked, "nomination" | "checks"> & { rules: DossierRules };

/** The frame of every move by hand: hold the dossier, authorize, decide, write, tell, audit. */
async function move(
  actor: Actor,
  { id, version, reason }: MoveRequest,
  kind: NominationMove,
  decide: (dossier: Decided, tx: PoolClient) => NonNullable<Change> | Promise<NonNullable<Change>>,
) {
  return transaction(async (tx) => {
    const nomination = await holdSeen(tx, actor, id);
    const allowed = mayNominate[kind]?.(actor, nomination) ?? false;
    // Whoever was late may have lost the dossier to the first: that is news to them, not a forbidden act.
    if (!allowed && nomination.version > version) checkSeen(nomination, version);
    authorize(allowed);
    checkSeen(nomination, version);
    checkNominationMove(nomination.status, kind, reason);
    const { rules, checks } = await checkNomination(nomination, tx);
    if (!rules) throw noRules();
    await writeMove(tx, actor, nomination, kind, { reason, ...(await decide({ nomination, rules, checks }, tx)) });
  });
}

export const noRules = () =>
  refused(
    "Không có bộ quy định khen thưởng nào đang có hiệu lực cho cơ quan này. Hãy cấu hình bộ quy định (mục Bộ quy định) trước.",
  );

/** Holds a dossier the actor may know of. @throws notFound otherwise. */
export async function holdSeen(tx: PoolClient, actor: Actor, id: string): Promise<NominationRow> {
  const [nomination] = await lockNominations([id], tx);
  if (!nomination || !maySeeNomination(actor, nomination)) throw notFound("hồ sơ đề nghị");
  return nomination;
}

/** @throws conflict naming what happened since the page was drawn. */
export function checkSeen(nomination: NominationRow, version: number) {
  if (nomination.version !== version)
    throw conflict(undefined, { version: nomination.version, status: nomination.status });
}
