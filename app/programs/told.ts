import { isHidden, type PublishedCounts, type StageCounts, stages, sumOfPublished } from "./stages.ts";
import { publishCounts, publishRow } from "./suppression.ts";

/** A place's true counts with what may be told of them. */
export interface ToldCounts {
  counts: StageCounts;
  told: PublishedCounts;
}

/** What may be told of a place from what is told of its parts; a place without parts is told by itself. */
export function toldOfWhole(counts: StageCounts, parts: readonly ToldCounts[]): PublishedCounts {
  if (parts.length === 0) return publishRow(counts);
  return publishCounts(
    parts.map((part) => part.counts),
    parts.map((part) => part.told),
  ).totals;
}

/** What is told of a village or of a place that villages lie in, by its code; of the nation, by the empty one. */
export type ToldPlaces = (code: string) => PublishedCounts;

/**
 * What may be told of all programs (or curricula) together where some of them count people at the same place.
 * Where one of them must be hidden, the whole minus the others would tell it: the whole is then told no
 * closer than they are. People may be in several, so that the whole lies between the largest and the sum; and it lies
 * between the sums of what is told of its `parts`, where it has any, which everybody can work out.
 */
export function toldBeside(told: PublishedCounts, apart: readonly PublishedCounts[], parts?: readonly PublishedCounts[]): PublishedCounts {
  if (apart.length < 2) return told;
  const summed = parts && sumOfPublished(parts);
  const beside = { ...told };
  for (const stage of stages) {
    if (!apart.some((one) => isHidden(one[stage]))) continue;
    const low = Math.min(told[stage].low, Math.max(...apart.map((one) => one[stage].low)));
    const high = Math.max(told[stage].high, apart.reduce((sum, one) => sum + one[stage].high, 0));
    beside[stage] = { low: Math.max(low, summed?.[stage].low ?? 0), high: Math.min(high, summed?.[stage].high ?? high) };
  }
  return beside;
}
