import { leastMinutes, mostMinutes, readDay, readTime } from "./cohort-form.ts";
import { tidyText } from "./registration.ts";
import { momentAt, runsPastMidnight, type Zone } from "./village-clock.ts";

/** A form about one session as it was sent. */
export interface TypedChange {
  day: string;
  time: string;
  reason: string;
}

export type ChangeFault = "day" | "time" | "reason" | "outside" | "same" | "together" | "midnight";

export const longestReason = 200;

/** Where a session is to be moved, and why. */
export function readMove(typed: TypedChange, zone: Zone): { startsAt: Date; reason: string } | { faults: ChangeFault[] } {
  const [day, time, reason] = [readDay(typed.day), readTime(typed.time), readReason(typed.reason)];
  if (day && time && reason) return { startsAt: momentAt(day, time, zone), reason };
  return { faults: [...(day ? [] : (["day"] as const)), ...(time ? [] : (["time"] as const)), ...(reason ? [] : (["reason"] as const))] };
}

/** Why something is changed: 3 to 200 letters; null for anything else. */
export function readReason(text: string): string | null {
  const reason = tidyText(text);
  return reason.length >= 3 && reason.length <= longestReason ? reason : null;
}

/** The form of one more session as it was sent. */
export interface TypedExtra extends TypedChange {
  minutes: string;
}

export type ExtraFault = "day" | "time" | "minutes" | "reason" | "outside" | "together" | "midnight";

/** When one more session is, for how many minutes, and why. */
export function readExtra(typed: TypedExtra, zone: Zone): { startsAt: Date; minutes: number; reason: string } | { faults: ExtraFault[] } {
  const move = readMove(typed, zone);
  const minutes = /^\d{1,3}$/.test(typed.minutes.trim()) ? Number(typed.minutes) : 0;
  const isLong = minutes >= leastMinutes && minutes <= mostMinutes;
  if (!("faults" in move) && isLong) return runsPastMidnight({ startsAt: move.startsAt, minutes }, zone) ? { faults: ["midnight"] } : { ...move, minutes };
  const faults: readonly string[] = "faults" in move ? move.faults : [];
  return { faults: (["day", "time", "minutes", "reason"] as const).filter((fault) => (fault === "minutes" ? !isLong : faults.includes(fault))) };
}

/** The moment of a warning that a form sends back; null for what is none. */
export function momentIn(text: string): Date | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text) : null;
}
