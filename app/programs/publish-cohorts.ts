import type { CohortPeople } from "#db/area-report.ts";
import { canRecover } from "./recovery.ts";
import { countsOf, isHidden, type PublishedCounts, stages } from "./stages.ts";
import { publishRow } from "./suppression.ts";

/**
 * What may be told of the cohorts of a village beside what is told of the village itself, in the order given; all
 * cohorts of a program and curriculum must be among them. Where the exact numbers that the village tells of these would
 * pin a hidden one, no numbers of their cohorts are told: each is then from nobody to the whole. A cohort is told alike
 * on every page, also on those of several programs or curricula.
 */
export function publishCohorts(cohorts: readonly CohortPeople[]): PublishedCounts[] {
  const told = new Map<string, PublishedCounts>();
  for (const together of Map.groupBy(cohorts, ({ programId, curriculumId }) => `${programId}|${curriculumId}`).values()) {
    for (const [index, published] of publishTogether(together).entries()) told.set(together[index]?.cohortId ?? "", published);
  }
  return cohorts.map(({ cohortId }) => told.get(cohortId) as PublishedCounts);
}

function publishTogether(cohorts: readonly CohortPeople[]): PublishedCounts[] {
  const counts = cohorts.map(({ people }) => countsOf(people));
  const told = counts.map(publishRow);
  const village = cohorts[0]?.village;
  if (!village) return told;
  const exact = stages.filter((stage) => !isHidden(village[stage]));
  const isOpen = exact.every((stage) => told.filter((row) => isHidden(row[stage])).length !== 1) && !canRecover(counts, told, new Set(exact));
  return isOpen ? told : cohorts.map(() => Object.fromEntries(stages.map((stage) => [stage, { low: 0, high: village[stage].high }])) as PublishedCounts);
}
