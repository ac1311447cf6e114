import { z } from "zod";
import type { Question } from "#app/learning/question.ts";
import { lessonOf } from "#app/learning/draw-quiz.ts";
import { counted } from "./counted.ts";
import { type Pillar, pillars } from "./course.ts";
import { questionFaults, QuizFileError, questionSchema } from "./quiz-file.ts";
import { parseYaml } from "./yaml-file.ts";

/** How many questions a test of the year asks, as many of them for each of the four pillars. */
export const questionsInTest = 20;

const testsSchema = z.strictObject({ start: z.array(questionSchema), close: z.array(questionSchema) });
const kinds = ["start", "close"] as const;

/**
 * Reads a `tests.yaml`: the starting and the closing test of a curriculum. `pillarOf` tells what a lesson
 * teaches, undefined when it is not served; null while some lesson cannot be read, so that nothing is said of what is
 * only missing because of that. Throws `QuizFileError` naming each fault with its line.
 */
export function readTestsFile(source: string, pillarOf: ((lessonId: string) => Pillar | undefined) | null): { start: Question[]; close: Question[] } {
  const { value, broken, lineAt } = parseYaml(source);
  if (broken.length > 0) throw new QuizFileError(broken);
  const parsed = testsSchema.safeParse(value);
  if (!parsed.success) {
    throw new QuizFileError(parsed.error.issues.map((issue) => ({ line: lineAt(issue.path), message: `${issue.path.join(".")}: ${issue.message}` })));
  }
  const tests = parsed.data;
  const ids = [...tests.start, ...tests.close].map(({ id }) => id);
  const faults = kinds.flatMap((kind) => [
    ...(pillarOf ? balanceFaults(tests[kind], pillarOf) : []).map((message) => ({ line: lineAt([kind]), message: `${kind}: ${message}` })),
    ...tests[kind].flatMap((question, index) =>
      [...questionFaults(question), ...(ids.filter((id) => id === question.id).length > 1 ? ["the id stands twice"] : [])].map((fault) => ({
        line: lineAt([kind, index]),
        message: `${question.id}: ${fault}`,
      })),
    ),
  ]);
  if (faults.length > 0) throw new QuizFileError(faults);
  return tests;
}

function balanceFaults(test: readonly Question[], pillarOf: (lessonId: string) => Pillar | undefined): string[] {
  const wanted = questionsInTest / pillars.length;
  return pillars.flatMap((pillar) => {
    const count = test.filter((question) => pillarOf(lessonOf(question)) === pillar).length;
    return count === wanted ? [] : [`${counted(count, "question")} about ${pillar}; there must be ${wanted}`];
  });
}
