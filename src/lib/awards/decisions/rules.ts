import type { SubjectKind } from "#generated/prisma/enums";
import { type Day, printDay } from "#lib/dates";
import { refused } from "#lib/errors";
import { printNumber } from "#lib/text";
import { type BaseSalaryStep, bonusOf, type Payable, paidOf } from "../bonus.ts";
import { awardName, awardRule, type RuleSetDefinition } from "../rule-set.ts";

/** A dossier that a decision names. */
export type Chosen = {
  id: string;
  subjectId: string;
  subjectKind: SubjectKind;
  subjectName: string;
  awardId: string;
  achievedFrom: Day;
  achievedTo: Day;
  /** the day the council passed it */
  passedOn: Day;
  holderName: string;
  rules: RuleSetDefinition;
};

/** In whose name an award is decided: the law's own words for state awards, else the head of the agency that has the dossier. */
export function decidedBy({ awardId, holderName, rules }: Pick<Chosen, "awardId" | "holderName" | "rules">): string {
  const award = awardRule(rules, awardId);
  if (award?.level === "state") return award.decides.value;
  return /^(Ủy ban nhân dân|UBND)/.test(holderName) ? `Chủ tịch ${holderName}` : `Người đứng đầu ${holderName}`;
}

/**
 * One decision has one decider, and a day on which the council had spoken already.
 * @throws refused naming the dossiers that do not fit.
 */
export function checkDecision(chosen: Chosen[], decidedOn: Day, today: Day) {
  if (decidedOn > today)
    throw refused("Ngày quyết định chưa đến.", [
      {
        field: "decidedOn",
        message: `Ngày quyết định: ${printDay(decidedOn)} sau hôm nay; hãy nhập ngày ghi trên quyết định đã ký.`,
      },
    ]);
  const early = chosen.filter(({ passedOn }) => decidedOn < passedOn);
  if (early.length > 0)
    throw refused("Ngày quyết định trước ngày hội đồng kết luận.", [
      {
        field: "decidedOn",
        message: `Ngày quyết định: ${printDay(decidedOn)} trước ngày hội đồng thông qua hồ sơ của ${early[0]?.subjectName} (${printDay(early[0]?.passedOn ?? decidedOn)}); hãy xem lại ngày.`,
      },
    ]);
  const deciders = [...new Set(chosen.map(decidedBy))];
  if (deciders.length > 1)
    throw refused("Một quyết định chỉ của một người có thẩm quyền.", [
      {
        field: "nominations",
        message: `Hồ sơ: thuộc thẩm quyền của ${deciders.join(" và ")}; hãy ghi thành các quyết định riêng.`,
      },
    ]);
}

/** Amount in đồng, or null where the law or the salary of the day is not known; `note` says how it came about. */
export type DecidedBonus = { amount: number | null; note: string };

/**
 * The bonus of each dossier of a decision, held against what its subject received on the same day already.
 * Source: Nghị định 152/2025/NĐ-CP, Điều 49.
 */
export function bonusesOf(
  chosen: Chosen[],
  steps: BaseSalaryStep[],
  decidedOn: Day,
  sameDay: (Omit<Payable, "kind" | "amount"> & { subjectId: string; awardId: string; bonus: number | null })[],
): Map<string, DecidedBonus> {
  const bonuses = new Map<string, DecidedBonus>();
  const payable: (Payable & { subjectId: string })[] = [];
  for (const { id, subjectId, subjectKind, awardId, achievedFrom, achievedTo, rules } of chosen) {
    const award = awardRule(rules, awardId);
    const bonus = award && bonusOf(rules, award, subjectKind, steps, decidedOn);
    if (!award || !bonus || bonus.amount === null) {
      bonuses.set(id, { amount: null, note: unknownNote(bonus?.unknown ?? "multiplier", bonus?.source ?? "") });
      continue;
    }
    const { amount, multiplier, salary, rounding, source } = bonus;
    payable.push({ id, subjectId, kind: award.kind, decidedOn, achievedFrom, achievedTo, amount });
    bonuses.set(id, {
      amount,
      note: `${printMultiplier(multiplier)} × ${printNumber(salary)} đ, làm tròn lên ${printNumber(rounding)} đ (${source})`,
    });
  }
  for (const { id, subjectId, awardId } of chosen) {
    const rules = chosen.find((one) => one.id === id)?.rules;
    if (!rules) continue;
    const earlier = sameDay
      .filter((one) => one.subjectId === subjectId)
      .map(({ bonus, ...one }) => ({
        ...one,
        kind: awardRule(rules, one.awardId)?.kind ?? ("form" as const),
        amount: bonus ?? 0,
      }));
    const paid = paidOf(rules.bonusOverlap, [...payable.filter((one) => one.subjectId === subjectId), ...earlier]);
    const own = paid.find((one) => one.id === id);
    if (own?.because)
      bonuses.set(id, {
        amount: 0,
        note: `Không chi: ${awardName(rules, awardId)} cùng thời điểm, cùng giai đoạn thành tích với danh hiệu mức cao hơn đã được chi (${rules.bonusOverlap.source})`,
      });
  }
  return bonuses;
}

const unknownNote = (unknown: "multiplier" | "salary", source: string) =>
  unknown === "salary"
    ? "Chưa có mức lương cơ sở của ngày quyết định nên chưa tính tiền thưởng"
    : `Chưa xác minh mức tiền thưởng cho đối tượng này${source ? ` (${source})` : ""}`;

/** A multiplier kept × 100: 150 → “1,5”. */
const printMultiplier = (hundredths: number) => {
  const [whole, rest] = [Math.floor(hundredths / 100), hundredths % 100];
  return rest === 0 ? `${whole}` : `${whole},${String(rest).padStart(2, "0").replace(/0$/, "")}`;
};

/** What may still be done with one award of a decision. */
export function recordState({
  issuedOn,
  revokedOn,
  returnedOn,
}: RecordDays): "toIssue" | "issued" | "revoked" | "returned" {
  if (returnedOn) return "returned";
  if (revokedOn) return "revoked";
  return issuedOn ? "issued" : "toIssue";
}

type RecordDays = { issuedOn: Day | null; revokedOn: Day | null; returnedOn: Day | null };

/** Why an award may be taken back. Source: Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 93, khoản 2. */
export const revocationGrounds = {
  fraud: "Gian dối trong kê khai thành tích",
  forgery: "Cung cấp thông tin sai sự thật hoặc làm giả hồ sơ, giấy tờ",
  unlawful: "Thẩm định, xét, duyệt trái quy định của pháp luật",
  violation: "Có kết luận vi phạm trong giai đoạn tính thành tích",
} as const;

export type RevocationGround = keyof typeof revocationGrounds;
