import { readFileSync } from "node:fs";
import type { Quiz } from "#app/learning/question.ts";
import type { CompiledCourses } from "./compile-courses.ts";
import type { CompiledLesson } from "./compile-lesson.ts";
import type { YearTests } from "#app/learning/year-test.ts";
import type { Course, Curriculum, LessonSummary, Module, Pillar, Syllabus } from "./course.ts";

/** Where the build leaves the compiled courses, from the project's root. */
export const coursesFile = "build/courses/courses.json";

let compiled: CompiledCourses | undefined;

/** The compiled courses, read once a process. */
export function catalog(): CompiledCourses {
  return (compiled ??= JSON.parse(readFileSync(coursesFile, "utf8")) as CompiledCourses);
}

export interface LessonPlace {
  curriculum: Syllabus;
  course: Course;
  module: Module;
  summary: LessonSummary;
  lesson: CompiledLesson;
}

/** The lesson at `/belajar/:course/:lesson`. */
export function findLesson(courseSlug: string, lessonSlug: string): LessonPlace | undefined {
  return lessonsByPath().get(`${courseSlug}/${lessonSlug}`);
}

let byPath: Map<string, LessonPlace> | undefined;
function lessonsByPath(): Map<string, LessonPlace> {
  return (byPath ??= new Map(placesIn(catalog().curricula).map((place) => [`${place.course.slug}/${place.summary.slug}`, place])));
}

function placesIn(syllabi: readonly Syllabus[]): LessonPlace[] {
  return syllabi.flatMap((curriculum) =>
    curriculum.courses.flatMap((course) =>
      course.modules.flatMap((module) =>
        module.lessons.map((summary) => ({ curriculum, course, module, summary, lesson: catalog().lessons[summary.id] as CompiledLesson })),
      ),
    ),
  );
}

/** The mentors' own lesson at `/mentor/belajar/:lesson`. */
export function findMentorLesson(slug: string): LessonPlace | undefined {
  return placesIn(catalog().mentorCurricula).find(({ summary }) => summary.slug === slug);
}

export interface QuizPlace {
  curriculum: Syllabus;
  course: Course;
  module: Module;
  quiz: Quiz;
}

/** The quiz at `/belajar/:course/:module/kuis`. */
export function findQuiz(courseSlug: string, moduleSlug: string): QuizPlace | undefined {
  for (const curriculum of catalog().curricula) {
    const course = curriculum.courses.find((candidate) => candidate.slug === courseSlug);
    const module = course?.modules.find((candidate) => candidate.slug === moduleSlug);
    const quiz = module && catalog().quizzes[module.id];
    if (course && module && quiz) return { curriculum, course, module, quiz };
  }
  return undefined;
}

/** The quiz of the mentors' own module at `/mentor/belajar/:module/kuis`. */
export function findMentorQuiz(moduleSlug: string): QuizPlace | undefined {
  for (const curriculum of catalog().mentorCurricula) {
    for (const course of curriculum.courses) {
      const module = course.modules.find(({ slug }) => slug === moduleSlug);
      const quiz = module && catalog().quizzes[module.id];
      if (module && quiz) return { curriculum, course, module, quiz };
    }
  }
  return undefined;
}

/** The curriculum at `/belajar/:curriculum/tes/…`, with its two tests. */
export function findTests(curriculumSlug: string): { curriculum: Curriculum; tests: YearTests } | undefined {
  const curriculum = catalog().curricula.find((candidate) => candidate.slug === curriculumSlug);
  const tests = curriculum && catalog().tests[curriculum.id];
  return curriculum && tests && { curriculum, tests };
}

/** What a lesson's questions measure; undefined when it is not served. */
export function measuredBy(lessonId: string): { pillar: Pillar; moduleId: string } | undefined {
  for (const { module, summary } of lessonsByPath().values()) {
    if (summary.id === lessonId) return { pillar: summary.pillar, moduleId: module.id };
  }
  return undefined;
}

/** The module as it is served, with its lessons; undefined when it is served no more. */
export function findModule(moduleId: string): Module | undefined {
  const courses = catalog().curricula.flatMap((curriculum) => curriculum.courses);
  return courses.flatMap((course) => course.modules).find((module) => module.id === moduleId);
}

export function findCurriculum(curriculumId: string): Curriculum | undefined {
  return catalog().curricula.find((curriculum) => curriculum.id === curriculumId);
}

/** The address of a lesson screen named `A1.1#aku-1`; null when it is no longer served. Mentors' own lessons stand elsewhere. */
export function screenPath(screen: string): string | null {
  const [lessonId, anchor] = screen.split("#");
  const isIt = ({ summary }: LessonPlace) => summary.id === lessonId;
  const place = [...lessonsByPath().values()].find(isIt);
  if (place) return `/belajar/${place.course.slug}/${place.summary.slug}#${anchor}`;
  const ofMentors = placesIn(catalog().mentorCurricula).find(isIt);
  return ofMentors ? `/mentor/belajar/${ofMentors.summary.slug}#${anchor}` : null;
}

/** The address of the picture of a lesson's story; null when it has none. */
export function storyPicture(lessonId: string): string | null {
  const story = catalog().lessons[lessonId]?.screens.find((screen) => screen.part === "story");
  return story?.html.match(/<img src="([^"]+)"/)?.[1] ?? null;
}

/** Whether a lesson, or the quiz of a module, is still served. */
export function isServed(id: string): boolean {
  return Object.hasOwn(catalog().lessons, id) || Object.hasOwn(catalog().quizzes, id);
}
