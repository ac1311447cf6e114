import { type Link, foundLinks, pageAt } from "./pages.ts";
import type { PerambanConfig, PerambanState } from "./peramban.ts";

/** The id of the address bar. */
export const addressField = "alamat";

/** The entry that the front tab shows. */
export function shownEntry({ tabs, front }: PerambanState): string {
  return tabs[front]?.at(-1) ?? "";
}

/** The links on the page that is shown: its own, or what a search found. */
export function linksShown(state: PerambanState, config: PerambanConfig): readonly Link[] {
  const entry = shownEntry(state);
  return entry.startsWith("?") ? foundLinks(config.pages) : pageAt(entry, config.pages)?.links ?? [];
}
