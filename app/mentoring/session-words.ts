import { formatFullDate, type Locale } from "#app/i18n/locale.ts";
import type { CopyKey, Translate } from "#app/i18n/translate.tsx";
import { daysTogether, type OpenDay } from "./opening-hours.ts";
import type { Slot } from "./schedule.ts";
import { clockAt, timeAfter, type Zone, zoneOf } from "./village-clock.ts";

/** A session's day and time on its village's clock, such as `Selasa, 24 November 2026, pukul 09.00 sampai 10.00 WIB`. */
export function sessionTime({ startsAt, minutes }: { startsAt: Date; minutes: number }, villageCode: string, { t, locale }: { t: Translate; locale: Locale }): string {
  const zone = zoneOf(villageCode);
  const { day, time } = clockAt(startsAt, zone);
  const times = { from: shownTime(time, locale), until: shownTime(timeAfter(time, minutes), locale) };
  return t("cohort.sessionTime", { day: formatFullDate(day, locale), ...times, zone });
}

/** The day of a moment in a village, such as `Selasa, 24 November 2026`, and its time there. */
export function dayAndTime(moment: Date, villageCode: string, locale: Locale): { day: string; time: string } {
  const { day, time } = clockAt(moment, zoneOf(villageCode));
  return { day: formatFullDate(day, locale), time: shownTime(time, locale) };
}

/** One meeting of every week, such as `Selasa, pukul 09.00 sampai 10.00 WIB`. */
export function slotTime({ weekday, startsAt, minutes }: Slot, villageCode: string, { t, locale }: { t: Translate; locale: Locale }): string {
  const times = { from: shownTime(startsAt, locale), until: shownTime(timeAfter(startsAt, minutes), locale) };
  return t("cohort.weeklySlot", { weekday: t(weekdays[weekday - 1] ?? "cohort.monday"), ...times, zone: zoneOf(villageCode) });
}

/** When a centre is open, such as `Jam buka pusat: Senin sampai Jumat 08.00–16.00; Sabtu 08.00–12.00 WIB. Hari lain tutup.` */
export function openingTimes(hours: readonly OpenDay[], zone: Zone, { t, locale }: { t: Translate; locale: Locale }): string {
  const dayName = (weekday: number) => t(weekdays[weekday - 1] ?? "cohort.monday");
  const times = daysTogether(hours).map(({ from, until, opens, closes }) => {
    const days = from === until ? dayName(from) : t("cohort.openFromTo", { from: dayName(from), to: dayName(until) });
    return t("cohort.openDays", { days, from: shownTime(opens, locale), until: shownTime(closes, locale) });
  });
  const words = { times: times.join("; "), zone };
  return hours.length === weekdays.length ? t("cohort.openAlways", words) : t("cohort.openSome", words);
}

/** The names of the days, Monday first. */
export const weekdays = ["cohort.monday", "cohort.tuesday", "cohort.wednesday", "cohort.thursday", "cohort.friday", "cohort.saturday", "cohort.sunday"] as const satisfies CopyKey[];

function shownTime(time: string, locale: Locale): string {
  return locale === "id" ? time.replace(":", ".") : time;
}
