import { checkCourses } from "#app/catalog/check-courses.server.ts";
import type { Compilation, Finding } from "#app/catalog/compile-courses.ts";
import type { Bundle } from "#app/catalog/compile-lesson.ts";
import { type LessonOfModule, type ModulePlace, modulePlaces } from "#app/catalog/course-place.ts";

/** The courses as they were in the files when something last changed. */
export interface PreviewedCourses {
  readAgain(): Promise<void>;
  places(): ModulePlace[];
  picture(name: string): string | undefined;
  /** What authors must mend in these files; in all of them when none is named. */
  findingsIn(files?: readonly string[]): Finding[];
}

/** Reads a courses folder with its drafts, and once more whenever it is asked to. What cannot be read leaves what was read before, and a finding. */
export async function readCourses(folder: string): Promise<PreviewedCourses> {
  const bundles = new Map<string, Bundle>();
  let checked: Compilation | undefined;
  let broken: Finding[] = [];
  const read = async () => {
    try {
      checked = await checkCourses(folder, { drafts: true, bundles });
      broken = [];
    } catch (error) {
      broken = [{ file: "", line: 1, message: error instanceof Error ? error.message : String(error) }];
    }
  };
  await read();
  let reading = Promise.resolve();
  return {
    readAgain: () => (reading = reading.then(read)),
    places: () => (checked ? modulePlaces(checked.courses) : []),
    picture: (name) => checked?.pictures.get(name),
    findingsIn: (files) => [...broken, ...(checked?.findings ?? []).filter(({ file }) => !files || files.includes(file))],
  };
}

/** The lesson at `/belajar/:course/:lesson`, if it could be compiled. */
export function findLesson(places: readonly ModulePlace[], course: string, slug: string): { place: ModulePlace; lesson: LessonOfModule } | undefined {
  for (const place of places.filter((one) => one.course.slug === course)) {
    const lesson = place.lessons.find(({ summary }) => summary.slug === slug);
    if (lesson) return { place, lesson };
  }
  return undefined;
}
