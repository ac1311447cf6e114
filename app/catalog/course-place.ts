import type { Quiz } from "#app/learning/question.ts";
import type { CompiledCourses } from "./compile-courses.ts";
import type { CompiledLesson } from "./compile-lesson.ts";
import type { Audience, Course, LessonSummary, Module, Syllabus } from "./course.ts";
import type { Guide } from "./guide-file.ts";

/** A module with all that belongs to it. Files are named from the courses folder. */
export interface ModulePlace {
  audience: Audience;
  curriculum: Syllabus;
  course: Course;
  module: Module;
  folder: string;
  lessons: LessonOfModule[];
  quiz: Quiz | undefined;
  quizFile: string;
}

export interface LessonOfModule {
  summary: LessonSummary;
  lesson: CompiledLesson;
  file: string;
  guide: Guide | undefined;
  guideFile: string;
}

/** Every module that was compiled, in order. */
export function modulePlaces({ curricula, mentorCurricula, lessons, quizzes, guides }: CompiledCourses): ModulePlace[] {
  const syllabi: [Audience, Syllabus][] = [...curricula.map((one): [Audience, Syllabus] => ["learners", one]), ...mentorCurricula.map((one): [Audience, Syllabus] => ["mentors", one])];
  return syllabi.flatMap(([audience, curriculum]) =>
    curriculum.courses.flatMap((course) =>
      course.modules.map((module) => {
        const folder = `${curriculum.slug}/${course.slug}/${module.slug}`;
        const inModule = module.lessons.map((summary) => ({
          summary,
          lesson: lessons[summary.id] as CompiledLesson,
          file: `${folder}/${summary.slug}.mdx`,
          guide: guides[summary.id],
          guideFile: `${folder}/${summary.slug}.guide.yaml`,
        }));
        return { audience, curriculum, course, module, folder, lessons: inModule, quiz: quizzes[module.id], quizFile: `${folder}/quiz.yaml` };
      }),
    ),
  );
}
