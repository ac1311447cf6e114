import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

/** Marks a lesson done; a second time changes nothing. `atCenter` is the centre with whose device it was done. */
export async function insertLessonCompletion(
  db: Kysely<Database>,
  completion: { villageCode: string; enrollmentId: string; lessonId: string; completedAt: Date; atCenter?: string | null },
): Promise<void> {
  const { villageCode: village_code, enrollmentId: enrollment_id, completedAt, atCenter = null } = completion;
  const marked = await db
    .insertInto("lesson_completion")
    .values({ village_code, enrollment_id, lesson_id: completion.lessonId, completed_at: completedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning("lesson_id")
    .executeTakeFirst();
  if (!marked || atCenter === null) return;
  await db
    .insertInto("center_work")
    .values({ village_code, enrollment_id, center_id: atCenter, done_at: completedAt })
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
