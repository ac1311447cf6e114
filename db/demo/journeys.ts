import type { CompiledCourses } from "#app/catalog/compile-courses.ts";
import type { Curriculum } from "#app/catalog/course.ts";
import type { Quiz } from "#app/learning/question.ts";
import type { YearTestKind, YearTests } from "#app/learning/year-test.ts";
import { type Answering, type GradedAttempt, takeQuiz, takeTest } from "./attempts.ts";
import { between } from "./chance.ts";
import { classMinutes, minutesAfter } from "./calendar.ts";
import type { Plan, Step } from "./plans.ts";
import { knownTo } from "./skill.ts";

/**
 * One thing that a learner did, and when it was done. Of a quiz: who typed it over from paper, when its form was opened, where
 * that was not nine minutes before, and the mark of the device, where it is still known.
 */
export type Deed =
  | { kind: "lesson"; lessonId: string; at: Date }
  | { kind: "quiz"; quiz: Quiz; attempt: GradedAttempt; at: Date; enteredBy?: string; openedAt?: Date; device?: { mark: string; day: string } }
  | { kind: "test"; testKind: YearTestKind; test: Quiz; attempt: GradedAttempt; at: Date };

/** Everything that the curriculum asks for, in its order. */
export function stepsOf(curriculum: Curriculum, quizzes: CompiledCourses["quizzes"]): Step[] {
  const modules = curriculum.courses.flatMap((course) => course.modules);
  return modules.flatMap((module): Step[] => {
    const quiz = quizzes[module.id];
    const lessons = module.lessons.map(({ id, minutes }): Step => ({ kind: "lesson", lessonId: id, minutes }));
    return quiz ? [...lessons, { kind: "quiz", quiz }] : lessons;
  });
}

/** What a learner with this plan did, oldest first: spread over the classes that they came to, the last deed in the last class. */
export function liveThrough(plan: Plan, steps: readonly Step[], answering: Answering): Deed[] {
  const turns = turnsOf(plan, steps, answering);
  return plan.classes.flatMap((start, index) => {
    const inClass = turns.filter((_turn, turn) => Math.ceil(((turn + 1) * plan.classes.length) / turns.length) - 1 === index);
    return spendClass(start, inClass, answering.random);
  });
}

/**
 * The tests that a learner took around their deeds: the starting one when they first came, the closing one some minutes after the
 * last deed of all.
 */
export function takeTests(deeds: readonly Deed[], tests: YearTests, isFinished: boolean, answering: Answering): Deed[] {
  const [first, last] = [deeds[0], deeds.at(-1)];
  if (!first || !last) return [];
  const known = knownTo(answering.skill);
  const start: Deed = { kind: "test", testKind: "start", test: tests.start, attempt: takeTest(tests.start, 0.25 + 0.3 * known, answering), at: minutesAfter(first.at, -1) };
  if (!isFinished) return [start];
  return [start, { kind: "test", testKind: "close", test: tests.close, attempt: takeTest(tests.close, 0.7 + 0.2 * known, answering), at: minutesAfter(last.at, 5) }];
}

type Turn = { kind: "lesson"; lessonId: string; minutes: number } | { kind: "quiz"; quiz: Quiz; attempt: GradedAttempt };

function turnsOf(plan: Plan, steps: readonly Step[], answering: Answering): Turn[] {
  const turns = steps.slice(0, plan.steps).flatMap((step): Turn[] => (step.kind === "lesson" ? [step] : untilPassed(step.quiz, answering)));
  const firstQuiz = steps.findIndex((step) => step.kind === "quiz");
  const { quiz } = steps[firstQuiz] as Step & { kind: "quiz" };
  const failures = Array.from({ length: plan.fails }, (): Turn => ({ kind: "quiz", quiz, attempt: takeQuiz(quiz, { ...answering, passes: false }) }));
  return turns.toSpliced(firstQuiz, 0, ...failures);
}

/** Who fails passes the next time: they have read why. */
function untilPassed(quiz: Quiz, answering: Answering): Turn[] {
  const first = takeQuiz(quiz, answering);
  const attempts = first.score.passed ? [first] : [first, takeQuiz(quiz, { ...answering, passes: true })];
  return attempts.map((attempt) => ({ kind: "quiz", quiz, attempt }));
}

function spendClass(start: Date, turns: readonly Turn[], random: () => number): Deed[] {
  const minutes = turns.map((turn) => (turn.kind === "lesson" ? turn.minutes + between(-2, 6, random) : between(8, 15, random)));
  // However much there is to do, all go home when the class ends.
  const pace = Math.min(1, (classMinutes - 15) / minutes.reduce((sum, part) => sum + part, 0));
  let spent = between(2, 10, random);
  return turns.map((turn, index): Deed => {
    spent += (minutes[index] as number) * pace;
    const at = minutesAfter(start, spent);
    return turn.kind === "lesson" ? { kind: "lesson", lessonId: turn.lessonId, at } : { kind: "quiz", quiz: turn.quiz, attempt: turn.attempt, at };
  });
}
