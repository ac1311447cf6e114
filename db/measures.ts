import { type Kysely, sql } from "kysely";
import type { ReviewStanding } from "#app/learning/review.ts";
import type { DrawnItem, QuizAnswers } from "#app/learning/quiz.ts";
import type { Tally, YearTestKind } from "#app/learning/year-test.ts";
import type { Database } from "./schema.ts";

interface EnrollmentKey {
  villageCode: string;
  enrollmentId: string;
}

export interface YearTestResult {
  kind: YearTestKind;
  byPillar: Record<string, Tally>;
  byModule: Record<string, Tally>;
  correct: number;
  total: number;
  submittedAt: Date;
}

interface GradedSheet extends EnrollmentKey {
  /** The form's own id: however often it is sent, it is one attempt. */
  id: string;
  bankHash: string;
  items: DrawnItem[];
  answers: QuizAnswers;
  correct: number;
  total: number;
  submittedAt: Date;
}

function columnsOf(sheet: GradedSheet) {
  return {
    village_code: sheet.villageCode,
    id: sheet.id,
    enrollment_id: sheet.enrollmentId,
    bank_hash: sheet.bankHash,
    items: JSON.stringify(sheet.items),
    answers: JSON.stringify(sheet.answers),
    correct_items: sheet.correct,
    total_items: sheet.total,
    submitted_at: sheet.submittedAt,
  };
}

/** Keeps a test; an enrollment has one of each kind, and a second one changes nothing. Answers whether it was kept. */
export async function insertYearTest(db: Kysely<Database>, test: GradedSheet & Pick<YearTestResult, "kind" | "byPillar" | "byModule">): Promise<boolean> {
  const inserted = await db
    .insertInto("year_test_attempt")
    .values({ ...columnsOf(test), kind: test.kind, by_pillar: JSON.stringify(test.byPillar), by_module: JSON.stringify(test.byModule) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The tests that were taken in an enrollment, the starting one first. */
export async function listYearTests(db: Kysely<Database>, { villageCode, enrollmentId }: EnrollmentKey): Promise<YearTestResult[]> {
  return db
    .selectFrom("year_test_attempt")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .select(["kind", "by_pillar as byPillar", "by_module as byModule", "correct_items as correct", "total_items as total", "submitted_at as submittedAt"])
    .orderBy("kind", "desc")
    .execute();
}

export interface PillarResult {
  pillar: string;
  /** People who took both tests. */
  people: number;
  start: Tally;
  close: Tally;
}

/**
 * What the people of a program knew of each pillar before and after, of those who took both tests, summed, as the
 * figures of areas have it. Who took them in two enrollments counts with the newer one. Fold first.
 */
export async function listTestResults(db: Kysely<Database>, programId: string): Promise<PillarResult[]> {
  const { rows } = await sql<PillarResult>`
    select substr(facet, 6) as pillar, amounts[1] as people,
      json_build_object('correct', amounts[2], 'total', amounts[3]) as start, json_build_object('correct', amounts[4], 'total', amounts[5]) as close
    from area_figure
    where region_code = '' and program_id = ${programId} and curriculum_id = '' and facet >= 'gain:' and facet < 'gain;' and amounts[1] > 0`.execute(db);
  return rows;
}

/** Keeps the answers to questions that came back; each return is kept once. */
export async function insertReview(db: Kysely<Database>, review: GradedSheet & { moduleId: string; round: number }): Promise<void> {
  await db
    .insertInto("review_attempt")
    .values({ ...columnsOf(review), module_id: review.moduleId, round: review.round })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The learner's own answers to questions that came back. */
export async function findReview(db: Kysely<Database>, key: EnrollmentKey & { moduleId: string; id: string }) {
  return db
    .selectFrom("review_attempt")
    .where("village_code", "=", key.villageCode)
    .where("id", "=", key.id)
    .where("enrollment_id", "=", key.enrollmentId)
    .where("module_id", "=", key.moduleId)
    .select(["items", "answers", "correct_items as correct", "total_items as total"])
    .executeTakeFirst();
}

/** Each module that was passed, with the returns of its questions so far. */
export async function listReviewStandings(db: Kysely<Database>, { villageCode, enrollmentId }: EnrollmentKey): Promise<ReviewStanding[]> {
  const { rows } = await sql<ReviewStanding>`
    select passed.module_id as "moduleId", passed.at as "passedAt", coalesce(review.rounds, 0) as rounds, review.last_at as "lastAt"
    from (
      select module_id, min(submitted_at) as at from quiz_attempt
      where village_code = ${villageCode} and enrollment_id = ${enrollmentId} and passed
      group by module_id
    ) passed
    left join (
      select module_id, max(round) as rounds, max(submitted_at) as last_at from review_attempt
      where village_code = ${villageCode} and enrollment_id = ${enrollmentId}
      group by module_id
    ) review using (module_id)`.execute(db);
  return rows;
}

/** What a learner was asked of a module, in quizzes and in returns, with the answers, oldest first. */
export async function listAsked(db: Kysely<Database>, { villageCode, enrollmentId, moduleId }: EnrollmentKey & { moduleId: string }): Promise<{ items: DrawnItem[]; answers: QuizAnswers }[]> {
  const { rows } = await sql<{ items: DrawnItem[]; answers: QuizAnswers }>`
    select items, answers from (
      select items, answers, submitted_at from quiz_attempt
      where village_code = ${villageCode} and enrollment_id = ${enrollmentId} and module_id = ${moduleId}
      union all
      select items, answers, submitted_at from review_attempt
      where village_code = ${villageCode} and enrollment_id = ${enrollmentId} and module_id = ${moduleId}
    ) asked
    order by submitted_at`.execute(db);
  return rows;
}
