import type { Compilation, Finding } from "./compile-courses.ts";
import { counted } from "./counted.ts";
import { type LessonOfModule, type ModulePlace, modulePlaces } from "./course-place.ts";
import { type Pillar, pillars } from "./course.ts";
import { plainText } from "./course-texts.ts";
import { readingOf } from "./readability.ts";

/** The 21 competences of DigComp 3.0 (JRC144121, 2025), and 0.1 and 0.2 of the UNESCO Digital Literacy Global Framework (2018). */
export const competenceIds: readonly string[] = ["0.1", "0.2", ...idsOf(1, 3), ...idsOf(2, 6), ...idsOf(3, 4), ...idsOf(4, 4), ...idsOf(5, 4)];

/** How many lessons of the learners' year one teach each competence at least, and how many of any of their years each pillar. */
export const coverageLimits = { lessonsOfCompetence: 2, lessonsOfPillar: 4 };

function idsOf(area: number, count: number): string[] {
  return Array.from({ length: count }, (_one, index) => `${area}.${index + 1}`);
}

/** Competences and pillars that a whole year teaches in too few lessons, and competences that there are not. */
export function checkCoverage({ courses }: Compilation): Finding[] {
  const places = modulePlaces(courses);
  const faults = courses.curricula.flatMap(({ id, slug, year }) => {
    const lessons = lessonsOf(places, id);
    const told = [...(year === 1 ? competenceIds : []).map((one) => tooFew(one, teaching(lessons, one), coverageLimits.lessonsOfCompetence)), ...pillars.map((one) => tooFew(one, ofPillar(lessons, one), coverageLimits.lessonsOfPillar))];
    return told.filter((message) => message !== "").map((message) => ({ file: `${slug}/curriculum.yaml`, line: 1, message }));
  });
  const strange = places.flatMap(({ lessons }) =>
    lessons.flatMap(({ summary, file }) =>
      summary.competences.filter((one) => !competenceIds.includes(one) && !one.startsWith("6.")).map((one) => ({ file, line: 1, message: `there is no competence ${one}` })),
    ),
  );
  return [...faults, ...strange];
}

function lessonsOf(places: readonly ModulePlace[], curriculumId: string): LessonOfModule[] {
  return places.filter(({ curriculum }) => curriculum.id === curriculumId).flatMap((place) => place.lessons);
}

function tooFew(what: string, lessons: readonly string[], least: number): string {
  return lessons.length >= least ? "" : `${what} is taught by ${counted(lessons.length, "lesson")}${lessons.length > 0 ? ` (${lessons.join(", ")})` : ""}; at least ${least}`;
}

function teaching(lessons: readonly LessonOfModule[], competence: string): string[] {
  return lessons.filter(({ summary }) => summary.competences.includes(competence)).map(({ summary }) => summary.id);
}

function ofPillar(lessons: readonly LessonOfModule[], pillar: Pillar): string[] {
  return lessons.filter(({ summary }) => summary.pillar === pillar).map(({ summary }) => summary.id);
}

/** Of every curriculum, what there is of each module, and which lessons teach which competence and pillar, as Markdown tables. */
export function coverageTables({ courses }: Compilation): string {
  const places = modulePlaces(courses);
  return [...courses.curricula, ...courses.mentorCurricula]
    .map(({ id, title }) => `### ${title}\n\n${tablesOf(places.filter(({ curriculum }) => curriculum.id === id))}`)
    .join("\n\n");
}

/** For mentors, only what they are taught: their lessons need not touch everything. */
function tablesOf(places: readonly ModulePlace[]): string {
  const lessons = places.flatMap((place) => place.lessons);
  const isAsked = (taught: readonly string[]) => taught.length > 0 || places.some(({ audience }) => audience === "learners");
  const head = ["module", "lessons", "words", "pictures", "questions", "kinds", "practices", "simulators", "guides", "words a sentence", "syllables a word", "LIX"];
  return [
    table(head, [...places.map((place) => [`${place.module.id} ${place.module.title}`, ...measuresOf([place])]), ["all", ...measuresOf(places)]], "-:"),
    table(["competence", "lessons", "taught by"], competenceIds.filter((id) => isAsked(teaching(lessons, id))).map((id) => [id, ...listed(teaching(lessons, id))]), "-"),
    table(["pillar", "lessons", "taught by"], pillars.filter((id) => isAsked(ofPillar(lessons, id))).map((id) => [id, ...listed(ofPillar(lessons, id))]), "-"),
  ].join("\n\n");
}

function listed(lessons: readonly string[]): string[] {
  return [String(lessons.length), lessons.join(" ")];
}

function measuresOf(places: readonly ModulePlace[]): string[] {
  const lessons = places.flatMap((place) => place.lessons);
  const questions = places.flatMap(({ quiz }) => quiz?.questions ?? []);
  const practices = lessons.flatMap(({ lesson }) => lesson.practice ?? []);
  const reading = readingOf(lessons.flatMap(({ lesson }) => lesson.screens.map(plainText)).join("\n"));
  const counts = [
    lessons.length,
    reading.words,
    picturesIn(JSON.stringify([questions, lessons.map(({ lesson }) => lesson.screens)])),
    questions.length,
    new Set(questions.map(({ kind }) => kind)).size,
    practices.length,
    new Set(practices.map(({ simulator }) => simulator)).size,
    lessons.filter(({ guide }) => guide).length,
  ];
  return [...counts.map(String), reading.meanWordsInSentence.toFixed(1), reading.syllablesPerWord.toFixed(2), reading.lix.toFixed(1)];
}

function picturesIn(compiled: string): number {
  return new Set([...compiled.matchAll(/\/gambar\/([\w.-]+)/g)].map((match) => match[1])).size;
}

function table(head: readonly string[], rows: readonly string[][], alignment: "-:" | "-"): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_name, index) => (index === 0 ? "-" : alignment))), ...rows.map(line)].join("\n");
}

const open = "<!-- coverage: npm run courses:check -- --write -->";
const close = "<!-- /coverage -->";

/** The README with its coverage tables as they now are; null when it has no place for them. */
export function withCoverage(readme: string, compilation: Compilation): string | null {
  const [from, to] = [readme.indexOf(open), readme.indexOf(close)];
  if (from < 0 || to < from) return null;
  return `${readme.slice(0, from + open.length)}\n\n${coverageTables(compilation)}\n\n${readme.slice(to)}`;
}
