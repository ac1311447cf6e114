import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Question, Quiz } from "#app/learning/question.ts";
import type { YearTestKind, YearTests } from "#app/learning/year-test.ts";
import { type Bundle, type CompiledLesson, compileLesson, LessonError } from "./compile-lesson.ts";
import type { Audience, Course, Curriculum, LessonSummary, Module, Syllabus } from "./course.ts";
import { hashOf, nameOf, note, readPicture, readSource, readYaml, type Reader } from "./course-reader.server.ts";
import { type Guide, guideSchema } from "./guide-file.ts";
import { QuizFileError, readQuizFile, withPictures } from "./quiz-file.ts";
import { readTestsFile } from "./year-test-file.ts";
import { lineOf } from "./text-line.ts";

/** Something that an author must mend. `file` is relative to the courses folder, with `/` between its parts. */
export interface Finding {
  file: string;
  line: number;
  message: string;
}

export interface CompiledCourses {
  /** The learners' years. */
  curricula: Curriculum[];
  /** What mentors learn; nothing of it is in a learner's curriculum. */
  mentorCurricula: Syllabus[];
  lessons: Record<string, CompiledLesson>;
  quizzes: Record<string, Quiz>;
  /** By the id of the lesson; there are none for the mentors' own lessons. */
  guides: Record<string, Guide>;
  /** The starting and the closing test by curriculum id; none while the curriculum has drafts. */
  tests: Record<string, YearTests>;
  facts: Fact[];
}

export interface Compilation {
  courses: CompiledCourses;
  /** Assembled pictures by file name, such as `menyalakan-1.3fa2b1c0.svg`. */
  pictures: Map<string, string>;
  findings: Finding[];
  usedFacts: Set<string>;
  /** The text of every file that was read, by its name from the courses folder. */
  sources: Map<string, string>;
  /** Folders, from the courses folder, of courses and modules that are marked `draft`. */
  draftFolders: string[];
}

export interface CompileOptions {
  /** Courses and modules marked `draft` are read too. */
  drafts?: boolean;
  /** Remembers the MDX that was bundled from one call to the next. */
  bundles?: Map<string, Bundle>;
}

/**
 * Reads and compiles a whole courses folder. Faults of its files are findings, never exceptions. What makes
 * a text hard to read or wrongly spelled is left to `checkCourses`.
 */
export async function compileCourses(folder: string, { drafts = false, bundles = new Map<string, Bundle>() }: CompileOptions = {}): Promise<Compilation> {
  const compilation: Compilation = {
    courses: { curricula: [], mentorCurricula: [], lessons: {}, quizzes: {}, guides: {}, tests: {}, facts: [] },
    pictures: new Map(),
    findings: [],
    usedFacts: new Set(),
    sources: new Map(),
    draftFolders: [],
  };
  const reader = { folder, drafts, bundles, compilation, kit: "" };
  reader.kit = readSource(reader, join(folder, "kit.svg")) ?? "";
  compilation.courses.facts = readYaml(reader, join(folder, "facts.yaml"), factsSchema) ?? [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    await readCurriculum(reader, join(folder, entry.name));
  }
  return compilation;
}

const syllabusFields = { id: z.string(), title: z.string(), courses: z.array(z.string()) };
const curriculumSchema = z.discriminatedUnion("audience", [
  z.strictObject({ ...syllabusFields, audience: z.literal("learners").optional(), year: z.number().int() }),
  z.strictObject({ ...syllabusFields, audience: z.literal("mentors") }),
]);
const draft = z.boolean().default(false);
const moduleSchema = z.strictObject({ draft, id: z.string(), slug: z.string(), title: z.string(), lessons: z.array(z.string()).min(1) });
const courseSchema = z.strictObject({ draft, id: z.string(), title: z.string(), modules: z.array(moduleSchema).min(1) });
const factSchema = z.strictObject({ id: z.string(), text: z.string(), value: z.string(), source: z.string(), checked: z.iso.date(), review: z.iso.date() });
const factsSchema = z.array(factSchema);

/** A value that somebody else may change. Dates are ISO dates. */
export type Fact = z.infer<typeof factSchema>;

async function readCurriculum(reader: Reader, folder: string): Promise<void> {
  const file = readYaml(reader, join(folder, "curriculum.yaml"), curriculumSchema);
  if (!file) return;
  const courses: Course[] = [];
  for (const slug of file.courses) {
    const course = await readCourse(reader, join(folder, slug), file.audience ?? "learners");
    if (course) courses.push(course);
  }
  const syllabus = { id: file.id, slug: basename(folder), title: file.title, courses };
  if (file.audience === "mentors") return void reader.compilation.courses.mentorCurricula.push(syllabus);
  readTests(reader, join(folder, "tests.yaml"), syllabus);
  reader.compilation.courses.curricula.push({ ...syllabus, year: file.year });
}

async function readCourse(reader: Reader, folder: string, audience: Audience): Promise<Course | null> {
  const file = readYaml(reader, join(folder, "course.yaml"), courseSchema);
  if (!file || isLeftOut(reader, folder, file.draft)) return null;
  const modules: Module[] = [];
  for (const { lessons: slugs, draft: isDraft, ...module } of file.modules) {
    if (isLeftOut(reader, join(folder, module.slug), isDraft)) continue;
    modules.push({ ...module, lessons: await readModule(reader, join(folder, module.slug), { moduleId: module.id, slugs, audience }) });
  }
  return { id: file.id, slug: basename(folder), title: file.title, modules };
}

