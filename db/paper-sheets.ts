import { type Kysely, sql } from "kysely";
import type { DrawnItem } from "#app/learning/quiz.ts";
import { withdrawnAt } from "./consents.ts";
import type { CohortKey } from "./enrollments.ts";
import type { Database } from "./schema.ts";

export interface NewSheet {
  villageCode: string;
  id: string;
  batchId: string;
  code: string;
  enrollmentId: string;
  moduleId: string;
  items: DrawnItem[];
  printedAt: Date;
  printedBy: string;
}

/** Keeps a sheet. False when the code is taken, or the learner already has a sheet of this batch. */
export async function insertSheet(db: Kysely<Database>, sheet: NewSheet): Promise<boolean> {
  const inserted = await db
    .insertInto("paper_sheet")
    .values({
      village_code: sheet.villageCode,
      id: sheet.id,
      batch_id: sheet.batchId,
      code: sheet.code,
      enrollment_id: sheet.enrollmentId,
      module_id: sheet.moduleId,
      items: JSON.stringify(sheet.items),
      printed_at: sheet.printedAt,
      printed_by: sheet.printedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** A sheet with whose it is, and the attempt that was entered from it. */
export interface PaperSheet {
  id: string;
  batchId: string;
  code: string;
  moduleId: string;
  learnerId: string;
  enrollmentId: string;
  number: number;
  name: string;
  /** When its learner took back their consent to learning: it is not entered any more. Null while they agree, and where they were never asked. */
  withdrawnAt: Date | null;
  items: DrawnItem[];
  printedAt: Date;
  /** When it was entered; null while it was not. */
  enteredAt: Date | null;
  /** The name of who entered it. */
  enteredBy: string | null;
  correct: number | null;
  total: number | null;
  passed: boolean | null;
}

/** The sheets of a cohort's learners for a module, by the learner's number, each one's newest first. */
export async function listSheets(db: Kysely<Database>, cohort: CohortKey, moduleId: string): Promise<PaperSheet[]> {
  return sheetsOf(db, cohort).where("sheet.module_id", "=", moduleId).orderBy("learner.number").orderBy("sheet.printed_at", "desc").orderBy("sheet.id", "desc").execute();
}

/** The sheets of a cohort's learners that were printed together, by number. */
export async function listBatch(db: Kysely<Database>, cohort: CohortKey, batchId: string): Promise<PaperSheet[]> {
  return sheetsOf(db, cohort).where("sheet.batch_id", "=", batchId).orderBy("learner.number").execute();
}

export async function findSheetByCode(db: Kysely<Database>, cohort: CohortKey, code: string): Promise<PaperSheet | undefined> {
  return sheetsOf(db, cohort).where("sheet.code", "=", code).executeTakeFirst();
}

function sheetsOf(db: Kysely<Database>, { villageCode, cohortId }: CohortKey) {
  return db
    .selectFrom("paper_sheet as sheet")
    .innerJoin("enrollment", (join) => join.onRef("enrollment.village_code", "=", "sheet.village_code").onRef("enrollment.id", "=", "sheet.enrollment_id"))
    .innerJoin("learner", (join) => join.onRef("learner.village_code", "=", "enrollment.village_code").onRef("learner.id", "=", "enrollment.learner_id"))
    .leftJoin("quiz_attempt as attempt", (join) => join.onRef("attempt.village_code", "=", "sheet.village_code").onRef("attempt.id", "=", "sheet.id"))
    .leftJoin("staff", "staff.id", "attempt.entered_by")
    .where("sheet.village_code", "=", villageCode)
    .where("enrollment.cohort_id", "=", cohortId)
    .select([
      "sheet.id",
      "sheet.batch_id as batchId",
      "sheet.code",
      "sheet.module_id as moduleId",
      "learner.id as learnerId",
      "enrollment.id as enrollmentId",
      "learner.number",
      "learner.name",
      "sheet.items",
      "sheet.printed_at as printedAt",
      "attempt.submitted_at as enteredAt",
      "staff.name as enteredBy",
      "attempt.correct_items as correct",
      "attempt.total_items as total",
      "attempt.passed",
    ])
    .select(withdrawnAt(sheetOwner).as("withdrawnAt"));
}

const sheetOwner = { villageCode: "enrollment.village_code", id: "enrollment.learner_id" };

/** Notes when the session began at which a sheet was filled in; never before it was printed. What was noted before stays. */
export async function noteTaken(db: Kysely<Database>, { villageCode }: CohortKey, sheetId: string, takenAt: Date): Promise<void> {
  await db
    .updateTable("paper_sheet")
    .set({ taken_at: sql<Date>`greatest(${takenAt}::timestamptz, printed_at)` })
    .where("village_code", "=", villageCode)
    .where("id", "=", sheetId)
    .where("taken_at", "is", null)
    .execute();
}

/** How many sheets of each module wait to be entered: the newest of each learner, unless it was, or its learner took back their consent. */
export async function countWaitingSheets(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<Map<string, number>> {
  const newest = await db
    .selectFrom("paper_sheet as sheet")
    .innerJoin("enrollment", (join) => join.onRef("enrollment.village_code", "=", "sheet.village_code").onRef("enrollment.id", "=", "sheet.enrollment_id"))
    .leftJoin("quiz_attempt as attempt", (join) => join.onRef("attempt.village_code", "=", "sheet.village_code").onRef("attempt.id", "=", "sheet.id"))
    .where("sheet.village_code", "=", villageCode)
    .where("enrollment.cohort_id", "=", cohortId)
    .where(withdrawnAt(sheetOwner), "is", null)
    .distinctOn(["sheet.module_id", "sheet.enrollment_id"])
    .select(["sheet.module_id as moduleId", "attempt.id as attemptId"])
    .orderBy("sheet.module_id")
    .orderBy("sheet.enrollment_id")
    .orderBy("sheet.printed_at", "desc")
    .orderBy("sheet.id", "desc")
    .execute();
  const waiting = new Map<string, number>();
  for (const { moduleId, attemptId } of newest) if (attemptId === null) waiting.set(moduleId, (waiting.get(moduleId) ?? 0) + 1);
  return waiting;
}

/** The enrollments of a cohort in which a module's quiz was passed. */
export async function listPassedEnrollments(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, moduleId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("quiz_attempt as attempt")
    .innerJoin("enrollment", (join) => join.onRef("enrollment.village_code", "=", "attempt.village_code").onRef("enrollment.id", "=", "attempt.enrollment_id"))
    .where("attempt.village_code", "=", villageCode)
    .where("enrollment.cohort_id", "=", cohortId)
    .where("attempt.module_id", "=", moduleId)
    .where("attempt.passed", "=", true)
    .distinct()
    .select("attempt.enrollment_id as id")
    .execute();
  return new Set(rows.map(({ id }) => id));
}
