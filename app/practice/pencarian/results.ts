export const resultKinds = ["ad", "result", "ai"] as const;
export type ResultKind = (typeof resultKinds)[number];

export interface Result {
  readonly kind: ResultKind;
  readonly title: string;
  /** The address of its site; an AI answer has none. */
  readonly address?: string | undefined;
  readonly text: string;
  /** Whether it is what is looked for, and safe to follow. */
  readonly good?: boolean | undefined;
  /** Told when it is opened or its kind is missed: how to see what it is. */
  readonly why: string;
  /** Of an AI answer: which of the other results of this answer it was taken from, counted from 1. */
  readonly source?: number | undefined;
}

/** What a search shows. */
export interface Answer {
  /** Words that bring it up, each alone or with others that mean the same: `"simpan/menyimpan"`. */
  readonly words: readonly string[];
  /** Short words that bring it up, for the hints. */
  readonly query: string;
  /** Whether it is what is looked for. */
  readonly good?: boolean | undefined;
  readonly results: readonly Result[];
}

/** The words of a search, in small letters and without signs. */
export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The index of the answer to `query`: of those whose words all stand there, the one with the most; -1 without one. */
export function answerTo(query: string, answers: readonly Answer[]): number {
  const typed = new Set(wordsOf(query));
  const fits = ({ words }: Answer) => words.every((any) => any.split("/").some((word) => typed.has(word)));
  return answers.reduce((best, answer, index) => (fits(answer) && answer.words.length > (answers[best]?.words.length ?? 0) ? index : best), -1);
}
