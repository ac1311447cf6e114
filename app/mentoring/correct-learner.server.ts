import type { Kysely } from "kysely";
import { recordAudit, recordAudits } from "#db/audit.ts";
import { lockCohort } from "#db/cohort-schedule.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { findLearnerOfCohort } from "#db/enrollments.ts";
import { deleteEnrollments, deleteLearners, listActiveEnrollments, listActiveLearners, lockLearnerValues, updateLearners } from "#db/import-changes.ts";
import { type CenterLearner, listNamesakes, lockCenter } from "#db/learners.ts";
import type { Database } from "#db/schema.ts";
import { listWaitingIdsOf } from "#db/waiting-list.ts";
import type { Registration } from "./registration.ts";

interface OfLearner {
  cohort: CohortSummary;
  learnerId: string;
  staffId: string;
  now: Date;
}

/**
 * Gives a learner of the cohort another name, birth year and gender. Certificates keep what they were issued with. The
 * audit log names the fields, not what stood or stands in them. `namesakes`: a new name that others at the centre have,
 * until the mentor says that this is another person.
 */
export async function correctLearner(db: Kysely<Database>, { cohort, learnerId, staffId, registration }: OfLearner & { registration: Registration }): Promise<"corrected" | { namesakes: CenterLearner[] }> {
  const { villageCode } = cohort;
  const { name, birthYear, gender, isAnotherPerson } = registration;
  return db.transaction().execute(async (trx) => {
    await lockCenter(trx, cohort);
    const [before] = await lockLearnerValues(trx, villageCode, [learnerId]);
    const after = { name, birthYear, gender };
    const changed = (["name", "birthYear", "gender"] as const).filter((field) => before?.[field] !== after[field]);
    if (changed.length === 0) return "corrected";
    const namesakes = (await listNamesakes(trx, cohort, name)).filter((other) => other.learnerId !== learnerId);
    if (changed.includes("name") && namesakes.length > 0 && !isAnotherPerson) return { namesakes };
    await updateLearners(trx, villageCode, [{ learnerId, ...after }]);
    await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action: "learner.correct", subjectId: learnerId, details: { fields: changed.join(" ") } });
    return "corrected";
  });
}

/**
 * Takes somebody out of the cohort who was registered in it by mistake, and deletes the learner too where they have no
 * other trace. `active`: something was done or marked in the cohort; then nothing changes. `gone`: they are not in it.
 */
export async function removeLearner(db: Kysely<Database>, { cohort, learnerId, staffId, now }: OfLearner): Promise<"removed" | "active" | "gone"> {
  const { villageCode, cohortId, centerId } = cohort;
  return db.transaction().execute(async (trx) => {
    await lockCenter(trx, cohort);
    await lockCohort(trx, cohort);
    const learner = await findLearnerOfCohort(trx, cohort, learnerId);
    if (!learner) return "gone";
    const { enrollmentId, number } = learner;
    if ((await listActiveEnrollments(trx, villageCode, [enrollmentId], now)).length > 0) return "active";
    const made = { enrollmentIds: [enrollmentId], waitingIds: await listWaitingIdsOf(trx, cohort, learnerId) };
    const stays = (await listActiveLearners(trx, villageCode, [learnerId], made)).length > 0;
    const actor = { kind: "staff", id: staffId } as const;
    await deleteEnrollments(trx, villageCode, [enrollmentId]);
    if (!stays) await deleteLearners(trx, villageCode, [learnerId]);
    await recordAudits(trx, villageCode, [
      { actor, action: "enrollment.remove", subjectId: enrollmentId, details: { learnerId, cohortId } },
      ...(stays ? [] : [{ actor, action: "learner.remove", subjectId: learnerId, details: { centerId, number } }]),
    ]);
    return "removed";
  });
}
