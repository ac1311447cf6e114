import { formatDate } from "#app/i18n/locale.ts";
import type { Copy, Translate } from "#app/i18n/translate.tsx";
import { clockAt, zoneOf } from "#app/mentoring/village-clock.ts";
import type { AttendanceStatus } from "#db/term-schema.ts";
import { type Attended, isThere } from "./attendance.ts";

export function statusWord(status: AttendanceStatus, t: Translate): string {
  return t(statusKeys[status]);
}

const statusKeys = { present: "attendance.present", late: "attendance.late", excused: "attendance.excused", absent: "attendance.absent" } as const;

/** A mark in words, such as `Hadir 60 menit` or `Izin (sakit)`. */
export function attendedInWords({ status, minutes, reason }: Attended, t: Translate): string {
  const word = statusWord(status, t);
  if (isThere(status)) return t("attendance.whatMinutes", { status: word, minutes });
  return reason === null ? word : t("attendance.whatReason", { status: word, reason });
}

/** A moment on the village's clock, such as `24 November 2026 pukul 09.12`. */
export function momentInWords(moment: Date, villageCode: string, { t, locale }: Copy): string {
  return t("attendance.whenText", { date: formatDate(clockAt(moment, zoneOf(villageCode)).day, locale), time: clockTime(moment, villageCode) });
}

/** The time on the village's clock, such as `09.12`. */
export function clockTime(moment: Date, villageCode: string): string {
  return clockAt(moment, zoneOf(villageCode)).time.replace(":", ".");
}
