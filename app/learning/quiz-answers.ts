import { choicesOf, type DrawnItem, isAnswered, type Question, type Quiz, type QuizAnswers } from "./quiz.ts";

/** What a form holds, by field name. */
export type Typed = Record<string, string[]>;
export type AnswerFault = "unanswered" | "twice";

/** The name of the `index`th question's field; of its `row`th row, where each row has a field of its own. */
export function fieldName(index: number, row?: number): string {
  return row === undefined ? `s${index}` : `s${index}.${row}`;
}

/**
 * Reads the answers to the drawn items. A field's value is the place at which a choice was shown (from
 * 0), so that a page holds nothing from which the key could be told; for `order` it is the number
 * given to the step (from 1). Faults are told by question id.
 */
export function readAnswers(quiz: Quiz, items: readonly DrawnItem[], typed: Typed): { answers: QuizAnswers; faults: Record<string, AnswerFault> } {
  const answers: QuizAnswers = {};
  const faults: Record<string, AnswerFault> = {};
  items.forEach((item, index) => {
    const question = quiz.questions.find((candidate) => candidate.id === item.id);
    if (!question) return;
    const answer = readAnswer(question, item, index, typed);
    answers[item.id] = answer;
    if (!isAnswered(question, answer)) faults[item.id] = isNumberedTwice(question, index, typed) ? "twice" : "unanswered";
  });
  return { answers, faults };
}

function readAnswer(question: Question, item: DrawnItem, index: number, typed: Typed): string[] {
  if (question.kind === "one" || question.kind === "several") {
    const places = [...new Set(typed[fieldName(index)] ?? [])].slice(0, question.kind === "one" ? 1 : undefined);
    return places.flatMap((place) => item.shown[placeOf(place)] ?? []);
  }
  const rows = rowsOf(question, index, typed);
  if (question.kind === "pairs") return rows.map((place) => item.shown[placeOf(place)] ?? "");
  const numbered = rows.map((number, row) => ({ number: placeOf(number), id: item.shown[row] ?? "" }));
  const numbers = numbered.map(({ number }) => number).sort((a, b) => a - b);
  if (numbers.some((number, row) => number !== row + 1)) return [];
  return numbered.sort((a, b) => a.number - b.number).map(({ id }) => id);
}

function isNumberedTwice(question: Question, index: number, typed: Typed): boolean {
  return question.kind === "order" && rowsOf(question, index, typed).every((number) => number !== "");
}

function rowsOf(question: Question, index: number, typed: Typed): string[] {
  return choicesOf(question).map((_id, row) => typed[fieldName(index, row)]?.[0] ?? "");
}

function placeOf(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : -1;
}
