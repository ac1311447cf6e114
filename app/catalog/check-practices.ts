import type { Compilation, Finding } from "./compile-courses.ts";
import { modulePlaces } from "./course-place.ts";
import { lineOf } from "./text-line.ts";

/** Lessons of served modules that have no practice; compiling tells of practices that cannot be played. */
export function checkPractices({ courses, sources, draftFolders }: Compilation): Finding[] {
  return modulePlaces(courses)
    .filter(({ folder }) => !draftFolders.some((draft) => `${folder}/`.startsWith(`${draft}/`)))
    .flatMap(({ lessons }) => lessons)
    .filter(({ lesson }) => lesson.practice === null)
    .map(({ file }) => ({ file, line: lineOf(sources.get(file) ?? "", 'part="alone"'), message: "the lesson has no <Practice>" }));
}
