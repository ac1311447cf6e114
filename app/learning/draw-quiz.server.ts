import { createHmac } from "node:crypto";
import type { Kysely } from "kysely";
import { installationSecret } from "#db/installation.ts";
import type { Database } from "#db/schema.ts";
import { type DrawnItem, drawQuiz, type Quiz, randomFrom } from "./quiz.ts";

/**
 * The quiz as one form shows it. The order comes from the form's id and a secret of the server:
 * the same for showing and for grading, and nobody who holds the page can tell the written order from it.
 */
export async function drawQuizFor(db: Kysely<Database>, quiz: Quiz, formId: string): Promise<DrawnItem[]> {
  const digest = createHmac("sha256", await installationSecret(db)).update(`kuis:${quiz.moduleId}:${formId}`).digest();
  return drawQuiz(quiz, randomFrom([digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), digest.readInt32LE(12)]));
}
