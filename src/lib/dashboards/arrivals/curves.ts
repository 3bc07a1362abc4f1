import { cumsum } from "d3-array";
import { addDays, type Day, dayOf, daysBetween, HOUR_MS, startOfDay, yearBefore } from "#lib/dates";
import { printNumber, printShare } from "#lib/text";
import { CENTRE } from "../policy.ts";

/** Units under a province, or central bodies: they are due on different days, so each has a curve of its own. */
export type Level = "local" | "central";

export const levels: Record<Level, string> = { local: "Địa phương", central: CENTRE };

/** The level asked for in the address; otherwise the one with most units. */
export const readLevel = (asked: string | undefined): Level => (asked === "central" ? "central" : "local");

export type Event = "sent" | "accepted";

/** Reports of which `event` came in the hour that begins `hour + 1` hours before the end of their last day on time; null = not yet. */
export type Arrivals = {
  period: string;
  level: Level;
  dueOn: Day;
  kind: Event;
  hour: number | null;
  count: number;
  /** of them, first sent on time */
  onTime: number;
};

/** Hours from `now` to the end of a day; negative when it is past. */
export const hoursLeft = (dueOn: Day, now: Date) => (startOfDay(addDays(dueOn, 1)).getTime() - now.getTime()) / HOUR_MS;

const MONDAY = "1970-01-05";

/**
 * The same without Saturdays and Sundays, the last day itself aside: a Friday evening before a Monday is as late as the evening
 * before. Paces of different years are compared by these. Only before the deadline.
 */
export function workingHoursLeft(dueOn: Day, now: Date) {
  const today = dayOf(now);
  if (today >= dueOn) return hoursLeft(dueOn, now);
  const workdaysBefore = (day: Day) => {
    const days = daysBetween(MONDAY, day);
    return 5 * Math.floor(days / 7) + Math.min(days % 7, 5);
  };
  const tomorrow = addDays(today, 1);
  const isWorkday = workdaysBefore(tomorrow) > workdaysBefore(today);
  return 24 * (1 + workdaysBefore(dueOn) - workdaysBefore(tomorrow)) + (isWorkday ? hoursLeft(today, now) : 0);
}

const sum = (rows: Arrivals[], of: (row: Arrivals) => number) => rows.reduce((total, row) => total + of(row), 0);

/** A point of a curve: how many had come `hour` hours before the deadline. */
export type Point = { hour: number; count: number };

export type Curve = { expected: number; points: Point[] };

/** Cumulated by hour, the earliest first; a point only where something came. */
function curveOf(rows: Arrivals[]): Curve {
  const byHour = new Map<number, number>();
  for (const { hour, count } of rows) if (hour !== null) byHour.set(hour, (byHour.get(hour) ?? 0) + count);
  const hours = [...byHour].sort(([a], [b]) => b - a);
  const totals = cumsum(hours, ([, count]) => count);
  const points = hours.map(([hour], index) => ({ hour, count: totals[index] ?? 0 }));
  return { expected: sum(rows, ({ count }) => count), points };
}

/** How many had come when so many hours were left. */
export const countAt = ({ points }: Curve, hour: number) => points.findLast((point) => point.hour >= hour)?.count ?? 0;

/** The four curves of a level in a period and the one before. */
export type Curves = {
  level: Level;
  period: string;
  before: string;
  dueOn: Day;
  /** hours left at `now`, negative after the deadline */
  left: number;
  onTime: number;
  current: Record<Event, Curve>;
  previous: Record<Event, Curve> | null;
};

