import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

export interface EnrollmentKey {
  villageCode: string;
  enrollmentId: string;
}

/** The best result in a module's quiz so far, and whether it was ever passed. */
export interface BestQuiz {
  moduleId: string;
  correct: number;
  total: number;
  passed: boolean;
  /** The name of who entered it from paper; null when the learner handed it in themselves. */
  enteredBy: string | null;
}

/** The ids of the lessons that were done in an enrollment. */
export async function listLessonsDone(db: Kysely<Database>, { villageCode, enrollmentId }: EnrollmentKey): Promise<string[]> {
  const rows = await db
    .selectFrom("lesson_completion")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .select("lesson_id as id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The best result of each module whose quiz was tried in an enrollment. */
export async function listBestQuizzes(db: Kysely<Database>, { villageCode, enrollmentId }: EnrollmentKey): Promise<BestQuiz[]> {
  return db
    .selectFrom("quiz_attempt")
    .leftJoin("staff", "staff.id", "quiz_attempt.entered_by")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .distinctOn("module_id")
    .select(["module_id as moduleId", "correct_items as correct", "total_items as total", "staff.name as enteredBy", sql<boolean>`bool_or(passed) over (partition by module_id)`.as("passed")])
    .orderBy("module_id")
    .orderBy(sql`correct_items::float / total_items`, "desc")
    .execute();
}

/** How one return of a module's questions went. */
export interface ReviewResult {
  moduleId: string;
  /** 1, 2 or 3. */
  round: number;
  correct: number;
  total: number;
}

/** How the questions that came back went, in the order of their rounds. */
export async function listReviewResults(db: Kysely<Database>, { villageCode, enrollmentId }: EnrollmentKey): Promise<ReviewResult[]> {
  return db
    .selectFrom("review_attempt")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .select(["module_id as moduleId", "round", "correct_items as correct", "total_items as total"])
    .orderBy("module_id")
    .orderBy("round")
    .execute();
}

/** The newest practices of an enrollment, at most `limit`, with how many steps each took. */
export async function listPracticeAttempts(db: Kysely<Database>, { villageCode, enrollmentId }: EnrollmentKey, limit: number) {
  return db
    .selectFrom("practice_attempt")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .select(["id", "lesson_id as lessonId", "submitted_at as submittedAt", sql<number>`jsonb_array_length(steps)`.as("steps")])
    .orderBy("submitted_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** One practice of an enrollment, step by step. */
export async function findPracticeAttempt(db: Kysely<Database>, { villageCode, enrollmentId, id }: EnrollmentKey & { id: string }) {
  return db
    .selectFrom("practice_attempt")
    .where("village_code", "=", villageCode)
    .where("id", "=", id)
    .where("enrollment_id", "=", enrollmentId)
    .select(["lesson_id as lessonId", "simulator", "steps", "finished", "submitted_at as submittedAt"])
    .executeTakeFirst();
}
