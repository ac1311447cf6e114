import type { Pillar } from "#app/catalog/course.ts";
import type { LastHeard } from "./last-heard.ts";
import type { PublishedCounts, Stage } from "./stages.ts";

/** A place that figures are told of. The nation's code is empty. */
export interface Area {
  code: string;
  kind: "nation" | "province" | "regency" | "district" | "village" | "cohort";
  name: string;
}

/** What everyone who may see a place is told of it. Numbers of people are ranges where they must not be exact. */
export interface AreaFigures {
  area: Area;
  /** What the program means to reach here; null where it has no target. */
  target: { villages: number; learners: number } | null;
  /** Villages in which someone is registered, but which the program does not mean to reach; 0 where there is no target. */
  otherVillages: number;
  /** Villages in the place, by the ministry's list. */
  villages: number;
  /** Villages in which someone is registered, has started, has finished, has a certificate. */
  reachedVillages: Record<Stage, number>;
  counts: PublishedCounts;
  /** Percentage points from the starting to the closing test; null with fewer than 5 people, or nobody. */
  gain: { byPillar: Record<Pillar, number>; shares: Record<Pillar, BeforeAndAfter>; all: number } | null;
  /** The share of marks in sessions that say that the person came, and how many marks there are at least. Null with fewer than 5 people or 20 marks. */
  attendance: { percent: number; marks: number } | null;
  /** Centers with somebody at work in the last 30 days, of all that ever had. */
  centers: { active: number; all: number };
  /** The last day on which somebody worked. */
  lastHeard: LastHeard;
}

/** Shares of questions that were right, in whole percent. */
export interface BeforeAndAfter {
  before: number;
  after: number;
}

/**
 * A part of the people by gender or by age band. Shares are rounded to 5 %, and told only of 100 people or more, so
 * that no smaller group can be worked out from them and the numbers around.
 */
export interface BreakdownGroup {
  /** `female`, `male` or `-` where it is not known; or an age band as `17-30`. */
  key: string;
  /** Of all who registered, 0 to 1. */
  ofRegistered: number;
  /** Of all who finished, 0 to 1; null with fewer than 100 of them. */
  ofFinished: number | null;
}

/** How many people had reached each stage by the end of a month: of a month that is over between which multiples of five. */
export interface MonthFigures {
  /** `YYYY-MM`. */
  month: string;
  counts: PublishedCounts;
}

/** A place with the places in it, all told so that no group of 1-4 people can be worked out. */
export interface AreaReport {
  /** From the nation, or the top of the reader's scope, down to the place itself. */
  path: Area[];
  /** Null: all curricula together, each person once. */
  curriculumId: string | null;
  whole: AreaFigures;
  parts: AreaFigures[];
  /** Null: fewer than 100 people. */
  byGender: BreakdownGroup[] | null;
  byAge: BreakdownGroup[] | null;
  /** The last twelve months, oldest first; empty where a number of the whole must be hidden. */
  months: MonthFigures[];
  /** Up to when all that happened is in the figures; null until they have first been worked out whole. */
  asOf: Date | null;
}
