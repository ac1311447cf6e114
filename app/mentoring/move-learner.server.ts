import type { Kysely } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { recordAudit } from "#db/audit.ts";
import { lockCohort } from "#db/cohort-schedule.ts";
import { type CohortKey, findLearnerOfCohort } from "#db/enrollments.ts";
import { findMoveOut, listMoveTargets, moveEnrollment } from "#db/enrollment-moves.ts";
import type { Database } from "#db/schema.ts";
import { countSeats, endWaiting, listWaiting } from "#db/waiting-list.ts";

export interface MoveLearner {
  from: CohortKey;
  learnerId: string;
  newCohortId: string;
  /** The form's UUID: the same form never moves anyone twice. */
  moveId: string;
  reason: string;
  /** Programs that the staff member leads. */
  ledPrograms: string[];
  staffId: string;
  now: Date;
}

export type MoveResult = "moved" | "unknownTarget" | "already" | "full" | "gone";

/**
 * Moves a learner with all that they have done into another cohort of the village (`listMoveTargets`). `already`: they
 * are in it as well. `full`: no place is free there, or others wait for it. `gone`: they are not in this cohort any
 * more. Unless it answers `moved`, nothing changes.
 */
export async function moveLearner(db: Kysely<Database>, { from, learnerId, newCohortId, moveId, reason, ledPrograms, staffId, now }: MoveLearner): Promise<MoveResult> {
  const { villageCode } = from;
  const to = { villageCode, cohortId: newCohortId };
  return db.transaction().execute(async (trx) => {
    const targets = await listMoveTargets(trx, from, staffId, ledPrograms, dayOf(now));
    if (!targets.some(({ cohortId }) => cohortId === newCohortId)) return "unknownTarget";
    // Always in the same order, so that two moves the opposite ways do not wait for each other.
    const [first, second] = [from, to].sort((a, b) => a.cohortId.localeCompare(b.cohortId)) as [CohortKey, CohortKey];
    const terms = new Map([[first.cohortId, await lockCohort(trx, first)], [second.cohortId, await lockCohort(trx, second)]]);
    const learner = await findLearnerOfCohort(trx, from, learnerId);
    if (!learner) return (await findMoveOut(trx, from, learnerId))?.moveId === moveId ? "moved" : "gone";
    if (await findLearnerOfCohort(trx, to, learnerId)) return "already";
    const capacity = terms.get(newCohortId)?.capacity ?? null;
    const ahead = (await listWaiting(trx, to)).filter((waiting) => waiting.learnerId !== learnerId);
    if (capacity !== null && (await countSeats(trx, to)).enrolled + ahead.length >= capacity) return "full";
    await endWaiting(trx, to, learnerId, now);
    const { enrollmentId } = learner;
    await moveEnrollment(trx, { villageCode, moveId, enrollmentId, oldCohortId: from.cohortId, newCohortId, reason, movedAt: now, movedBy: staffId });
    const details = { learnerId, from: from.cohortId, to: newCohortId };
    await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action: "enrollment.move", subjectId: enrollmentId, details });
    return "moved";
  });
}
