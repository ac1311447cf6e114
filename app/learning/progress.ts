import { type Course, type Curriculum, type CurriculumStructure, type LessonSummary, type Module, requirementsOf, type Syllabus } from "#app/catalog/course.ts";

/** What a learner has behind them in one enrollment. */
export interface Done {
  lessons: ReadonlySet<string>;
  /** Ids of the modules whose quiz was passed. */
  quizzes: ReadonlySet<string>;
  /** Ids of the modules that a mentor let the learner skip. */
  skipped: ReadonlySet<string>;
}

export type NextStep =
  | { kind: "lesson"; course: Course; module: Module; lesson: LessonSummary }
  | { kind: "quiz"; course: Course; module: Module }
  | { kind: "finished" };

/** The first thing in the curriculum's order that is not done: a lesson, or the quiz that closes its module. */
export function nextStep(curriculum: Syllabus, done: Done): NextStep {
  for (const course of curriculum.courses) {
    for (const module of course.modules.filter(({ id }) => !done.skipped.has(id))) {
      const lesson = module.lessons.find((candidate) => !done.lessons.has(candidate.id));
      if (lesson) return { kind: "lesson", course, module, lesson };
      if (!done.quizzes.has(module.id)) return { kind: "quiz", course, module };
    }
  }
  return { kind: "finished" };
}

/** The served curriculum cut to what a version asks for: what was added since is asked of nobody who began before. */
export function askedBy(structure: CurriculumStructure, curriculum: Curriculum): Curriculum {
  const { lessonIds, moduleIds } = requirementsOf(structure);
  const asked = new Set([...lessonIds, ...moduleIds]);
  const modulesOf = (course: Course) =>
    course.modules
      .map((module) => ({ ...module, lessons: module.lessons.filter(({ id }) => asked.has(id)) }))
      .filter(({ id, lessons }) => lessons.length > 0 || asked.has(id));
  const courses = curriculum.courses.map((course) => ({ ...course, modules: modulesOf(course) })).filter(({ modules }) => modules.length > 0);
  return { ...curriculum, courses };
}

export interface Progress {
  done: number;
  total: number;
}

/** Lessons and quizzes done of all that the course has. */
export function courseProgress(course: Course, done: Done): Progress {
  return course.modules.map((module) => moduleProgress(module, done)).reduce(add, { done: 0, total: 0 });
}

/** Lessons and the quiz done of all that the module has; a skipped module is done. */
export function moduleProgress(module: Module, done: Done): Progress {
  if (done.skipped.has(module.id)) return { done: module.lessons.length + 1, total: module.lessons.length + 1 };
  const lessons = module.lessons.filter((lesson) => done.lessons.has(lesson.id)).length;
  return { done: lessons + (done.quizzes.has(module.id) ? 1 : 0), total: module.lessons.length + 1 };
}

function add(a: Progress, b: Progress): Progress {
  return { done: a.done + b.done, total: a.total + b.total };
}
