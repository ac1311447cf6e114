import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { coursesFile } from "#app/catalog/catalog.server.ts";
import { compileCourses, type Finding } from "#app/catalog/compile-courses.ts";

/** Compiles `courses/` to `build/courses/`: the courses as one JSON file, the pictures under `gambar/`. Answers what authors must mend. */
export async function buildCourses(): Promise<Finding[]> {
  const { courses, pictures, findings } = await compileCourses("courses");
  const folder = dirname(coursesFile);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "gambar"), { recursive: true });
  for (const [name, svg] of pictures) writeFileSync(join(folder, "gambar", name), svg);
  writeFileSync(coursesFile, JSON.stringify(courses));
  return findings;
}
