import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { coursesFile } from "#app/catalog/catalog.server.ts";
import { compileCourses, type Finding } from "#app/catalog/compile-courses.ts";

/**
 * Compiles `courses/` to `build/courses/`: the courses as one JSON file, the pictures under `gambar/`.
 * A reader never finds half of it. Answers what authors must mend.
 */
export async function buildCourses(): Promise<Finding[]> {
  const { courses, pictures, findings } = await compileCourses("courses");
  const folder = join(dirname(coursesFile), "gambar");
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of pictures) {
    if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), svg);
  }
  const draft = `${coursesFile}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(courses));
  renameSync(draft, coursesFile);
  const isStale = (file: string) => !pictures.has(file.replace(/\.(br|gz)$/, ""));
  for (const file of readdirSync(folder).filter(isStale)) rmSync(join(folder, file), { force: true });
  return findings;
}
