import type { Kysely } from "kysely";
import { measuredBy } from "#app/catalog/catalog.server.ts";
import { deleteDraft } from "#db/answer-drafts.ts";
import { insertYearTest } from "#db/measures.ts";
import { touchLearner } from "#db/people.ts";
import type { Database } from "#db/schema.ts";
import type { Quiz } from "./question.ts";
import { type DrawnItem, type QuizAnswers, scoreQuiz } from "./quiz.ts";
import { tallyTest, type YearTestKind } from "./year-test.ts";

interface HandedInTest {
  villageCode: string;
  learnerId: string;
  enrollmentId: string;
  formId: string;
  kind: YearTestKind;
  test: Quiz;
  items: DrawnItem[];
  answers: QuizAnswers;
}

/** Grades a starting or closing test and keeps it with its score by pillar and module. The first one that is handed in counts. */
export async function submitYearTest(db: Kysely<Database>, { learnerId, formId, test, ...handedIn }: HandedInTest, now: Date): Promise<void> {
  const score = scoreQuiz(test, handedIn.items, handedIn.answers);
  const { correct, total } = score;
  await db.transaction().execute(async (trx) => {
    await insertYearTest(trx, { ...handedIn, ...tallyTest(score, measuredBy), id: formId, bankHash: test.hash, correct, total, submittedAt: now });
    await deleteDraft(trx, handedIn, formId);
    await touchLearner(trx, handedIn.villageCode, learnerId, now);
  });
}
