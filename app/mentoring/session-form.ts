import { readDay, readTime } from "./cohort-form.ts";
import { tidyText } from "./registration.ts";
import { momentAt, type Zone } from "./village-clock.ts";

/** A form about one session as it was sent. */
export interface TypedChange {
  day: string;
  time: string;
  reason: string;
}

export type ChangeFault = "day" | "time" | "reason" | "outside" | "same";

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
