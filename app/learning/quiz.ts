import { choicesOf, type Option, type Question, type Quiz } from "./question.ts";
import { isAccepted } from "./same-answer.ts";

/** Share of questions that must be right to pass (domain: 80 %). */
export const passMark = 0.8;

/** A question as it was shown: its id and the order in which its options (steps, right-hand sides, cards) stood. */
export interface DrawnItem {
  id: string;
  shown: string[];
}

/**
 * By question id: for `one`, `several` and `picture` the chosen option ids, for `hotspot` the chosen
 * spot's; for `order` the step ids in the order given; for `pairs` the right-hand id given to each pair,
 * for `sort` the group id given to each card, in the order in which pairs and cards are written; for
 * `short` the text typed; for `truth` "true" or "false", then the reason's id.
 */
export type QuizAnswers = Record<string, string[]>;

/** Whether an answer says something about every part of the question. */
export function isAnswered(question: Question, answer: readonly string[]): boolean {
  const choices = choicesOf(question);
  switch (question.kind) {
    case "order":
      return choices.every((id) => answer.includes(id));
    case "pairs":
    case "sort":
      return choices.every((_id, index) => Boolean(answer[index]));
    case "truth":
      return ["true", "false"].includes(answer[0] ?? "") && choices.includes(answer[1] ?? "");
    case "short":
      return Boolean(answer[0]?.trim());
    default:
      return answer.length > 0;
  }
}

/**
 * Whether an answer is right. `several` must name all right options and no other; `order`, `pairs` and
 * `sort` must match throughout; `truth` must have the right reason as well; `short` is forgiven some
 * spelling (see `isSameAnswer`).
 */
export function isCorrect(question: Question, answer: readonly string[]): boolean {
  switch (question.kind) {
    case "order":
    case "pairs":
      return isSame(answer, choicesOf(question));
    case "sort":
      return isSame(answer, question.cards.map((card) => card.group));
    case "truth":
      return isSame(answer, [String(question.isTrue), ...question.reasons.filter((reason) => reason.correct).map((reason) => reason.id)]);
    case "short":
      return answer.length === 1 && isAccepted(answer[0] ?? "", question);
    case "hotspot":
      return answer.length === 1 && question.spots.some((spot) => spot.correct && spot.id === answer[0]);
    default:
      return question.options.every((option) => option.correct === answer.includes(option.id));
  }
}

function isSame(answer: readonly string[], key: readonly string[]): boolean {
  return answer.length === key.length && key.every((part, index) => answer[index] === part);
}

/** Whether the question is a `truth` that was taken for false, or the other way round. */
export function isTruthMissed(question: Question, answer: readonly string[]): boolean {
  return question.kind === "truth" && Boolean(answer[0]) && answer[0] !== String(question.isTrue);
}

/** Whether everything chosen of a `several` is right and something right was not chosen. */
export function isSomeMissed(question: Question, answer: readonly string[]): boolean {
  if (question.kind !== "several" || answer.length === 0) return false;
  const isRight = (id: string) => question.options.some((option) => option.correct && option.id === id);
  return answer.every(isRight) && !isCorrect(question, answer);
}

export interface QuestionResult {
  question: Question;
  answer: readonly string[];
  correct: boolean;
  /**
   * What is said about this answer: each wrongly chosen option's own words, or the question's. Nothing where the truth
   * was missed, and where a `short` or `sort`, whose words say how to try again, is right.
   */
  feedback: string[];
}

export interface QuizScore {
  correct: number;
  total: number;
  passed: boolean;
  results: QuestionResult[];
}

/** Grades `answers` to the drawn items. A question that has since been taken out of the quiz does not count. */
export function scoreQuiz(quiz: Quiz, items: readonly DrawnItem[], answers: QuizAnswers): QuizScore {
  const questions = new Map(quiz.questions.map((question) => [question.id, question]));
  const results = items.flatMap((item) => {
    const question = questions.get(item.id);
    if (!question) return [];
    const answer = answers[item.id] ?? [];
    return [{ question, answer, correct: isCorrect(question, answer), feedback: feedbackFor(question, answer) }];
  });
  const correct = results.filter((result) => result.correct).length;
  return { correct, total: results.length, passed: hasPassed(correct, results.length), results };
}

/** Whether `correct` of `total` reaches the pass mark. */
export function hasPassed(correct: number, total: number): boolean {
  return total > 0 && correct / total >= passMark;
}

function feedbackFor(question: Question, answer: readonly string[]): string[] {
  switch (question.kind) {
    case "order":
    case "pairs":
      return [question.feedback];
    case "short":
    case "sort":
      return isCorrect(question, answer) ? [] : [question.feedback];
    case "truth":
      return isTruthMissed(question, answer) ? [] : wordsOfChosen(question.reasons, answer);
    case "hotspot":
      return wordsOfChosen(question.spots, answer);
    case "several":
      return wordsForSeveral(question.options, answer);
    default:
      return wordsOfChosen(question.options, answer);
  }
}

/** Of what was chosen; when nothing was, of what would have been right. */
function wordsOfChosen(options: readonly Pick<Option, "id" | "correct" | "feedback">[], answer: readonly string[]): string[] {
  const chosen = options.filter((option) => answer.includes(option.id));
  return (chosen.length > 0 ? chosen : options.filter((option) => option.correct)).map((option) => option.feedback);
}

/** Of what was chosen wrongly; else of what is missing, with its name, as the learner did not see it chosen; else of all. */
function wordsForSeveral(options: readonly Option[], answer: readonly string[]): string[] {
  const wrong = options.filter((option) => !option.correct && answer.includes(option.id));
  if (wrong.length > 0) return wrong.map((option) => option.feedback);
  const missed = options.filter((option) => option.correct && !answer.includes(option.id));
  if (missed.length > 0) return missed.map((option) => `${option.text}: ${option.feedback}`);
  return wordsOfChosen(options, answer);
}
