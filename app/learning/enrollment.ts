import type { EnrollmentStanding, LearnerViewer } from "#app/accounts/role.ts";
import type { Done } from "./progress.ts";

/** The learner's newest enrollment in a curriculum. */
export function findEnrollment(learner: LearnerViewer, curriculumId: string): EnrollmentStanding | undefined {
  return learner.enrollments.findLast((enrollment) => enrollment.curriculumId === curriculumId);
}

/** One enrollment a curriculum: those of older cohorts, where nothing is recorded any more, are left out. */
export function currentEnrollments(learner: LearnerViewer): EnrollmentStanding[] {
  return learner.enrollments.filter((enrollment) => findEnrollment(learner, enrollment.curriculumId) === enrollment);
}

export function doneIn(enrollment: EnrollmentStanding): Done {
  const { lessonIds, passedModuleIds, skippedModuleIds } = enrollment;
  return { lessons: new Set(lessonIds), quizzes: new Set(passedModuleIds), skipped: new Set(skippedModuleIds) };
}
