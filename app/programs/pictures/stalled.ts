import { exactly, isHidden, leastGroup, type PublishedCounts } from "../stages.ts";

/** Days without anything new after which a village is asked about. */
export const stalledDays = 30;

/** What is known of a village without recent work; days are `YYYY-MM-DD`. */
export interface VillageFacts {
  villageCode: string;
  village: string;
  district: string;
  regency: string;
  /** The first day of its wave, which has come; null without a dated one. */
  waveSince: string | null;
  /** The day of its newest stage with a center, or that on which the program came to it, if later; null without a center. */
  centerSince: string | null;
  /** Of the cohorts that have begun: when the newest did, and when the last ends; null without. */
  newestOn: string | null;
  lastOn: string | null;
  /** Whether a cohort is to begin. */
  hasNext: boolean;
  /** What may be told of its people; null without any. */
  told: PublishedCounts | null;
  /** The last day on which somebody worked. */
  workedOn: string | null;
}

/**
 * Why a village stands still:
 * - `noCenter`: its wave is under way, but it has neither a center nor a cohort;
 * - `noCohort`: it has a center, but no cohort, not even one to come;
 * - `nobody`: its cohort has begun without anybody in it;
 * - `notBegun`: people are registered, but nobody ever began;
 * - `noGraduates`: all its cohorts are over and nobody finished;
 * - `quiet`: a cohort is under way, but nobody has worked for 30 days.
 */
export const reasons = ["noCenter", "noCohort", "nobody", "notBegun", "noGraduates", "quiet"] as const;
export type Reason = (typeof reasons)[number];

export interface Stalled {
  villageCode: string;
  village: string;
  district: string;
  regency: string;
  reason: Reason;
  /** The day since when; null where it would be that of 1-4 people. */
  since: string | null;
}

/**
 * The villages that stand still, longest first; those whose day is not told come last, by code. The last day of work in
 * one curriculum, `isPart`, is never told: beside that in all, it could tell that of another that few learn by.
 */
export function stalledOf(villages: readonly VillageFacts[], { today, isPart }: { today: string; isPart: boolean }): Stalled[] {
  const before = dayBefore(today, stalledDays);
  const found = villages.flatMap((facts): Stalled[] => {
    const why = reasonOf(facts, today);
    if (!why || why.since > before) return [];
    const { villageCode, village, district, regency } = facts;
    return [{ villageCode, village, district, regency, reason: why.reason, since: why.reason === "quiet" && (isPart || areFew(facts)) ? null : why.since }];
  });
  return found.toSorted((one, other) => (one.since ?? "9999").localeCompare(other.since ?? "9999") || one.villageCode.localeCompare(other.villageCode));
}

function reasonOf({ waveSince, centerSince, newestOn, lastOn, hasNext, told, workedOn }: VillageFacts, today: string): { reason: Reason; since: string } | null {
  if (newestOn === null || lastOn === null) {
    if (hasNext) return null;
    if (centerSince !== null) return { reason: "noCohort", since: centerSince };
    return waveSince === null ? null : { reason: "noCenter", since: waveSince };
  }
  const { registered, started, finished } = told ?? nobody;
  if (lastOn < today) return hasNext || finished.high > 0 ? null : { reason: "noGraduates", since: lastOn };
  if (registered.high === 0) return { reason: "nobody", since: newestOn };
  if (started.high === 0) return { reason: "notBegun", since: newestOn };
  if (finished.low === registered.high) return null;
  return { reason: "quiet", since: workedOn !== null && workedOn > newestOn ? workedOn : newestOn };
}

const nobody: PublishedCounts = { registered: exactly(0), started: exactly(0), finished: exactly(0), certified: exactly(0) };

/** Whether those who began may be so few that their last day would be that of single people. */
function areFew({ told }: VillageFacts): boolean {
  return told !== null && isHidden(told.started) && told.started.low < leastGroup;
}

/** The day so many days before another. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
