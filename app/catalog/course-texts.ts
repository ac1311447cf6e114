import type { Question } from "#app/learning/question.ts";
import type { Compilation } from "./compile-courses.ts";
import type { LessonScreen } from "./compile-lesson.ts";
import { type LessonOfModule, modulePlaces } from "./course-place.ts";
import { guideTexts } from "./guide-file.ts";
import { lineOf } from "./text-line.ts";

/** A text that somebody reads. It stands in `file` at line `from` or below. */
export interface CourseText {
  kind: "title" | "screen" | "alt" | "practice" | "quiz" | "guide" | "fact";
  text: string;
  file: string;
  from: number;
}

/** Everything that a learner or a mentor reads, in the order of the curriculum. */
export function textsOf({ courses, sources }: Compilation): CourseText[] {
  const source = (file: string) => sources.get(file) ?? "";
  const places = modulePlaces(courses);
  return [
    ...courses.facts.flatMap(({ id, text, value }) => {
      const from = lineOf(source("facts.yaml"), `id: ${id}`);
      return [text, value].map((one): CourseText => ({ kind: "fact", text: one, file: "facts.yaml", from }));
    }),
    ...[...courses.curricula, ...courses.mentorCurricula].flatMap(({ slug, title, courses: inside }) => [
      titled(title, `${slug}/curriculum.yaml`),
      ...inside.flatMap((course) => [course.title, ...course.modules.map((module) => module.title)].map((one) => titled(one, `${slug}/${course.slug}/course.yaml`))),
    ]),
    ...courses.curricula.flatMap(({ id, slug }) =>
      Object.values(courses.tests[id] ?? {}).flatMap(({ questions }) => quizTexts(questions, `${slug}/tests.yaml`, source(`${slug}/tests.yaml`))),
    ),
    ...places.flatMap((place) => [...place.lessons.flatMap((lesson) => lessonTexts(lesson, source(lesson.file))), ...quizTexts(place.quiz?.questions ?? [], place.quizFile, source(place.quizFile))]),
  ];
}

function titled(text: string, file: string): CourseText {
  return { kind: "title", text, file, from: 1 };
}

function lessonTexts({ summary, lesson, file, guide, guideFile }: LessonOfModule, source: string): CourseText[] {
  const alone = lineOf(source, "<Practice");
  return [
    ...[summary.title, summary.goal].map((text) => titled(text, file)),
    ...lesson.screens.flatMap((screen) => {
      const from = lineOf(source, `id="${screen.id}"`);
      return [{ kind: "screen" as const, text: plainText(screen), file, from }, ...altTexts(screen.html).map((text) => ({ kind: "alt" as const, text, file, from }))];
    }),
    ...practiceTexts(lesson.practice?.config).map((text) => ({ kind: "practice" as const, text, file, from: alone })),
    ...(guide ? guideTexts(guide) : []).map((text) => ({ kind: "guide" as const, text, file: guideFile, from: 1 })),
  ];
}

function quizTexts(questions: readonly Question[], file: string, source: string): CourseText[] {
  return questions.flatMap((question) => {
    const from = lineOf(source, `id: ${question.id}`);
    return questionTexts(question).map((text): CourseText => ({ kind: "quiz", text, file, from }));
  });
}

/** What a question says. Typed answers to `short` are left out: learners write them as they like. */
export function questionTexts(question: Question): string[] {
  switch (question.kind) {
    case "order":
      return [question.ask, ...question.steps.map(({ text }) => text), question.feedback];
    case "pairs":
      return [question.ask, ...question.pairs.flatMap(({ left, right }) => [left, right]), question.feedback];
    case "picture":
      return [question.ask, ...question.options.flatMap(({ alt, feedback }) => [alt, feedback])];
    case "hotspot":
      return [question.ask, question.alt, ...question.spots.flatMap(({ label, feedback }) => [label, feedback])];
    case "short":
      return [question.ask, question.feedback];
    case "truth":
      return [question.ask, ...question.reasons.flatMap(({ text, feedback }) => [text, feedback])];
    case "sort":
      return [question.ask, ...question.groups.map(({ name }) => name), ...question.cards.map(({ text }) => text), question.feedback];
    default:
      return [question.ask, ...question.options.flatMap(({ text, feedback }) => [text, feedback])];
  }
}

/** What a practice's config says to learners: all its strings but codes, such as ids, addresses and names of drawings. */
export function practiceTexts(config: unknown, name = ""): string[] {
  if (typeof config === "string") return codeNames.has(name) && /^[\w.@/-]*$/.test(config) && config === config.toLowerCase() ? [] : [config];
  if (Array.isArray(config)) return config.flatMap((value) => practiceTexts(value, name));
  if (typeof config !== "object" || config === null) return [];
  return Object.entries(config).flatMap(([key, value]) => practiceTexts(value, key));
}

/** What holds a code, where it is one word in small letters. A new field is thus taken for words until it is named here. */
const codeNames = new Set(
  ("id to do kind what icon drawing picture shows group start row when then page pin code password number address service " +
    "taken free tabs parts tasks goal by chat item mail end file answer permission target source level simulator").split(" "),
);

/** The words of the screen's pictures. */
function altTexts(html: string): string[] {
  return [...html.matchAll(/<img [^>]*?alt="([^"]*)"/g)].map((match) => decoded(match[1] ?? ""));
}

/** The screen's words, each paragraph, list item or heading on a line of its own. The alt texts of pictures are left out. */
export function plainText(screen: Pick<LessonScreen, "title" | "html">): string {
  const body = screen.html.replaceAll(/<\/?(?:p|li|ol|ul|div|details|summary|h\d|br)\b[^>]*>/g, "\n").replaceAll(/<[^>]+>/g, "");
  return `${screen.title}\n${decoded(body)}`.replaceAll(/\n\s*\n+/g, "\n").trim();
}

function decoded(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
