import type { Question, Quiz, ShortQuestion, Spot } from "./question.ts";
import type { DrawnItem } from "./quiz.ts";

/** A question as a page may show it: nothing that tells which answer is right. */
export type ShownQuestion = { id: string; ask: string; choices: string[] } & (
  | { kind: "one" | "several" | "order" | "truth" }
  | { kind: "pairs"; lefts: string[] }
  | { kind: "picture"; pictures: string[] }
  | { kind: "hotspot"; picture: string; alt: string; spots: Pick<Spot, "x" | "y" | "width" | "height">[] }
  | { kind: "short"; isNumber: boolean }
  | { kind: "sort"; groups: string[] }
);

/** The drawn questions without their key; choices stand as they were drawn. */
export function showQuiz(quiz: Quiz, items: readonly DrawnItem[]): ShownQuestion[] {
  return items.flatMap((item) => {
    const question = quiz.questions.find((candidate) => candidate.id === item.id);
    return question ? [showQuestion(question, item.shown)] : [];
  });
}

function showQuestion(question: Question, shown: readonly string[]): ShownQuestion {
  const base = { id: question.id, ask: question.ask, choices: shown.map((choice) => textOf(question, choice)) };
  switch (question.kind) {
    case "pairs":
      return { ...base, kind: question.kind, lefts: question.pairs.map((pair) => pair.left) };
    case "picture":
      return { ...base, kind: question.kind, pictures: shown.map((choice) => question.options.find(({ id }) => id === choice)?.picture ?? "") };
    case "hotspot":
      return { ...base, kind: question.kind, picture: question.picture, alt: question.alt, spots: shown.flatMap((choice) => outlineOf(question.spots, choice)) };
    case "short":
      return { ...base, kind: question.kind, isNumber: isNumberAsked(question) };
    case "sort":
      return { ...base, kind: question.kind, groups: question.groups.map((group) => group.name) };
    default:
      return { ...base, kind: question.kind };
  }
}

function outlineOf(spots: readonly Spot[], spotId: string) {
  return spots.filter(({ id }) => id === spotId).map(({ x, y, width, height }) => ({ x, y, width, height }));
}

function isNumberAsked(question: ShortQuestion): boolean {
  return question.accept.every((answer) => /^\d+([.,]\d+)*$/.test(answer));
}

/** The words of a choice, of a step, spot, reason or card; a pair's are those of its right-hand side, a picture's those for who cannot see it. */
export function textOf(question: Question, choiceId: string): string {
  const isIt = ({ id }: { id: string }) => id === choiceId;
  switch (question.kind) {
    case "order":
      return question.steps.find(isIt)?.text ?? "";
    case "pairs":
      return question.pairs.find(isIt)?.right ?? "";
    case "picture":
      return question.options.find(isIt)?.alt ?? "";
    case "hotspot":
      return question.spots.find(isIt)?.label ?? "";
    case "truth":
      return question.reasons.find(isIt)?.text ?? "";
    case "sort":
      return question.cards.find(isIt)?.text ?? "";
    case "short":
      return "";
    default:
      return question.options.find(isIt)?.text ?? "";
  }
}

/** The pictures that were chosen, where a question has pictures to choose from. */
export function picturesChosen(question: Question, answer: readonly string[]): { src: string; alt: string }[] {
  if (question.kind !== "picture") return [];
  return question.options.filter(({ id }) => answer.includes(id)).map(({ picture, alt }) => ({ src: picture, alt }));
}

/** An answer as lines that a person reads back; `truth` are the words for true and for false. */
export function answerInWords(question: Question, answer: readonly string[], truth: { true: string; false: string }): string[] {
  if (answer.every((part) => part === "")) return [];
  switch (question.kind) {
    case "order":
      return answer.map((id, index) => `${index + 1}. ${textOf(question, id)}`);
    case "pairs":
      return question.pairs.map((pair, index) => `${pair.left}: ${textOf(question, answer[index] ?? "")}`);
    case "truth":
      return [answer[0] === "true" ? truth.true : truth.false, textOf(question, answer[1] ?? "")];
    case "sort":
      return question.cards.map((card, index) => `${card.text}: ${question.groups.find(({ id }) => id === answer[index])?.name ?? ""}`);
    case "short":
      return [...answer];
    default:
      return answer.map((id) => textOf(question, id));
  }
}
