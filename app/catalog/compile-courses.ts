import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Question, Quiz } from "#app/learning/question.ts";
import { checkLesson } from "./check-lesson.ts";
import { type CompiledLesson, compileLesson, LessonError } from "./compile-lesson.ts";
import type { Course, Curriculum, LessonSummary, Module } from "./course.ts";
import { checkGuide, type Guide, guideSchema } from "./guide-file.ts";
import { assemblePicture } from "./picture.ts";
import { readQuizFile, withPictures } from "./quiz-file.ts";
import { lineOf, lineOfText } from "./text-line.ts";

/** Something that an author must mend. `file` is relative to the courses folder. */
export interface Finding {
  file: string;
  line: number;
  message: string;
}

export interface CompiledCourses {
  curricula: Curriculum[];
  lessons: Record<string, CompiledLesson>;
  quizzes: Record<string, Quiz>;
  /** By the id of the lesson. */
  guides: Record<string, Guide>;
}

export interface Compilation {
  courses: CompiledCourses;
  /** Assembled pictures by file name, such as `menyalakan-1.3fa2b1c0.svg`. */
  pictures: Map<string, string>;
  findings: Finding[];
}

/** Most compressed (brotli) bytes of one picture. */
const pictureBudget = 8 * 1024;

/**
 * Reads and compiles a whole courses folder. Faults of its files are findings, never exceptions. Courses
 * and modules marked `draft` are left out, unless `drafts` asks for them.
 */
export async function compileCourses(folder: string, { drafts = false } = {}): Promise<Compilation> {
  const compilation: Compilation = { courses: { curricula: [], lessons: {}, quizzes: {}, guides: {} }, pictures: new Map(), findings: [] };
  const reader = { folder, drafts, compilation, facts: readFacts(folder, compilation), kit: readFileSync(join(folder, "kit.svg"), "utf8") };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const curriculum = await readCurriculum(reader, join(folder, entry.name));
    if (curriculum) compilation.courses.curricula.push(curriculum);
  }
  checkQuizScreens(reader);
  return compilation;
}

interface Reader {
  folder: string;
  drafts: boolean;
  compilation: Compilation;
  facts: Map<string, string>;
  kit: string;
}

const curriculumSchema = z.strictObject({ id: z.string(), year: z.number().int(), title: z.string(), courses: z.array(z.string()) });
const draft = z.boolean().default(false);
const moduleSchema = z.strictObject({ draft, id: z.string(), slug: z.string(), title: z.string(), lessons: z.array(z.string()).min(1) });
const courseSchema = z.strictObject({ draft, id: z.string(), title: z.string(), modules: z.array(moduleSchema).min(1) });
const factsSchema = z.array(
  z.strictObject({ id: z.string(), text: z.string(), value: z.string(), source: z.string(), checked: z.iso.date(), review: z.iso.date() }),
);

function readFacts(folder: string, compilation: Compilation): Map<string, string> {
  const facts = readYaml({ folder, compilation }, join(folder, "facts.yaml"), factsSchema) ?? [];
  return new Map(facts.map((fact) => [fact.id, fact.value]));
}

async function readCurriculum(reader: Reader, folder: string): Promise<Curriculum | null> {
  const file = readYaml(reader, join(folder, "curriculum.yaml"), curriculumSchema);
  if (!file) return null;
  const courses: Course[] = [];
  for (const slug of file.courses) {
    const course = await readCourse(reader, join(folder, slug));
    if (course) courses.push(course);
  }
  return { id: file.id, slug: basename(folder), year: file.year, title: file.title, courses };
}

async function readCourse(reader: Reader, folder: string): Promise<Course | null> {
  const file = readYaml(reader, join(folder, "course.yaml"), courseSchema);
  if (!file || (file.draft && !reader.drafts)) return null;
  const modules: Module[] = [];
  for (const { lessons: slugs, draft: isDraft, ...module } of file.modules) {
    if (isDraft && !reader.drafts) continue;
    const lessons: LessonSummary[] = [];
    for (const slug of slugs) {
      const lesson = await readLesson(reader, join(folder, module.slug, `${slug}.mdx`));
      if (!lesson) continue;
      lessons.push(lesson);
      readGuide(reader, join(folder, module.slug, `${slug}.guide.yaml`), lesson.id, !file.draft && !isDraft);
    }
    readQuiz(reader, join(folder, module.slug, "quiz.yaml"), module.id);
    modules.push({ ...module, lessons });
  }
  return { id: file.id, slug: basename(folder), title: file.title, modules };
}