/** Null when nobody of the level owes a report in the period. The deadline drawn is the day most are due. */
export function curvesOf(rows: Arrivals[], period: string, level: Level, now: Date): Curves | null {
  const of = (year: string, kind: Event) =>
    rows.filter((row) => row.period === year && row.level === level && row.kind === kind);
  const before = yearBefore(period);
  const sent = of(period, "sent");
  const dueOn = groupsOf(sent)[0]?.dueOn;
  if (!dueOn) return null;
  const previous = of(before, "sent");
  return {
    level,
    period,
    before,
    dueOn,
    left: hoursLeft(dueOn, now),
    onTime: sum(sent, ({ onTime }) => onTime),
    current: { sent: curveOf(sent), accepted: curveOf(of(period, "accepted")) },
    previous: previous.length > 0 ? { sent: curveOf(previous), accepted: curveOf(of(before, "accepted")) } : null,
  };
}

/** Reports of a level that are due on one day. */
export type Group = { dueOn: Day; expected: number; sent: number; onTime: number };

/** The days a level's reports are due, the most numerous first: extensions make small groups of their own. */
export function groupsOf(sent: Arrivals[]): Group[] {
  return [...Map.groupBy(sent, ({ dueOn }) => dueOn)]
    .map(([dueOn, rows]) => ({
      dueOn,
      expected: sum(rows, ({ count }) => count),
      sent: sum(rows, ({ hour, count }) => (hour === null ? 0 : count)),
      onTime: sum(rows, ({ onTime }) => onTime),
    }))
    .sort((a, b) => b.expected - a.expected || (a.dueOn < b.dueOn ? -1 : 1));
}

const whole = (share: number) => Math.round(share * 1000) / 10;

/** What the curves say: how much has come, and how that compares with the same hour of the year before. */
export function headline({ current, previous, left, onTime, before }: Curves): string {
  const { expected, points } = current.sent;
  const sent = points.at(-1)?.count ?? 0;
  const now = `Đến nay ${printShare(sent, expected)} đã gửi${left < 0 ? `, ${printShare(onTime, expected)} đúng hạn` : ""}`;
  if (!previous) return now;
  const difference = whole(sent / expected) - whole(countAt(previous.sent, Math.ceil(left)) / previous.sent.expected);
  if (Math.abs(difference) < 0.5) return `${now}, ngang cùng thời điểm năm ${before}`;
  const gap = printNumber(Math.round(Math.abs(difference) * 10) / 10);
  return `${now}, ${difference > 0 ? "nhanh" : "chậm"} hơn cùng thời điểm năm ${before} ${gap} điểm phần trăm`;
}

export type DayRow = {
  day: Day;
  /** 0 = the last day on time, 1 = the day before it */
  daysLeft: number;
  current: Record<Event, { new: number; total: number }> | null;
  previous: Record<Event, { new: number; total: number }> | null;
};

/** The curves by day, from the first day anything came to today or the last day anything came last year. */
export function daysOf({ current, previous, dueOn, left }: Curves): DayRow[] {
  const today = Math.floor(left / 24);
  const all = [current, previous].flatMap((curves) =>
    curves ? [...curves.sent.points, ...curves.accepted.points] : [],
  );
  const days = all.map(({ hour }) => Math.floor(hour / 24));
  const first = Math.max(today, ...days);
  const last = Math.min(...days, today);
  const at = (curves: Record<Event, Curve>, daysLeft: number) => ({
    sent: dayOfCurve(curves.sent, daysLeft),
    accepted: dayOfCurve(curves.accepted, daysLeft),
  });
  return Array.from({ length: first - last + 1 }, (_, index) => first - index).map((daysLeft) => ({
    day: addDays(dueOn, -daysLeft),
    daysLeft,
    current: daysLeft < today ? null : at(current, daysLeft),
    previous: previous && at(previous, daysLeft),
  }));
}

function dayOfCurve(curve: Curve, daysLeft: number) {
  const total = countAt(curve, daysLeft * 24);
  return { new: total - countAt(curve, (daysLeft + 1) * 24), total };
}

/** “còn 3 ngày”, “ngày cuối còn hạn”, “quá 2 ngày”. */
export const daysLeftWords = (daysLeft: number) => {
  if (daysLeft === 0) return "ngày cuối còn hạn";
  return daysLeft > 0 ? `còn ${daysLeft} ngày` : `quá ${-daysLeft} ngày`;
};
