import type { Kysely } from "kysely";
import { deleteDraft } from "#db/answer-drafts.ts";
import { findReview, insertReview, listReviewStandings } from "#db/measures.ts";
import { touchLearner } from "#db/people.ts";
import type { Database } from "#db/schema.ts";
import type { Quiz } from "./question.ts";
import { type DrawnItem, type QuizAnswers, scoreQuiz } from "./quiz.ts";
import { dueReview } from "./review.ts";

interface ModuleKey {
  villageCode: string;
  enrollmentId: string;
  moduleId: string;
}

/** Which return of a module's questions (1, 2 or 3) is due now; undefined when none is. */
export async function dueReviewOf(db: Kysely<Database>, { moduleId, ...of }: ModuleKey, now: Date): Promise<number | undefined> {
  const standings = await listReviewStandings(db, of);
  return dueReview(standings.filter((standing) => standing.moduleId === moduleId), now)?.round;
}

interface HandedInReview extends Omit<ModuleKey, "moduleId"> {
  learnerId: string;
  formId: string;
  quiz: Quiz;
  items: DrawnItem[];
  answers: QuizAnswers;
}

/** Grades and keeps answers to questions that came back. Answers whether they are kept under this form: not when that return was answered in another one. */
export async function submitReview(db: Kysely<Database>, { learnerId, formId, quiz, ...handedIn }: HandedInReview, now: Date): Promise<boolean> {
  const { correct, total } = scoreQuiz(quiz, handedIn.items, handedIn.answers);
  const key = { villageCode: handedIn.villageCode, enrollmentId: handedIn.enrollmentId, moduleId: quiz.moduleId };
  await db.transaction().execute(async (trx) => {
    const round = await dueReviewOf(trx, key, now);
    if (!round) return;
    await insertReview(trx, { ...handedIn, ...key, round, id: formId, bankHash: quiz.hash, correct, total, submittedAt: now });
    await deleteDraft(trx, key, formId);
    await touchLearner(trx, key.villageCode, learnerId, now);
  });
  return (await findReview(db, { ...key, id: formId })) !== undefined;
}
