import type { Transaction } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import type { Database } from "../schema.ts";
import { auditTrail } from "./audit-trail.ts";
import { daysBefore, minutesAfter } from "./calendar.ts";
import { demoId } from "./chance.ts";
import type { DemoCohort } from "./cohorts.ts";
import { consentsOf } from "./consents.ts";
import { insertDeeds } from "./insert-deeds.ts";
import { leadOf } from "./staff.ts";
import type { Story, World } from "./stories.ts";

/** Someone who did all that the curriculum asks for, and when. */
export interface Finisher {
  villageCode: string;
  enrollmentId: string;
  finishedAt: Date;
}

/** Inserts a cohort with its learners and all that they did, except certificates; answers who has earned one. */
export async function insertCohort(trx: Transaction<Database>, cohort: DemoCohort, stories: readonly Story[], world: World): Promise<Finisher[]> {
  await insertCohortItself(trx, cohort, world);
  await insertLearners(trx, cohort, stories, world);
  const consents = stories.flatMap((story) => consentsOf(cohort, story, world.now));
  if (consents.length > 0) await trx.insertInto("learner_consent").values(consents).execute();
  await insertDeeds(trx, cohort.villageCode, stories, world);
  await trx.insertInto("audit_event").values(stories.flatMap((story) => auditTrail(cohort, story))).execute();
  return stories.flatMap(({ standing, enrollmentId, deeds }) => {
    const last = deeds.at(-1);
    if (standing !== "certified" || !last) return [];
    return [{ villageCode: cohort.villageCode, enrollmentId, finishedAt: last.at }];
  });
}

async function insertCohortItself(trx: Transaction<Database>, cohort: DemoCohort, { now, opened, versionId }: World): Promise<void> {
  await trx
    .insertInto("cohort")
    .values({
      village_code: cohort.villageCode,
      id: cohort.id,
      center_id: cohort.centerId,
      program_id: cohort.program.id,
      curriculum_version_id: versionId,
      name: cohort.name,
      starts_on: dayOf(opened),
      ends_on: dayOf(daysBefore(now, -cohort.daysLeft)),
      capacity: cohort.capacity,
      created_at: opened,
      created_by: leadOf(cohort.program.key).id,
    })
    .execute();
  await trx
    .insertInto("cohort_mentor")
    .values({
      village_code: cohort.villageCode,
      id: demoId(`mentor/${cohort.id}`),
      cohort_id: cohort.id,
      staff_id: cohort.mentor.id,
      since: opened,
      granted_by: leadOf(cohort.program.key).id,
      ended_at: null,
    })
    .execute();
}

async function insertLearners(trx: Transaction<Database>, cohort: DemoCohort, stories: readonly Story[], world: World): Promise<void> {
  const village_code = cohort.villageCode;
  const thisYear = Number(dayOf(world.now).slice(0, 4));
  const learners = stories.map(({ learnerId, number, villager, registeredAt, deeds, seenAt }) => {
    const last = deeds.at(-1);
    return {
      village_code,
      id: learnerId,
      center_id: cohort.centerId,
      number,
      name: villager.name,
      birth_year: thisYear - villager.age,
      gender: villager.gender,
      registered_at: registeredAt,
      registered_by: cohort.mentor.id,
      last_seen_at: seenAt ?? (last ? minutesAfter(last.at, 2) : null),
    };
  });
  const pins = stories.flatMap(({ learnerId, pin, registeredAt }) =>
    pin === null ? [] : [{ village_code, learner_id: learnerId, hash: world.pinHashes.get(pin) as string, issued_at: registeredAt, issued_by: cohort.mentor.id }],
  );
  const enrollments = stories.map(({ learnerId, enrollmentId, enrolledAt }) => ({
    village_code,
    id: enrollmentId,
    learner_id: learnerId,
    cohort_id: cohort.id,
    curriculum_version_id: world.versionId,
    enrolled_at: enrolledAt,
    enrolled_by: cohort.mentor.id,
  }));
  await trx.insertInto("learner").values(learners).execute();
  await trx.insertInto("learner_pin").values(pins).execute();
  await trx.insertInto("enrollment").values(enrollments).execute();
}
