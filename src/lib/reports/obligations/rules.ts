import type { AgencyKind, ReportKind } from "#generated/prisma/enums";
import { type Day, printDay } from "#lib/dates";
import { type FieldProblem, refused } from "#lib/errors";

/** What the order of deadlines is decided by. `dueMonth`/`dueDay` is the last day on time. */
export type TimedDuty = {
  id: string;
  name: string;
  reporterKinds: AgencyKind[];
  reportKind: ReportKind;
  scopePath: string;
  dueMonth: number;
  dueDay: number;
};

/** How far up a duty's reports are made: 0 for the nation, 1 for provinces and central bodies, 2 for whoever reports to a province. */
export function tierOf({ reporterKinds, reportKind }: Pick<TimedDuty, "reporterKinds" | "reportKind">): 0 | 1 | 2 {
  if (reportKind === "consolidated") return reporterKinds.includes("province") ? 1 : 0;
  return reporterKinds.some((kind) => centralKinds.includes(kind)) ? 1 : 2;
}

const centralKinds: AgencyKind[] = ["ministry", "centralBody", "centralFront"];

/** Whether reports of `lower` are counted in reports of `upper`: communes → province → nation. */
export function feeds(lower: TimedDuty, upper: TimedDuty): boolean {
  if (upper.reportKind !== "consolidated" || tierOf(lower) !== tierOf(upper) + 1) return false;
  return (
    tierOf(upper) === 0 || lower.scopePath.startsWith(upper.scopePath) || upper.scopePath.startsWith(lower.scopePath)
  );
}

const dueDayIn = (year: number, { dueMonth, dueDay }: Pick<TimedDuty, "dueMonth" | "dueDay">): Day =>
  `${year}-${String(dueMonth).padStart(2, "0")}-${String(dueDay).padStart(2, "0")}`;

export type DueOrderProblem = { lower: TimedDuty; upper: TimedDuty; message: string };

/**
 * Pairs where a report would fall due after the one it is counted in. The same day is allowed.
 * Source: QĐ 2447/QĐ-TTg, mục VI.7 (trước 30/11); Kế hoạch Hà Nội, mục VII (trước 10/11, trước 30/11).
 */
export function dueOrderProblems(duties: TimedDuty[], year: number): DueOrderProblem[] {
  return duties.flatMap((lower) =>
    duties
      .filter((upper) => feeds(lower, upper) && dueDayIn(year, lower) > dueDayIn(year, upper))
      .map((upper) => problemOf(lower, upper, year)),
  );
}

/**
 * Refuses a new date of one duty among all duties of the year.
 * @throws UserFacingError with the sentence that says why, when a lower duty then falls due after the upper one.
 */
export function refuseDueOrder(duties: TimedDuty[], year: number, changedId: string) {
  const first = dueOrderProblems(duties, year).find(
    ({ lower, upper }) => lower.id === changedId || upper.id === changedId,
  );
  if (!first) return;
  const limit =
    first.lower.id === changedId
      ? `Chậm nhất là ngày ${printDay(dueDayIn(year, first.upper))}.`
      : `Sớm nhất là ngày ${printDay(dueDayIn(year, first.lower))}.`;
  throw refused(first.message, [{ field: "dueOn", message: limit }]);
}

function problemOf(lower: TimedDuty, upper: TimedDuty, year: number): DueOrderProblem {
  const lowerDay = printDay(dueDayIn(year, lower));
  const upperDay = printDay(dueDayIn(year, upper));
  const message = `“${lower.name}” đến hạn ngày ${lowerDay}, sau hạn ngày ${upperDay} của “${upper.name}” là báo cáo tổng hợp nó; cấp trên sẽ phải gửi khi cấp dưới chưa đến hạn. Hãy đặt hạn của cấp dưới chậm nhất là ngày ${upperDay}, hoặc lùi hạn của cấp trên trước.`;
  return { lower, upper, message };
}

/**
 * The month and day a duty gets from dates typed for a year.
 * @throws UserFacingError when they are not of that year, run backwards, or do not come every year.
 */
export function yearlyDates(year: number, { opensOn, dueOn }: { opensOn: Day; dueOn: Day }) {
  const problems: FieldProblem[] = [];
  for (const [field, day] of Object.entries({ opensOn, dueOn })) {
    if (!isDay(day) || !day.startsWith(`${year}-`))
      problems.push({ field, message: `Ngày phải là một ngày của năm ${year}.` });
    if (day.endsWith("-02-29"))
      problems.push({ field, message: "Ngày 29/02 không năm nào cũng có. Hãy chọn ngày khác." });
  }
  if (problems.length === 0 && opensOn > dueOn)
    problems.push({ field: "opensOn", message: `Ngày mở phải không sau hạn ngày ${printDay(dueOn)}.` });
  if (problems[0]) throw refused(problems[0].message, problems);
  return {
    opensMonth: monthOf(opensOn),
    opensDay: dayOfMonth(opensOn),
    dueMonth: monthOf(dueOn),
    dueDay: dayOfMonth(dueOn),
  };
}

const isDay = (day: Day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false;
const monthOf = (day: Day) => Number(day.slice(5, 7));
const dayOfMonth = (day: Day) => Number(day.slice(8, 10));

/** Whether a duty began before the year: a new date for the year then makes a new duty, and the old years keep the old one. */
export const beganBefore = (year: number, effectiveFrom: Day) => effectiveFrom < `${year}-01-01`;

/** The id a duty gets when its date changes from a year on: the base id with the year. */
export const dutyIdFrom = (id: string, year: number) => `${id.replace(/-tu-\d{4}$/, "")}-tu-${year}`;
