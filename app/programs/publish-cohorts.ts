import { canRecover } from "./recovery.ts";
import { isHidden, type PublishedCounts, type StageCounts, stages } from "./stages.ts";
import { publishRow } from "./suppression.ts";

/**
 * What may be told of the cohorts of a village beside what is told of the village itself. Where the village's exact
 * numbers would pin a hidden one, no cohort's numbers are told: each is then from nobody to the whole village.
 */
export function publishCohorts(cohorts: readonly StageCounts[], village: PublishedCounts | undefined | null): PublishedCounts[] {
  const told = cohorts.map(publishRow);
  if (!village) return told;
  const exact = stages.filter((stage) => !isHidden(village[stage]));
  const isOpen = exact.every((stage) => told.filter((row) => isHidden(row[stage])).length !== 1) && !canRecover(cohorts, told, new Set(exact));
  return isOpen ? told : cohorts.map(() => Object.fromEntries(stages.map((stage) => [stage, { low: 0, high: village[stage].high }])) as PublishedCounts);
}
