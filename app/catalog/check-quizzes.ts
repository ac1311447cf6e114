import type { Question } from "#app/learning/question.ts";
import type { Compilation, Finding } from "./compile-courses.ts";
import { type ModulePlace, modulePlaces } from "./course-place.ts";
import { lineOf } from "./text-line.ts";

/** What a module's bank of questions must have, so that drawing from it covers the module and is not the same each time. */
export const bankLimits = { questions: 15, kinds: 6 };

/** Whether every question leads to a screen that teaches it, stands once in all banks, and every bank is large and varied enough. */
export function checkQuizzes({ courses, sources }: Compilation): Finding[] {
  const places = modulePlaces(courses);
  const screens = new Set(places.flatMap(({ lessons }) => lessons.flatMap(({ summary, lesson }) => lesson.screens.map(({ id }) => `${summary.id}#${id}`))));
  const seen = new Map<string, string>();
  return places.flatMap((place) => {
    const source = sources.get(place.quizFile) ?? "";
    const questions = place.quiz?.questions ?? [];
    const faults = questions.flatMap((question) => questionFaults(question, place, screens, seen).map((message) => ({ line: lineOf(source, `id: ${question.id}`), message: `${question.id}: ${message}` })));
    return [...faults, ...bankFaults(place).map((message) => ({ line: 1, message }))].map((fault) => ({ file: place.quizFile, ...fault }));
  });
}

function questionFaults({ id, screen }: Question, { module }: ModulePlace, screens: ReadonlySet<string>, seen: Map<string, string>): string[] {
  const taken = seen.get(id);
  seen.set(id, module.id);
  return [
    ...(taken ? [`the id is taken by a question of ${taken}`] : []),
    ...(screens.has(screen) ? [] : [`no screen ${screen}`]),
    ...(screen.startsWith(`${module.id}.`) ? [] : [`${screen} is not in module ${module.id}`]),
  ];
}

function bankFaults({ quiz, lessons }: ModulePlace): string[] {
  if (!quiz) return [];
  const kinds = new Set(quiz.questions.map(({ kind }) => kind)).size;
  const untested = lessons.filter(({ summary }) => !quiz.questions.some(({ screen }) => screen.startsWith(`${summary.id}#`)));
  return [
    ...(quiz.questions.length < bankLimits.questions ? [`${quiz.questions.length} questions; at least ${bankLimits.questions}`] : []),
    ...(kinds < bankLimits.kinds ? [`${kinds} kinds of questions; at least ${bankLimits.kinds}`] : []),
    ...untested.map(({ summary }) => `no question about ${summary.id}`),
  ];
}
