import { type CurriculumStructure, requirementsOf } from "#app/catalog/course.ts";

/** All that a certificate says, fixed on the day it is issued. Dates are `YYYY-MM-DD`. */
export interface CertificateContent {
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
  /** Best quiz result of each module, in percent. */
  courses: { title: string; modules: { title: string; minutes: number; percent: number }[] }[];
}

/** Minutes of one jam pelajaran (JP), the training hour in which Indonesian programmes count. */
export const minutesPerTrainingHour = 45;

/** Training hours (JP) of on-screen minutes, to one decimal. Domain section 7: 975 minutes are 21.7 JP. */
export function trainingHours(minutes: number): number {
  return Math.round((minutes / minutesPerTrainingHour) * 10) / 10;
}

/**
 * Whether everything that the pinned curriculum version asks for is done. A lesson or quiz that is
 * no longer served (`isServed` false) is not asked of anyone any more.
 */
export function isEarned(
  structure: CurriculumStructure,
  done: { lessons: ReadonlySet<string>; quizzes: ReadonlySet<string> },
  isServed: (id: string) => boolean,
): boolean {
  const { lessonIds, moduleIds } = requirementsOf(structure);
  return (
    lessonIds.every((id) => done.lessons.has(id) || !isServed(id)) && moduleIds.every((id) => done.quizzes.has(id) || !isServed(id))
  );
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
