import { dayOf } from "#app/i18n/locale.ts";

/** A learner of a cohort with all that their mentor needs to know. Days are reckoned on the programmes' wall clock. */
export interface CohortLearner {
  learnerId: string;
  number: number;
  name: string;
  enrolledAt: Date;
  lastSeenAt: Date | null;
  lessonsDone: number;
  lessonsTotal: number;
  lastQuiz: { moduleTitle: string; correct: number; total: number; passed: boolean } | null;
  /** The quiz never passed that was tried most often; null when there is none. */
  failingQuiz: { moduleTitle: string; tries: number } | null;
  /** When a lesson was last finished or a quiz last handed in. */
  lastProgressAt: Date | null;
  completedAt: Date | null;
  /** The certificate that was issued, unless it was revoked. */
  certificateCode: string | null;
}

/** Why a learner needs help. `days` and `tries` are whole numbers. */
export type HelpReason =
  | { kind: "never-came"; days: number }
  | { kind: "not-seen"; days: number }
  | { kind: "failing-quiz"; moduleTitle: string; tries: number }
  | { kind: "no-progress"; days: number };

/** Villages meet about once a week: whoever misses a whole week misses a meeting. */
const absentDays = 7;
const failedTries = 2;
const idleDays = 3;

/**
 * Why a learner needs help on the day `today` (`YYYY-MM-DD`); null when they do not. The first that holds:
 *
 * 1. `never-came`: enrolled 7 days ago or more and not seen since.
 * 2. `not-seen`: last seen 7 days ago or more.
 * 3. `failing-quiz`: failed the same quiz twice or more and never passed it.
 * 4. `no-progress`: at the last visit, 3 days or more had gone by without a lesson or quiz finished. On the
 *    day of a visit it takes more than 7: a week has passed since the last meeting, and this one has only begun.
 *
 * A learner who has finished never needs help.
 */
export function needsHelp(learner: CohortLearner, today: string): HelpReason | null {
  if (isFinished(learner)) return null;
  const enrolledOn = dayOf(learner.enrolledAt);
  const seenOn = learner.lastSeenAt && dayOf(learner.lastSeenAt);
  if (!seenOn || seenOn < enrolledOn) return absence("never-came", enrolledOn, today) ?? failure(learner);
  return absence("not-seen", seenOn, today) ?? failure(learner) ?? idleness(learner, seenOn, today);
}

/** Whether the learner has done all that their curriculum asks for. */
export function isFinished(learner: CohortLearner): boolean {
  return learner.completedAt !== null;
}

function absence(kind: "never-came" | "not-seen", since: string, today: string): HelpReason | null {
  const days = daysBetween(since, today);
  return days >= absentDays ? { kind, days } : null;
}

function failure({ failingQuiz }: CohortLearner): HelpReason | null {
  return failingQuiz && failingQuiz.tries >= failedTries ? { kind: "failing-quiz", ...failingQuiz } : null;
}

function idleness(learner: CohortLearner, seenOn: string, today: string): HelpReason | null {
  const days = daysBetween(dayOf(learner.lastProgressAt ?? learner.enrolledAt), seenOn);
  return days >= (seenOn === today ? absentDays + 1 : idleDays) ? { kind: "no-progress", days } : null;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export interface BoardLine {
  learner: CohortLearner;
  help: HelpReason | null;
}

export interface Board {
  lines: BoardLine[];
  learners: number;
  needingHelp: number;
  finished: number;
}

/**
 * The board of a cohort on the day `today`: who needs help first, the most urgent on top (in the order of
 * the rules of `needsHelp`; under the same rule the longest or most often), then everybody else by name.
 */
export function arrangeBoard(learners: readonly CohortLearner[], today: string): Board {
  const lines = learners.map((learner) => ({ learner, help: needsHelp(learner, today) }));
  return {
    lines: lines.sort(byUrgency),
    learners: lines.length,
    needingHelp: lines.filter((line) => line.help).length,
    finished: learners.filter(isFinished).length,
  };
}

function byUrgency(a: BoardLine, b: BoardLine): number {
  return urgency(b.help) - urgency(a.help) || weight(b.help) - weight(a.help) || byName(a.learner, b.learner);
}

function urgency(help: HelpReason | null): number {
  return help ? urgencies[help.kind] : 0;
}

const urgencies: Record<HelpReason["kind"], number> = { "never-came": 4, "not-seen": 3, "failing-quiz": 2, "no-progress": 1 };

function weight(help: HelpReason | null): number {
  if (!help) return 0;
  return help.kind === "failing-quiz" ? help.tries : help.days;
}

function byName(a: CohortLearner, b: CohortLearner): number {
  return a.name.localeCompare(b.name, "id") || a.number - b.number;
}
