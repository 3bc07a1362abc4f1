import { type Day, daysBetween, printDay } from "#lib/dates";

/** How long before its end everybody is told that a set ends. */
const NOTICE_DAYS = 120;

type Told = { title: string; warning: string | null; effectiveTo: Day | null };

/** What everybody who uses these sets on a day must be told: their own warnings, and that one of them ends soon or has ended. */
export function warningsOf(sets: Told[], day: Day): string[] {
  const written = sets.flatMap(({ warning }) => warning ?? []);
  const ending = sets.flatMap((set) => endingOf(set, day) ?? []);
  return [...new Set([...ending, ...written])];
}

function endingOf({ title, effectiveTo }: Told, day: Day) {
  if (effectiveTo === null) return null;
  const left = daysBetween(day, effectiveTo);
  if (left < 0) return `Bộ quy định “${title}” đã hết hiệu lực từ sau ngày ${printDay(effectiveTo)}.`;
  return left <= NOTICE_DAYS
    ? `Bộ quy định “${title}” có hiệu lực đến hết ngày ${printDay(effectiveTo)} (còn ${left} ngày). Hồ sơ đề nghị sau ngày này cần bộ quy định mới.`
    : null;
}

export type RuleSetState = "draft" | "coming" | "inForce" | "ended";

export function stateOf(
  { adoptedAt, effectiveFrom, effectiveTo }: { adoptedAt: Date | null; effectiveFrom: Day; effectiveTo: Day | null },
  today: Day,
): RuleSetState {
  if (adoptedAt === null) return "draft";
  if (today < effectiveFrom) return "coming";
  return effectiveTo !== null && effectiveTo < today ? "ended" : "inForce";
}
