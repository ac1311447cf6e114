import type { CompiledCourses } from "#app/catalog/compile-courses.ts";
import type { Curriculum } from "#app/catalog/course.ts";
import type { Quiz } from "#app/learning/question.ts";
import type { YearTestKind, YearTests } from "#app/learning/year-test.ts";
import { type GradedAttempt, takeQuiz, takeTest } from "./attempts.ts";
import { between } from "./chance.ts";
import { classMinutes, minutesAfter } from "./calendar.ts";
import type { Plan, Step } from "./plans.ts";

/** One thing that a learner did, and when it was done; `enteredBy` is who typed a quiz over from paper. */
export type Deed =
  | { kind: "lesson"; lessonId: string; at: Date }
  | { kind: "quiz"; quiz: Quiz; attempt: GradedAttempt; at: Date; enteredBy?: string }
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
export function liveThrough(plan: Plan, steps: readonly Step[], random: () => number): Deed[] {
  const turns = turnsOf(plan, steps);
  return plan.classes.flatMap((start, index) => {
    const inClass = turns.filter((_turn, turn) => Math.ceil(((turn + 1) * plan.classes.length) / turns.length) - 1 === index);
    return spendClass(start, inClass, random);
  });
}

/**
 * The tests that a learner took around their deeds: the starting one when they first came, the closing one some minutes after the
 * last deed of all.
 */
export function takeTests(deeds: readonly Deed[], tests: YearTests, isFinished: boolean, random: () => number): Deed[] {
  const [first, last] = [deeds[0], deeds.at(-1)];
  if (!first || !last) return [];
  const start: Deed = { kind: "test", testKind: "start", test: tests.start, attempt: takeTest(tests.start, 0.25 + 0.3 * random(), random), at: minutesAfter(first.at, -1) };
  if (!isFinished) return [start];
  return [start, { kind: "test", testKind: "close", test: tests.close, attempt: takeTest(tests.close, 0.7 + 0.2 * random(), random), at: minutesAfter(last.at, 5) }];
}

interface Turn {
  step: Step;
  passes: boolean;
}

function turnsOf(plan: Plan, steps: readonly Step[]): Turn[] {
  const firstQuiz = steps.findIndex((step) => step.kind === "quiz");
  const turns = steps.slice(0, plan.steps).map((step): Turn => ({ step, passes: true }));
  const failures = Array.from({ length: plan.fails }, (): Turn => ({ step: steps[firstQuiz] as Step, passes: false }));
  return turns.toSpliced(firstQuiz, 0, ...failures);
}

function spendClass(start: Date, turns: readonly Turn[], random: () => number): Deed[] {
  const minutes = turns.map(({ step }) => (step.kind === "lesson" ? step.minutes + between(-2, 6, random) : between(8, 15, random)));
  // However much there is to do, all go home when the class ends.
  const pace = Math.min(1, (classMinutes - 15) / minutes.reduce((sum, part) => sum + part, 0));
  let spent = between(2, 10, random);
  return turns.map(({ step, passes }, index): Deed => {
    spent += (minutes[index] as number) * pace;
    const at = minutesAfter(start, spent);
    if (step.kind === "lesson") return { kind: "lesson", lessonId: step.lessonId, at };
    return { kind: "quiz", quiz: step.quiz, attempt: takeQuiz(step.quiz, passes, random), at };
  });
}
