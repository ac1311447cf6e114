import { dayOf } from "#app/i18n/locale.ts";
import { leastGroup, type Range } from "./stages.ts";

/** When people were last heard from: the day, or where it may be that of 1-4 people only whether it was within 30 days. */
export type LastHeard = { kind: "day"; on: string } | { kind: "within30Days" } | { kind: "before30Days" } | { kind: "never" };

/** Days without work after which a center, or people, no longer count as active. */
const activeDays = 30;

/** The first day that counts as active. */
export function activeSinceOf(now: Date): string {
  return dayOf(new Date(now.getTime() - activeDays * 86_400_000));
}

/** What is told of the last day on which people worked, `YYYY-MM-DD`; `started` is how many of them ever did, as told. */
export function lastHeardOf(on: string | null, started: Range, activeSince: string): LastHeard {
  if (on === null || started.high === 0) return { kind: "never" };
  if (started.low >= leastGroup) return { kind: "day", on };
  return { kind: on >= activeSince ? "within30Days" : "before30Days" };
}
