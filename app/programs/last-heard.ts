import { dayOf } from "#app/i18n/locale.ts";
import { leastGroup, type Range } from "./stages.ts";

/**
 * When people were last heard from. The day is told of a village in one program alone, and not where it may be that of
 * 1-4 people; else only whether it was within 30 days. A day of several villages or programs together would be that of
 * the one that does not tell its own.
 */
export type LastHeard = { kind: "day"; on: string } | { kind: "within30Days" } | { kind: "before30Days" } | { kind: "never" };

/** Days without work after which a center, or people, no longer count as active. */
const activeDays = 30;

/** The first day that counts as active. */
export function activeSinceOf(now: Date): string {
  return dayOf(new Date(now.getTime() - activeDays * 86_400_000));
}

/** What is told of the last day on which people worked, `YYYY-MM-DD`; `started` is how many of them ever did, as told, `isPart` whether they are those of one village in one program. */
export function lastHeardOf(on: string | null, started: Range, { activeSince, isPart }: { activeSince: string; isPart: boolean }): LastHeard {
  if (on === null || started.high === 0) return { kind: "never" };
  if (isPart && started.low >= leastGroup) return { kind: "day", on };
  return { kind: on >= activeSince ? "within30Days" : "before30Days" };
}
