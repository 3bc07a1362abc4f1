/** The only place that knows Vietnam's time, working days and printed dates. A calendar day is "YYYY-MM-DD". */

export type Day = string;

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000; // UTC+7 all year (IANA Asia/Ho_Chi_Minh)
export const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The Vietnamese calendar day of an instant, whatever the server's time zone. */
export const dayOf = (instant: Date): Day => new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);

/** The instant at which a Vietnamese day begins. */
export const startOfDay = (day: Day): Date => new Date(`${day}T00:00:00+07:00`);

/** A value of a `date` column as a day: Prisma gives a Date at midnight UTC, the driver a string. */
export const columnDay = (value: Date | string): Day =>
  (typeof value === "string" ? value : value.toISOString()).slice(0, 10);

/** The period before one: a period is named by its year. */
export const yearBefore = (period: string) => String(Number(period) - 1);

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** The same day so many months later, or the last day of that month if it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/**
 * Late means sent on a Vietnamese day after the last day on time; hours never count.
 * “Trước ngày 10/11” makes 9 November the last day. Source: Kế hoạch Hà Nội, mục VII; QĐ 2447/QĐ-TTg, mục VI.7.
 */
export const isLate = (sentAt: Date, dueOn: Day) => dayOf(sentAt) > dueOn;

/** Saturday or Sunday. */
export const isWeekend = (day: Day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const isWorkingDay = (day: Day, holidays: ReadonlySet<Day>) => !isWeekend(day) && !holidays.has(day);

/** The last working day not after `day`: reminders count back from it. The legal date itself is never moved. */
export function lastWorkingDay(day: Day, holidays: ReadonlySet<Day>): Day {
  let candidate = day;
  while (!isWorkingDay(candidate, holidays)) candidate = addDays(candidate, -1);
  return candidate;
}

/** The day that many working days after `day`, which is not counted itself. Source: Bộ luật Dân sự 2015, Điều 147, 148. */
export function addWorkingDays(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let [last, left] = [day, count];
  while (left > 0) {
    last = addDays(last, 1);
    if (isWorkingDay(last, holidays)) left -= 1;
  }
  return last;
}

/** 23/11/2026 */
export const printDay = (day: Day) => day.split("-").reverse().join("/");

const weekdays = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

/** “Thứ Hai” */
export const printWeekday = (day: Day) => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";

/** 09:05 23/11/2026, Vietnam's time */
export function printInstant(instant: Date) {
  const iso = new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString();
  return `${iso.slice(11, 16)} ${printDay(iso.slice(0, 10))}`;
}

/** “còn 6 ngày”, “hết hạn hôm nay”, “quá hạn 14 ngày”. */
export function printRemaining(today: Day, dueOn: Day) {
  const days = daysBetween(today, dueOn);
  if (days > 0) return `còn ${days} ngày`;
  return days === 0 ? "hạn cuối hôm nay" : `quá hạn ${-days} ngày`;
}
