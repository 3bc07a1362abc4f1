import { type Day, dayOf } from "#lib/dates";
import { appraisalDueOn, publicityOverOn, receivedInFullOn, refusalDueOn } from "../clocks.ts";
import { awardRule, type Mark, type RuleSetDefinition } from "../rule-set.ts";

/** A clock both sides see: what is to be done by when, and by what rule. `dueOn` null = the rule sets no term, or it does not run yet. */
export type Clock = { id: string; what: string; dueOn: Day | null; note: string; source: string; mark: Mark };

type Timed = {
  awardId: string;
  status: string;
  statusSince: Date;
  paperReceivedOn: Day | null;
  fileReceivedOn: Day | null;
};
type Term = { agencyName: string; dueOn: Day; opinion: string | null };
type Listed = { startsOn: Day; place: string };

/** The clocks of a dossier in the hands of its secretariat, in working days. */
export function clocksOf(
  nomination: Timed,
  rules: RuleSetDefinition,
  {
    consultations,
    lists,
    holidays,
    isTold = false,
  }: { consultations: Term[]; lists: Listed[]; holidays: ReadonlySet<Day>; isTold?: boolean },
): Clock[] {
  const award = awardRule(rules, nomination.awardId);
  if (!award) return [];
  const clocks: Clock[] = [];
  if (nomination.status === "proposed") {
    const receivedOn =
      award.intake.value === "paperAndFile"
        ? receivedInFullOn(nomination.paperReceivedOn, nomination.fileReceivedOn)
        : dayOf(nomination.statusSince);
    const { mark, source } = rules.appraisalDays;
    clocks.push({
      id: "appraisal",
      what: "Thẩm định xong",
      dueOn: receivedOn && appraisalDueOn(rules, award.level, receivedOn, holidays),
      note: receivedOn
        ? rules.appraisalDays.value[award.level] === null
          ? "Bộ quy định không nêu thời hạn cho cấp này."
          : `${rules.appraisalDays.value[award.level]} ngày làm việc từ khi nhận đủ hồ sơ.`
        : "Tính từ ngày nhận đủ cả bản giấy và bản điện tử; hồ sơ chưa được ghi nhận đủ.",
      source,
      mark,
    });
  }
  if (["notPassed", "refused"].includes(nomination.status) && !isTold)
    clocks.push({
      id: "notice",
      what: "Thông báo kết quả, lý do cho cơ quan đề nghị",
      dueOn: refusalDueOn(rules, dayOf(nomination.statusSince), holidays),
      note: rules.refusalDays.value
        ? `${rules.refusalDays.value} ngày làm việc từ ngày có kết quả.`
        : "Bộ quy định không nêu thời hạn.",
      source: rules.refusalDays.source,
      mark: rules.refusalDays.mark,
    });
  for (const { agencyName, dueOn, opinion } of consultations)
    if (!opinion)
      clocks.push({
        id: `consultation ${agencyName}`,
        what: `${agencyName} trả lời hiệp y`,
        dueOn,
        note: `${rules.consultationDays.value ?? "Số"} ngày làm việc từ ngày hỏi.`,
        source: rules.consultationDays.source,
        mark: rules.consultationDays.mark,
      });
  for (const { startsOn, place } of lists)
    clocks.push({
      id: `publicity ${startsOn} ${place}`,
      what: `Hết thời gian công khai tại ${place}`,
      dueOn: publicityOverOn(startsOn, award.publicityDays.value ?? 0, holidays),
      note: award.publicityDays.value
        ? `${award.publicityDays.value} ngày làm việc; hội đồng họp từ ngày sau đó.`
        : "Bộ quy định không bắt buộc số ngày cho hình thức này.",
      source: award.publicityDays.source,
      mark: award.publicityDays.mark,
    });
  return clocks;
}
