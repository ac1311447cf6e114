import type { Course, Syllabus } from "#app/catalog/course.ts";
import { courseProgress, type Done, nextStep, type Progress } from "./progress.ts";

/** What a mentor has to do next in their own lessons. */
export type OwnNext = { kind: "lesson" | "quiz"; href: string; title: string };

/** What mentors have behind them in their own lessons; nobody lets them skip any. */
export function doneByStaff({ lessonIds, passedModuleIds }: { lessonIds: readonly string[]; passedModuleIds: readonly string[] }): Done {
  return { lessons: new Set(lessonIds), quizzes: new Set(passedModuleIds), skipped: new Set() };
}

/** Lessons and quizzes done of all that mentors are asked. */
export function ownProgress(syllabi: readonly Syllabus[], done: Done): Progress {
  const each = syllabi.flatMap(({ courses }) => courses).map((course: Course) => courseProgress(course, done));
  return { done: each.reduce((sum, one) => sum + one.done, 0), total: each.reduce((sum, one) => sum + one.total, 0) };
}

/** The first thing that is not done; null when all is. */
export function ownNext(syllabi: readonly Syllabus[], done: Done): OwnNext | null {
  for (const syllabus of syllabi) {
    const step = nextStep(syllabus, done);
    if (step.kind === "lesson") return { kind: "lesson", href: `/mentor/belajar/${step.lesson.slug}`, title: step.lesson.title };
    if (step.kind === "quiz") return { kind: "quiz", href: `/mentor/belajar/${step.module.slug}/kuis`, title: step.module.title };
  }
  return null;
}
