import type { Kysely } from "kysely";
import type { CurriculumStructure } from "#app/catalog/course.ts";
import type { CohortKey } from "./enrollments.ts";
import type { Database } from "./schema.ts";

/** What a cohort's curriculum version asks for. */
export async function findVersionStructure(db: Kysely<Database>, curriculumVersionId: string): Promise<CurriculumStructure | undefined> {
  const row = await db.selectFrom("curriculum_version").where("id", "=", curriculumVersionId).select("structure").executeTakeFirst();
  return row?.structure;
}

/** A stretch of time; `until` is no longer part of it. */
export interface Span {
  from: Date;
  until: Date;
}

/** What a cohort's learners did in a stretch of time; a quiz on paper when it was filled in, not when it was entered. */
export interface Work {
  lessons: { enrollmentId: string; lessonId: string }[];
  quizzes: { enrollmentId: string; moduleId: string; correct: number; total: number; passed: boolean; onPaper: boolean }[];
  practices: { enrollmentId: string; finished: boolean }[];
}

export async function listWork(db: Kysely<Database>, cohort: CohortKey, { from, until }: Span): Promise<Work> {
  const lessons = await ofCohort(db, cohort)
    .innerJoin("lesson_completion as done", (join) => join.onRef("done.village_code", "=", "enrollment.village_code").onRef("done.enrollment_id", "=", "enrollment.id"))
    .where("done.completed_at", ">=", from)
    .where("done.completed_at", "<", until)
    .select(["enrollment.id as enrollmentId", "done.lesson_id as lessonId"])
    .orderBy("done.completed_at")
    .execute();
  const quizzes = await ofCohort(db, cohort)
    .innerJoin("quiz_attempt as attempt", (join) => join.onRef("attempt.village_code", "=", "enrollment.village_code").onRef("attempt.enrollment_id", "=", "enrollment.id"))
    .leftJoin("paper_sheet as sheet", (join) => join.onRef("sheet.village_code", "=", "attempt.village_code").onRef("sheet.id", "=", "attempt.id"))
    .where((of) => of(of.fn.coalesce("sheet.taken_at", "attempt.submitted_at"), ">=", from))
    .where((of) => of(of.fn.coalesce("sheet.taken_at", "attempt.submitted_at"), "<", until))
    .select(["enrollment.id as enrollmentId", "attempt.module_id as moduleId", "attempt.correct_items as correct", "attempt.total_items as total", "attempt.passed"])
    .select((of) => of("attempt.entered_by", "is not", null).$castTo<boolean>().as("onPaper"))
    .orderBy("attempt.submitted_at")
    .execute();
  const practices = await ofCohort(db, cohort)
    .innerJoin("practice_attempt as attempt", (join) => join.onRef("attempt.village_code", "=", "enrollment.village_code").onRef("attempt.enrollment_id", "=", "enrollment.id"))
    .where("attempt.submitted_at", ">=", from)
    .where("attempt.submitted_at", "<", until)
    .select(["enrollment.id as enrollmentId", "attempt.finished"])
    .execute();
  return { lessons, quizzes, practices };
}

export interface HelpAsked {
  learnerId: string;
  askedAt: Date;
  answeredAt: Date | null;
}

/** When the learners of a cohort asked for help in a stretch of time, and when they got it. */
export async function listHelpAsked(db: Kysely<Database>, cohort: CohortKey, { from, until }: Span): Promise<HelpAsked[]> {
  return ofCohort(db, cohort)
    .innerJoin("help_request as help", (join) => join.onRef("help.village_code", "=", "enrollment.village_code").onRef("help.learner_id", "=", "enrollment.learner_id"))
    .where("help.asked_at", ">=", from)
    .where("help.asked_at", "<", until)
    .select(["help.learner_id as learnerId", "help.asked_at as askedAt", (eb) => eb.case().when("help.answered_by", "is not", null).then(eb.ref("help.answered_at")).end().as("answeredAt")])
    .orderBy("help.asked_at")
    .execute();
}

