import { dayOf } from "#app/i18n/locale.ts";

/** The day of work that a moment belongs to: it begins at 4 in the morning in western Indonesia, so that no night is cut in two. */
export function workDayOf(moment: Date): string {
  return dayOf(new Date(moment.getTime() - 4 * 3_600_000));
}