async function readLesson(reader: Reader, path: string): Promise<LessonSummary | null> {
  if (!existsSync(path)) return note(reader, path, 1, "the file is missing");
  const source = readFileSync(path, "utf8");
  try {
    const lesson = await compileLesson(source, {
      picture: (src) => readPicture(reader, path, source, src),
      fact: (id) => reader.facts.get(id) ?? note(reader, path, lineOf(source, `"${id}"`), `facts.yaml has no ${id}`) ?? id,
    });
    const { id, title, goal, pillar, competences, minutes } = lesson.frontmatter;
    if (reader.compilation.courses.lessons[id]) note(reader, path, 2, `the id ${id} is taken by another lesson`);
    reader.compilation.courses.lessons[id] = lesson;
    for (const { screen, message } of checkLesson(lesson)) note(reader, path, lineOf(source, `id="${screen}"`), `${screen}: ${message}`);
    return { id, slug: basename(path, ".mdx"), title, goal, pillar, competences, minutes };
  } catch (error) {
    if (error instanceof LessonError) return note(reader, path, lineOf(source, error.near), error.message);
    return note(reader, path, 1, `MDX: ${error instanceof Error ? error.message.split("\n").slice(0, 4).join(" ") : String(error)}`);
  }
}

function readGuide(reader: Reader, path: string, lessonId: string, isServed: boolean): void {
  if (!existsSync(path) && !isServed) return;
  const guide = readYaml(reader, path, guideSchema);
  if (!guide) return;
  const source = readFileSync(path, "utf8");
  if (guide.lesson !== lessonId) note(reader, path, lineOf(source, "lesson:"), `lesson is ${guide.lesson}, but the file belongs to ${lessonId}`);
  for (const { near, message } of checkGuide(guide)) note(reader, path, lineOfText(source, near), message);
  reader.compilation.courses.guides[lessonId] = guide;
}

function readPicture(reader: Reader, filePath: string, source: string, src: string): string {
  const path = join(filePath, "..", src);
  const line = lineOf(source, src);
  if (!existsSync(path)) return note(reader, filePath, line, `the picture ${src} is missing`) ?? "";
  try {
    const picture = assemblePicture(readFileSync(path, "utf8"), reader.kit);
    const bytes = brotliCompressSync(picture).length;
    if (bytes > pictureBudget) note(reader, path, 1, `${bytes} bytes compressed; at most ${pictureBudget}`);
    const name = `${basename(path, ".svg")}.${hashOf(picture)}.svg`;
    reader.compilation.pictures.set(name, picture);
    return `/gambar/${name}`;
  } catch (error) {
    return note(reader, path, 1, error instanceof Error ? error.message : String(error)) ?? "";
  }
}

function readQuiz(reader: Reader, path: string, moduleId: string): void {
  if (!existsSync(path)) return void note(reader, path, 1, "the file is missing");
  const source = readFileSync(path, "utf8");
  try {
    const quiz = readQuizFile(source);
    if (quiz.moduleId !== moduleId) note(reader, path, 1, `module is ${quiz.moduleId}, but the folder belongs to ${moduleId}`);
    const questions = quiz.questions.map((question) => withPictures(question, (src) => readPicture(reader, path, source, src)));
    reader.compilation.courses.quizzes[moduleId] = { moduleId: quiz.moduleId, questions, hash: hashOf(JSON.stringify(questions)) };
  } catch (error) {
    for (const message of (error instanceof Error ? error.message : String(error)).split("\n")) note(reader, path, 1, message);
  }
}

function checkQuizScreens({ compilation }: Reader): void {
  const { lessons, quizzes } = compilation.courses;
  const isTaught = (question: Question) => {
    const [lessonId = "", screen] = question.screen.split("#");
    return lessons[lessonId]?.screens.some((candidate) => candidate.id === screen) ?? false;
  };
  for (const quiz of Object.values(quizzes)) {
    for (const question of quiz.questions.filter((candidate) => !isTaught(candidate))) {
      compilation.findings.push({ file: `quiz of ${quiz.moduleId}`, line: 1, message: `${question.id}: no screen ${question.screen}` });
    }
  }
}

function readYaml<T>(reader: Pick<Reader, "folder" | "compilation">, path: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(path)) return note(reader, path, 1, "the file is missing");
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  for (const error of document.errors) note(reader, path, error.linePos?.[0].line ?? 1, `YAML: ${error.message.split("\n")[0]}`);
  if (document.errors.length > 0) return null;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) note(reader, path, lineAt(issue.path), [issue.path.join("."), issue.message].filter(Boolean).join(": "));
  return null;

  function lineAt(keys: readonly PropertyKey[]): number {
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return keys.length === 0 ? 1 : lineAt(keys.slice(0, -1));
  }
}

function note(reader: Pick<Reader, "folder" | "compilation">, path: string, line: number, message: string): null {
  reader.compilation.findings.push({ file: relative(reader.folder, path), line, message });
  return null;
}

function hashOf(content: string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}
