import type { Question } from "#app/learning/question.ts";
import type { Compilation, Finding } from "./compile-courses.ts";
import { counted } from "./counted.ts";
import { type ModulePlace, modulePlaces } from "./course-place.ts";
import { lineOf } from "./text-line.ts";

/** What a module's bank of questions must have, so that drawing from it covers the module and is not the same each time. */
export const bankLimits = { questions: 15, kinds: 6 };

/** Whether every question leads to a screen that teaches it, stands once in all banks, and every bank is large and varied enough. */
export function checkQuizzes(compilation: Compilation): Finding[] {
  const places = modulePlaces(compilation.courses);
  const screens = new Set(places.flatMap(({ lessons }) => lessons.flatMap(({ summary, lesson }) => lesson.screens.map(({ id }) => `${summary.id}#${id}`))));
  const seen = new Map<string, string>();
  const faults = banksOf(compilation, places).flatMap((bank) => {
    const source = compilation.sources.get(bank.file) ?? "";
    return bank.questions.flatMap((question) =>
      [...questionFaults(question, bank, screens, seen), ...keyFaults(question)].map((message) => ({ file: bank.file, line: lineOf(source, `id: ${question.id}`), message: `${question.id}: ${message}` })),
    );
  });
  return [...faults, ...places.flatMap((place) => bankFaults(place).map((message) => ({ file: place.quizFile, line: 1, message })))];
}

/** Questions that stand together in a file; those of a module are about its lessons only. */
interface Bank {
  name: string;
  file: string;
  questions: readonly Question[];
  module?: string;
}

function banksOf({ courses }: Compilation, places: readonly ModulePlace[]): Bank[] {
  return [
    ...places.map(({ module: { id }, quiz, quizFile }) => ({ name: id, file: quizFile, questions: quiz?.questions ?? [], module: id })),
    ...courses.curricula.flatMap(({ id, slug }) => Object.values(courses.tests[id] ?? {}).map(({ moduleId, questions }) => ({ name: moduleId, file: `${slug}/tests.yaml`, questions }))),
  ];
}

function questionFaults({ id, screen }: Question, { name, module }: Bank, screens: ReadonlySet<string>, seen: Map<string, string>): string[] {
  const taken = seen.get(id);
  seen.set(id, name);
  return [
    ...(taken ? [`the id is taken by a question of ${taken}`] : []),
    ...(screens.has(screen) ? [] : [`no screen ${screen}`]),
    ...(module === undefined || screen.startsWith(`${module}.`) ? [] : [`${screen} is not in module ${module}`]),
  ];
}

/** Where the key and the words that belong to it say different things, as after an answer was marked by mistake. */
function keyFaults(question: Question): string[] {
  if (question.kind === "short") return question.wrong.filter((text) => question.accept.some((other) => isSameText(text, other))).map((text) => `“${text}” is both in accept and in wrong`);
  return choicesWithFeedback(question).flatMap(({ id, correct, feedback }) => {
    const first = feedback.match(/\p{L}+/u)?.[0].toLowerCase() ?? "";
    if (correct && wordsOfWrong.has(first)) return [`${id} is marked correct, but its feedback begins with “${first}”`];
    return !correct && wordsOfRight.has(first) ? [`${id} is not marked correct, but its feedback begins with “${first}”`] : [];
  });
}

const wordsOfWrong = new Set(["hampir", "belum", "kurang"]);
const wordsOfRight = new Set(["betul", "benar"]);

function choicesWithFeedback(question: Question): readonly { id: string; correct: boolean; feedback: string }[] {
  if ("options" in question) return question.options;
  if (question.kind === "hotspot") return question.spots;
  return question.kind === "truth" ? question.reasons : [];
}

function isSameText(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function bankFaults({ quiz, lessons }: ModulePlace): string[] {
  if (!quiz) return [];
  const kinds = new Set(quiz.questions.map(({ kind }) => kind)).size;
  const untested = lessons.filter(({ summary }) => !quiz.questions.some(({ screen }) => screen.startsWith(`${summary.id}#`)));
  return [
    ...(quiz.questions.length < bankLimits.questions ? [`${counted(quiz.questions.length, "question")}; at least ${bankLimits.questions}`] : []),
    ...(kinds < bankLimits.kinds ? [`${counted(kinds, "kind")} of questions; at least ${bankLimits.kinds}`] : []),
    ...untested.map(({ summary }) => `no question about ${summary.id}`),
  ];
}
