import { z } from "zod";

const text = z.string().trim().min(1);

/** `<lesson>.guide.yaml`: how a mentor holds the lesson in a class of one hour. */
export const guideSchema = z.strictObject({
  lesson: z.string().regex(/^[A-L]\d\.\d+$/, "lesson must look like A1.1"),
  prepare: z.array(text).min(2).max(6),
  plan: z
    .array(z.strictObject({ minutes: z.number().int().min(1).max(60), do: text }))
    .min(4)
    .max(8)
    .refine((plan) => sumOf(plan) === 60, { error: (issue) => `the minutes add up to ${sumOf(issue.input as Part[])}; they must add up to 60` }),
  stumbles: z.array(z.strictObject({ when: text, do: text })).min(3).max(6),
  ask: z.array(text).min(3).max(5),
  words: z.array(z.strictObject({ term: text, say: text })).min(2).max(6),
  fallback: text,
});

type Part = { minutes: number };

/** A lesson on one printed page for its mentor; `plan` adds up to 60 minutes. */
export type Guide = z.infer<typeof guideSchema>;

/** Most words of a guide's sentence, and most sentences of its fallback. */
export const guideLimits = { wordsInSentence: 20, sentencesInFallback: 3 };

/** Everything that a mentor reads in a guide. */
export function guideTexts({ prepare, plan, stumbles, ask, words, fallback }: Guide): string[] {
  return [
    ...prepare,
    ...plan.map((part) => part.do),
    ...stumbles.flatMap((stumble) => [stumble.when, stumble.do]),
    ...ask,
    ...words.flatMap((word) => [word.term, word.say]),
    fallback,
  ];
}

function sumOf(plan: readonly Part[]): number {
  return plan.reduce((sum, part) => sum + part.minutes, 0);
}
