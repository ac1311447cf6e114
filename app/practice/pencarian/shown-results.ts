import type { PencarianConfig, PencarianState } from "./pencarian.ts";
import { type Result, answerTo } from "./results.ts";

/** The id of the search box. */
export const searchField = "cari";

/** The results of the last search, none where nothing fits. */
export function shownResults(state: PencarianState, { answers }: PencarianConfig): readonly Result[] {
  return state.query === undefined ? [] : answers[answerTo(state.query, answers)]?.results ?? [];
}

/** Whether the kind of a shown result is still to be named. */
export function mayLabel(state: PencarianState, index: number, { tasks }: PencarianConfig): boolean {
  return tasks.includes("sort") && !state.done.includes("sort") && !state.sorted.includes(index);
}

/** The index of the result from which the open AI answer was taken. */
export function sourceOf(state: PencarianState, config: PencarianConfig): number | undefined {
  const source = state.open === undefined ? undefined : shownResults(state, config)[state.open]?.source;
  return source === undefined ? undefined : source - 1;
}
