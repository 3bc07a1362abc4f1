import type { NominationStatus } from "#generated/prisma/enums";
import { refused } from "#lib/errors";
import { nominationLabels } from "./labels.ts";
import type { AwardLevel } from "./rule-set.ts";

export type NominationMove =
  | "propose"
  | "withdraw"
  | "sendBack"
  | "offerForm"
  | "consent"
  | "declineForm"
  | "appraise"
  | "putOnAgenda"
  | "takeOffAgenda"
  | "pass"
  | "fail"
  | "forward"
  | "decide"
  | "refuse"
  | "revoke";

/**
 * Every legal move of a dossier; a move not listed here cannot happen. `pass` and `fail` are made by the closing of a ballot,
 * `decide` and `revoke` by a decision, never by hand. At each level above the proposer the way from `proposed` is walked anew.
 */
export const nominationMoves: Record<
  NominationMove,
  { from: NominationStatus[]; to: NominationStatus; needsReason?: boolean }
> = {
  propose: { from: ["draft", "returned"], to: "proposed" },
  withdraw: { from: ["draft", "proposed", "returned", "formChange", "appraised"], to: "withdrawn", needsReason: true },
  sendBack: { from: ["proposed", "appraised"], to: "returned", needsReason: true },
  offerForm: { from: ["proposed"], to: "formChange", needsReason: true },
  consent: { from: ["formChange"], to: "proposed" },
  declineForm: { from: ["formChange"], to: "returned", needsReason: true },
  appraise: { from: ["proposed"], to: "appraised" },
  putOnAgenda: { from: ["appraised"], to: "onAgenda" },
  takeOffAgenda: { from: ["onAgenda"], to: "appraised" },
  pass: { from: ["onAgenda"], to: "passed" },
  fail: { from: ["onAgenda"], to: "notPassed" },
  forward: { from: ["passed"], to: "proposed" },
  decide: { from: ["passed"], to: "decided" },
  refuse: { from: ["proposed", "appraised", "passed"], to: "refused", needsReason: true },
  revoke: { from: ["decided"], to: "revoked", needsReason: true },
};

export const canMoveNomination = (status: NominationStatus, move: NominationMove) =>
  nominationMoves[move].from.includes(status);

/** @throws refused if the dossier is not where this move begins, or its reason is missing. */
export function checkNominationMove(status: NominationStatus, move: NominationMove, reason: string) {
  if (!canMoveNomination(status, move))
    throw refused(
      `Hồ sơ đang ở trạng thái “${nominationLabels[status].word}” nên không thể thực hiện việc này. Hãy tải lại trang để xem trạng thái mới.`,
    );
  if (nominationMoves[move].needsReason && reason === "")
    throw refused("Hãy ghi lý do.", [
      { field: "reason", message: "Lý do: còn trống; hãy ghi một câu để người nhận hiểu vì sao." },
    ]);
}

/** Bộ Nội vụ, which appraises what the Prime Minister and the State President decide. Source: NĐ 152/2025/NĐ-CP, Điều 35. */
export const STATE_APPRAISER = "G09";

type Proposer = { id: string; kind: string; provinceId: string | null; ministryId: string | null };

/**
 * The agencies whose secretariat, council and head a dossier passes, in order; the last one decides, or for state awards submits.
 * Source: NĐ 152/2025/NĐ-CP, Điều 33–35; Luật Thi đua, khen thưởng, Điều 83, 84.
 */
export function chainOf(level: AwardLevel, { id, provinceId, ministryId }: Proposer): string[] {
  if (level === "base") return [id];
  const own = provinceId ?? ministryId ?? id;
  return level === "province" || own === STATE_APPRAISER ? [own] : [own, STATE_APPRAISER];
}
