import { checkCourses } from "#app/catalog/check-courses.server.ts";
import { overdueFacts } from "#app/catalog/check-links.ts";

// `npm run courses:check -- --drafts` tells what is found in courses and modules that are not served yet as well.
const checked = await checkCourses("courses", { drafts: process.argv.includes("--drafts") });
const { courses, pictures, findings } = checked;
for (const { file, line, message } of findings) console.log(`courses/${file}:${line} ${message}`);
for (const { file, line, message } of overdueFacts(checked, new Date().toISOString().slice(0, 10))) console.log(`warning: courses/${file}:${line} ${message}`);
const questions = Object.values(courses.quizzes).reduce((sum, quiz) => sum + quiz.questions.length, 0);
console.log(
  `${Object.keys(courses.lessons).length} lessons, ${questions} questions, ${Object.keys(courses.guides).length} guides, ${pictures.size} pictures, ${findings.length} findings`,
);
process.exitCode = findings.length > 0 ? 1 : 0;
