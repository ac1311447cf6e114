import { writeFileSync } from "node:fs";
import { checkCourses, idsAccepted, isWhole, readmeWritten } from "#app/catalog/check-courses.server.ts";
import { overdueFacts } from "#app/catalog/check-links.ts";

/**
 * `npm run courses:check` prints what authors must mend, and ends with 1 when there is anything. After `--`:
 * `--drafts` tells what is found in courses and modules that are not served yet as well, `--write` writes the coverage
 * tables of courses/README.md, `--accept` adds the ids of what is served to courses/ids.txt.
 */
const asked = new Set(process.argv.slice(2));
const unknown = [...asked].filter((one) => !["--drafts", "--write", "--accept"].includes(one));
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(" ")}; there are --drafts, --write and --accept`);

const bundles = new Map();
const options = { drafts: asked.has("--drafts"), bundles };
let checked = await checkCourses("courses", options);
if (asked.has("--write")) writeFileSync("courses/README.md", readmeWritten("courses", checked));
if (asked.has("--accept")) writeFileSync("courses/ids.txt", idsAccepted("courses", checked));
if (asked.has("--write") || asked.has("--accept")) checked = await checkCourses("courses", options);

const { courses, pictures, findings } = checked;
for (const { file, line, message } of findings) console.log(`courses/${file}:${line} ${message}`);
for (const { file, line, message } of overdueFacts(checked, new Date().toISOString().slice(0, 10))) console.log(`warning: courses/${file}:${line} ${message}`);
if (!isWhole(checked)) console.log("Links, questions, ids and coverage are checked once every lesson and quiz can be read.");
const questions = Object.values(courses.quizzes).reduce((sum, quiz) => sum + quiz.questions.length, 0);
console.log(
  `${Object.keys(courses.lessons).length} lessons, ${questions} questions, ${Object.keys(courses.guides).length} guides, ${pictures.size} pictures, ${findings.length} ${findings.length === 1 ? "finding" : "findings"}`,
);
process.exitCode = findings.length > 0 ? 1 : 0;
