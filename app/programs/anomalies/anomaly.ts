import type { DrawnItem, QuizAnswers } from "#app/learning/quiz.ts";
import type { OpenDay } from "#app/mentoring/opening-hours.ts";

/** What may be asked about: one device, same answers, very fast, at night, outside opening hours. */
export const anomalyKinds = ["device", "answers", "speed", "night", "hours"] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

/** A quiz that a learner handed in themselves. */
export interface HandedIn {
  enrollmentId: string;
  /** The form's id, a UUIDv7 of the moment at which it was opened. */
  attemptId: string;
  moduleId: string;
  items: DrawnItem[];
  answers: QuizAnswers;
  submittedAt: Date;
  /** Known for the first days alone; null where it is not. */
  device: string | null;
  /** Whether the learner had not handed in this quiz before. */
  isFirst: boolean;
}

/** A lesson that a learner marked as done. */
export interface DoneLesson {
  enrollmentId: string;
  lessonId: string;
  doneAt: Date;
}

/** A quiz or a lesson that was done on a device which is paired with the cohort's center. */
export interface CenterWork {
  enrollmentId: string;
  doneAt: Date;
}

/** When a cohort's center was open: the hours of its week, none where they are not recorded, and what was planned to be held there. */
export interface CenterTimes {
  hours: readonly OpenDay[];
  sessions: readonly { startsAt: Date; minutes: number }[];
}

/** What a cohort did on one day. */
export interface WorkOfDay {
  quizzes: readonly HandedIn[];
  lessons: readonly DoneLesson[];
  atCenter: readonly CenterWork[];
  center: CenterTimes;
}

/** What the courses say; undefined for what is no longer served. */
export interface CoursesRead {
  /** An answer as one text, the same for everyone who answered the same, and whether it is right. */
  readAnswer(moduleId: string, questionId: string, answer: readonly string[]): { text: string; isRight: boolean } | undefined;
  wordsOfQuestion(moduleId: string, questionId: string): number | undefined;
  wordsOfLesson(lessonId: string): number | undefined;
}

/** Something of a day to ask about, and how many people of the cohort it is about. */
export interface Anomaly {
  kind: AnomalyKind;
  people: number;
}
