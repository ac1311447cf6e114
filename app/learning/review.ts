import { lessonOf } from "./draw-quiz.ts";
import type { Question } from "./question.ts";

/** Days from passing a module's quiz to each return of two of its questions (domain section 5: after about 2, 7 and 21 days). */
export const reviewDays = [2, 7, 21] as const;

/** How many questions return each time. */
export const questionsReviewed = 2;

const day = 24 * 60 * 60 * 1000;

/** Where a learner stands with a module that they have passed. */
export interface ReviewStanding {
  moduleId: string;
  passedAt: Date;
  /** How many of the returns were answered, and when the last one was. */
  rounds: number;
  lastAt: Date | null;
}

export interface DueReview {
  moduleId: string;
  /** 1, 2 or 3. */
  round: number;
}

/**
 * The return that waits the longest; none when nothing is due. Each is reckoned from the one before, so
 * that someone who was away for a month is not asked the same thing three days running.
 */
export function dueReview(standings: readonly ReviewStanding[], now: Date): DueReview | undefined {
  const due = standings
    .flatMap((standing) => {
      const dueAt = nextReturn(standing);
      return dueAt === undefined || dueAt > now.getTime() ? [] : [{ dueAt, moduleId: standing.moduleId, round: standing.rounds + 1 }];
    })
    .sort((one, other) => one.dueAt - other.dueAt || one.moduleId.localeCompare(other.moduleId));
  return due[0] && { moduleId: due[0].moduleId, round: due[0].round };
}

function nextReturn({ passedAt, rounds, lastAt }: ReviewStanding): number | undefined {
  const days = reviewDays[rounds];
  if (days === undefined) return undefined;
  if (!lastAt || rounds === 0) return passedAt.getTime() + days * day;
  return lastAt.getTime() + (days - (reviewDays[rounds - 1] ?? 0)) * day;
}

/**
 * Two questions of a module's bank, of two lessons where it has two: first those last answered wrongly,
 * then those not asked yet, then the rest. `lastCorrect` tells by question id how it last went; `random`
 * settles what is equal.
 */
export function chooseReview(bank: readonly Question[], lastCorrect: ReadonlyMap<string, boolean>, random: () => number): Question[] {
  const need = ({ id }: Question) => (lastCorrect.get(id) === false ? 0 : lastCorrect.has(id) ? 2 : 1);
  const ranked = bank
    .map((question) => ({ question, rank: need(question) + random() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ question }) => question);
  const first = ranked[0];
  if (!first) return [];
  const second = ranked.find((question) => lessonOf(question) !== lessonOf(first)) ?? ranked[1];
  return second ? [first, second] : [first];
}
