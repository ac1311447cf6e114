import { compileCourses } from "#app/catalog/compile-courses.ts";

// `npm run courses:check -- --drafts` reads what is not served yet as well.
const { courses, pictures, findings } = await compileCourses("courses", { drafts: process.argv.includes("--drafts") });
for (const { file, line, message } of findings) console.log(`courses/${file}:${line} ${message}`);
const questions = Object.values(courses.quizzes).reduce((sum, quiz) => sum + quiz.questions.length, 0);
console.log(
  `${Object.keys(courses.lessons).length} lessons, ${questions} questions, ${pictures.size} pictures, ${findings.length} findings`,
);
process.exitCode = findings.length > 0 ? 1 : 0;
