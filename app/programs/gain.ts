import { type Pillar, pillars } from "#app/catalog/course.ts";
import type { Tally } from "#app/learning/year-test.ts";
import { isHidden, isSmall, leastGroup, type Range } from "./stages.ts";

/** What a program's people knew before and after, summed over all who took both tests. */
export interface PillarSums {
  pillar: string;
  people: number;
  start: Tally;
  close: Tally;
}

export interface GainRow {
  /** Null for all four together. */
  pillar: Pillar | null;
  /** Shares of questions that were right, 0 to 1, rounded to the report's step. */
  start: number;
  close: number;
  /** Percentage points. */
  points: number;
}

/** `few`: so few, or perhaps so few, that their figures would tell of single people. */
export type GainReport = { kind: "none" } | { kind: "few" } | { kind: "told"; people: number | null; step: number; rows: GainRow[] };

/**
 * What was gained between the two tests, by pillar and in all. Groups of fewer than 5 people are not told (domain
 * section 6). The closing test comes after everything else: how many took it is told only where it says nothing that
 * `finished`, as told of the program, does not. Where that may be fewer than 5, a gain that stands there would say
 * that it is not, and "nobody" that it may be.
 */
export function reportGain(sums: readonly PillarSums[], finished: Range): GainReport {
  if (finished.high > 0 && finished.low < leastGroup) return { kind: "few" };
  const people = Math.max(0, ...sums.map((sum) => sum.people));
  if (people === 0) return { kind: "none" };
  const told = tellGain(sums, finished);
  if (!told) return { kind: "few" };
  const tellsMore = isHidden(finished) || isSmall(Math.abs(finished.low - people));
  return { kind: "told", people: tellsMore ? null : people, ...told };
}

/**
 * What was gained by each pillar, in their order, and in all, with the percent to which it is rounded; null where any
 * pillar, or what is told of those who finished, leaves room for fewer than 5 people. Every page and file of the figures
 * tells gains from here.
 */
export function tellGain(sums: readonly PillarSums[], finished: Range): { step: number; rows: GainRow[] } | null {
  const people = Math.min(finished.low, ...sums.map((sum) => sum.people));
  if (people < leastGroup) return null;
  const step = stepOf(people);
  const byPillar = pillars.flatMap((pillar) => sums.filter((sum) => sum.pillar === pillar).map((sum) => rowOf(pillar, sum, step)));
  return { step, rows: [...byPillar, rowOf(null, { start: total(sums.map(({ start }) => start)), close: total(sums.map(({ close }) => close)) }, step)] };
}

/**
 * The percent to which shares of so many people's answers are rounded: as much as all answers of one of them, 1 % from
 * 100 people on, 20 % of 5. Who takes a part from the whole then reads what the one person besides it answered in
 * fewer than 5 of 100 cases; with 1 % everywhere it would be in all, of few people.
 */
function stepOf(people: number): number {
  return [1, 5, 10].find((step) => step * people >= 100) ?? 20;
}

function rowOf(pillar: Pillar | null, { start, close }: Pick<PillarSums, "start" | "close">, step: number): GainRow {
  const [before, after] = [start, close].map(({ correct, total: of }) => step * Math.round((100 * correct) / of / step)) as [number, number];
  return { pillar, start: before / 100, close: after / 100, points: after - before };
}

function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, tally) => ({ correct: sum.correct + tally.correct, total: sum.total + tally.total }), { correct: 0, total: 0 });
}
