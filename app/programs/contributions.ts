import { type Pillar, pillars } from "#app/catalog/course.ts";
import type { Tally } from "#app/learning/year-test.ts";

/** Stands for all programs together, in which each person counts once. */
export const allPrograms = "00000000-0000-0000-0000-000000000000";
/** Stands for all curricula together. */
export const allCurricula = "";

/** Ages at the start, in whole years: the first of each band. Who is younger than the first, or told no year, is in a band of their own. */
export const ageBands = ["0-16", "17-30", "31-45", "46-60", "61+", "-"] as const;
export type AgeBand = (typeof ageBands)[number];

/** What a person did in one enrollment; days are `YYYY-MM-DD`, null for never. */
export interface EnrollmentFacts {
  programId: string;
  curriculumId: string;
  enrolledOn: string;
  /** First and last day with a lesson, a quiz or a practice. */
  startedOn: string | null;
  lastOn: string | null;
  finishedOn: string | null;
  /** Of a certificate in force. */
  certifiedOn: string | null;
  /** By pillar, when both tests were taken. */
  tests: { start: Record<string, Tally>; close: Record<string, Tally> } | null;
}

export interface LearnerFacts {
  gender: "female" | "male" | null;
  birthYear: number | null;
  /** Oldest first. */
  enrollments: EnrollmentFacts[];
  /** Marks in the sessions of cohorts, and those that say the person came. */
  attendance: { programId: string; curriculumId: string; marked: number; came: number }[];
}

/** What a person counts for: by `program|curriculum|facet`, the amounts to add up; see `facets`. */
export type Contributions = Record<string, number[]>;

/**
 * What a person adds to the figures of every area they live in, so that sums over people are the figures.
 * Facets and their amounts:
 * - `people:<gender>:<age band>`: registered, started, finished, certified; each person once, at the farthest stage;
 * - `month:<YYYY-MM>`: who reached these four in that month;
 * - `gain:<pillar>`: people with both tests, then questions right and asked before, right and asked after;
 * - `attendance`: marks, and those that say the person came.
 * Each also for all programs and for all curricula together.
 */
export function contributionsOf(facts: LearnerFacts): Contributions {
  const contributions: Contributions = {};
  for (const programId of [...new Set(facts.enrollments.map((one) => one.programId)), allPrograms]) {
    for (const curriculumId of [...new Set(facts.enrollments.map((one) => one.curriculumId)), allCurricula]) {
      const of = <T extends { programId: string; curriculumId: string }>(all: readonly T[]) =>
        all.filter((one) => (programId === allPrograms || one.programId === programId) && (curriculumId === allCurricula || one.curriculumId === curriculumId));
      for (const [facet, amounts] of facetsOf(facts, of(facts.enrollments), of(facts.attendance))) contributions[`${programId}|${curriculumId}|${facet}`] = amounts;
    }
  }
  return contributions;
}

function facetsOf(facts: LearnerFacts, enrollments: readonly EnrollmentFacts[], attendance: LearnerFacts["attendance"]): [facet: string, amounts: number[]][] {
  if (enrollments.length === 0) return [];
  const days = reachedOn(enrollments);
  const people = `people:${facts.gender ?? "-"}:${ageBandOf(facts.birthYear, days[0] as string)}`;
  const months = new Map<string, number[]>();
  days.forEach((day, stage) => {
    if (!day) return;
    const month = months.get(day.slice(0, 7)) ?? [0, 0, 0, 0];
    month[stage] = 1;
    months.set(day.slice(0, 7), month);
  });
  const tests = enrollments.findLast((one) => one.tests)?.tests;
  const marked = attendance.reduce((sum, one) => sum + one.marked, 0);
  return [
    [people, days.map((day) => (day ? 1 : 0))],
    ...[...months].map(([month, amounts]): [string, number[]] => [`month:${month}`, amounts]),
    ...(tests ? pillars.flatMap((pillar) => gainOf(pillar, tests)) : []),
    ...(marked > 0 ? [["attendance", [marked, attendance.reduce((sum, one) => sum + one.came, 0)]] as [string, number[]]] : []),
  ];
}

/** The days on which a person reached the four stages. Each stage holds the next: who is certified has finished, started and registered by then. */
function reachedOn(enrollments: readonly EnrollmentFacts[]): (string | null)[] {
  const first = (read: (one: EnrollmentFacts) => string | null) => enrollments.map(read).filter((day) => day !== null).toSorted()[0] ?? null;
  const days = [first((one) => one.enrolledOn), first((one) => one.startedOn), first((one) => one.finishedOn), first((one) => one.certifiedOn)];
  for (let stage = 2; stage >= 0; stage -= 1) {
    const [day, next] = [days[stage] ?? null, days[stage + 1] ?? null];
    if (next !== null && (day === null || day > next)) days[stage] = next;
  }
  return days;
}

function gainOf(pillar: Pillar, { start, close }: { start: Record<string, Tally>; close: Record<string, Tally> }): [string, number[]][] {
  const [before, after] = [start[pillar], close[pillar]];
  return before && after ? [[`gain:${pillar}`, [1, before.correct, before.total, after.correct, after.total]]] : [];
}

/** The band of the age that a person reached, or will, in the year in which they first enrolled. */
export function ageBandOf(birthYear: number | null, enrolledOn: string): AgeBand {
  if (birthYear === null) return "-";
  const age = Number(enrolledOn.slice(0, 4)) - birthYear;
  if (age < 17) return "0-16";
  if (age <= 30) return "17-30";
  if (age <= 45) return "31-45";
  return age <= 60 ? "46-60" : "61+";
}

/** What has to be added to the figures when a person's contributions change; keys without a change are left out. */
export function differenceOf(before: Contributions, after: Contributions): Contributions {
  const difference: Contributions = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[key] ?? [], after[key] ?? []];
    const amounts = Array.from({ length: Math.max(old.length, now.length) }, (_none, index) => (now[index] ?? 0) - (old[index] ?? 0));
    if (amounts.some((amount) => amount !== 0)) difference[key] = amounts;
  }
  return difference;
}
