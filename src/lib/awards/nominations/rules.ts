import { type Day, printDay } from "#lib/dates";
import { refused } from "#lib/errors";
import { consultationState } from "../clocks.ts";
import type { Check, Stage } from "../eligibility/facts.ts";
import { inTheWayOf } from "../eligibility.ts";
import { awardRule, type RuleSetDefinition } from "../rule-set.ts";
import { chainOf } from "../rules.ts";

/** What the rules of the way up read of a dossier. */
type Passing = {
  awardId: string;
  agencyId: string;
  agencyKind: string;
  provinceId: string | null;
  ministryId: string | null;
  holderId: string;
};

/**
 * The agencies a dossier passes under its rules, in order.
 * @throws refused if the rule set has no such award.
 */
export function wayOf({ awardId, agencyId, agencyKind, provinceId, ministryId }: Passing, rules: RuleSetDefinition) {
  const award = awardRule(rules, awardId);
  if (!award)
    throw refused("Bộ quy định đang áp dụng không có hình thức khen thưởng này. Hãy chọn hình thức khác.", [
      { field: "awardId", message: "Hình thức khen thưởng: không có trong bộ quy định." },
    ]);
  return chainOf(award.level, { id: agencyId, kind: agencyKind, provinceId, ministryId });
}

/** The agency a dossier goes to after the one that has it, or null: there it is decided or submitted. */
export function nextHolder(nomination: Passing, rules: RuleSetDefinition): string | null {
  const way = wayOf(nomination, rules);
  return way[way.indexOf(nomination.holderId) + 1] ?? null;
}

type Round = { roundOpensOn: Day; roundClosesOn: Day; roundClosedAt: Date | null };

/** @throws refused outside the days in which a round takes proposals. A returned dossier may come back until the round is closed by hand. */
export function checkRoundOpen(
  { roundOpensOn, roundClosesOn, roundClosedAt }: Round,
  today: Day,
  { isReturned = false } = {},
) {
  if (roundClosedAt) throw refused("Đợt xét đã đóng nên không nhận thêm đề nghị. Hãy liên hệ cơ quan mở đợt.");
  if (today < roundOpensOn)
    throw refused(`Đợt xét nhận hồ sơ từ ngày ${printDay(roundOpensOn)}; hôm nay ${printDay(today)} chưa đến ngày.`);
  if (!isReturned && today > roundClosesOn)
    throw refused(
      `Đợt xét đã hết hạn nhận hồ sơ ngày ${printDay(roundClosesOn)}. Hãy đề nghị cơ quan mở đợt gia hạn hoặc chọn đợt khác.`,
    );
}

/** @throws refused naming every check that stands in the way of a stage. Law that is not verified never does: its mark is shown. */
export function checkStage(id: string, stage: Stage, checks: Check[], what: string) {
  const inTheWay = inTheWayOf(stage, checks);
  if (inTheWay.length === 0) return;
  throw refused(
    what,
    inTheWay.map(({ id: check, sentence, source }) => ({
      field: `check-${check}`,
      message: `${sentence} (${source})`,
      href: `/awards/nominations/${id}#check-${check}`,
    })),
  );
}

export type Asked = { agencyName: string; opinion: "agree" | "disagree" | null; dueOn: Day };

/**
 * Opinions asked for must have come, or their term be over and the rule set say that silence lets the dossier go on.
 * A disagreement is for the secretariat to weigh in its finding; it does not stop the dossier by itself.
 * Source: NĐ 152/2025/NĐ-CP, Điều 34.
 * @throws refused naming who has not answered.
 */
export function checkConsultations(consultations: Asked[], rules: RuleSetDefinition, today: Day) {
  const open = consultations.filter(
    (asked) => !["agree", "disagree", "silentProceed"].includes(consultationState(rules, asked, today)),
  );
  if (open.length === 0) return;
  throw refused(
    "Còn ý kiến hiệp y chưa trả lời.",
    open.map((asked) => ({
      field: "consultations",
      message: `${asked.agencyName}: ${waitingWords(asked, rules, today)}`,
    })),
  );
}

function waitingWords(asked: Asked, rules: RuleSetDefinition, today: Day) {
  const due = printDay(asked.dueOn);
  const state = consultationState(rules, asked, today);
  if (state === "waiting") return `đang trong thời hạn trả lời đến hết ngày ${due}.`;
  return state === "silentWait"
    ? `quá hạn ${due}; bộ quy định yêu cầu chờ ý kiến trả lời.`
    : `quá hạn ${due}; chưa xác minh quy định về trường hợp không trả lời (cấu hình trong bộ quy định, hoặc chờ ý kiến).`;
}
