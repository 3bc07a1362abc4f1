import { addDays, type Day, dayOf, startOfDay } from "#lib/dates";
import type { Random } from "./random.ts";

const MINUTE_MS = 60_000;

/** An instant in office hours of a day. */
export function momentOn(random: Random, day: Day): Date {
  const minutes = random.chance(0.55) ? random.between(7.6 * 60, 11.4 * 60) : random.between(13.6 * 60, 17.2 * 60);
  return new Date(startOfDay(day).getTime() + Math.floor(minutes * 60) * 1000);
}

/** The last evening: between supper and midnight. */
export const lateEveningOn = (random: Random, day: Day) =>
  new Date(startOfDay(day).getTime() + Math.floor(random.between(19 * 60, 23.95 * 60) * 60) * 1000);

/** An instant in office hours some days after another, moved off the weekend; always after `after`, and hardly ever after `latest`. */
export function momentAfter(random: Random, after: Date, days: [low: number, high: number], latest: Date): Date {
  const wanted = momentOn(random, offWeekend(addDays(dayOf(after), random.whole(...days))));
  const soonest = new Date(after.getTime() + random.whole(6, 90) * MINUTE_MS);
  const nextDay = momentOn(random, offWeekend(addDays(dayOf(after), 1)));
  const lastDay = new Date(latest.getTime() - random.whole(20, 500) * MINUTE_MS);
  const fitting = [wanted, isInOfficeHours(soonest) ? soonest : nextDay].find((at) => at >= soonest && at <= latest);
  return fitting ?? (lastDay > soonest ? lastDay : soonest);
}

const isInOfficeHours = (at: Date) => {
  const minutes = (at.getTime() - startOfDay(dayOf(at)).getTime()) / MINUTE_MS;
  return minutes > 7.5 * 60 && minutes < 17.5 * 60;
};

/** A day on or before the last one, crowding towards it; on a weekend only at the very end. */
export function dayBefore(random: Random, first: Day, last: Day, span: number): Day {
  const day = addDays(last, -Math.floor(random.fraction() ** 1.7 * span));
  const chosen = day < first ? first : day;
  return chosen === last || !isWeekend(chosen) ? chosen : addDays(chosen, weekday(chosen) === 6 ? -1 : -2);
}

const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: Day) => [0, 6].includes(weekday(day));

export const offWeekend = (day: Day) => (isWeekend(day) ? addDays(day, weekday(day) === 6 ? 2 : 1) : day);
