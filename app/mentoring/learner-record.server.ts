import type { Kysely } from "kysely";
import { catalog } from "#app/catalog/catalog.server.ts";
import { hasCertificate } from "#db/certificates.ts";
import { findPinnedStructure } from "#db/curricula.ts";
import { type EnrollmentKey, listBestQuizzes, listLessonsDone, listPracticeAttempts, listReviewResults } from "#db/learner-record.ts";
import { listYearTests } from "#db/measures.ts";
import { listSkipDecisions } from "#db/module-skips.ts";
import { listQuizAttempts } from "#db/quiz-attempts.ts";
import type { Database } from "#db/schema.ts";
import { listSkipProposals } from "./decide-skip.server.ts";
import { arrangeRecord, attemptsByModule, compareTests } from "./learner-record.ts";

/** The practices that the page lists; older ones are left out. */
const mostPractices = 50;

/** All that a mentor's page tells of one enrollment. */
export async function readLearnerRecord(db: Kysely<Database>, key: EnrollmentKey) {
  const structure = (await findPinnedStructure(db, key.villageCode, key.enrollmentId)) ?? { title: "", year: 1, courses: [] };
  const decisions = await listSkipDecisions(db, key);
  const skippedModuleIds = decisions.filter(({ granted }) => granted).map(({ moduleId }) => moduleId);
  const [lessonIds, quizzes, reviews] = [await listLessonsDone(db, key), await listBestQuizzes(db, key), await listReviewResults(db, key)];
  const tests = await listYearTests(db, key);
  const proposals = await listSkipProposals(db, key);
  const practices = await listPracticeAttempts(db, key, mostPractices);
  return {
    courses: arrangeRecord({ structure, lessonIds, quizzes, skippedModuleIds, reviews }),
    attempts: attemptsByModule(structure, await listQuizAttempts(db, key)),
    tests: tests.map(({ kind, submittedAt }) => ({ kind, submittedAt })),
    pillars: compareTests(tests),
    proposals: proposals.map((proposal) => ({ ...proposal, decision: decisions.find(({ moduleId }) => moduleId === proposal.moduleId) ?? null })),
    mayDecide: !(await hasCertificate(db, key.villageCode, key.enrollmentId)),
    practices: practices.map(({ lessonId, ...practice }) => ({ ...practice, title: titleOfLesson(lessonId) })),
    hasOlderPractices: practices.length === mostPractices,
  };
}

export type LearnerRecord = Awaited<ReturnType<typeof readLearnerRecord>>;

/** A lesson's title as it is served; its id when it is served no more. */
export function titleOfLesson(lessonId: string): string {
  return catalog().lessons[lessonId]?.frontmatter.title ?? lessonId;
}
