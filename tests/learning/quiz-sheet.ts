import { fieldName } from "#app/learning/quiz-answers.ts";
import { choicesOf, type DrawnItem, type Quiz } from "#app/learning/quiz.ts";

/**
 * The fields of a form as a learner would fill it in who knows everything; `wrong` of the questions,
 * from the first, are answered wrongly.
 */
export function fillIn(quiz: Quiz, items: readonly DrawnItem[], wrong = 0): [string, string][] {
  return items.flatMap((item, index) => {
    const question = quiz.questions.find(({ id }) => id === item.id);
    if (!question) throw new Error(`no question ${item.id}`);
    const place = (id: string) => String(item.shown.indexOf(id));
    const isWrong = index < wrong;
    if (question.kind === "one" || question.kind === "several") {
      const chosen = question.options.filter(({ correct }) => correct !== isWrong);
      return chosen.slice(0, question.kind === "one" ? 1 : undefined).map(({ id }): [string, string] => [fieldName(index), place(id)]);
    }
    const key = isWrong ? choicesOf(question).toReversed() : choicesOf(question);
    if (question.kind === "pairs") return key.map((id, row): [string, string] => [fieldName(index, row), place(id)]);
    return item.shown.map((id, row): [string, string] => [fieldName(index, row), String(key.indexOf(id) + 1)]);
  });
}
