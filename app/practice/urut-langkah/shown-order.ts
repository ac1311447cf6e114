/**
 * `items` in the order in which they are shown: mixed, the same each time, and never led by the first of `items`
 * where there is another, so that the top one is not the answer.
 */
export function shownOrder<Item extends { readonly id: string; readonly text: string }>(items: readonly Item[]): readonly Item[] {
  const mixed = [...items].sort((one, other) => mark(one) - mark(other) || (one.id < other.id ? -1 : 1));
  return mixed[0] === items[0] ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

/** A number that looks arbitrary but belongs to the item (FNV-1a, 32 bits). */
function mark({ id, text }: { readonly id: string; readonly text: string }): number {
  return [...`${id} ${text}`].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5);
}
