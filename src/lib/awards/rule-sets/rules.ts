import { addDays, type Day, daysBetween, printDay } from "#lib/dates";

/** How long before its end everybody is told that a set ends. */
const NOTICE_DAYS = 120;

type Told = { title: string; warning: string | null; effectiveTo: Day | null };

/** What everybody who uses these sets on a day must be told: their own warnings, and that one of them ends soon or has ended (once, if together). */
export function warningsOf(sets: Told[], day: Day): string[] {
  const written = sets.flatMap(({ warning }) => warning ?? []);
  const ending = sets
    .filter((set, index) => sets.findIndex(({ effectiveTo }) => effectiveTo === set.effectiveTo) === index)
    .flatMap((set) => endingOf(set, day) ?? []);
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
  if (effectiveTo !== null && (effectiveTo < today || effectiveTo < effectiveFrom)) return "ended";
  return today < effectiveFrom ? "coming" : "inForce";
}

type Adoptable = { effectiveFrom: Day; agencyId: string | null };
type Span = { effectiveFrom: Day; effectiveTo: Day | null };

/**
 * What keeps a draft from being put to use on its day: nothing in the past, nothing outside the national set it stands beside,
 * no two sets of one agency from the same day. `others` are the sets in use of the same agency, or the national ones.
 */
export function adoptionProblems(
  draft: Adoptable,
  { base, others, today }: { base: (Span & { title: string }) | null; others: Span[]; today: Day },
): { field: string; message: string }[] {
  const problem = (message: string) => [{ field: "effectiveFrom", message }];
  const given = printDay(draft.effectiveFrom);
  if (draft.effectiveFrom < today)
    return problem(
      `Ngày có hiệu lực ${given} đã qua: hồ sơ đã đề nghị giữ quy định của ngày đề nghị. Hãy chọn từ hôm nay, ${printDay(today)}.`,
    );
  if (base && (draft.effectiveFrom < base.effectiveFrom || (base.effectiveTo ?? "9999") < draft.effectiveFrom))
    return problem(
      `Ngày ${given} nằm ngoài thời gian có hiệu lực của “${base.title}” (từ ${printDay(base.effectiveFrom)}${base.effectiveTo ? ` đến ${printDay(base.effectiveTo)}` : ""}). Hãy lập bản nháp từ bộ quy định quốc gia của ngày đó.`,
    );
  if (others.some(({ effectiveFrom }) => effectiveFrom === draft.effectiveFrom))
    return problem(`Đã có một bộ quy định khác có hiệu lực từ ngày ${given}. Hãy chọn ngày khác.`);
  return [];
}

/** Until when a set put to use holds: the day before the next one, and no longer than its base. */
export function endOf(effectiveFrom: Day, others: Span[], base: Span | null): Day | null {
  const next = others.map((other) => other.effectiveFrom).filter((day) => day > effectiveFrom);
  const ends = [...next.map((day) => addDays(day, -1)), base?.effectiveTo].filter((day) => typeof day === "string");
  return ends.toSorted()[0] ?? null;
}
