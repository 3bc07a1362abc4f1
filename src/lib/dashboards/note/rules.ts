import { addDays, type Day, dayOf, HOUR_MS, isWeekend, startOfDay } from "#lib/dates";

/** Hours of the day, in Vietnam, at which a note can be asked for. */
export const hours = { first: 5, last: 20, usual: 7 };

/**
 * Since when the changes of a note are counted: 24 hours ago, or the same hour of the last working day when a weekend lies between,
 * in which hardly anybody works. Holidays are not left out: the note says since when it counts.
 */
export function changesSince(now: Date): Date {
  let day = addDays(dayOf(now), -1);
  while (isWeekend(day)) day = addDays(day, -1);
  return new Date(startOfDay(day).getTime() + (now.getTime() - startOfDay(dayOf(now)).getTime()));
}

/** The hour of the day in Vietnam: 0–23. */
const hourOf = (now: Date) => Math.floor((now.getTime() - startOfDay(dayOf(now)).getTime()) / HOUR_MS);

/** The sending of an instant: its day, whether it is a working day, and the hour that has come. */
export type Sending = { day: Day; startsAt: Date; hour: number; isWeekend: boolean };

export const sendingOf = (now: Date): Sending => {
  const day = dayOf(now);
  return { day, startsAt: startOfDay(day), hour: hourOf(now), isWeekend: isWeekend(day) };
};
