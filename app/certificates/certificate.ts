import type { CurriculumStructure } from "#app/catalog/course.ts";

/** All that a certificate says, fixed on the day it is issued. Dates are `YYYY-MM-DD`. */
export interface CertificateContent {
  /** Empty once its owner's data were deleted. */
  learnerName: string;
  village: string;
  district: string;
  regency: string;
  programName: string;
  ownerName: string;
  curriculumTitle: string;
  year: number;
  startedOn: string;
  finishedOn: string;
  minutes: number;
  signatoryName: string;
  signatoryTitle: string;
  courses: CreditedCourse[];
}

export interface CreditedCourse {
  title: string;
  modules: CreditedModule[];
}

export interface CreditedModule {
  title: string;
  /** On-screen minutes of the lessons that were done. */
  minutes: number;
  /** The best quiz result, 0 to 100; null where the quiz was withdrawn before it was taken. */
  percent: number | null;
  /** Skipped after the starting test, with a mentor's leave. Certificates issued before there was skipping lack it. */
  recognized?: true;
}

/** Minutes of one jam pelajaran (JP), the training hour in which Indonesian programmes count. */
export const minutesPerTrainingHour = 45;

/** Training hours (JP) of on-screen minutes, to one decimal. Domain section 7: 975 minutes are 21.7 JP. */
export function trainingHours(minutes: number): number {
  return Math.round((minutes / minutesPerTrainingHour) * 10) / 10;
}

interface Done {
  lessons: ReadonlySet<string>;
  quizzes: ReadonlySet<string>;
  /** Modules that a mentor let the learner skip. */
  skipped: ReadonlySet<string>;
}

/**
 * Whether everything that the pinned curriculum version asks for is done. A lesson or quiz that is
 * no longer served (`isServed` false) is not asked of anyone any more.
 */
export function isEarned(structure: CurriculumStructure, done: Done, isServed: (id: string) => boolean): boolean {
  return remainingWork(structure, done, isServed).length === 0;
}

/** What of a module is still to do. */
export interface RemainingModule {
  title: string;
  lessons: number;
  quiz: boolean;
}

/** The modules that still keep a certificate from being earned, in the curriculum's order. */
export function remainingWork(structure: CurriculumStructure, done: Done, isServed: (id: string) => boolean): RemainingModule[] {
  return structure.courses
    .flatMap((course) => course.modules)
    .filter(({ id }) => !done.skipped.has(id))
    .map((module) => ({
      title: module.title,
      lessons: module.lessons.filter(({ id }) => !done.lessons.has(id) && isServed(id)).length,
      quiz: !done.quizzes.has(module.id) && isServed(module.id),
    }))
    .filter(({ lessons, quiz }) => lessons > 0 || quiz);
}

/**
 * The material of the certificate's back: what this learner did, with the best result (0 to 100) of
 * each module. What was withdrawn before they came to it is neither listed nor counted; a skipped module
 * is listed as recognized.
 */
export function creditedCourses(
  structure: CurriculumStructure,
  record: { lessons: ReadonlySet<string>; bestPercents: ReadonlyMap<string, number>; skipped: ReadonlySet<string> },
): CreditedCourse[] {
  return structure.courses
    .map(({ title, modules }) => ({
      title,
      modules: modules
        .map((module) => ({
          title: module.title,
          minutes: sum(module.lessons.filter(({ id }) => record.lessons.has(id)).map(({ minutes }) => minutes)),
          percent: record.bestPercents.get(module.id) ?? null,
          ...(record.skipped.has(module.id) ? { recognized: true as const } : {}),
        }))
        .filter(({ minutes, percent, recognized }) => minutes > 0 || percent !== null || recognized),
    }))
    .filter(({ modules }) => modules.length > 0);
}

/** All on-screen minutes of the courses. */
export function minutesOf(courses: readonly CreditedCourse[]): number {
  return sum(courses.flatMap(({ modules }) => modules.map(({ minutes }) => minutes)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * The printed number, such as `0123/LD-T1/32.05/XI/2026`: running number, program and year of study,
 * regency, month in Roman numerals, year (Indonesian office convention, domain section 7).
 */
export function certificateNumber(parts: { serial: number; prefix: string; regencyCode: string; issuedOn: string }): string {
  const [year, month] = parts.issuedOn.split("-");
  const romanMonth = romanMonths[Number(month) - 1];
  return [String(parts.serial).padStart(4, "0"), parts.prefix, parts.regencyCode, romanMonth, year].join("/");
}

const romanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
