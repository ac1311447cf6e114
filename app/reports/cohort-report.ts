import { isThere } from "#app/attendance/attendance.ts";
import { type RemainingModule, remainingWork } from "#app/certificates/certificate.ts";
import type { CohortLearner } from "#app/mentoring/cohort-board.ts";
import type { RollLine, StandingMark } from "#db/attendance.ts";
import type { TermRecord } from "#db/reports.ts";

export type TermStanding = "certified" | "finished" | "learning" | "notBegun";

export interface Share {
  done: number;
  total: number;
}

/** What a learner has and has not done at the end of a term. */
export interface TermLine {
  learnerId: string;
  number: number;
  name: string;
  /** Sessions that they came to, of those at which somebody noted whether they came. */
  attended: Share;
  minutes: number;
  /** Those of skipped modules count as done, as on the board and for the learner; what is served no more is asked of nobody. */
  lessons: Share;
  /** Of what still counts: those of skipped modules are asked of nobody. */
  quizzes: Share;
  standing: TermStanding;
  lacks: Lack[];
}

/** What of a module is still to do. */
export interface Lack extends RemainingModule {
  /** Nothing of it was done yet. */
  isUntouched: boolean;
}

export interface CohortReport {
  lines: TermLine[];
  sum: { learners: number; attended: Share; minutes: number; lessons: Share; quizzes: Share; finished: number; certified: number };
}

interface Gathered {
  roll: readonly RollLine[];
  records: ReadonlyMap<string, TermRecord>;
  marks: readonly StandingMark[];
  learners: readonly CohortLearner[];
  isServed: (id: string) => boolean;
}

/** The cohort's learners by number, with what each still lacks. Page, PDF and CSV are all made of it. */
export function arrangeCohortReport(gathered: Gathered): CohortReport {
  const lines = gathered.roll.map((person) => lineOf(person, gathered));
  const count = (...standings: TermStanding[]) => lines.filter(({ standing }) => standings.includes(standing)).length;
  return {
    lines,
    sum: {
      learners: lines.length,
      attended: addUp(lines.map(({ attended }) => attended)),
      minutes: lines.reduce((total, { minutes }) => total + minutes, 0),
      lessons: addUp(lines.map(({ lessons }) => lessons)),
      quizzes: addUp(lines.map(({ quizzes }) => quizzes)),
      finished: count("finished", "certified"),
      certified: count("certified"),
    },
  };
}

function lineOf({ learnerId, enrollmentId, number, name }: RollLine, { records, marks, learners, isServed }: Gathered): TermLine {
  const record = records.get(enrollmentId);
  const own = marks.filter((mark) => mark.learnerId === learnerId);
  const came = own.filter(({ status }) => isThere(status));
  const learner = learners.find((one) => one.learnerId === learnerId);
  const { lessons, quizzes, lacks } = record ? workOf(record, isServed) : { lessons: none, quizzes: none, lacks: [] };
  const hasBegun = lessons.done > 0 || quizzes.done > 0 || came.length > 0 || Boolean(learner?.lastSeenAt);
  return {
    learnerId,
    number,
    name,
    attended: { done: came.length, total: own.length },
    minutes: came.reduce((total, { minutes }) => total + minutes, 0),
    lessons,
    quizzes,
    standing: learner?.certificateCode ? "certified" : learner?.completedAt ? "finished" : hasBegun ? "learning" : "notBegun",
    lacks,
  };
}

const none: Share = { done: 0, total: 0 };

function workOf({ structure, ...record }: TermRecord, isServed: (id: string) => boolean) {
  const done = { lessons: new Set(record.lessonIds), quizzes: new Set(record.passedModuleIds), skipped: new Set(record.skippedModuleIds) };
  const modules = structure.courses.flatMap((course) => course.modules);
  const asked = modules.filter(({ id }) => !done.skipped.has(id));
  const spared = modules.filter(({ id }) => done.skipped.has(id)).flatMap((module) => module.lessons).length;
  const isBegun = (module: (typeof asked)[number]) => done.quizzes.has(module.id) || module.lessons.some(({ id }) => done.lessons.has(id));
  const begun = new Set(asked.filter(isBegun).map(({ title }) => title));
  const lacks = remainingWork(structure, done, isServed).map((lack) => ({ ...lack, isUntouched: !begun.has(lack.title) }));
  const lessonsDone = asked.flatMap((module) => module.lessons).filter(({ id }) => done.lessons.has(id)).length + spared;
  const quizzesDone = asked.filter(({ id }) => done.quizzes.has(id)).length;
  const lessonsLeft = lacks.reduce((total, { lessons }) => total + lessons, 0);
  const quizzesLeft = lacks.filter(({ quiz }) => quiz).length;
  return { lacks, lessons: { done: lessonsDone, total: lessonsDone + lessonsLeft }, quizzes: { done: quizzesDone, total: quizzesDone + quizzesLeft } };
}

function addUp(shares: readonly Share[]): Share {
  return shares.reduce((sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }), none);
}
