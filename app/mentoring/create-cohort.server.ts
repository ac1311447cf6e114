import type { Kysely } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { recordAudit } from "#db/audit.ts";
import { insertMentorTime } from "#db/cohort-mentors.ts";
import type { CohortPlace } from "#db/cohort-places.ts";
import { findCreator, insertCohort, insertSessions, isNameTaken, replaceSlots } from "#db/cohort-schedule.ts";
import { listHolidays } from "#db/holidays.ts";
import { newId } from "#db/ids.ts";
import { lockCenter } from "#db/learners.ts";
import { noteFirstCohort } from "#db/program-stages.ts";
import type { Database } from "#db/schema.ts";
import type { CohortTimes } from "./cohort-form.ts";
import { planSessions, type SchedulePlan } from "./schedule.ts";
import { zoneOf } from "./village-clock.ts";

export interface CreateCohort {
  /** The form's UUID, which becomes the cohort's id: the same form never makes two cohorts. */
  cohortId: string;
  place: CohortPlace;
  curriculumVersionId: string;
  times: CohortTimes;
  mentorId: string;
  staffId: string;
  now: Date;
}

export type CreateResult = "created" | "already" | "id-taken" | "nameTaken" | "noSessions";

/**
 * Makes a cohort at a centre, with its mentor and with the sessions of its weekly schedule; holidays are left out. A form
 * that was sent before answers `already`, somebody else's form `id-taken`. A name that a cohort of the centre has now,
 * and dates between which nobody would meet, are answered and nothing is made.
 */
export async function createCohort(db: Kysely<Database>, request: CreateCohort): Promise<CreateResult> {
  const { cohortId, place, times, staffId, now } = request;
  const key = { villageCode: place.villageCode, cohortId };
  return db.transaction().execute(async (trx) => {
    await lockCenter(trx, place);
    const before = await findCreator(trx, key);
    if (before) return before.createdBy === staffId ? "already" : "id-taken";
    if (await isNameTaken(trx, { ...key, centerId: place.centerId }, times.name, dayOf(now))) return "nameTaken";
    const plan = await planFor(trx, place.villageCode, times);
    if (plan.sessions.length === 0) return "noSessions";
    const { name, startsOn, endsOn, capacity } = times;
    const { centerId, programId } = place;
    await insertCohort(trx, { ...key, centerId, programId, curriculumVersionId: request.curriculumVersionId, name, startsOn, endsOn, capacity, createdAt: now, createdBy: staffId });
    await noteFirstCohort(trx, key, dayOf(now), now);
    await replaceSlots(trx, key, times.slots);
    await insertSessions(trx, key, plan.sessions);
    await insertMentorTime(trx, { ...key, rowId: newId(), staffId: request.mentorId, since: now, until: null, reason: null, grantedBy: staffId });
    const details = { mentorId: request.mentorId, sessions: plan.sessions.length, skipped: plan.skipped.length };
    await recordAudit(trx, key.villageCode, { actor: { kind: "staff", id: staffId }, action: "cohort.create", subjectId: cohortId, details });
    return "created";
  });
}

/** The sessions that a cohort of the village would have. */
export async function planFor(db: Kysely<Database>, villageCode: string, { startsOn, endsOn, slots }: Pick<CohortTimes, "startsOn" | "endsOn" | "slots">): Promise<SchedulePlan> {
  const holidays = await listHolidays(db, startsOn, endsOn);
  return planSessions({ startsOn, endsOn, slots, holidays, zone: zoneOf(villageCode) });
}
