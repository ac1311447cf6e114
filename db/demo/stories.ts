import type { CompiledCourses } from "#app/catalog/compile-courses.ts";
import type { Measured, YearTests } from "#app/learning/year-test.ts";
import { classesBefore } from "./calendar.ts";
import { chance, demoId } from "./chance.ts";
import type { DemoCohort } from "./cohorts.ts";
import { type Deed, liveThrough, takeTests } from "./journeys.ts";
import { namedLearners, plosorejo } from "./melati.ts";
import type { Villager } from "./names.ts";
import { planFor, type Standing, type Step } from "./plans.ts";

export interface World {
  now: Date;
  /** Before all history: when programs, centers and cards were made. */
  opened: Date;
  versionId: string;
  steps: readonly Step[];
  lessons: CompiledCourses["lessons"];
  /** What a lesson's questions measure. */
  measured: Measured;
  /** None while the curriculum is not served whole. */
  tests: YearTests | undefined;
  /** Of each PIN that demo learners have. */
  pinHashes: ReadonlyMap<string, string>;
}

/** What one learner did, from registering to the last visit. */
export interface Story {
  learnerId: string;
  enrollmentId: string;
  number: number;
  pin: string;
  villager: Villager;
  standing: Standing;
  registeredAt: Date;
  enrolledAt: Date;
  deeds: Deed[];
}

/** The PIN of every demo learner without one of their own. */
export const sharedPin = "524917";

/** The stories of a cohort. Numbers follow the roster in Rombel Melati, elsewhere the order of enrolling. */
export function tellStories(cohort: DemoCohort, world: World): Story[] {
  const { now, opened, steps, tests } = world;
  const classes = classesBefore(now, cohort.timetable);
  const random = chance(`stories/${cohort.villageCode}`);
  const met = new Map<Standing, number>();
  const plans = cohort.roster.map(({ villager, standing }) => {
    const variant = met.get(standing) ?? 0;
    met.set(standing, variant + 1);
    return { villager, standing, plan: planFor(standing, variant, { steps, classes, now }) };
  });
  if (cohort.villageCode !== plosorejo) plans.sort((a, b) => a.plan.enrolledAt.getTime() - b.plan.enrolledAt.getTime());
  return plans.map(({ villager, standing, plan }, index) => {
    const number = index + 1;
    const deeds = liveThrough(plan, steps, random);
    const named = cohort.villageCode === plosorejo ? namedLearners.find((learner) => learner.number === number) : undefined;
    return {
      ...idsOf(cohort, number),
      number,
      pin: named?.pin ?? sharedPin,
      villager,
      standing,
      registeredAt: number === 1 ? opened : plan.enrolledAt,
      enrolledAt: plan.enrolledAt,
      deeds: tests ? [...deeds, ...takeTests(deeds, tests, standing === "certified", random)].sort((a, b) => a.at.getTime() - b.at.getTime()) : deeds,
    };
  });
}

function idsOf(cohort: DemoCohort, number: number) {
  return { learnerId: demoId(`learner/${cohort.id}/${number}`), enrollmentId: demoId(`enrollment/${cohort.id}/${number}`) };
}
