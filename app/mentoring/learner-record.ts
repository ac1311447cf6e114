import { type CurriculumStructure, type Pillar, pillars } from "#app/catalog/course.ts";
import { gain, type Tally, type YearTestKind } from "#app/learning/year-test.ts";

/** A module on the learner's page. */
export interface ModuleLine {
  id: string;
  title: string;
  lessonsDone: number;
  lessonsTotal: number;
  /** The best result so far; null before the first. */
  quiz: { correct: number; total: number; passed: boolean; enteredBy: string | null } | null;
  /** Whether a mentor let the learner skip it. */
  skipped: boolean;
  /** How its questions went that came back, the first round first. */
  reviews: { round: number; correct: number; total: number }[];
}

export interface CourseLines {
  title: string;
  modules: ModuleLine[];
}

/** What was recorded of one enrollment. */
export interface Recorded {
  structure: CurriculumStructure;
  lessonIds: readonly string[];
  quizzes: readonly { moduleId: string; correct: number; total: number; passed: boolean; enteredBy: string | null }[];
  skippedModuleIds: readonly string[];
  reviews: readonly { moduleId: string; round: number; correct: number; total: number }[];
}

/** What is done of all that the learner's curriculum version asks for, in its order. */
export function arrangeRecord({ structure, lessonIds, quizzes, skippedModuleIds, reviews }: Recorded): CourseLines[] {
  return structure.courses.map(({ title, modules }) => ({
    title,
    modules: modules.map((module) => {
      const quiz = quizzes.find(({ moduleId }) => moduleId === module.id);
      return {
        id: module.id,
        title: module.title,
        lessonsDone: module.lessons.filter(({ id }) => lessonIds.includes(id)).length,
        lessonsTotal: module.lessons.length,
        quiz: quiz ? { correct: quiz.correct, total: quiz.total, passed: quiz.passed, enteredBy: quiz.enteredBy } : null,
        skipped: skippedModuleIds.includes(module.id),
        reviews: reviews.filter(({ moduleId }) => moduleId === module.id).map(({ round, correct, total }) => ({ round, correct, total })),
      };
    }),
  }));
}

/** One time that a learner handed in a module's quiz. */
export interface QuizTry {
  id: string;
  correct: number;
  total: number;
  passed: boolean;
  submittedAt: Date;
  /** The name of who entered it from paper; null when the learner handed it in themselves. */
  enteredBy: string | null;
}

export interface ModuleTries {
  moduleId: string;
  title: string;
  /** In the order in which they were given. */
  tries: QuizTry[];
}

/** The tries by module, in the order of the curriculum version; those of a module that it does not have come last, under its id. */
export function attemptsByModule(structure: CurriculumStructure, attempts: readonly (QuizTry & { moduleId: string })[]): ModuleTries[] {
  const modules = structure.courses.flatMap((course) => course.modules);
  const ids = [...new Set([...modules.map(({ id }) => id), ...attempts.map(({ moduleId }) => moduleId)])];
  return ids
    .map((moduleId) => ({
      moduleId,
      title: modules.find(({ id }) => id === moduleId)?.title ?? moduleId,
      tries: attempts.filter((attempt) => attempt.moduleId === moduleId).map(({ moduleId: _, ...attempt }) => attempt),
    }))
    .filter(({ tries }) => tries.length > 0);
}

export interface Taken {
  kind: YearTestKind;
  byPillar: Readonly<Record<string, Tally>>;
  correct: number;
  total: number;
  submittedAt: Date;
}

/** A pillar in both tests, or all of them together. `points` is what was gained, in percentage points; null while a test lacks. */
export interface PillarLine {
  pillar: Pillar | "all";
  start: Tally | null;
  close: Tally | null;
  points: number | null;
}

/** The year's tests by pillar, all of them last; empty before the first test. */
export function compareTests(tests: readonly Taken[]): PillarLine[] {
  const start = tests.find(({ kind }) => kind === "start");
  const close = tests.find(({ kind }) => kind === "close");
  if (!start && !close) return [];
  const asked = pillars.filter((pillar) => start?.byPillar[pillar] ?? close?.byPillar[pillar]);
  return [...asked.map((pillar) => lineOf(pillar, start?.byPillar[pillar], close?.byPillar[pillar])), lineOf("all", start, close)];
}

function lineOf(pillar: PillarLine["pillar"], start: Tally | undefined, close: Tally | undefined): PillarLine {
  const tally = (of: Tally | undefined) => (of ? { correct: of.correct, total: of.total } : null);
  return { pillar, start: tally(start), close: tally(close), points: start && close ? gain(start, close) : null };
}
