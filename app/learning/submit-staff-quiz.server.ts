import type { Kysely } from "kysely";
import type { Database } from "#db/schema.ts";
import { deleteStaffDraft } from "#db/staff-answer-drafts.ts";
import { insertStaffQuizAttempt } from "#db/staff-learning.ts";
import type { Quiz } from "./question.ts";
import { type DrawnItem, type QuizAnswers, scoreQuiz } from "./quiz.ts";

interface HandedInQuiz {
  staffId: string;
  /** The form's own id: however often it is sent, it is one attempt. */
  formId: string;
  quiz: Quiz;
  items: DrawnItem[];
  answers: QuizAnswers;
}

/** Grades a mentor's own quiz and keeps the attempt. */
export async function submitStaffQuiz(db: Kysely<Database>, { staffId, formId, quiz, items, answers }: HandedInQuiz, now: Date): Promise<void> {
  const { correct, total, passed } = scoreQuiz(quiz, items, answers);
  const attempt = { id: formId, staffId, moduleId: quiz.moduleId, bankHash: quiz.hash, items, answers, correct, total, passed, submittedAt: now };
  await db.transaction().execute(async (trx) => {
    await insertStaffQuizAttempt(trx, attempt);
    await deleteStaffDraft(trx, staffId, formId);
  });
}
