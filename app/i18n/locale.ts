export const locales = ["id", "en"] as const;
export type Locale = (typeof locales)[number];

/** The locale a cookie asks for; Indonesian unless it says otherwise. */
export function localeOf(value: string | null | undefined): Locale {
  return value === "en" ? "en" : "id";
}

const languageTags: Record<Locale, string> = { id: "id-ID", en: "en-GB" };

/** The programmes' wall clock: western Indonesian time, on which all dates are reckoned. */
export const timeZone = "Asia/Jakarta";

// Making a formatter costs far more than using it: each is made once.
function formatter<Format>(make: (tag: string) => Format): (locale: Locale) => Format {
  const made: Partial<Record<Locale, Format>> = {};
  return (locale) => (made[locale] ??= make(languageTags[locale]));
}

const longDate = formatter((tag) => new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone }));
const shortDate = formatter((tag) => new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone }));
const fullDate = formatter((tag) => new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone }));
const longMonth = formatter((tag) => new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone }));
const shortMonth = formatter((tag) => new Intl.DateTimeFormat(tag, { month: "short", timeZone }));
const shortTime = formatter((tag) => new Intl.DateTimeFormat(tag, { timeStyle: "short", timeZone }));
const decimal = formatter((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const hundredths = formatter((tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
const relativeTime = formatter((tag) => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone });

/** A date such as `21 November 2026`. Takes a moment or a `YYYY-MM-DD` day. */
export function formatDate(date: Date | string, locale: Locale): string {
  const day = typeof date === "string" ? new Date(`${date}T12:00:00+07:00`) : date;
  return longDate(locale).format(day);
}

/** A `YYYY-MM-DD` day for a narrow column, such as `21 Nov 2026`. */
export function formatShortDay(day: string, locale: Locale): string {
  return shortDate(locale).format(new Date(`${day}T12:00:00+07:00`));
}

/** A `YYYY-MM-DD` day with its weekday, such as `Selasa, 24 November 2026`. */
export function formatFullDate(day: string, locale: Locale): string {
  return fullDate(locale).format(new Date(`${day}T12:00:00+07:00`));
}

/** A month such as `November 2026`, or `Nov`; takes `YYYY-MM`. */
export function formatMonth(month: string, locale: Locale, length: "long" | "short" = "long"): string {
  return (length === "long" ? longMonth : shortMonth)(locale).format(new Date(`${month}-15T12:00:00+07:00`));
}

/** A clock time such as `09.41`. */
export function formatTime(date: Date, locale: Locale): string {
  return shortTime(locale).format(date);
}

/** A number with the locale's separators, with at most one decimal or with two. */
export function formatNumber(value: number, locale: Locale, decimals: 1 | 2 = 1): string {
  return (decimals === 1 ? decimal : hundredths)(locale).format(value);
}

/** How long ago, as people say it: minutes and hours within the same day, then whole days of the calendar. */
export function formatAgo(then: Date, now: Date, locale: Locale): string {
  const format = relativeTime(locale);
  const days = daysBetween(then, now);
  if (days >= 1) return format.format(-days, "day");
  const minutes = Math.max(0, Math.floor((now.getTime() - then.getTime()) / 60_000));
  return minutes < 60 ? format.format(-minutes, "minute") : format.format(-Math.floor(minutes / 60), "hour");
}

function daysBetween(then: Date, now: Date): number {
  return (Date.parse(dayOf(now)) - Date.parse(dayOf(then))) / 86_400_000;
}

/** The day of a moment on the programmes' wall clock, as `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return isoDay.format(moment);
}
