import { choicesOf, type Question, type Quiz } from "#app/learning/question.ts";
import type { DrawnItem } from "#app/learning/quiz.ts";
import { letterAt } from "#app/paper/paper-answers.ts";

/** What a mentor types over from the sheet of a learner who knows everything. */
export function fillPaper(quiz: Quiz, items: readonly DrawnItem[]): string[] {
  return items.map((item) => {
    const question = quiz.questions.find(({ id }) => id === item.id);
    if (!question) throw new Error(`no question ${item.id}`);
    return fillOne(question, item);
  });
}

function fillOne(question: Question, { shown }: DrawnItem): string {
  const letterOf = (id: string) => letterAt(shown.indexOf(id));
  switch (question.kind) {
    case "one":
    case "several":
      return question.options.filter(({ correct }) => correct).map(({ id }) => letterOf(id)).join("");
    case "order":
      return shown.map((id) => choicesOf(question).indexOf(id) + 1).join(" ");
    case "pairs":
      return question.pairs.map(({ id }) => letterOf(id)).join(", ").toLowerCase();
    case "truth":
      return `${question.isTrue ? "B" : "S"} ${question.reasons.filter(({ correct }) => correct).map(({ id }) => letterOf(id)).join("")}`;
    case "sort":
      return shown.map((id) => letterAt(question.groups.findIndex((group) => group.id === question.cards.find((card) => card.id === id)?.group))).join("");
    case "short":
      return question.accept[0] ?? "";
    default:
      throw new Error(`${question.kind} is not asked on paper`);
  }
}
