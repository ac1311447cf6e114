import { createHmac } from "node:crypto";
import type { Kysely } from "kysely";
import { newId } from "#db/ids.ts";
import { installationSecret } from "#db/installation.ts";
import { listAsked } from "#db/measures.ts";
import type { Database } from "#db/schema.ts";
import { drawAll, drawQuiz, handCount, randomFrom } from "./draw-quiz.ts";
import type { Quiz } from "./question.ts";
import { chooseReview } from "./review.ts";
import { type DrawnItem, scoreQuiz } from "./quiz.ts";

/**
 * The quiz as one form shows it. It comes from the form's id and a secret of the server alone: the same
 * for showing and for grading, whoever signs in meanwhile, and nobody who holds the page can tell the
 * written order from it. All forms of a week deal the bank alike, so that neighbours' questions differ.
 */
export async function drawQuizFor(db: Kysely<Database>, quiz: Quiz, formId: string): Promise<DrawnItem[]> {
  const secret = await installationSecret(db);
  const random = generatorOf(secret, `kuis:${quiz.moduleId}:${formId}`);
  const deal = generatorOf(secret, `kuis:${quiz.moduleId}:minggu:${weekOf(formId)}`);
  return drawQuiz(quiz, { hand: handOf(formId), deal, random });
}

/** A test as one form shows it: all of its questions, in an order that comes from the form's id as a quiz's does. */
export async function drawTestFor(db: Kysely<Database>, test: Quiz, formId: string): Promise<DrawnItem[]> {
  return drawAll(test.questions, generatorOf(await installationSecret(db), `tes:${test.moduleId}:${formId}`));
}

/** Ids of the questions of a module that come back to one learner: the same ones until that return is answered. */
export async function questionsToReview(
  db: Kysely<Database>,
  quiz: Quiz,
  { round, ...of }: { villageCode: string; enrollmentId: string; round: number },
): Promise<string[]> {
  const random = generatorOf(await installationSecret(db), `ingat:${quiz.moduleId}:${of.enrollmentId}:${round}`);
  const asked = await listAsked(db, { ...of, moduleId: quiz.moduleId });
  const lastCorrect = new Map(
    asked.flatMap(({ items, answers }) => scoreQuiz(quiz, items, answers).results.map(({ question, correct }) => [question.id, correct] as const)),
  );
  return chooseReview(quiz.questions, lastCorrect, random).map(({ id }) => id);
}

/** The id of a new form for the learner with this number at their center: learners with numbers next to each other get other hands. */
export function newFormId(learnerNumber: number): string {
  for (;;) {
    const id = newId();
    if (handOf(id) === learnerNumber % handCount) return id;
  }
}

function generatorOf(secret: string, text: string): () => number {
  const digest = createHmac("sha256", secret).update(text).digest();
  return randomFrom([digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), digest.readInt32LE(12)]);
}

/** The hand that a form leaves out: by the last, random digits of its id. */
function handOf(formId: string): number {
  return Number.parseInt(formId.slice(-8), 16) % handCount;
}

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** The week, from Monday in western Indonesia, in which a form was opened: by the milliseconds since 1970 that a UUIDv7 begins with. */
function weekOf(formId: string): number {
  const opened = Number.parseInt(formId.replaceAll("-", "").slice(0, 12), 16);
  // 1970 began on a Thursday, the fourth day of its week.
  return Math.floor((opened + 7 * hour + 3 * day) / (7 * day));
}
