import { randomInt } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { drawQuizFor, newFormId } from "#app/learning/draw-quiz.server.ts";
import type { Quiz } from "#app/learning/question.ts";
import type { DrawnItem } from "#app/learning/quiz.ts";
import type { RollLine } from "#db/attendance.ts";
import { recordAudit } from "#db/audit.ts";
import { insertSheet, listBatch } from "#db/paper-sheets.ts";
import type { CohortKey } from "#db/enrollments.ts";
import type { Database } from "#db/schema.ts";
import { newSheetCode, paperBank } from "./paper-answers.ts";

export interface SheetOrder {
  cohort: CohortKey;
  quiz: Quiz;
  learners: readonly RollLine[];
  /** The order form's own id: sent twice, it makes each sheet once. */
  batchId: string;
  staffId: string;
  now: Date;
}

/** Draws a sheet of questions for each learner, as if each had opened the quiz, and keeps it as it will be printed. */
export async function printSheets(db: Kysely<Database>, order: SheetOrder): Promise<void> {
  const { cohort, quiz, batchId, staffId } = order;
  const bank = paperBank(quiz);
  const drawn: { learner: RollLine; id: string; items: DrawnItem[] }[] = [];
  for (const learner of order.learners) {
    const id = newFormId(learner.number);
    drawn.push({ learner, id, items: await drawQuizFor(db, bank, id) });
  }
  await db.transaction().execute(async (trx) => {
    const isPrinted = new Set((await listBatch(trx, cohort, batchId)).map(({ enrollmentId }) => enrollmentId));
    const fresh = drawn.filter(({ learner }) => !isPrinted.has(learner.enrollmentId));
    for (const { learner, id, items } of fresh) await keepSheet(trx, order, { id, enrollmentId: learner.enrollmentId, items });
    if (fresh.length > 0) {
      const details = { module: quiz.moduleId, sheets: fresh.length };
      await recordAudit(trx, cohort.villageCode, { actor: { kind: "staff", id: staffId }, action: "paper.print", subjectId: batchId, details });
    }
  });
}

/** Codes are short, so one may be taken; then another is tried. Sent twice at once, the other request's sheet stands. */
async function keepSheet(trx: Transaction<Database>, { cohort, quiz, batchId, staffId, now }: SheetOrder, sheet: { id: string; enrollmentId: string; items: DrawnItem[] }): Promise<void> {
  const rest = { villageCode: cohort.villageCode, batchId, moduleId: quiz.moduleId, printedAt: now, printedBy: staffId };
  for (let tries = 0; tries < 20; tries += 1) {
    if (await insertSheet(trx, { ...sheet, ...rest, code: newSheetCode(() => randomInt(2 ** 32) / 2 ** 32) })) return;
    const batch = await listBatch(trx, cohort, batchId);
    if (batch.some(({ enrollmentId }) => enrollmentId === sheet.enrollmentId)) return;
  }
  throw new Error("no code is left for a sheet");
}