function isLeftOut(reader: Reader, folder: string, isDraft: boolean): boolean {
  if (isDraft) reader.compilation.draftFolders.push(nameOf(reader, folder));
  return isDraft && !reader.drafts;
}

async function readModule(reader: Reader, folder: string, { moduleId, slugs, audience }: { moduleId: string; slugs: readonly string[]; audience: Audience }): Promise<LessonSummary[]> {
  const lessons: LessonSummary[] = [];
  for (const slug of slugs) {
    const lesson = await readLesson(reader, join(folder, `${slug}.mdx`));
    if (!lesson) continue;
    lessons.push(lesson);
    if (audience === "learners") readGuide(reader, join(folder, `${slug}.guide.yaml`), lesson.id);
  }
  readQuiz(reader, join(folder, "quiz.yaml"), moduleId);
  return lessons;
}

async function readLesson(reader: Reader, path: string): Promise<LessonSummary | null> {
  const source = readSource(reader, path);
  if (source === null) return null;
  try {
    const surroundings = { picture: (src: string) => readPicture(reader, path, source, src), fact: (id: string) => readFact(reader, path, source, id) };
    const lesson = await compileLesson(source, surroundings, reader.bundles);
    const { id, title, goal, pillar, competences, minutes } = lesson.frontmatter;
    if (reader.compilation.courses.lessons[id]) note(reader, path, 2, `the id ${id} is taken by another lesson`);
    reader.compilation.courses.lessons[id] = lesson;
    return { id, slug: basename(path, ".mdx"), title, goal, pillar, competences, minutes };
  } catch (error) {
    if (error instanceof LessonError) return note(reader, path, lineOf(source, error.near), error.message);
    const { line, message } = mdxFault(source, error instanceof Error ? error.message : String(error));
    return note(reader, path, line, `MDX: ${message}`);
  }
}

/** What an error of MDX, of esbuild or of rendering says, in one line, and where. */
function mdxFault(source: string, error: string): { line: number; message: string } {
  const unclosed = /(Expected a closing tag for `<\w+>`) \((\d+):\d+-\d+:\d+\)/.exec(error);
  if (unclosed) return { line: Number(unclosed[2]), message: unclosed[1] ?? "" };
  const told = /^\s+(\d+):\d+(?:-\d+:\d+)?: (.+)$/m.exec(error) ?? /\.mdx:(\d+):\d+: ERROR: (.+)$/m.exec(error);
  if (told) return { line: Number(told[1]), message: told[2] ?? "" };
  const [, component] = /component `(\w+)`/.exec(error) ?? [];
  return { line: component ? lineOf(source, `<${component}`) : 1, message: component ? `there is no component ${component}` : (error.split("\n")[0] ?? "") };
}

function readFact(reader: Reader, path: string, source: string, id: string): string {
  const fact = reader.compilation.courses.facts.find((one) => one.id === id);
  if (!fact) note(reader, path, lineOf(source, `"${id}"`), `facts.yaml has no ${id}`);
  reader.compilation.usedFacts.add(id);
  return fact?.value ?? id;
}

function readGuide(reader: Reader, path: string, lessonId: string): void {
  const guide = readYaml(reader, path, guideSchema);
  if (!guide) return;
  if (guide.lesson !== lessonId) {
    note(reader, path, lineOf(readFileSync(path, "utf8"), "lesson:"), `lesson is ${guide.lesson}, but the file belongs to ${lessonId}`);
  }
  reader.compilation.courses.guides[lessonId] = guide;
}

function readQuiz(reader: Reader, path: string, moduleId: string): void {
  const source = readSource(reader, path);
  if (source === null) return;
  try {
    const quiz = readQuizFile(source);
    if (quiz.moduleId !== moduleId) note(reader, path, lineOf(source, "module:"), `module is ${quiz.moduleId}, but the folder belongs to ${moduleId}`);
    const questions = quiz.questions.map((question: Question) => withPictures(question, (src) => readPicture(reader, path, source, src)));
    reader.compilation.courses.quizzes[moduleId] = { moduleId: quiz.moduleId, questions, hash: hashOf(JSON.stringify(questions)) };
  } catch (error) {
    noteFaults(reader, path, error);
  }
}

/** Left out, like a draft, while some of what it asks about is one. */
function readTests(reader: Reader, path: string, { id, slug, courses }: Syllabus): void {
  const hasDrafts = reader.compilation.draftFolders.some((folder) => folder.startsWith(`${slug}/`));
  if (!existsSync(path) || (!reader.drafts && hasDrafts)) return;
  const source = readSource(reader, path) ?? "";
  const lessons = courses.flatMap((course) => course.modules.flatMap((module) => module.lessons));
  const written = [...reader.compilation.sources.keys()].filter((file) => file.startsWith(`${slug}/`) && file.endsWith(".mdx"));
  const pillarOf = (lessonId: string) => lessons.find((lesson) => lesson.id === lessonId)?.pillar;
  try {
    const { start, close } = readTestsFile(source, written.length === lessons.length ? pillarOf : null);
    const testOf = (kind: YearTestKind, questions: Question[]): Quiz => ({ moduleId: `${id}-${kind}`, questions, hash: hashOf(JSON.stringify(questions)) });
    reader.compilation.courses.tests[id] = { start: testOf("start", start), close: testOf("close", close) };
  } catch (error) {
    noteFaults(reader, path, error);
  }
}

function noteFaults(reader: Reader, path: string, error: unknown): void {
  if (!(error instanceof QuizFileError)) return void note(reader, path, 1, error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  for (const { line, message } of error.faults) note(reader, path, line, message);
}
