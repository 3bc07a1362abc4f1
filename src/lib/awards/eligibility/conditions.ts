import type { SubjectKind } from "#generated/prisma/enums";
import { addMonths, type Day, printDay } from "#lib/dates";
import type { AwardRule, Mark, Precondition, RuleSetDefinition } from "../rule-set.ts";
import type { Check, CheckState, EligibilityFacts, PastAward } from "./facts.ts";

const subjectWords: Record<SubjectKind, string> = {
  collective: "tập thể",
  individual: "cá nhân",
  household: "hộ gia đình",
};

export function subjectAllowed(
  { subject }: EligibilityFacts,
  { name, subjects: { value, mark, source } }: AwardRule,
): Check {
  const allowed = value.includes(subject.kind);
  const open = mark === "unknown" || value.length === 0 || (!allowed && !isVerified(mark));
  const list = value.map((kind) => subjectWords[kind]).join(", ");
  return {
    id: "subject",
    state: open ? "unverified" : allowed ? "met" : "notMet",
    sentence: open
      ? `Chưa xác minh quy định về đối tượng của ${name}; có thể cấu hình trong bộ quy định.`
      : allowed
        ? `${name} dành cho ${list}.`
        : `${name} dành cho ${list}, không dành cho ${subjectWords[subject.kind]}. Hãy chọn hình thức khác.`,
    source,
    mark,
    facts: [{ words: `${subject.name}: ${subjectWords[subject.kind]}` }],
    stage: "propose",
  };
}

type Finding = { state: CheckState; words: string; condition: Precondition; recordId?: string };

/**
 * What the law asks for beforehand: all that is always needed, and everything of one of its ways.
 * Awards for a campaign or a sudden feat do not count on a way of công trạng. Source: Nghị định 152/2025/NĐ-CP, Điều 4, khoản 1 và 3.
 */
export function conditions(facts: EligibilityFacts, award: AwardRule): Check {
  const preconditions = award.preconditions.filter(
    ({ subjects }) => subjects === undefined || subjects.includes(facts.subject.kind),
  );
  const always = preconditions.filter(({ route }) => route === undefined).map((one) => findingOf(one, facts));
  const routes = [...new Set(preconditions.flatMap(({ route }) => route ?? []))].map((route) =>
    preconditions.filter((one) => one.route === route).map((one) => findingOf(one, facts)),
  );
  const best = routes.toSorted((a, b) => rank(worst(a)) - rank(worst(b)))[0] ?? [];
  const decisive = [...always, ...best];
  const state = decisive.length === 0 ? "unverified" : worst(decisive);
  const heaviest = decisive.find((finding) => finding.state === state);
  return {
    id: "conditions",
    state,
    sentence: sentences[state],
    source: heaviest?.condition.source ?? "Chưa tìm thấy quy định",
    mark: heaviest?.condition.mark ?? "unknown",
    facts: [...always, ...routes.flat()].map(({ words, recordId, condition }) => ({
      words: `${condition.route ? `[${condition.route}] ` : ""}${words}`,
      ...(recordId ? { recordId } : {}),
    })),
    stage: "appraise",
  };
}

const sentences: Record<CheckState, string> = {
  met: "Đạt tiêu chuẩn của hình thức này.",
  notMet: "Chưa đạt tiêu chuẩn của hình thức này theo các dữ kiện dưới đây.",
  needsEvidence: "Cần minh chứng cho tiêu chuẩn của hình thức này; thẩm định xong thì ghi nhận từng tiêu chuẩn.",
  unverified: "Chưa xác minh quy định về tiêu chuẩn của hình thức này; có thể cấu hình trong bộ quy định.",
};

const rank = (state: CheckState) => ["met", "needsEvidence", "unverified", "notMet"].indexOf(state);

/** All of them are needed, so the gravest decides. */
const worst = (findings: Finding[]): CheckState =>
  (["notMet", "unverified", "needsEvidence"] as const).find((state) =>
    findings.some((finding) => finding.state === state),
  ) ?? "met";

/** Law that is only remembered, or not found, refuses nobody. */
const isVerified = (mark: Mark) => mark === "found" || mark === "partial";

function findingOf(condition: Precondition, facts: EligibilityFacts): Finding {
  const confirmed = facts.nomination.checklist[condition.id];
  if (condition.mark === "unknown")
    return { condition, state: "unverified", words: `Chưa xác minh: ${condition.value}` };
  if (condition.check === "priorAward") {
    const finding = priorAward(condition, facts);
    return finding.state === "notMet" && !isVerified(condition.mark) ? { ...finding, state: "unverified" } : finding;
  }
  return confirmed?.have
    ? {
        condition,
        state: "met",
        words: `Có minh chứng: ${condition.value}${confirmed.note ? ` – ${confirmed.note}` : ""}`,
      }
    : { condition, state: "needsEvidence", words: `Cần minh chứng: ${condition.value}` };
}

function priorAward(condition: Precondition, { records, rules, nomination }: EligibilityFacts): Finding {
  const held = records.filter(({ awardId, revokedOn }) => awardId === condition.priorAwardId && revokedOn === null);
  const counting = held.filter(
    ({ category }) => !(condition.merit && (category === "campaign" || category === "sudden")),
  );
  const [kept] = held;
  if (counting.length === 0 && kept)
    return {
      condition,
      state: "notMet",
      words: `${told(kept, rules)} là khen thưởng chuyên đề hoặc đột xuất, không dùng làm điều kiện xét khen thưởng công trạng cấp cao hơn (Nghị định 152/2025/NĐ-CP, Điều 4, khoản 3)`,
      recordId: kept.id,
    };
  const ripe = counting.find((record) => ripensOn(record, condition) <= nomination.achievedTo);
  if (ripe) return { condition, state: "met", words: `${condition.value}: ${told(ripe, rules)}`, recordId: ripe.id };
  const next = counting.toSorted((a, b) => (ripensOn(a, condition) < ripensOn(b, condition) ? -1 : 1))[0];
  if (next)
    return {
      condition,
      state: "notMet",
      words: `${told(next, rules)}: chưa đủ ${condition.yearsSince} năm, đủ từ ngày ${printDay(ripensOn(next, condition))}`,
      recordId: next.id,
    };
  return { condition, state: "notMet", words: `Chưa có trong sổ khen thưởng: ${condition.value}` };
}

/** The next period begins after the end of the earlier achievement, or its decision. Source: Nghị định 152/2025/NĐ-CP, Điều 33, khoản 7. */
const ripensOn = ({ achievedTo, decidedOn }: PastAward, { yearsSince = 0 }: Precondition): Day =>
  addMonths(achievedTo ?? decidedOn, yearsSince * 12);

const told = ({ awardId, decisionNumber, decidedOn }: PastAward, rules: RuleSetDefinition) =>
  `${rules.awards.find(({ id }) => id === awardId)?.name ?? awardId}, Quyết định số ${decisionNumber} ngày ${printDay(decidedOn)}`;
