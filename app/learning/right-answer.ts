import { choicesOf, type Question } from "./question.ts";

/** An answer that is right, in the shape of `QuizAnswers`; of several that are, the one that stands first. For the server alone. */
export function rightAnswer(question: Question): string[] {
  switch (question.kind) {
    case "order":
    case "pairs":
      return choicesOf(question);
    case "sort":
      return question.cards.map((card) => card.group);
    case "short":
      return question.accept.slice(0, 1);
    case "truth":
      return [String(question.isTrue), ...rightOf(question.reasons)];
    case "hotspot":
      return rightOf(question.spots).slice(0, 1);
    default:
      return rightOf(question.options);
  }
}

function rightOf(options: readonly { id: string; correct: boolean }[]): string[] {
  return options.filter((option) => option.correct).map((option) => option.id);
}
