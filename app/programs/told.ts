import { isHidden, type PublishedCounts, type Stage, type StageCounts, stages, sumOfPublished } from "./stages.ts";
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

/** What may be told of villages and of all places around them, as the figures of areas are told where there is one curriculum. */
export function tellPlaces(villages: readonly (StageCounts & { villageCode: string })[]): ToldPlaces {
  let parts = new Map<string, ToldCounts>(villages.map((village) => [village.villageCode, { counts: village, told: publishRow(village) }]));
  const places = new Map(parts);
  for (let level = 3; level >= 0; level -= 1) {
    const within = Map.groupBy(parts, ([code]) => code.split(".").slice(0, level).join("."));
    parts = new Map([...within].map(([code, members]) => [code, wholeOf(members.map(([, part]) => part))]));
    for (const [code, whole] of parts) places.set(code, whole);
  }
  return (code) => places.get(code)?.told ?? publishRow(nobody);
}

const nobody: StageCounts = { registered: 0, started: 0, finished: 0, certified: 0 };

function wholeOf(parts: readonly ToldCounts[]): ToldCounts {
  const sum = (stage: Stage) => parts.reduce((total, { counts }) => total + counts[stage], 0);
  const counts = { registered: sum("registered"), started: sum("started"), finished: sum("finished"), certified: sum("certified") };
  return { counts, told: toldOfWhole(counts, parts) };
}

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
