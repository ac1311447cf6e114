import { parse } from "yaml";
import { z } from "zod";
import type { Question } from "#app/learning/quiz.ts";

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9-]+$/);
const base = { id: z.string().regex(/^[A-L]\d-\d{2}$/, "a question's id looks like A1-01"), ask: text, screen: z.string().regex(/^[A-L]\d\.\d+#[a-z0-9-]+$/) };
const option = z.strictObject({ id, text, correct: z.boolean().default(false), feedback: text });

const questionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...base, kind: z.literal("one"), options: z.array(option).min(2).max(5) }),
  z.strictObject({ ...base, kind: z.literal("several"), options: z.array(option).min(3).max(6) }),
  z.strictObject({ ...base, kind: z.literal("order"), feedback: text, steps: z.array(z.strictObject({ id, text })).min(3).max(5) }),
  z.strictObject({ ...base, kind: z.literal("pairs"), feedback: text, pairs: z.array(z.strictObject({ id, left: text, right: text })).min(2).max(5) }),
]);
const quizFileSchema = z.strictObject({ module: z.string(), questions: z.array(questionSchema).min(8) });

/** A fault in a quiz file, one line a fault. */
export class QuizFileError extends Error {}

/** Reads a `quiz.yaml`. Throws `QuizFileError` naming each question and field that is not as it must be. */
export function readQuizFile(source: string): { moduleId: string; questions: Question[] } {
  const parsed = quizFileSchema.safeParse(parse(source));
  if (!parsed.success) throw new QuizFileError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  const faults = parsed.data.questions.flatMap(faultsOf);
  const ids = parsed.data.questions.map((question) => question.id);
  faults.push(...ids.filter((one, index) => ids.indexOf(one) !== index).map((one) => `${one}: the id stands twice`));
  if (faults.length > 0) throw new QuizFileError(faults.join("\n"));
  return { moduleId: parsed.data.module, questions: parsed.data.questions };
}

function faultsOf(question: Question): string[] {
  const parts = question.kind === "order" ? question.steps : question.kind === "pairs" ? question.pairs : question.options;
  const faults = new Set(parts.map((part) => part.id)).size === parts.length ? [] : [`${question.id}: two parts have the same id`];
  if (question.kind === "pairs" && new Set(question.pairs.map((pair) => pair.right)).size < question.pairs.length) {
    faults.push(`${question.id}: two right-hand sides are the same`);
  }
  if (question.kind !== "one" && question.kind !== "several") return faults;
  const right = question.options.filter((one) => one.correct).length;
  if (question.kind === "one" && right !== 1) faults.push(`${question.id}: ${right} right answers; kind one has exactly 1`);
  if (question.kind === "several" && (right < 2 || right === question.options.length)) {
    faults.push(`${question.id}: ${right} of ${question.options.length} answers are right; kind several has at least 2, and a wrong one`);
  }
  return faults;
}
