import type { DrawnItem, Question, Quiz } from "./quiz.ts";

/** A question as a page may show it: nothing that tells which answer is right. */
export type ShownQuestion =
  | { id: string; kind: "one" | "several" | "order"; ask: string; choices: string[] }
  | { id: string; kind: "pairs"; ask: string; lefts: string[]; choices: string[] };

/** The drawn questions without their key; choices stand as they were drawn. */
export function showQuiz(quiz: Quiz, items: readonly DrawnItem[]): ShownQuestion[] {
  return items.flatMap((item) => {
    const question = quiz.questions.find((candidate) => candidate.id === item.id);
    return question ? [showQuestion(question, item.shown)] : [];
  });
}

function showQuestion(question: Question, shown: readonly string[]): ShownQuestion {
  const { id, ask, kind } = question;
  const choices = shown.map((choice) => textOf(question, choice));
  return kind === "pairs" ? { id, kind, ask, lefts: question.pairs.map((pair) => pair.left), choices } : { id, kind, ask, choices };
}

/** The words of a choice; a pair's are those of its right-hand side. */
export function textOf(question: Question, choiceId: string): string {
  if (question.kind === "order") return question.steps.find((step) => step.id === choiceId)?.text ?? "";
  if (question.kind === "pairs") return question.pairs.find((pair) => pair.id === choiceId)?.right ?? "";
  return question.options.find((option) => option.id === choiceId)?.text ?? "";
}

/** An answer as lines that a person reads back. */
export function answerInWords(question: Question, answer: readonly string[]): string[] {
  if (question.kind === "order") return answer.map((id, index) => `${index + 1}. ${textOf(question, id)}`);
  if (question.kind === "pairs") return question.pairs.map((pair, index) => `${pair.left}: ${textOf(question, answer[index] ?? "")}`);
  return answer.map((id) => textOf(question, id));
}
