import type { Kysely } from "kysely";
import type { Quiz } from "#app/learning/question.ts";
import type { QuizAnswers } from "#app/learning/quiz.ts";
import { submitQuiz } from "#app/learning/submit-quiz.server.ts";
import type { CohortKey } from "#db/enrollments.ts";
import { listSheets, noteTaken, type PaperSheet } from "#db/paper-sheets.ts";
import type { Database } from "#db/schema.ts";
import { readPaperAnswer } from "./paper-answers.ts";

export type PaperFault = "blank" | "wrong";

/** What was typed over from the sheets, by the sheet's id and the question's place on it. */
export type TypedSheets = Record<string, string[]>;

export interface EnteredSheets {
  /** How many were graded now. */
  entered: number;
  /** By the sheet's id and the question's place, what is wrong with it. Such a sheet is not graded. */
  faults: Record<string, Record<number, PaperFault>>;
  /** The ids of sheets on which something was typed though their learner took back their consent. They are not graded. */
  withdrawn: string[];
}

/**
 * Grades the sheets on which something was typed, each as one attempt of its learner's, entered by
 * `staffId`, and counts them for the session that began at `takenAt` (null where none was held). A sheet that was entered before stays as it was.
 */
export async function enterSheets(
  db: Kysely<Database>,
  { cohort, quiz, typed, takenAt, staffId, now }: { cohort: CohortKey; quiz: Quiz; typed: TypedSheets; takenAt: Date | null; staffId: string; now: Date },
): Promise<EnteredSheets> {
  const result: EnteredSheets = { entered: 0, faults: {}, withdrawn: [] };
  for (const sheet of await listSheets(db, cohort, quiz.moduleId)) {
    const texts = typed[sheet.id];
    if (sheet.enteredAt || !texts?.some((text) => text.trim() !== "")) continue;
    if (sheet.withdrawnAt) {
      result.withdrawn.push(sheet.id);
      continue;
    }
    const { answers, faults } = readSheet(quiz, sheet, texts);
    if (Object.keys(faults).length > 0) {
      result.faults[sheet.id] = faults;
      continue;
    }
    const { learnerId, enrollmentId, id, items } = sheet;
    if (takenAt) await noteTaken(db, cohort, id, takenAt);
    await submitQuiz(db, { villageCode: cohort.villageCode, learnerId, enrollmentId, formId: id, quiz, items, answers, enteredBy: staffId }, now);
    result.entered += 1;
  }
  return result;
}

function readSheet(quiz: Quiz, sheet: PaperSheet, texts: readonly string[]): { answers: QuizAnswers; faults: Record<number, PaperFault> } {
  const answers: QuizAnswers = {};
  const faults: Record<number, PaperFault> = {};
  sheet.items.forEach((item, index) => {
    const question = quiz.questions.find(({ id }) => id === item.id);
    if (!question) return;
    const read = readPaperAnswer(question, item, texts[index] ?? "");
    if ("fault" in read) faults[index] = read.fault;
    else answers[item.id] = read.answer;
  });
  return { answers, faults };
}
