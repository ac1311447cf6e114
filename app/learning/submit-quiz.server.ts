import type { Kysely } from "kysely";
import { issueCertificateIfEarned } from "#app/certificates/issue-certificate.server.ts";
import type { DeviceMark } from "#app/programs/anomalies/device-mark.server.ts";
import { insertQuizAttempt } from "#db/quiz-attempts.ts";
import type { Database } from "#db/schema.ts";
import type { Quiz } from "./question.ts";
import { type DrawnItem, passMark, type QuizAnswers, scoreQuiz } from "./quiz.ts";

export interface QuizSubmission {
  villageCode: string;
  learnerId: string;
  enrollmentId: string;
  /** The form's own id: however often it is sent, it is one attempt. */
  formId: string;
  quiz: Quiz;
  items: DrawnItem[];
  answers: QuizAnswers;
  /** The staff member who enters it from paper. */
  enteredBy?: string;
  /** On which device it was handed in, as `deviceMark` tells it for the day. */
  device?: DeviceMark | null;
  /** The centre with whose device it was handed in. */
  atCenter?: string | null;
}

/** Grades a quiz and keeps the attempt with that day's pass mark and questions; a certificate that it earns is issued with it. */
export async function submitQuiz(db: Kysely<Database>, submission: QuizSubmission, now: Date): Promise<void> {
  const { villageCode, learnerId, enrollmentId, quiz, items, answers, enteredBy = null, device = null, atCenter = null } = submission;
  const { correct, total, passed } = scoreQuiz(quiz, items, answers);
  const graded = { correct, total, passMark, passed, submittedAt: now };
  const attempt = { villageCode, learnerId, id: submission.formId, enrollmentId, moduleId: quiz.moduleId, bankHash: quiz.hash, items, answers, enteredBy, device, atCenter, ...graded };
  if (!passed) {
    await insertQuizAttempt(db, attempt);
    return;
  }
  await db.transaction().execute(async (trx) => {
    if (await insertQuizAttempt(trx, attempt)) await issueCertificateIfEarned(trx, { villageCode, enrollmentId }, now);
  });
}
