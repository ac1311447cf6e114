import type { Kysely, Transaction } from "kysely";
import type { DrawnItem, QuizAnswers } from "#app/learning/quiz.ts";
import { recordStaffAudit } from "./audit.ts";
import type { Database } from "./schema.ts";

/** What mentors have behind them of their own lessons: the lessons' ids, and those of modules whose quiz was passed. */
export interface StaffLearning {
  lessonIds: string[];
  passedModuleIds: string[];
}

/** What a staff member has finished and passed. */
export async function findStaffLearning(db: Kysely<Database>, staffId: string): Promise<StaffLearning> {
  return (await listStaffLearning(db, [staffId])).get(staffId) ?? { lessonIds: [], passedModuleIds: [] };
}

/** What each of these staff members has finished and passed; who has nothing is left out. */
export async function listStaffLearning(db: Kysely<Database>, staffIds: readonly string[]): Promise<Map<string, StaffLearning>> {
  const learning = new Map<string, StaffLearning>();
  if (staffIds.length === 0) return learning;
  const of = (staffId: string) => learning.get(staffId) ?? learning.set(staffId, { lessonIds: [], passedModuleIds: [] }).get(staffId)!;
  const lessons = await db.selectFrom("staff_lesson_completion").where("staff_id", "in", staffIds).select(["staff_id as staffId", "lesson_id as lessonId"]).execute();
  const quizzes = await db.selectFrom("staff_quiz_attempt").where("staff_id", "in", staffIds).where("passed", "=", true).select(["staff_id as staffId", "module_id as moduleId"]).distinct().execute();
  for (const { staffId, lessonId } of lessons) of(staffId).lessonIds.push(lessonId);
  for (const { staffId, moduleId } of quizzes) of(staffId).passedModuleIds.push(moduleId);
  return learning;
}

/** Marks one of the mentors' lessons done; a second time changes nothing. */
export async function insertStaffLessonCompletion(db: Kysely<Database>, done: { staffId: string; lessonId: string; completedAt: Date }): Promise<void> {
  await db
    .insertInto("staff_lesson_completion")
    .values({ staff_id: done.staffId, lesson_id: done.lessonId, completed_at: done.completedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface StaffQuizAttempt {
  id: string;
  staffId: string;
  moduleId: string;
  bankHash: string;
  items: DrawnItem[];
  answers: QuizAnswers;
  correct: number;
  total: number;
  passed: boolean;
  submittedAt: Date;
}

/** Keeps a graded attempt under the form's id and records the mark; sent twice, it is one attempt. */
export async function insertStaffQuizAttempt(trx: Transaction<Database>, attempt: StaffQuizAttempt): Promise<void> {
  const { id, staffId, moduleId, correct, total, passed } = attempt;
  const inserted = await trx
    .insertInto("staff_quiz_attempt")
    .values({
      id,
      staff_id: staffId,
      module_id: moduleId,
      bank_hash: attempt.bankHash,
      items: JSON.stringify(attempt.items),
      answers: JSON.stringify(attempt.answers),
      correct_items: correct,
      total_items: total,
      passed,
      submitted_at: attempt.submittedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted) await recordStaffAudit(trx, { actor: { kind: "staff", id: staffId }, action: "quiz.mark", subjectId: id, details: { module: moduleId, correct, total, passed } });
}

/** The staff member's own attempt at a quiz. */
export async function findStaffQuizAttempt(db: Kysely<Database>, key: { staffId: string; moduleId: string; id: string }) {
  return db
    .selectFrom("staff_quiz_attempt")
    .where("id", "=", key.id)
    .where("staff_id", "=", key.staffId)
    .where("module_id", "=", key.moduleId)
    .select(["items", "answers", "correct_items as correct", "total_items as total", "passed"])
    .executeTakeFirst();
}

/** The best result in a quiz so far: most right of those asked. */
export async function findBestStaffAttempt(db: Kysely<Database>, key: { staffId: string; moduleId: string }) {
  return db
    .selectFrom("staff_quiz_attempt")
    .where("staff_id", "=", key.staffId)
    .where("module_id", "=", key.moduleId)
    .select(["correct_items as correct", "total_items as total"])
    .orderBy((order) => order(order.cast<number>("correct_items", "double precision"), "/", order.ref("total_items")), "desc")
    .limit(1)
    .executeTakeFirst();
}
