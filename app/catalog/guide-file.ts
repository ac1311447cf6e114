import { z } from "zod";
import { readingOf, wordsOf } from "./readability.ts";

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

/** What a mentor would stumble on in a guide. `near` is the sentence of the guide at which it stands. */
export function checkGuide(guide: Guide): { near: string; message: string }[] {
  const long = guideTexts(guide)
    .flatMap((told) => readingOf(told).sentences)
    .filter((sentence) => wordsOf(sentence).length > guideLimits.wordsInSentence)
    .map((sentence) => ({ near: sentence, message: `${wordsOf(sentence).length} words in “${sentence}”; at most ${guideLimits.wordsInSentence}` }));
  const { length } = readingOf(guide.fallback).sentences;
  if (length <= guideLimits.sentencesInFallback) return long;
  return [...long, { near: guide.fallback, message: `fallback: ${length} sentences; at most ${guideLimits.sentencesInFallback}` }];
}

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
