import type { Kysely } from "kysely";
import { catalog, findModule } from "#app/catalog/catalog.server.ts";
import type { CompiledLesson } from "#app/catalog/compile-lesson.ts";
import type { Copy } from "#app/i18n/translate.tsx";
import { stepsNeeded } from "#app/practice/steps-needed.server.ts";
import { type ClassLearner, listClass } from "#db/class-board.ts";
import type { CohortKey } from "#db/enrollments.ts";
import type { Database } from "#db/schema.ts";
import { type ClassRow, type ClassRows, emptyRow } from "./class-row.ts";
import { type ClassSignals, paceOf, type StuckReason, stuckReason, untouchedLimit } from "./stuck.ts";

const minute = 60_000;
/** Who touched their screen within this time is here, if only to look at what frightens them. */
const presentFor = 30 * minute;
/** What was done within this time is of today's class. */
const classFor = 12 * 60 * minute;

export interface ClassNow {
  learners: { learnerId: string; number: number; name: string }[];
  rows: ClassRows;
}

/** The cohort in class at `now`: who is where, who is stuck and why, who calls. One query. */
export async function readClass(db: Kysely<Database>, cohort: CohortKey, copy: Copy, now: Date): Promise<ClassNow> {
  const learners = await listClass(db, cohort, { seenSince: new Date(now.getTime() - presentFor), doneSince: new Date(now.getTime() - classFor) });
  const signals = new Map<string, ClassSignals>();
  for (const learner of learners) if (learner.since) signals.set(learner.learnerId, await signalsOf(learner, now));
  const active = [...signals].filter(([, { minutesUntouched }]) => minutesUntouched < untouchedLimit);
  const rows: ClassRows = {};
  for (const learner of learners) {
    const own = signals.get(learner.learnerId);
    const others = active.filter(([id]) => id !== learner.learnerId).map(([, other]) => other);
    rows[learner.number] = rowOf(learner, own ? stuckReason({ ...own, classPace: paceOf(others) }) : null, (own?.minutesUntouched ?? 0) >= untouchedLimit, copy);
  }
  return { learners: learners.map(({ learnerId, number, name }) => ({ learnerId, number, name })), rows };
}

async function signalsOf(learner: ClassLearner, now: Date): Promise<ClassSignals> {
  const { lessonId, screen, since, seenAt } = learner;
  const minutesSince = (moment: Date | null) => (moment ? (now.getTime() - moment.getTime()) / minute : 0);
  return {
    minutesOnScreen: minutesSince(since),
    minutesUntouched: minutesSince(seenAt),
    expectedMinutes: expectedMinutes(lessonId ?? "", screen),
    classPace: 1,
    failedTries: failedTries(learner),
    longPractices: await longPractices(learner),
    hasAsked: learner.helpAskedAt !== null,
  };
}

function expectedMinutes(lessonId: string, screen: string | null): number {
  const lesson = lessonOf(lessonId);
  if (!lesson) return 5;
  const { minutes } = lesson.frontmatter;
  if (screen === "latihan") return minutes * 0.3;
  return screen === null ? minutes : minutes / lesson.screens.length;
}

function lessonOf(lessonId: string): CompiledLesson | undefined {
  return Object.hasOwn(catalog().lessons, lessonId) ? catalog().lessons[lessonId] : undefined;
}

/** At the quiz tried last, unless it was passed since or the learner went on to a lesson of another module. */
function failedTries({ tries, lessonId }: ClassLearner): number {
  const latest = tries[0];
  if (!latest || latest.passed) return 0;
  const isInModule = lessonId === latest.moduleId || findModule(latest.moduleId)?.lessons.some(({ id }) => id === lessonId);
  if (!isInModule) return 0;
  const same = tries.filter(({ moduleId }) => moduleId === latest.moduleId);
  const passedAt = same.findIndex(({ passed }) => passed);
  return passedAt < 0 ? same.length : passedAt;
}

async function longPractices({ practices, lessonId }: ClassLearner): Promise<number> {
  const here = practices.filter((practice) => practice.lessonId === lessonId);
  if (here.length < 2) return 0;
  const needed = await stepsNeeded(lessonId ?? "");
  return needed === null ? 0 : here.filter(({ steps }) => steps > 2 * needed).length;
}

function rowOf(learner: ClassLearner, reason: StuckReason | null, isQuiet: boolean, copy: Copy): ClassRow {
  const { helpAskedAt, helpPlace, lessonId, screen, since, ticks } = learner;
  const lesson = lessonOf(lessonId ?? "");
  const help = { helpAt: secondsOf(helpAskedAt), helpPlace: helpAskedAt ? (helpPlace ?? "") : "" };
  const result = resultOf(learner, copy);
  if (!since) return { ...emptyRow, ...help, result };
  return {
    place: lesson?.frontmatter.title ?? findModule(lessonId ?? "")?.title ?? "",
    screen: screenWords(lesson, screen, copy),
    since: secondsOf(since),
    quietAt: isQuiet ? secondsOf(learner.seenAt) : null,
    result,
    stuck: reason && reason.kind !== "asked" ? sentenceOf(reason, copy) : "",
    ...help,
    lessonId: lesson ? (lessonId ?? "") : "",
    ticks: ticks.map((by) => by[0]).join(""),
  };
}

function secondsOf(moment: Date | null): number | null {
  return moment && Math.round(moment.getTime() / 1000);
}

function screenWords(lesson: CompiledLesson | undefined, screen: string | null, { t }: Copy): string {
  if (screen === "latihan") return t("classroom.practice");
  if (screen === "kuis") return t("classroom.quiz");
  const index = lesson?.screens.findIndex(({ id }) => id === screen) ?? -1;
  return index < 0 ? "" : t("classroom.screen", { number: index + 1, title: lesson?.screens[index]?.title ?? "" });
}

function sentenceOf(reason: Exclude<StuckReason, { kind: "asked" }>, { t }: Copy): string {
  if (reason.kind === "quiz") return t("classroom.stuckQuiz", { count: reason.tries });
  if (reason.kind === "practice") return t("classroom.stuckPractice", { count: reason.times });
  return t("classroom.stuckScreen", { count: reason.usual });
}

/** What was done last of quiz, practice and lesson. */
function resultOf({ tries, practices, lessonDone }: ClassLearner, { t }: Copy): string {
  const [quiz, practice] = [tries[0], practices[0]];
  const done = [
    { at: quiz?.at ?? 0, words: () => (quiz ? t(quiz.passed ? "classroom.quizPassed" : "classroom.quizFailed", { correct: quiz.correct, total: quiz.total }) : "") },
    { at: practice?.at ?? 0, words: () => t("classroom.practiceDone") },
    { at: lessonDone?.at ?? 0, words: () => t("classroom.lessonDone", { title: lessonOf(lessonDone?.lessonId ?? "")?.frontmatter.title ?? "" }) },
  ];
  const latest = done.reduce((a, b) => (b.at > a.at ? b : a));
  return latest.at > 0 ? latest.words() : "";
}
