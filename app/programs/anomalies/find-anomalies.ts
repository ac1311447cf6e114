import { clockAt, type Zone } from "#app/mentoring/village-clock.ts";
import { leastGroup } from "../stages.ts";
import type { Anomaly, AnomalyKind, CoursesRead, DoneLesson, HandedIn, WorkOfDay } from "./anomaly.ts";
import { outsideHours } from "./outside-hours.ts";
import { sameAnswers } from "./same-answers.ts";

const seconds = 1000;
/** Quizzes of five people from one device within this time: signing in, reading and answering take each of them longer. */
const burst = 10 * 60 * seconds;
/** Three times as fast as those read who read much (200 words a minute). */
const mostWordsPerSecond = 10;
/** To touch one answer. */
const leastPerAnswer = 1 * seconds;
/** Lessons in a row, each marked as done before it can have been read. */
const leastFastLessons = 3;

/**
 * What of a cohort's day is worth a question. A finding is about at least five people: what one learner does is their
 * mentor's to see, and smaller groups are told to no lead. Rules:
 * - `device`: five or more people handed in quizzes on one device within 10 minutes;
 * - `answers`: five or more gave the same wrong answers, see `sameAnswers`;
 * - `speed`: five or more handed in their first sheet of a quiz before its words can have been read (10 words and one
 *   answer a second), or marked three lessons as done that fast which nobody of the cohort took longer for that day;
 * - `hours`: five or more worked outside their center's hours, see `outsideHours`;
 * - `night`: where no hours are recorded, five or more worked between 22 and 4 on the village's clock.
 */
export function findAnomalies(work: WorkOfDay, zone: Zone, courses: CoursesRead): Anomaly[] {
  const found: [AnomalyKind, ReadonlySet<string>][] = [
    ["device", fromOneDevice(work.quizzes)],
    ["answers", sameAnswers(work.quizzes, courses)],
    ["speed", new Set([...fastQuizzes(work.quizzes, courses), ...fastReaders(work, courses)])],
    work.center.hours.length > 0 ? ["hours", outsideHours(work, zone)] : ["night", atNight(work, zone)],
  ];
  return found.flatMap(([kind, people]) => (people.size >= leastGroup ? [{ kind, people: people.size }] : []));
}

function fromOneDevice(quizzes: readonly HandedIn[]): Set<string> {
  const known = quizzes.filter(({ device }) => device !== null).toSorted((one, other) => one.submittedAt.getTime() - other.submittedAt.getTime());
  const people = new Set<string>();
  for (const ofDevice of Map.groupBy(known, ({ device }) => device).values()) {
    ofDevice.forEach((first, index) => {
      const within = ofDevice.slice(index).filter(({ submittedAt }) => submittedAt.getTime() - first.submittedAt.getTime() <= burst);
      const burstOf = new Set(within.map(({ enrollmentId }) => enrollmentId));
      if (burstOf.size >= leastGroup) for (const one of burstOf) people.add(one);
    });
  }
  return people;
}

function fastQuizzes(quizzes: readonly HandedIn[], courses: CoursesRead): string[] {
  return quizzes
    .filter(({ isFirst, attemptId, moduleId, items, submittedAt }) => {
      const opened = openedAt(attemptId);
      if (!isFirst || opened === null) return false;
      const words = items.map(({ id }) => courses.wordsOfQuestion(moduleId, id));
      if (words.some((count) => count === undefined)) return false;
      const least = (words.reduce<number>((sum, count) => sum + (count ?? 0), 0) / mostWordsPerSecond) * seconds + items.length * leastPerAnswer;
      const taken = submittedAt.getTime() - opened;
      return taken >= 0 && taken < least;
    })
    .map(({ enrollmentId }) => enrollmentId);
}

/** The milliseconds since 1970 that a UUIDv7 begins with; null for any other id. */
function openedAt(formId: string): number | null {
  return formId[14] === "7" ? Number.parseInt(formId.replaceAll("-", "").slice(0, 12), 16) : null;
}

// A group that reads at one screen marks its lessons one after the other: a lesson that one of the cohort took the time for has been read.
function fastReaders({ lessons, quizzes }: WorkOfDay, courses: CoursesRead): string[] {
  const marks = lessons.map((lesson) => ({ ...lesson, isFast: isFastMark(lesson, lessons, quizzes, courses) }));
  const read = new Set(marks.filter(({ isFast }) => !isFast).map(({ lessonId }) => lessonId));
  const fast = Map.groupBy(marks.filter(({ lessonId }) => !read.has(lessonId)), ({ enrollmentId }) => enrollmentId);
  return [...fast].filter(([, ofLearner]) => ofLearner.length >= leastFastLessons).map(([enrollmentId]) => enrollmentId);
}

function isFastMark({ enrollmentId, lessonId, doneAt }: DoneLesson, lessons: readonly DoneLesson[], quizzes: readonly HandedIn[], courses: CoursesRead): boolean {
  const words = courses.wordsOfLesson(lessonId);
  const before = [...lessons.filter((one) => one.lessonId !== lessonId).map((one) => ({ ...one, at: one.doneAt })), ...quizzes.map((one) => ({ ...one, at: one.submittedAt }))]
    .filter((one) => one.enrollmentId === enrollmentId && one.at <= doneAt)
    .map(({ at }) => doneAt.getTime() - at.getTime());
  return words !== undefined && before.length > 0 && Math.min(...before) < (words / mostWordsPerSecond) * seconds;
}

function atNight({ quizzes, lessons }: WorkOfDay, zone: Zone): Set<string> {
  const work = [...quizzes.map((one) => ({ of: one.enrollmentId, at: one.submittedAt })), ...lessons.map((one) => ({ of: one.enrollmentId, at: one.doneAt }))];
  return new Set(
    work.flatMap(({ of, at }) => {
      const { time } = clockAt(at, zone);
      return time >= "22:00" || time < "04:00" ? [of] : [];
    }),
  );
}
