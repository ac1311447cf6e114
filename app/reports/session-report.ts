import { isThere, type Mark, timesAwayInARow } from "#app/attendance/attendance.ts";
import type { BoardLine, HelpReason } from "#app/mentoring/cohort-board.ts";
import type { StandingMark } from "#db/attendance.ts";
import type { HelpAsked, Work } from "#db/reports.ts";
import type { AttendanceStatus } from "#db/term-schema.ts";

/** A person on the roll, or who was on it when the session was. */
export interface Person {
  learnerId: string;
  /** Null for who is in the cohort no more. */
  enrollmentId: string | null;
  number: number;
  name: string;
  enrolledAt: Date | null;
}

export interface Gathered {
  people: readonly Person[];
  /** The session's own, the newest first. */
  marks: readonly Mark[];
  /** The cohort's sessions up to this one, in their order, without cancelled ones. */
  sessions: readonly { sessionId: string; startsAt: Date }[];
  standing: readonly StandingMark[];
  work: Work;
  help: readonly HelpAsked[];
  board: readonly BoardLine[];
  /** What a lesson or a module is called. */
  titleOf: (id: string) => string;
}

export interface QuizDone {
  title: string;
  correct: number;
  total: number;
  passed: boolean;
  onPaper: boolean;
}

/** A person at a session and what they did that day. */
export interface ReportLine {
  learnerId: string;
  number: number;
  name: string;
  /** Whether they are in the cohort still. */
  isHere: boolean;
  status: AttendanceStatus | null;
  minutes: number;
  reason: string | null;
  /** How many sessions in a row they were away, this one counted. */
  timesAway: number;
  lessons: string[];
  quizzes: QuizDone[];
  practices: number;
  practicesFinished: number;
}

export interface SessionReport {
  lines: ReportLine[];
  there: number;
  late: number;
  away: number;
  unmarked: number;
  /** The sum of all minutes attended. */
  minutes: number;
  lessons: number;
  quizzes: number;
  quizzesPassed: number;
  practices: number;
  /** Who needs a visit, the most urgent first. */
  visits: { learnerId: string; number: number; name: string; help: HelpReason }[];
  help: { asked: number; answered: number; medianMinutes: number | null };
}

/** All that a session's report tells. */
export function arrangeSessionReport(gathered: Gathered): SessionReport {
  const lines = gathered.people.map((person) => lineOf(person, gathered));
  const count = (isIt: (line: ReportLine) => boolean) => lines.filter(isIt).length;
  const sum = (of: (line: ReportLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    lines,
    there: count(({ status }) => status !== null && isThere(status)),
    late: count(({ status }) => status === "late"),
    away: count(({ status }) => status !== null && !isThere(status)),
    unmarked: count(({ status }) => status === null),
    minutes: sum((line) => line.minutes),
    lessons: sum((line) => line.lessons.length),
    quizzes: sum((line) => line.quizzes.length),
    quizzesPassed: sum((line) => line.quizzes.filter(({ passed }) => passed).length),
    practices: sum((line) => line.practices),
    visits: gathered.board.flatMap(({ learner: { learnerId, number, name }, help }) => (help ? [{ learnerId, number, name, help }] : [])),
    help: answering(gathered.help),
  };
}

function lineOf({ learnerId, enrollmentId, number, name, enrolledAt }: Person, { marks, sessions, standing, work, titleOf }: Gathered): ReportLine {
  const mark = marks.find((candidate) => candidate.learnerId === learnerId);
  const own = <Done extends { enrollmentId: string }>(done: readonly Done[]) => done.filter((one) => one.enrollmentId === enrollmentId);
  const noted = new Map(standing.filter((one) => one.learnerId === learnerId).map(({ sessionId, status }) => [sessionId, status]));
  const since = sessions.filter(({ sessionId, startsAt }) => noted.has(sessionId) || enrolledAt === null || startsAt >= enrolledAt);
  const practices = own(work.practices);
  return {
    learnerId,
    number,
    name,
    isHere: enrollmentId !== null,
    status: mark?.status ?? null,
    minutes: mark?.minutes ?? 0,
    reason: mark?.reason ?? null,
    timesAway: timesAwayInARow(since.map(({ sessionId }) => noted.get(sessionId) ?? null)),
    lessons: own(work.lessons).map(({ lessonId }) => titleOf(lessonId)),
    quizzes: own(work.quizzes).map(({ moduleId, correct, total, passed, onPaper }) => ({ title: titleOf(moduleId), correct, total, passed, onPaper })),
    practices: practices.length,
    practicesFinished: practices.filter(({ finished }) => finished).length,
  };
}

/** Minutes are whole, begun ones counted. The median of an even number is the lower of the two in the middle. */
function answering(help: readonly HelpAsked[]): SessionReport["help"] {
  const minutes = help.flatMap(({ askedAt, answeredAt }) => (answeredAt ? [Math.ceil((answeredAt.getTime() - askedAt.getTime()) / 60_000)] : [])).sort((a, b) => a - b);
  return { asked: help.length, answered: minutes.length, medianMinutes: minutes[Math.floor((minutes.length - 1) / 2)] ?? null };
}
