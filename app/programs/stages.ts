/** Whole people, from `low` to `high`, both included. A number told exactly has `low === high`. */
export interface Range {
  low: number;
  high: number;
}

/** How far people have come. Each stage holds the next: who finished has also started. */
export const stages = ["registered", "started", "finished", "certified"] as const;
export type Stage = (typeof stages)[number];

/** How many people have reached each stage. */
export type StageCounts = Record<Stage, number>;

/** The counts of the stages in their order, by their names. */
export function countsOf([registered = 0, started = 0, finished = 0, certified = 0]: readonly number[]): StageCounts {
  return { registered, started, finished, certified };
}

/** What may be told of `StageCounts`. */
export type PublishedCounts = Record<Stage, Range>;

/** Groups of fewer people than this, and more than none, are hidden (domain section 6, Dashboards). */
export const leastGroup = 5;

/** Whether a group of this many people must stay hidden. */
export function isSmall(count: number): boolean {
  return count > 0 && count < leastGroup;
}

export function isHidden(range: Range): boolean {
  return range.low < range.high;
}

export function exactly(count: number): Range {
  return { low: count, high: count };
}

/** The sums of what was told in the rows. */
export function sumOfPublished(rows: readonly PublishedCounts[]): PublishedCounts {
  const sum = (stage: Stage) => ({
    low: rows.reduce((total, row) => total + row[stage].low, 0),
    high: rows.reduce((total, row) => total + row[stage].high, 0),
  });
  return { registered: sum("registered"), started: sum("started"), finished: sum("finished"), certified: sum("certified") };
}
