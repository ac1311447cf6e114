import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFacts, checkLinks } from "./check-links.ts";
import { checkPractices } from "./check-practices.ts";
import { checkQuizzes } from "./check-quizzes.ts";
import { checkReading } from "./check-reading.ts";
import { checkSpelling } from "./check-spelling.ts";
import { type Compilation, compileCourses, type CompileOptions, type Finding } from "./compile-courses.ts";
import { modulePlaces } from "./course-place.ts";
import { checkCoverage, withCoverage } from "./coverage.ts";
import { loadDictionary } from "./dictionary.server.ts";
import { acceptIds, checkIds } from "./published-ids.ts";
import { lineOf } from "./text-line.ts";

/**
 * Compiles and checks a whole courses folder, drafts too. `findings` is everything that authors must mend, by file and
 * line; what is found in drafts is told only when `drafts` asks for it.
 */
export async function checkCourses(folder: string, { drafts = false, bundles }: CompileOptions = {}): Promise<Compilation> {
  const compilation = await compileCourses(folder, { drafts: true, ...(bundles ? { bundles } : {}) });
  const findings = [
    ...compilation.findings,
    ...checkReading(compilation),
    ...checkSpelling(compilation, loadDictionary(folder)),
    ...checkPractices(compilation),
    ...(isWhole(compilation) ? checkTogether(folder, compilation, drafts) : []),
  ];
  const isTold = ({ file }: Finding) => drafts || !compilation.draftFolders.some((draft) => file.startsWith(`${draft}/`));
  return { ...compilation, findings: findings.filter(isTold).sort(byPlace) };
}

/** Whether every lesson and quiz could be read. What could not would be missing everywhere else: it is told alone. */
export function isWhole({ courses, sources }: Compilation): boolean {
  const places = modulePlaces(courses);
  const read = [...sources.keys()];
  return (
    read.filter((file) => file.endsWith(".mdx")).length === places.reduce((sum, { lessons }) => sum + lessons.length, 0) &&
    read.filter((file) => file.endsWith("/quiz.yaml")).length === places.filter(({ quiz }) => quiz).length
  );
}

function checkTogether(folder: string, compilation: Compilation, drafts: boolean): Finding[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  return [
    ...checkQuizzes(compilation),
    ...checkLinks(compilation, files),
    ...checkFacts(compilation),
    ...checkIds(compilation, read(folder, "ids.txt")),
    ...(drafts || compilation.draftFolders.length === 0 ? checkCoverage(compilation) : []),
    ...checkReadme(compilation, read(folder, "README.md")),
  ];
}

/** `ids.txt` as it is once the ids of everything that is served are added to it. */
export function idsAccepted(folder: string, compilation: Compilation): string {
  return acceptIds(compilation, read(folder, "ids.txt"));
}

/** The README with the coverage tables of now. */
export function readmeWritten(folder: string, compilation: Compilation): string {
  const readme = read(folder, "README.md");
  return withCoverage(readme, compilation) ?? readme;
}

function checkReadme(compilation: Compilation, readme: string): Finding[] {
  const written = withCoverage(readme, compilation);
  if (written === null || written === readme) return [];
  return [{ file: "README.md", line: lineOf(readme, "<!-- coverage"), message: "the coverage tables are out of date: npm run courses:check -- --write" }];
}

function read(folder: string, name: string): string {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function byPlace(one: Finding, other: Finding): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
}
