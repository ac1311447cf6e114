import type { EnrollmentStanding, LearnerViewer } from "#app/accounts/role.ts";
import type { Done } from "./progress.ts";

/** The learner's newest enrollment in a curriculum. */
export function findEnrollment(learner: LearnerViewer, curriculumId: string): EnrollmentStanding | undefined {
  return learner.enrollments.findLast((enrollment) => enrollment.curriculumId === curriculumId);
}

export function doneIn(enrollment: EnrollmentStanding): Done {
  return { lessons: new Set(enrollment.lessonIds), quizzes: new Set(enrollment.passedModuleIds) };
}
