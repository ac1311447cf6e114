import type { CompiledCourses } from "#app/catalog/compile-courses.ts";
import type { Measured, YearTests } from "#app/learning/year-test.ts";
import { classesBefore, jakartaTime } from "./calendar.ts";
import { chance, demoId } from "./chance.ts";
import { melatiId, type DemoCohort } from "./cohorts.ts";
import type { RosterLine } from "./kenanga.ts";
import { type Deed, liveThrough, takeTests } from "./journeys.ts";
import { attendClass } from "./class-now.ts";
import { namedLearners, plosorejo, withdrawnNumber } from "./melati.ts";
import { addOddDay } from "./oddities.ts";
import { writeOnPaper } from "./paper.ts";
import type { Villager } from "./names.ts";
import { planFor, type Standing, type Step } from "./plans.ts";
import { skillOf } from "./skill.ts";
import { quietDays, quietSteps, standstill } from "./standstill.ts";

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
  /** Null: nobody can sign in as them. */
  pin: string | null;
  villager: Villager;
  standing: Standing;
  registeredAt: Date;
  enrolledAt: Date;
  deeds: Deed[];
  /** When they were last here; where it is left out, a little after the last deed. */
  seenAt?: Date;
}

/** The PIN of every demo learner without one of their own. */
export const sharedPin = "524917";

/** The stories of a cohort. Numbers follow the roster in Rombel Melati, elsewhere the order of enrolling. */
export function tellStories(cohort: DemoCohort, world: World): Story[] {
  const { now, opened, steps, tests } = world;
  const isMelati = cohort.id === melatiId;
  const reached = cohort.villageCode === standstill.quiet ? steps.slice(0, quietSteps) : steps;
  const random = chance(`stories/${cohort.firstNumber === 1 ? cohort.villageCode : cohort.id}`);
  const met = new Map<Standing, number>();
  const plans = cohort.roster.map((line) => {
    const { villager, standing } = line;
    const classes = classesOf(cohort, line, now);
    const variant = met.get(standing) ?? 0;
    met.set(standing, variant + 1);
    return { villager, standing, plan: planFor(standing, variant, { steps: reached, classes, now }) };
  });
  if (cohort.villageCode !== plosorejo) plans.sort((a, b) => a.plan.enrolledAt.getTime() - b.plan.enrolledAt.getTime());
  const stories = plans.map(({ villager, standing, plan }, index): Story => {
    const number = cohort.firstNumber + index;
    const ids = idsOf(cohort, number);
    const answering = { skill: skillOf(ids.learnerId), random };
    const deeds = liveThrough(plan, steps, answering);
    const named = isMelati ? namedLearners.find((learner) => learner.number === number) : undefined;
    return {
      ...ids,
      number,
      pin: isMelati && number === withdrawnNumber ? null : (named?.pin ?? sharedPin),
      villager,
      standing,
      registeredAt: number === 1 ? opened : plan.enrolledAt,
      enrolledAt: plan.enrolledAt,
      deeds: tests ? [...deeds, ...takeTests(deeds, tests, standing === "certified", answering)].sort((a, b) => a.at.getTime() - b.at.getTime()) : deeds,
    };
  });
  return isMelati ? attendClass(writeOnPaper(stories, cohort.mentor), cohort, world) : addOddDay(stories, cohort, world);
}

/** The classes that somebody could come to, of the cohort where they were before as well. */
function classesOf({ timetable, villageCode }: DemoCohort, { from }: RosterLine, now: Date): Date[] {
  const classes = classesBefore(now, timetable);
  if (villageCode === standstill.quiet) return classes.filter((start, index) => index === 0 || start < jakartaTime(now, quietDays, 0));
  if (!from) return classes;
  const moved = jakartaTime(now, from.daysAgo, 18);
  return [...classesBefore(now, from.timetable).filter((start) => start < moved), ...classes.filter((start) => start >= moved)];
}

function idsOf(cohort: DemoCohort, number: number) {
  return { learnerId: demoId(`learner/${cohort.id}/${number}`), enrollmentId: demoId(`enrollment/${cohort.id}/${number}`) };
}
