import { readdirSync } from "node:fs";
import { checkFacts, checkLinks } from "./check-links.ts";
import { checkPractices } from "./check-practices.ts";
import { checkQuizzes } from "./check-quizzes.ts";
import { checkReading } from "./check-reading.ts";
import { checkSpelling } from "./check-spelling.ts";
import { type Compilation, compileCourses, type CompileOptions, type Finding } from "./compile-courses.ts";
import { loadDictionary } from "./dictionary.server.ts";

/**
 * Compiles and checks a whole courses folder, drafts too. `findings` is everything that authors must mend, by file and
 * line; what is found in drafts is told only when `drafts` asks for it.
 */
export async function checkCourses(folder: string, { drafts = false, bundles }: CompileOptions = {}): Promise<Compilation> {
  const compilation = await compileCourses(folder, { drafts: true, ...(bundles ? { bundles } : {}) });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  const findings = [
    ...compilation.findings,
    ...checkReading(compilation),
    ...checkSpelling(compilation, loadDictionary(folder)),
    ...checkQuizzes(compilation),
    ...checkPractices(compilation),
    ...checkLinks(compilation, files),
    ...checkFacts(compilation),
  ];
  const isTold = ({ file }: Finding) => drafts || !compilation.draftFolders.some((draft) => file.startsWith(`${draft}/`));
  return { ...compilation, findings: findings.filter(isTold).sort(byPlace) };
}

function byPlace(one: Finding, other: Finding): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
}
