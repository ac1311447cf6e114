import { drawAll, drawQuiz, handCount } from "#app/learning/draw-quiz.ts";
import { choicesOf, type Question, type Quiz } from "#app/learning/question.ts";
import { type DrawnItem, hasPassed, type QuizAnswers, type QuizScore, scoreQuiz } from "#app/learning/quiz.ts";
import { rightAnswer } from "#app/learning/right-answer.ts";
import { between, pick } from "./chance.ts";
import { sureness } from "./skill.ts";

export interface GradedAttempt {
  items: DrawnItem[];
  answers: QuizAnswers;
  score: QuizScore;
}

/** Who answers, and with what luck. */
export interface Answering {
  skill: number;
  random: () => number;
}

/** A quiz drawn, answered in full as somebody of this skill would, and graded; where `passes` is given, they pass or fail as it says. */
export function takeQuiz(quiz: Quiz, { passes, ...answering }: Answering & { passes?: boolean }): GradedAttempt {
  const { random } = answering;
  const items = drawQuiz(quiz, { hand: between(0, handCount - 1, random), deal: random, random });
  return answer(quiz, items, answering, (known) => (passes === undefined ? known : closest(known, items.length, passes)));
}

/** A test of the year, answered in full with about this share of right answers. */
export function takeTest(test: Quiz, share: number, answering: Answering): GradedAttempt {
  const items = drawAll(test.questions, answering.random);
  return answer(test, items, answering, () => Math.round(items.length * share) + between(-1, 1, answering.random));
}

/** The questions that they are surest of are answered rightly: as many as `countRight` makes of those they know. */
function answer(quiz: Quiz, items: DrawnItem[], { skill, random }: Answering, countRight: (known: number) => number): GradedAttempt {
  const asked = items.flatMap((item) => quiz.questions.filter(({ id }) => id === item.id));
  const sure = asked.map((question) => ({ question, sureness: sureness(question, skill, random) })).sort((one, other) => other.sureness - one.sureness);
  const right = countRight(sure.filter((one) => one.sureness >= 0).length);
  const answers = Object.fromEntries(sure.map(({ question }, place) => [question.id, place < right ? rightAnswer(question) : wrongAnswer(question, random)]));
  return { items, answers, score: scoreQuiz(quiz, items, answers) };
}

/** The number of right answers nearest to `known` with which somebody passes, or fails. */
function closest(known: number, total: number, passes: boolean): number {
  const counts = Array.from({ length: total + 1 }, (_count, right) => right).filter((right) => hasPassed(right, total) === passes);
  return counts.reduce((nearest, right) => (Math.abs(right - known) < Math.abs(nearest - known) ? right : nearest));
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
