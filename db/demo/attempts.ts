import { drawAll, drawQuiz, handCount } from "#app/learning/draw-quiz.ts";
import { choicesOf, type Question, type Quiz } from "#app/learning/question.ts";
import { type DrawnItem, hasPassed, type QuizAnswers, type QuizScore, scoreQuiz } from "#app/learning/quiz.ts";
import { between, pick } from "./chance.ts";

export interface GradedAttempt {
  items: DrawnItem[];
  answers: QuizAnswers;
  score: QuizScore;
}

/** A quiz drawn, answered in full and graded; the answers pass or fail as asked. */
export function takeQuiz(quiz: Quiz, passes: boolean, random: () => number): GradedAttempt {
  const items = drawQuiz(quiz, { hand: between(0, handCount - 1, random), deal: random, random });
  const asked = items.flatMap((item) => quiz.questions.filter((question) => question.id === item.id));
  const missed = new Set(pickSome(items, wrongAnswers(items.length, passes, random), random).map((item) => item.id));
  const answers = Object.fromEntries(asked.map((question) => [question.id, missed.has(question.id) ? wrongAnswer(question, random) : rightAnswer(question)]));
  return { items, answers, score: scoreQuiz(quiz, items, answers) };
}

/** A test of the year, answered in full with about this share of right answers. */
export function takeTest(test: Quiz, share: number, random: () => number): GradedAttempt {
  const items = drawAll(test.questions, random);
  const right = new Set(pickSome(items, Math.round(items.length * share) + between(-1, 1, random), random).map((item) => item.id));
  const answers = Object.fromEntries(test.questions.map((question) => [question.id, right.has(question.id) ? rightAnswer(question) : wrongAnswer(question, random)]));
  return { items, answers, score: scoreQuiz(test, items, answers) };
}

function pickSome<T>(items: readonly T[], count: number, random: () => number): T[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(between(0, left.length - 1, random), 1)[0] as T);
}

function wrongAnswers(total: number, passes: boolean, random: () => number): number {
  const counts = Array.from({ length: total + 1 }, (_count, wrong) => wrong).filter((wrong) => hasPassed(total - wrong, total) === passes);
  // People who fail come close; nobody in this story gets everything wrong.
  return pick(passes ? counts : counts.slice(0, 3), random);
}

function rightAnswer(question: Question): string[] {
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

function wrongAnswer(question: Question, random: () => number): string[] {
  const right = rightAnswer(question);
  switch (question.kind) {
    case "several":
      return right.slice(1);
    case "one":
    case "picture":
      return [pick(choicesOf(question).filter((id) => !right.includes(id)), random)];
    case "hotspot":
      return question.spots.filter((spot) => !spot.correct).slice(0, 1).map((spot) => spot.id);
    case "short":
      return ["belum tahu"];
    case "truth":
      return [String(!question.isTrue), ...right.slice(1)];
    case "sort":
      return right.with(0, question.groups.find((group) => group.id !== right[0])?.id ?? "");
    default:
      return swapNeighbours(right, between(0, right.length - 2, random));
  }
}

function swapNeighbours(ids: readonly string[], at: number): string[] {
  return ids.map((id, index) => (index === at ? ids[at + 1] : index === at + 1 ? ids[at] : id) as string);
}
