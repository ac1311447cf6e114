import { fieldName } from "#app/learning/quiz-answers.ts";
import { choicesOf, type Question, type Quiz } from "#app/learning/question.ts";
import type { DrawnItem } from "#app/learning/quiz.ts";

/**
 * The fields of a form as a learner would fill it in who knows everything; `wrong` of the questions,
 * from the first, are answered wrongly.
 */
export function fillIn(quiz: Quiz, items: readonly DrawnItem[], wrong = 0): [string, string][] {
  return items.flatMap((item, index) => {
    const question = quiz.questions.find(({ id }) => id === item.id);
    if (!question) throw new Error(`no question ${item.id}`);
    return fillInOne(question, item, index, index < wrong);
  });
}

function fillInOne(question: Question, item: DrawnItem, index: number, isWrong: boolean): [string, string][] {
  const place = (id: string) => String(item.shown.indexOf(id));
  const key = isWrong ? choicesOf(question).toReversed() : choicesOf(question);
  const isChosen = ({ correct }: { correct: boolean }) => correct !== isWrong;
  switch (question.kind) {
    case "several":
      return question.options.filter(isChosen).map(({ id }) => [fieldName(index), place(id)]);
    case "pairs":
      return key.map((id, row) => [fieldName(index, row), place(id)]);
    case "order":
      return item.shown.map((id, row) => [fieldName(index, row), String(key.indexOf(id) + 1)]);
    case "short":
      return [[fieldName(index), isWrong ? "belum tahu" : (question.accept[0] ?? "")]];
    case "truth":
      return [
        [fieldName(index, 0), question.isTrue !== isWrong ? "0" : "1"],
        [fieldName(index, 1), place(question.reasons.find(isChosen)?.id ?? "")],
      ];
    case "sort":
      return item.shown.map((card, row) => {
        const group = question.groups.findIndex(({ id }) => (id === question.cards.find(({ id: cardId }) => cardId === card)?.group) !== isWrong);
        return [fieldName(index, row), String(group)];
      });
    default: {
      const options = question.kind === "hotspot" ? question.spots : question.options;
      return [[fieldName(index), place(options.find(isChosen)?.id ?? "")]];
    }
  }
}
