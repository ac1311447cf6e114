import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

/** Marks a lesson done; a second time changes nothing. */
export async function insertLessonCompletion(
  db: Kysely<Database>,
  completion: { villageCode: string; enrollmentId: string; lessonId: string; completedAt: Date },
): Promise<void> {
  await db
    .insertInto("lesson_completion")
    .values({
      village_code: completion.villageCode,
      enrollment_id: completion.enrollmentId,
      lesson_id: completion.lessonId,
      completed_at: completion.completedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps a practice attempt under the form's id; sent twice, it is kept once. */
export async function insertPracticeAttempt(
  db: Kysely<Database>,
  attempt: { villageCode: string; id: string; enrollmentId: string; lessonId: string; simulator: string; steps: string[]; finished: boolean; submittedAt: Date },
): Promise<void> {
  await db
    .insertInto("practice_attempt")
    .values({
      village_code: attempt.villageCode,
      id: attempt.id,
      enrollment_id: attempt.enrollmentId,
      lesson_id: attempt.lessonId,
      simulator: attempt.simulator,
      steps: JSON.stringify(attempt.steps),
      finished: attempt.finished,
      submitted_at: attempt.submittedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
