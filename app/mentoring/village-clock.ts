/** The three clocks of Indonesia, none of which knows summer time. */
export type Zone = "WIB" | "WITA" | "WIT";

const hoursAhead: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

/** Provinces by their code (Keppres 41/1987 and the provinces made since). */
const central = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"];

/** The clock of a region, by its code. */
export function zoneOf(regionCode: string): Zone {
  const province = regionCode.slice(0, 2);
  if (central.includes(province)) return "WITA";
  return province >= "80" ? "WIT" : "WIB";
}

/** The moment when a village's clock shows `day` (`YYYY-MM-DD`) and `time` (`HH:MM`). */
export function momentAt(day: string, time: string, zone: Zone): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - hoursAhead[zone] * 3_600_000);
}

/** What a village's clock shows at a moment: the day as `YYYY-MM-DD`, the time as `HH:MM`. */
export function clockAt(moment: Date, zone: Zone): { day: string; time: string } {
  const shown = new Date(moment.getTime() + hoursAhead[zone] * 3_600_000).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The time of the clock `minutes` after `time` (`HH:MM`). */
export function timeAfter(time: string, minutes: number): string {
  return clockAt(new Date(momentAt("2026-01-01", time, "WIB").getTime() + minutes * 60_000), "WIB").time;
}

/** Whether what begins at a moment and lasts so many minutes ends on another day of a village's clock; midnight itself still belongs to the day. */
export function runsPastMidnight({ startsAt, minutes }: { startsAt: Date; minutes: number }, zone: Zone): boolean {
  return clockAt(startsAt, zone).day !== clockAt(new Date(startsAt.getTime() + minutes * 60_000 - 1), zone).day;
}

/** The day `days` after another (`YYYY-MM-DD`). */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day of the week: Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
