import { type Pillar, pillars } from "#app/catalog/course.ts";
import { gain, type Tally } from "#app/learning/year-test.ts";
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
  /** Shares of questions that were right, 0 to 1. */
  start: number;
  close: number;
  /** Percentage points. */
  points: number;
}

/** `few`: so few, or perhaps so few, that their figures would tell of single people. */
export type GainReport = { kind: "none" } | { kind: "few" } | { kind: "told"; people: number | null; rows: GainRow[] };

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
  const rows = gainRows(sums);
  if (!rows) return { kind: "few" };
  const tellsMore = isHidden(finished) || isSmall(Math.abs(finished.low - people));
  return { kind: "told", people: tellsMore ? null : people, rows };
}

/**
 * What was gained by each pillar, in their order, and in all; null where any pillar has fewer than 5 people. Every page
 * and file of the figures tells gains from here.
 */
export function gainRows(sums: readonly PillarSums[]): GainRow[] | null {
  if (sums.some((sum) => sum.people < leastGroup)) return null;
  const byPillar = pillars.flatMap((pillar) => sums.filter((sum) => sum.pillar === pillar).map((sum) => rowOf(pillar, sum.start, sum.close)));
  return [...byPillar, rowOf(null, total(sums.map(({ start }) => start)), total(sums.map(({ close }) => close)))];
}

function rowOf(pillar: Pillar | null, start: Tally, close: Tally): GainRow {
  return { pillar, start: start.correct / start.total, close: close.correct / close.total, points: gain(start, close) };
}

function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, tally) => ({ correct: sum.correct + tally.correct, total: sum.total + tally.total }), { correct: 0, total: 0 });
}
