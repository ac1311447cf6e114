import type { Kysely } from "kysely";
import type { DrawnItem, QuizAnswers } from "#app/learning/quiz.ts";
import type { Database } from "./schema.ts";

export interface QuizAttempt {
  villageCode: string;
  id: string;
  enrollmentId: string;
  moduleId: string;
  bankHash: string;
  items: DrawnItem[];
  answers: QuizAnswers;
  correct: number;
  total: number;
  passMark: number;
  passed: boolean;
  submittedAt: Date;
}

/** Keeps a graded attempt under the form's id; answers false when that attempt was already kept. */
export async function insertQuizAttempt(db: Kysely<Database>, attempt: QuizAttempt): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("quiz_attempt")
    .values({
      village_code: attempt.villageCode,
      id: attempt.id,
      enrollment_id: attempt.enrollmentId,
      module_id: attempt.moduleId,
      bank_hash: attempt.bankHash,
      items: JSON.stringify(attempt.items),
      answers: JSON.stringify(attempt.answers),
      correct_items: attempt.correct,
      total_items: attempt.total,
      pass_mark: attempt.passMark,
      passed: attempt.passed,
      submitted_at: attempt.submittedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The learner's own attempt at a module's quiz. */
export async function findQuizAttempt(db: Kysely<Database>, key: { villageCode: string; enrollmentId: string; moduleId: string; id: string }) {
  return db
    .selectFrom("quiz_attempt")
    .where("village_code", "=", key.villageCode)
    .where("id", "=", key.id)
    .where("enrollment_id", "=", key.enrollmentId)
    .where("module_id", "=", key.moduleId)
    .select(["items", "answers", "correct_items as correct", "total_items as total", "passed"])
    .executeTakeFirst();
}

/** The best result in a module's quiz so far: most right of those asked. */
export async function findBestAttempt(db: Kysely<Database>, key: { villageCode: string; enrollmentId: string; moduleId: string }) {
  return db
    .selectFrom("quiz_attempt")
    .where("village_code", "=", key.villageCode)
    .where("enrollment_id", "=", key.enrollmentId)
    .where("module_id", "=", key.moduleId)
    .select(["correct_items as correct", "total_items as total"])
    .orderBy((order) => order(order.cast<number>("correct_items", "double precision"), "/", order.ref("total_items")), "desc")
    .limit(1)
    .executeTakeFirst();
}
