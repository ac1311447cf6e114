import { canRecover } from "./recovery.ts";
import { exactly, isHidden, isSmall, leastGroup, type PublishedCounts, type Range, type Stage, type StageCounts, stages, sumOfPublished } from "./stages.ts";

/** A total is told exactly only over at least this many hidden numbers; below, two or three values would remain. */
const leastHidden = 3;

/**
 * What may be told of each row's counts and of their totals, so that nobody can work out a group of
 * 1-4 people.
 *
 * **Groups.** In each row: those who reached a stage, and those who reached it but not the next (not
 * yet started, still learning, finished without certificate in force). 24 registered and 23 finished
 * would tell of one person just as a plain 1 would.
 *
 * **Rows.** Each number is told either exactly or as the range of its block. The blocks of a stage
 * hang on what was told of the stage before it, never on anything hidden: nobody; 1-4; one block for
 * each number that leaves 5 or more on both sides; the numbers that leave 1-4 behind; everybody. Where
 * 1-4 meets the last but one, in a row of 8 or fewer, they are one block. Knowing the rule, a reader
 * learns the block and nothing else, and no block of more than one number has fewer than four.
 *
 * **Totals** are the sums of what was told in the rows, and so say nothing new, unless they can be
 * exact: a stage with at least three hidden rows gets its true total when that is not next to the least
 * or the most that they can sum up to (almost every row would then be known), and `canRecover` finds no hidden
 * number or small group that all exact totals together would pin down, and no small group shows
 * between the totals themselves. Both depend only on what is then told. Otherwise no such stage gets
 * its true total; that refusal tells nothing that could pin a number, since it is made also when every
 * hidden number is the lowest, and when every one is the highest, of its range.
 *
 * **Areas.** A row that is itself a total, a district's of its villages, brings what was `told` of it; see `toldOfWhole`.
 *
 * **Rates** must be worked out from these ranges alone.
 *
 * **Out of scope:** comparing the figures of two days; what people know of each other (a mentor, a
 * cohort); groups of 0 (nobody, or everybody), which are told; unions over several but not all rows.
 */
export function publishCounts(rows: readonly StageCounts[], told?: readonly PublishedCounts[]): { rows: readonly PublishedCounts[]; totals: PublishedCounts } {
  const published = told ?? rows.map(publishRow);
  const summed = sumOfPublished(published);
  const exact = stages.filter((stage) => isOpen(rows, published, stage));
  const totals = { ...summed };
  for (const stage of exact) totals[stage] = exactly(rows.reduce((sum, row) => sum + row[stage], 0));
  const isSafe = !tellsSmallGroup(totals) && !canRecover(rows, published, new Set(exact));
  return { rows: published, totals: isSafe ? totals : summed };
}

/** What may be told of one row alone. */
export function publishRow(counts: StageCounts): PublishedCounts {
  const registered = isSmall(counts.registered) ? { low: 1, high: leastGroup - 1 } : exactly(counts.registered);
  const started = blockOf(counts.started, registered);
  const finished = blockOf(counts.finished, started);
  return { registered, started, finished, certified: blockOf(counts.certified, finished) };
}

/** The block that `count` people out of `whole`, as told, fall into. */
function blockOf(count: number, whole: Range): Range {
  if (count === 0 || (count === whole.low && !isHidden(whole))) return exactly(count);
  const nearAll = { low: whole.low - leastGroup + 1, high: isHidden(whole) ? whole.high : whole.high - 1 };
  if (nearAll.low <= leastGroup - 1) return { low: 1, high: nearAll.high };
  if (count >= nearAll.low) return nearAll;
  return isSmall(count) ? { low: 1, high: leastGroup - 1 } : exactly(count);
}

/** Whether the true total leaves room: three hidden rows, each of which could on average be one more or one less. */
function isOpen(rows: readonly StageCounts[], published: readonly PublishedCounts[], stage: Stage): boolean {
  const hidden = published.filter((row) => isHidden(row[stage]));
  const total = rows.reduce((sum, row) => sum + row[stage], 0);
  const { low, high } = sumOfPublished(published)[stage];
  return hidden.length >= leastHidden ? low + hidden.length <= total && total <= high - hidden.length : false;
}

/** Whether the numbers told exactly, each taken from the one before it, leave a group of 1-4 people. */
function tellsSmallGroup(totals: PublishedCounts): boolean {
  const told = [...stages.map((stage) => totals[stage]).filter((range) => !isHidden(range)).map(({ low }) => low), 0];
  return told.some((count, index) => isSmall(count) || isSmall(count - (told[index + 1] ?? count)));
}
