import { addWorkingDays, type Day } from "#lib/dates";
import type { AwardLevel, RuleSetDefinition, Valued } from "./rule-set.ts";

/**
 * The clocks of awards, in working days after the day they start from, which is not counted. Every `…DueOn` is the last day on time;
 * null when the rule set names no term. Source: Bộ luật Dân sự 2015, Điều 147, 148; the terms stand in the rule set.
 */
type Holidays = ReadonlySet<Day>;

/** The last of the working days a list must have been public; the council meets from the day after. Source: NĐ 152/2025/NĐ-CP, Điều 44. */
export const publicityOverOn = (startsOn: Day, workingDays: number, holidays: Holidays): Day =>
  addWorkingDays(startsOn, workingDays, holidays);

/** The last day for the consulted to answer. Source: NĐ 152/2025/NĐ-CP, Điều 34. */
export const consultationDueOn = ({ consultationDays }: RuleSetDefinition, askedOn: Day, holidays: Holidays) =>
  after(consultationDays, askedOn, holidays);

/** The last day for the appraisal of a dossier received in full. Source: NĐ 152/2025/NĐ-CP, Điều 35. */
export const appraisalDueOn = (
  { appraisalDays }: RuleSetDefinition,
  level: AwardLevel,
  receivedOn: Day,
  holidays: Holidays,
) => after({ ...appraisalDays, value: appraisalDays.value[level] }, receivedOn, holidays);

/** A dossier counts as received when paper and file are both there: on the later of the two days. Source: NĐ 152/2025/NĐ-CP, Điều 33, khoản 12. */
export const receivedInFullOn = (paperOn: Day | null, fileOn: Day | null): Day | null =>
  paperOn && fileOn ? (paperOn > fileOn ? paperOn : fileOn) : null;

/** The last day to tell the proposer, with the grounds. Source: NĐ 152/2025/NĐ-CP, Điều 35. */
export const refusalDueOn = ({ refusalDays }: RuleSetDefinition, foundOn: Day, holidays: Holidays) =>
  after(refusalDays, foundOn, holidays);

/** The last day to hand over the objects of a decision on so many cases. Source: NĐ 152/2025/NĐ-CP, Điều 35. */
export function issuingDueOn({ issuingDays }: RuleSetDefinition, decidedOn: Day, cases: number, holidays: Holidays) {
  const { value } = issuingDays;
  if (value === null) return null;
  return addWorkingDays(decidedOn, cases < value.fewerThan ? value.few : value.many, holidays);
}

/** The last day for object and money of a revoked award to be given back. Source: NĐ 152/2025/NĐ-CP, Điều 56–58. */
export const returnDueOn = ({ returnDays }: RuleSetDefinition, revokedOn: Day, holidays: Holidays) =>
  after(returnDays, revokedOn, holidays);

/** What a consultation says at a day. An overdue one without an answer goes on or waits as the rule set says; null = it does not say. */
export function consultationState(
  { consultationSilence }: RuleSetDefinition,
  { opinion, dueOn }: { opinion: "agree" | "disagree" | null; dueOn: Day },
  today: Day,
): "agree" | "disagree" | "waiting" | "silentProceed" | "silentWait" | "silentUnverified" {
  if (opinion) return opinion;
  if (today <= dueOn) return "waiting";
  if (consultationSilence.value === null) return "silentUnverified";
  return consultationSilence.value === "proceed" ? "silentProceed" : "silentWait";
}

const after = ({ value }: Valued<number | null>, day: Day, holidays: Holidays) =>
  value === null ? null : addWorkingDays(day, value, holidays);
