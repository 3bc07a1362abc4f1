import type { SubjectKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import type { AwardRule, Mark, RuleSetDefinition } from "./rule-set.ts";

/** Mức lương cơ sở in đồng a month, from a day on. */
export type BaseSalaryStep = { effectiveFrom: Day; amount: number; source: string };

/** The base salary in force on a day; null before the first known. */
export const baseSalaryOn = (steps: BaseSalaryStep[], day: Day): BaseSalaryStep | null =>
  steps
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] ?? null;

/** Amounts in đồng, the multiplier × 100. `unknown` = the law, or the salary of the day, is not known: nothing is paid by guess. */
export type Bonus =
  | { amount: number; multiplier: number; salary: number; rounding: number; source: string; mark: Mark; unknown: null }
  | { amount: null; unknown: "multiplier" | "salary"; source: string; mark: Mark };

/**
 * The bonus of one award: multiplier × base salary of the day of the decision, rounded up. Integers throughout.
 * Source: Nghị định 152/2025/NĐ-CP, Điều 49.
 */
export function bonusOf(
  { bonusRounding }: Pick<RuleSetDefinition, "bonusRounding">,
  { bonus }: Pick<AwardRule, "bonus">,
  kind: SubjectKind,
  steps: BaseSalaryStep[],
  decidedOn: Day,
): Bonus {
  const { source, mark } = bonus;
  const multiplier = bonus.value[kind];
  if (multiplier === null) return { amount: null, unknown: "multiplier", source, mark };
  const step = baseSalaryOn(steps, decidedOn);
  if (!step) return { amount: null, unknown: "salary", source, mark };
  const amount = roundedUp(multiplier * step.amount, 100 * bonusRounding.value) / 100;
  return { amount, multiplier, salary: step.amount, rounding: bonusRounding.value, source, mark, unknown: null };
}

/** The least multiple of `unit` that is not less. */
const roundedUp = (amount: number, unit: number) => Math.floor((amount + unit - 1) / unit) * unit;

export type Payable = {
  id: string;
  kind: AwardRule["kind"];
  decidedOn: Day;
  achievedFrom: Day;
  achievedTo: Day;
  amount: number;
};

/** Of one subject's awards of one day, which are paid; `because` names the higher one that is paid instead. */
export type Paid = { id: string; amount: number; because: string | null };

/**
 * Of several titles of the same day and the same period only the highest is paid; different periods are each paid, and so are a title
 * and a form. Without the rule everything is paid. Source: Nghị định 152/2025/NĐ-CP, Điều 49.
 */
export function paidOf(overlap: RuleSetDefinition["bonusOverlap"], awards: Payable[]): Paid[] {
  return awards.map((award) => {
    const higher = overlap.value === "highestOfSamePeriod" ? higherOf(award, awards) : undefined;
    return { id: award.id, amount: higher ? 0 : award.amount, because: higher?.id ?? null };
  });
}

/** The one that is paid instead; of equal amounts the one named first. */
function higherOf(award: Payable, awards: Payable[]) {
  const rivals = awards.filter(
    (other) =>
      other.kind === "title" &&
      award.kind === "title" &&
      other.decidedOn === award.decidedOn &&
      other.achievedFrom === award.achievedFrom &&
      other.achievedTo === award.achievedTo,
  );
  const best = rivals.reduce<Payable | undefined>(
    (top, other) => (top && top.amount >= other.amount ? top : other),
    undefined,
  );
  return best && best.id !== award.id ? best : undefined;
}
