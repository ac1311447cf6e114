import { nationalHolidays } from "../national-holidays.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// Western Indonesian time has no summer time.
const jakartaMs = 7 * hourMs;

/** All history lies within this many days before now, not quite six weeks; the first class is a day later at the earliest. */
export const historyDays = 41;

/** A class of two hours, twice a week. `weekdays` count from Sunday = 0; `hour` is on the clock of Jakarta. */
export interface Timetable {
  weekdays: readonly [number, number];
  hour: number;
}

export const classMinutes = 120;

/** The moment when it was `hour` o'clock in Jakarta, `daysAgo` days before the day of `now` there. */
export function jakartaTime(now: Date, daysAgo: number, hour: number): Date {
  const midnight = Math.floor((now.getTime() + jakartaMs) / dayMs) * dayMs - jakartaMs;
  return new Date(midnight - daysAgo * dayMs + hour * hourMs);
}

/** When the classes of the last weeks began, oldest first. There are none on holidays; those that are not over at `now` are left out. */
export function classesBefore(now: Date, { weekdays, hour }: Timetable): Date[] {
  const days = Array.from({ length: historyDays }, (_day, index) => historyDays - 1 - index);
  return days
    .map((daysAgo) => jakartaTime(now, daysAgo, hour))
    .filter((start) => weekdays.includes(weekdayOf(start)) && !holidays.has(jakartaDay(start)) && minutesAfter(start, classMinutes) <= now);
}

const holidays = new Set(nationalHolidays.map(({ day }) => day));

export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * dayMs);
}

function weekdayOf(moment: Date): number {
  return new Date(moment.getTime() + jakartaMs).getUTCDay();
}

function jakartaDay(moment: Date): string {
  return new Date(moment.getTime() + jakartaMs).toISOString().slice(0, 10);
}
