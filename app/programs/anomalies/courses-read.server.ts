import { catalog } from "#app/catalog/catalog.server.ts";
import { partsOf, type Question } from "#app/learning/question.ts";
import { isCorrect } from "#app/learning/quiz.ts";
import type { CoursesRead } from "./anomaly.ts";

/** The served courses as anomalies are judged by them. */
export const coursesRead: CoursesRead = {
  readAnswer: (moduleId, questionId, answer) => {
    const question = questionOf(moduleId, questionId);
    return question && { text: textOf(question, answer), isRight: isCorrect(question, answer) };
  },
  wordsOfQuestion: (moduleId, questionId) => {
    const question = questionOf(moduleId, questionId);
    return question && wordsIn([question.ask, ...partsOf(question).map((part) => ("text" in part && typeof part.text === "string" ? part.text : ""))].join(" "));
  },
  wordsOfLesson: (lessonId) => lessonWords(lessonId),
};

function questionOf(moduleId: string, questionId: string): Question | undefined {
  return catalog().quizzes[moduleId]?.questions.find(({ id }) => id === questionId);
}

// What was chosen of several comes in the order in which it was shown, and that differs from form to form.
function textOf(question: Question, answer: readonly string[]): string {
  const parts = question.kind === "several" ? answer.toSorted() : answer;
  return JSON.stringify(parts.map((part) => part.trim().toLowerCase()));
}

const counted = new Map<string, number>();
function lessonWords(lessonId: string): number | undefined {
  const lesson = catalog().lessons[lessonId];
  if (!lesson) return undefined;
  const known = counted.get(lessonId) ?? lesson.screens.reduce((sum, screen) => sum + wordsIn(screen.html.replaceAll(/<[^>]*>/g, " ")), 0);
  counted.set(lessonId, known);
  return known;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
