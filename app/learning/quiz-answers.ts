import { choicesOf, type Question, type Quiz, type SortQuestion } from "./question.ts";
import { type DrawnItem, isAnswered, type QuizAnswers } from "./quiz.ts";

/** What a form holds, by field name. */
export type Typed = Record<string, string[]>;
/** `partly`: some of its rows are filled in. */
export type AnswerFault = "unanswered" | "partly" | "twice";

/** The name of the `index`th question's field; of its `row`th row, where each row has a field of its own. */
export function fieldName(index: number, row?: number): string {
  return row === undefined ? `s${index}` : `s${index}.${row}`;
}

/** The most letters that a short answer may have; what is typed beyond is cut off. */
export const longestAnswer = 60;

/**
 * Reads the answers to the drawn items. A field's value is the place at which a choice was shown (from
 * 0), so that a page holds nothing from which the key could be told; for `order` it is the number
 * given to the step (from 1), for `short` what was typed. A `truth` has two rows: 0 for true or 1 for
 * false, and the reason. A `sort` has a row for each card, with the place of its group. Faults are told
 * by question id.
 */
export function readAnswers(quiz: Quiz, items: readonly DrawnItem[], typed: Typed): { answers: QuizAnswers; faults: Record<string, AnswerFault> } {
  const answers: QuizAnswers = {};
  const faults: Record<string, AnswerFault> = {};
  items.forEach((item, index) => {
    const question = quiz.questions.find((candidate) => candidate.id === item.id);
    if (!question) return;
    const answer = readAnswer(question, item, index, typed);
    answers[item.id] = answer;
    if (!isAnswered(question, answer)) faults[item.id] = faultOf(question, index, typed);
  });
  return { answers, faults };
}

function readAnswer(question: Question, item: DrawnItem, index: number, typed: Typed): string[] {
  const rows = rowsOf(question, index, typed);
  const shownAt = (place: string | undefined) => item.shown[placeOf(place)];
  switch (question.kind) {
    case "several":
      return [...new Set(typed[fieldName(index)] ?? [])].flatMap((place) => shownAt(place) ?? []);
    case "order":
      return readOrder(rows, item);
    case "pairs":
      return rows.map((place) => shownAt(place) ?? "");
    case "truth":
      return [["true", "false"][placeOf(rows[0])] ?? "", shownAt(rows[1]) ?? ""];
    case "sort":
      return readGroups(question, rows, item);
    case "short":
      return [readText(typed[fieldName(index)]?.[0] ?? "")];
    default:
      return (typed[fieldName(index)] ?? []).slice(0, 1).flatMap((place) => shownAt(place) ?? []);
  }
}

function readOrder(rows: readonly string[], item: DrawnItem): string[] {
  const numbered = rows.map((number, row) => ({ number: placeOf(number), id: item.shown[row] ?? "" }));
  const numbers = numbered.map(({ number }) => number).sort((a, b) => a - b);
  if (numbers.some((number, row) => number !== row + 1)) return [];
  return numbered.sort((a, b) => a.number - b.number).map(({ id }) => id);
}

function readGroups(question: SortQuestion, rows: readonly string[], item: DrawnItem): string[] {
  return question.cards.map((card) => question.groups[placeOf(rows[item.shown.indexOf(card.id)])]?.id ?? "");
}

/** As typed, but for control characters, which the database does not take; cut where it is too long. */
export function readText(text: string): string {
  return [...text.replaceAll(/\p{C}+/gu, " ").trim()].slice(0, longestAnswer).join("");
}

function faultOf(question: Question, index: number, typed: Typed): AnswerFault {
  const filled = rowsOf(question, index, typed).filter((value) => value !== "").length;
  if (filled === 0) return "unanswered";
  return question.kind === "order" && filled === question.steps.length ? "twice" : "partly";
}

function rowsOf(question: Question, index: number, typed: Typed): string[] {
  const rows = question.kind === "truth" ? 2 : choicesOf(question).length;
  return Array.from({ length: rows }, (_row, row) => typed[fieldName(index, row)]?.[0] ?? "");
}

function placeOf(text: string | undefined): number {
  return /^\d{1,2}$/.test(text ?? "") ? Number(text) : -1;
}