/** Who was marked at a session, but is in the cohort no more. */
export async function listMarkedElsewhere(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, sessionId: string): Promise<{ learnerId: string; number: number; name: string }[]> {
  return db
    .selectFrom("attendance_mark as mark")
    .innerJoin("learner", (join) => join.onRef("learner.village_code", "=", "mark.village_code").onRef("learner.id", "=", "mark.learner_id"))
    .where("mark.village_code", "=", villageCode)
    .where("mark.session_id", "=", sessionId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("enrollment")
            .whereRef("enrollment.village_code", "=", "mark.village_code")
            .whereRef("enrollment.learner_id", "=", "mark.learner_id")
            .where("enrollment.cohort_id", "=", cohortId)
            .select("enrollment.id"),
        ),
      ),
    )
    .distinct()
    .select(["learner.id as learnerId", "learner.number", "learner.name"])
    .orderBy("learner.number")
    .execute();
}

/** All that a learner of a cohort has behind them, with what their curriculum version asks for. */
export interface TermRecord {
  enrollmentId: string;
  structure: CurriculumStructure;
  lessonIds: string[];
  passedModuleIds: string[];
  skippedModuleIds: string[];
}

/** The records of a cohort's learners, by enrollment. */
export async function listTermRecords(db: Kysely<Database>, cohort: CohortKey): Promise<Map<string, TermRecord>> {
  const enrollments = await ofCohort(db, cohort).select(["enrollment.id", "enrollment.curriculum_version_id as versionId"]).execute();
  const versions = new Map<string, CurriculumStructure>();
  for (const versionId of new Set(enrollments.map((enrollment) => enrollment.versionId))) {
    const structure = await findVersionStructure(db, versionId);
    if (structure) versions.set(versionId, structure);
  }
  const [lessons, quizzes, skips] = [await listAllLessons(db, cohort), await listPassedModules(db, cohort), await listSkippedModules(db, cohort)];
  return new Map(
    enrollments.map(({ id, versionId }) => {
      const of = (rows: readonly { enrollmentId: string; id: string }[]) => rows.filter(({ enrollmentId }) => enrollmentId === id).map((row) => row.id);
      const structure = versions.get(versionId) ?? { title: "", year: 1, courses: [] };
      return [id, { enrollmentId: id, structure, lessonIds: of(lessons), passedModuleIds: of(quizzes), skippedModuleIds: of(skips) }];
    }),
  );
}

async function listAllLessons(db: Kysely<Database>, cohort: CohortKey) {
  return ofCohort(db, cohort)
    .innerJoin("lesson_completion as done", (join) => join.onRef("done.village_code", "=", "enrollment.village_code").onRef("done.enrollment_id", "=", "enrollment.id"))
    .select(["enrollment.id as enrollmentId", "done.lesson_id as id"])
    .execute();
}

async function listPassedModules(db: Kysely<Database>, cohort: CohortKey) {
  return ofCohort(db, cohort)
    .innerJoin("quiz_attempt as attempt", (join) => join.onRef("attempt.village_code", "=", "enrollment.village_code").onRef("attempt.enrollment_id", "=", "enrollment.id"))
    .where("attempt.passed", "=", true)
    .distinct()
    .select(["enrollment.id as enrollmentId", "attempt.module_id as id"])
    .execute();
}

async function listSkippedModules(db: Kysely<Database>, cohort: CohortKey) {
  return ofCohort(db, cohort)
    .innerJoin("module_skip as skip", (join) => join.onRef("skip.village_code", "=", "enrollment.village_code").onRef("skip.enrollment_id", "=", "enrollment.id"))
    .where("skip.granted", "=", true)
    .select(["enrollment.id as enrollmentId", "skip.module_id as id"])
    .execute();
}

function ofCohort(db: Kysely<Database>, { villageCode, cohortId }: CohortKey) {
  return db.selectFrom("enrollment").where("enrollment.village_code", "=", villageCode).where("enrollment.cohort_id", "=", cohortId);
}
