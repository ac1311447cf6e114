import { v7 } from "uuid";
import { catalog } from "#app/catalog/catalog.server.ts";
import type { DoneLesson, HandedIn, WorkOfDay } from "#app/programs/anomalies/anomaly.ts";
import { drawQuiz, handCount, randomFrom } from "#app/learning/draw-quiz.ts";
import { isCorrect, type QuizAnswers } from "#app/learning/quiz.ts";
import { choicesOf, type Question, type Quiz } from "#app/learning/question.ts";
import { rightAnswer } from "#app/learning/right-answer.ts";
import { pick } from "#db/demo/chance.ts";

export const moduleId = "A1";
export const minute = 60_000;

/** A day on which nobody did anything, at a center whose hours are not recorded. */
export const nothing: WorkOfDay = { quizzes: [], lessons: [], atCenter: [], center: { hours: [], sessions: [] } };

export function quizOf(id: string): Quiz {
  const quiz = catalog().quizzes[id];
  if (!quiz) throw new Error(`no quiz of ${id}`);
  return quiz;
}

/** Numbers in [0, 1), the same for the same seed. */
export function chanceOf(seed: number): () => number {
  return randomFrom([seed, seed ^ 0x5bd1e995, 11, 7]);
}

export interface Sitting {
  learner: number;
  /** Minutes after nine o'clock at which the quiz was opened and handed in. */
  opened: number;
  handedIn: number;
  device: string | null;
  answers: (question: Question) => string[];
  random: () => number;
}

export const nine = new Date("2026-11-19T02:00:00Z");

/** A sheet of the module's quiz as the application would have drawn it for this learner. */
export function sheet({ learner, opened, handedIn, device, answers, random }: Sitting, day = nine): HandedIn {
  const quiz = quizOf(moduleId);
  const items = drawQuiz(quiz, { hand: learner % handCount, deal: chanceOf(4711), random });
  const at = (minutes: number) => new Date(day.getTime() + minutes * minute);
  const asked = items.flatMap(({ id }) => quiz.questions.filter((question) => question.id === id));
  const typed: QuizAnswers = Object.fromEntries(asked.map((question) => [question.id, answers(question)]));
  return { enrollmentId: `learner ${learner}`, attemptId: v7({ msecs: at(opened).getTime() }), moduleId, items, answers: typed, submittedAt: at(handedIn), device, isFirst: true };
}

/** Right with the chance `skill`; else wrong, and on questions that mislead mostly in the same way. */
export function honestly(skill: number, random: () => number): (question: Question) => string[] {
  return (question) => (random() < skill ? rightTo(question) : (wrongTo(question)[random() < 0.6 ? 0 : 1] ?? pick(wrongTo(question), random)));
}

export function rightTo(question: Question): string[] {
  const right = rightAnswer(question);
  if (!isCorrect(question, right)) throw new Error(`no right answer to ${question.id}`);
  return right;
}

/** Some wrong answers, the most usual one first. */
export function wrongTo(question: Question): string[][] {
  const right = rightTo(question);
  const choices = choicesOf(question);
  const tried = [...choices.map((choice) => [choice]), choices.toReversed(), [...right].reverse(), ["tidak tahu"], ["false", ...right.slice(1)], ["true", ...right.slice(1)]];
  return tried.filter((answer) => !isCorrect(question, answer));
}

export function lesson(learner: number, lessonId: string, minutes: number, day = nine): DoneLesson {
  return { enrollmentId: `learner ${learner}`, lessonId, doneAt: new Date(day.getTime() + minutes * minute) };
}
