import type { Transaction } from "kysely";
import { recordAudit } from "#db/audit.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { insertEnrollment } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import type { Database } from "#db/schema.ts";

export interface EnrollLearner {
  learnerId: string;
  cohort: CohortSummary;
  staffId: string;
  now: Date;
}

/** Enrolls a learner of the cohort's village in the cohort, in the curriculum version that it follows. Does nothing for one who is in it. */
export async function enrollLearner(trx: Transaction<Database>, { learnerId, cohort, staffId, now }: EnrollLearner): Promise<void> {
  const { villageCode, cohortId, curriculumVersionId } = cohort;
  const enrollmentId = newId();
  const enrollment = { villageCode, cohortId, enrollmentId, learnerId, curriculumVersionId, enrolledAt: now, enrolledBy: staffId };
  if (!(await insertEnrollment(trx, enrollment))) return;
  const actor = { kind: "staff", id: staffId } as const;
  await recordAudit(trx, villageCode, { actor, action: "enrollment.create", subjectId: enrollmentId, details: { learnerId, cohortId } });
}
