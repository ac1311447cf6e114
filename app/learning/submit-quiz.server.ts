import type { Kysely } from "kysely";
import { issueCertificateIfEarned } from "#app/certificates/issue-certificate.server.ts";
import { recordAudit } from "#db/audit.ts";
import { touchLearner } from "#db/people.ts";
import { insertQuizAttempt } from "#db/quiz-attempts.ts";
import type { Database } from "#db/schema.ts";
import { type DrawnItem, passMark, type Quiz, type QuizAnswers, scoreQuiz } from "./quiz.ts";

export interface QuizSubmission {
  villageCode: string;
  learnerId: string;
  enrollmentId: string;
  /** The form's own id: however often it is sent, it is one attempt. */
  formId: string;
  quiz: Quiz;
  items: DrawnItem[];
  answers: QuizAnswers;
}

/** Grades a quiz and keeps the attempt with that day's pass mark and questions; a certificate that it earns is issued with it. */
export async function submitQuiz(db: Kysely<Database>, submission: QuizSubmission, now: Date): Promise<void> {
  const { villageCode, learnerId, enrollmentId, quiz, items, answers } = submission;
  const { correct, total, passed } = scoreQuiz(quiz, items, answers);
  await db.transaction().execute(async (trx) => {
    const attempt = { villageCode, id: submission.formId, enrollmentId, moduleId: quiz.moduleId, bankHash: quiz.hash, items, answers };
    const isNew = await insertQuizAttempt(trx, { ...attempt, correct, total, passMark, passed, submittedAt: now });
    if (!isNew) return;
    await touchLearner(trx, villageCode, learnerId, now);
    await recordAudit(trx, villageCode, {
      actor: { kind: "learner", id: learnerId },
      action: "quiz.mark",
      subjectId: submission.formId,
      details: { module: quiz.moduleId, correct, total, passed },
    });
    if (passed) await issueCertificateIfEarned(trx, { villageCode, enrollmentId }, now);
  });
}
