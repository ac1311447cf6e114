import type { Quiz } from "#app/learning/question.ts";
import { daysBefore, jakartaTime } from "./calendar.ts";

/** One thing that the curriculum asks for. */
export type Step = { kind: "lesson"; lessonId: string; minutes: number } | { kind: "quiz"; quiz: Quiz };

/** How far a learner has come: not signed in yet; learning; in need of help; one quiz from done; certified. */
export type Standing = "new" | "started" | "stuck" | "almost" | "certified";

export interface Plan {
  enrolledAt: Date;
  /** When the classes began that they came to. */
  classes: Date[];
  /** How many of the curriculum's steps, in its order, are behind them. */
  steps: number;
  /** How often at least they failed the first quiz. */
  fails: number;
}

/** The plan of the `variant`th learner of a standing in a cohort, by which no two of them are alike. */
export function planFor(standing: Standing, variant: number, { steps, classes, now }: { steps: readonly Step[]; classes: Date[]; now: Date }): Plan {
  switch (standing) {
    case "new":
      return { enrolledAt: jakartaTime(now, cycle([1, 10, 10, 1], variant), 8), classes: [], steps: 0, fails: 0 };
    case "started":
      return since(startedPlan(cycle([8, 7, 6, 5, 4, 3, 2, 1], variant), steps.length, classes));
    case "stuck":
      return since(stuckPlan(variant, steps, classes, now));
    case "almost":
      return since({ classes, steps: steps.length - 1, fails: cycle([0, 1, 0], variant) });
    case "certified":
      return since({ classes: classes.slice(0, classes.length - cycle([1, 0, 2, 3, 1], variant)), steps: steps.length, fails: cycle([0, 1, 1], variant) });
  }
}

/** Those who are not far yet joined later. */
function startedPlan(tenths: number, total: number, classes: Date[]): Omit<Plan, "enrolledAt"> {
  const steps = Math.max(1, Math.min(total - 2, Math.round((total * tenths) / 10)));
  return { classes: classes.slice(-(tenths + 3)), steps, fails: 0 };
}

/** Two ways to be stuck: at the first quiz, failed twice or three times; or away for 9 to 19 days. */
function stuckPlan(variant: number, steps: readonly Step[], classes: Date[], now: Date): Omit<Plan, "enrolledAt"> {
  const firstQuiz = steps.findIndex((step) => step.kind === "quiz");
  if (variant % 4 < 2) return { classes, steps: firstQuiz, fails: cycle([2, 3], variant) };
  const awayDays = cycle([10, 15], variant);
  const attended = classes.filter((start) => start < daysBefore(now, awayDays));
  return { classes: attended, steps: cycle([2, firstQuiz + 2], variant), fails: 0 };
}

function since(plan: Omit<Plan, "enrolledAt">): Plan {
  const [first] = plan.classes;
  if (!first) throw new Error("A learner who has begun came to a class");
  return { ...plan, enrolledAt: daysBefore(first, 1) };
}

function cycle<T>(values: readonly T[], index: number): T {
  return values[index % values.length] as T;
}
