import type { Curriculum, Pillar } from "#app/catalog/course.ts";
import { lessonOf } from "./draw-quiz.ts";
import { type Done, nextStep } from "./progress.ts";
import type { Quiz } from "./question.ts";
import type { QuizScore } from "./quiz.ts";

/** A year is measured twice: before anything was learned, and after all of it. */
export type YearTestKind = "start" | "close";
export const yearTestKinds: readonly YearTestKind[] = ["start", "close"];

/** The two tests of a curriculum; item n of both asks for the same competence. */
export type YearTests = Record<YearTestKind, Quiz>;

/** How many of the questions asked were right. */
export interface Tally {
  correct: number;
  total: number;
}

/** What a question measures, by the id of the lesson whose screen it names. */
export type Measured = (lessonId: string) => { pillar: Pillar; moduleId: string } | undefined;

/** The score of a test by pillar and by module id. A question of a lesson that is not served counts in neither. */
export function tallyTest(score: QuizScore, measured: Measured): { byPillar: Record<string, Tally>; byModule: Record<string, Tally> } {
  const tallies = { byPillar: {} as Record<string, Tally>, byModule: {} as Record<string, Tally> };
  for (const { question, correct } of score.results) {
    const of = measured(lessonOf(question));
    if (!of) continue;
    add(tallies.byPillar, of.pillar, correct);
    add(tallies.byModule, of.moduleId, correct);
  }
  return tallies;
}

function add(tallies: Record<string, Tally>, key: string, isCorrect: boolean): void {
  const tally = (tallies[key] ??= { correct: 0, total: 0 });
  tally.total += 1;
  if (isCorrect) tally.correct += 1;
}

/**
 * The modules that a starting test proposes to skip: at least two questions asked, all of them right. One
 * question alone can be guessed. A module that teaches safety is never proposed: it is the lowest part of
 * the national index (domain section 4), and what it trains is a habit, not knowledge.
 */
export function modulesToSkip(byModule: Record<string, Tally>, teachesSafety: (moduleId: string) => boolean): string[] {
  return Object.entries(byModule)
    .filter(([moduleId, { correct, total }]) => total >= 2 && correct === total && !teachesSafety(moduleId))
    .map(([moduleId]) => moduleId);
}

/**
 * Whether a learner may take a test now: the starting one until a module's quiz is passed, as it is no start after
 * that; the closing one when all that is asked is done.
 */
export function mayTakeTest(kind: YearTestKind, curriculum: Curriculum, done: Done): boolean {
  return kind === "start" ? done.quizzes.size === 0 : nextStep(curriculum, done).kind === "finished";
}

/** Whether less was right in the closing test than in the starting one. */
export function hasFallen(start: Tally | undefined, close: Tally | undefined): boolean {
  return start !== undefined && close !== undefined && close.correct * start.total < start.correct * close.total;
}

/** The ids of at most three modules of which least was right, the least first; none of which all was right. */
export function modulesToReadAgain(byModule: Record<string, Tally>): string[] {
  const share = ({ correct, total }: Tally) => correct / total;
  return Object.entries(byModule)
    .filter(([, { correct, total }]) => correct < total)
    .sort(([, a], [, b]) => share(a) - share(b))
    .slice(0, 3)
    .map(([moduleId]) => moduleId);
}

/** What was gained between the two tests, in percentage points: the difference of the whole percents that stand beside it. */
export function gain(start: Tally, close: Tally): number {
  return Math.round((100 * close.correct) / close.total) - Math.round((100 * start.correct) / start.total);
}
