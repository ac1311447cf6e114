import { readText, type Typed } from "./quiz-answers.ts";

/** How long answers wait for their learner, in milliseconds: 30 days. */
export const draftLasts = 30 * 24 * 60 * 60 * 1000;

/** More than a sheet's honest answers come to, in characters of JSON. */
const longestDraft = 30_000;

/** What of a form's fields is worth keeping: whatever is not empty, as the database takes it. Nothing of a form that no page of ours sent. */
export function draftOf(typed: Typed): Typed {
  const filled = Object.entries(typed).map(([name, values]) => [name, values.map(readText).filter((value) => value !== "")] as const);
  const draft: Typed = Object.fromEntries(filled.filter(([, values]) => values.length > 0));
  return JSON.stringify(draft).length > longestDraft ? {} : draft;
}

/**
 * The place of the question at which somebody goes on, from 0: the one after the last that is complete. Once the last
 * question of all is, the first that is open; and the last where none is.
 */
export function placeToGoOn(complete: readonly boolean[]): number {
  const next = complete.lastIndexOf(true) + 1;
  if (next < complete.length) return next;
  const open = complete.indexOf(false);
  return open === -1 ? Math.max(complete.length - 1, 0) : open;
}
