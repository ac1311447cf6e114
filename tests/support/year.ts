import { catalog } from "#app/catalog/catalog.server.ts";
import type { Exercise } from "./play-exercise.ts";

/** A lesson as the application serves it. */
export interface ServedLesson {
  id: string;
  title: string;
  path: string;
  /** How many there are. */
  screens: number;
  /** The id of the screen after the exercise. */
  ownPhone: string;
  exercise: Exercise;
}

const modules = catalog().curricula.flatMap(({ courses }) => courses.flatMap((course) => course.modules.map((module) => ({ course, ...module }))));

/** Every lesson that is served, in order. */
export const everyLesson: readonly ServedLesson[] = modules.flatMap(({ course, lessons }) =>
  lessons.map(({ id, title, slug }) => {
    const { screens = [], practice } = catalog().lessons[id] ?? {};
    const ownPhone = screens.find(({ part }) => part === "own-phone")?.id;
    if (!practice || !ownPhone) throw new Error(`the lesson ${id} has no exercise`);
    return { id, title, path: `/belajar/${course.slug}/${slug}`, screens: screens.length, ownPhone, exercise: practice };
  }),
);

/** Every module that is served, in order, with what its quiz may ask. */
export const everyModule = modules.map(({ course, id, title, slug }) => ({
  id,
  title,
  quizPath: `/belajar/${course.slug}/${slug}/kuis`,
  bank: catalog().quizzes[id]?.questions.map(({ ask }) => ask) ?? [],
}));

/** The first lesson that uses each simulator. */
export const onePerSimulator: readonly ServedLesson[] = [...new Map(everyLesson.toReversed().map((lesson) => [lesson.exercise.simulator, lesson])).values()];
