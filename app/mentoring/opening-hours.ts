import { clockAt, dayAfter, momentAt, weekdayOf, type Zone } from "./village-clock.ts";

/** When a centre is open on a day of the week: Monday is 1, times are `HH:MM` on its village's clock. It is closed on days that have none. */
export interface OpenDay {
  weekday: number;
  opens: string;
  closes: string;
}

/** Days that follow each other and have the same hours. */
export interface OpenDays {
  from: number;
  until: number;
  opens: string;
  closes: string;
}

/** The hours of a week in its order, days that follow each other and have the same taken together. */
export function daysTogether(hours: readonly OpenDay[]): OpenDays[] {
  const together: OpenDays[] = [];
  for (const { weekday, opens, closes } of hours.toSorted((one, other) => one.weekday - other.weekday)) {
    const last = together.at(-1);
    if (last && last.until === weekday - 1 && last.opens === opens && last.closes === closes) last.until = weekday;
    else together.push({ from: weekday, until: weekday, opens, closes });
  }
  return together;
}

/** The same hours have the same stamp; empty where none are recorded. */
export function hoursStamp(hours: readonly OpenDay[]): string {
  return daysTogether(hours).map(({ from, until, opens, closes }) => `${from}-${until} ${opens}-${closes}`).join(" ");
}

/** Whether a moment lies within the hours, or no more than `marginMinutes` before or after them. */
export function isWithinHours(moment: Date, hours: readonly OpenDay[], { zone, marginMinutes }: { zone: Zone; marginMinutes: number }): boolean {
  const { day } = clockAt(moment, zone);
  return [-1, 0, 1].some((days) => {
    const near = dayAfter(day, days);
    return hours
      .filter(({ weekday }) => weekday === weekdayOf(near))
      .some(({ opens, closes }) => isBetween(moment, momentAt(near, opens, zone), momentAt(near, closes, zone), marginMinutes));
  });
}

/** Whether a moment lies between two others, or no more than `marginMinutes` before or after them. */
export function isBetween(moment: Date, from: Date, until: Date, marginMinutes: number): boolean {
  const margin = marginMinutes * 60_000;
  return moment.getTime() >= from.getTime() - margin && moment.getTime() <= until.getTime() + margin;
}
