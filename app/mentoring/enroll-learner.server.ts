import type { Transaction } from "kysely";
import { recordAudit } from "#db/audit.ts";
import { lockCohort } from "#db/cohort-schedule.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { listOtherEnrollments, moveEnrollment, type OtherEnrollment } from "#db/enrollment-moves.ts";
import { findLearnerOfCohort, insertEnrollment } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import { lockLearner } from "#db/learners.ts";
import type { Database } from "#db/schema.ts";
import { countSeats, insertWaiting } from "#db/waiting-list.ts";

export interface EnrollLearner {
  learnerId: string;
  cohort: Pick<CohortSummary, "villageCode" | "cohortId" | "curriculumVersionId">;
  staffId: string;
  now: Date;
}

/**
 * Whether a learner got a place, waits for one, or had one or the other before. `refused`: they learn the same
 * curriculum in another program, or have finished it.
 */
export type EnrollResult = "enrolled" | "waiting" | "already" | "already-waiting" | "refused";

/** Kept with the move of somebody who is added to a cohort while they learn in another one. */
const reasonOfAdding = "Ditambahkan ke rombel ini";

/**
 * Enrolls a learner of the cohort's village in the cohort, in the curriculum version that it follows. Where every place
 * is taken, or others wait for the ones that are free, they go to the end of the waiting list instead. A curriculum is
 * learned in one cohort at a time: who learns it in another one of the program is moved, with all that they have done.
 */
export async function enrollLearner(trx: Transaction<Database>, request: EnrollLearner): Promise<EnrollResult> {
  const { learnerId, cohort, staffId, now } = request;
  const { capacity } = await lockCohort(trx, cohort);
  if (await findLearnerOfCohort(trx, cohort, learnerId)) return "already";
  const other = await lockOther(trx, request);
  if (other && other.standing !== "here") return "refused";
  const { enrolled, waiting } = await countSeats(trx, cohort);
  if (capacity === null || enrolled + waiting < capacity) return (await seat(trx, request, other)) ? "enrolled" : "already";
  const { villageCode, cohortId } = cohort;
  const waitingId = newId();
  if (!(await insertWaiting(trx, { villageCode, cohortId, waitingId, learnerId, since: now, addedBy: staffId }))) return "already-waiting";
  await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action: "waiting.add", subjectId: waitingId, details: { learnerId, cohortId } });
  return "waiting";
}

/** Enrolls a learner, or moves them here, whatever the cohort's places. Answers whether they are new in it. Call it under `lockCohort`. */
export async function seatLearner(trx: Transaction<Database>, request: EnrollLearner): Promise<boolean> {
  return seat(trx, request, await lockOther(trx, request));
}

async function seat(trx: Transaction<Database>, request: EnrollLearner, other: OtherEnrollment | undefined): Promise<boolean> {
  if (other) return other.standing === "here" && (await bringHere(trx, other, request));
  const { learnerId, cohort, staffId, now } = request;
  const { villageCode, cohortId, curriculumVersionId } = cohort;
  const enrollmentId = newId();
  const enrollment = { villageCode, cohortId, enrollmentId, learnerId, curriculumVersionId, enrolledAt: now, enrolledBy: staffId };
  if (!(await insertEnrollment(trx, enrollment))) return false;
  const actor = { kind: "staff", id: staffId } as const;
  await recordAudit(trx, villageCode, { actor, action: "enrollment.create", subjectId: enrollmentId, details: { learnerId, cohortId } });
  return true;
}

/** Where the learner learns the same already; nobody else changes that until the transaction ends. */
async function lockOther(trx: Transaction<Database>, { learnerId, cohort }: EnrollLearner): Promise<OtherEnrollment | undefined> {
  await lockLearner(trx, cohort.villageCode, learnerId);
  return (await listOtherEnrollments(trx, cohort, [learnerId]))[0];
}

async function bringHere(trx: Transaction<Database>, { enrollmentId, cohortId: oldCohortId }: OtherEnrollment, { learnerId, cohort, staffId, now }: EnrollLearner): Promise<boolean> {
  const { villageCode, cohortId: newCohortId } = cohort;
  if (!(await moveEnrollment(trx, { villageCode, moveId: newId(), enrollmentId, oldCohortId, newCohortId, reason: reasonOfAdding, movedAt: now, movedBy: staffId }))) return false;
  const details = { learnerId, from: oldCohortId, to: newCohortId };
  await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action: "enrollment.move", subjectId: enrollmentId, details });
  return true;
}
