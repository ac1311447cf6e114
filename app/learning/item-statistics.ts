import type { Question, Quiz } from "./question.ts";
import { type DrawnItem, isCorrect, type QuizAnswers } from "./quiz.ts";

/** How many first attempts a question needs before its figures say anything (issue of year one). */
export const leastAttempts = 30;

/** A learner's first attempt at a quiz: later ones have seen the feedback. */
export interface FirstAttempt {
  items: DrawnItem[];
  answers: QuizAnswers;
}

export interface ItemStatistics {
  question: Question;
  /** First attempts in which it was asked. */
  asked: number;
  /** Null while it was asked fewer than 30 times. */
  figures: ItemFigures | null;
}

export interface ItemFigures {
  /** Share of right answers, 0 to 1: the item's difficulty index, which is high where it is easy. */
  difficulty: number;
  /**
   * Point-biserial correlation, -1 to 1, between answering this item rightly and the share right of the attempt's other items
   * (Ebel: from 0.3 on good, below 0.2 poor). Null where everybody, or nobody, was right.
   */
  discrimination: number | null;
  /** The option most often chosen wrongly, with the share of all attempts that chose it; null where there is none. */
  trap: { optionId: string; share: number } | null;
}

/** What the first attempts tell authors of each question of a bank, in the bank's order. */
export function itemStatistics(quiz: Quiz, attempts: readonly FirstAttempt[]): ItemStatistics[] {
  const questions = new Map(quiz.questions.map((question) => [question.id, question]));
  const graded = attempts.map(({ items, answers }) => {
    const known = items.flatMap(({ id }) => questions.get(id) ?? []);
    return new Map(known.map((question) => [question.id, { answer: answers[question.id] ?? [], right: isCorrect(question, answers[question.id] ?? []) }]));
  });
  return quiz.questions.map((question) => {
    const of = graded.flatMap((attempt) => {
      const own = attempt.get(question.id);
      return own ? [{ ...own, rest: shareRightOfOthers(attempt, question.id) }] : [];
    });
    return { question, asked: of.length, figures: of.length < leastAttempts ? null : figuresOf(question, of) };
  });
}

interface Given {
  answer: readonly string[];
  right: boolean;
  rest: number;
}

function shareRightOfOthers(attempt: ReadonlyMap<string, { right: boolean }>, id: string): number {
  const others = [...attempt].filter(([other]) => other !== id);
  return others.filter(([, { right }]) => right).length / Math.max(1, others.length);
}

function figuresOf(question: Question, given: readonly Given[]): ItemFigures {
  const right = given.filter((one) => one.right);
  return { difficulty: right.length / given.length, discrimination: pointBiserial(given), trap: trapOf(question, given) };
}

function pointBiserial(given: readonly Given[]): number | null {
  const [right, wrong] = [given.filter((one) => one.right), given.filter((one) => !one.right)];
  const spread = deviation(given.map(({ rest }) => rest));
  if (right.length === 0 || wrong.length === 0 || spread === 0) return null;
  const share = right.length / given.length;
  return ((mean(right.map(({ rest }) => rest)) - mean(wrong.map(({ rest }) => rest))) / spread) * Math.sqrt(share * (1 - share));
}

function trapOf(question: Question, given: readonly Given[]): ItemFigures["trap"] {
  const counts = wrongOptions(question).map((optionId) => ({ optionId, count: given.filter(({ answer }) => answer.includes(optionId)).length }));
  const most = counts.reduce((worst, one) => (one.count > worst.count ? one : worst), { optionId: "", count: 0 });
  return most.count === 0 ? null : { optionId: most.optionId, share: most.count / given.length };
}

/** Options that are wrong by themselves; in kinds of which only the whole is right or wrong there are none. */
function wrongOptions(question: Question): string[] {
  switch (question.kind) {
    case "one":
    case "several":
    case "picture":
      return question.options.filter(({ correct }) => !correct).map(({ id }) => id);
    case "hotspot":
      return question.spots.filter(({ correct }) => !correct).map(({ id }) => id);
    case "truth":
      return question.reasons.filter(({ correct }) => !correct).map(({ id }) => id);
    default:
      return [];
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/**
 * What an author should look at, the most urgent first: hardly anybody right (below 0.3), not discriminating (below 0.2), nearly
 * everybody right (above 0.95); null where nothing. Bounds after Ebel, as item banks use them.
 */
export function adviceOn({ difficulty, discrimination }: ItemFigures): "hard" | "poor" | "easy" | null {
  if (difficulty < 0.3) return "hard";
  if (difficulty > 0.95) return "easy";
  return discrimination !== null && discrimination < 0.2 ? "poor" : null;
}
