import { wordsOf } from "./readability.ts";

/**
 * The line, from 1, on which a text begins in its file: where most of its first words follow each other, whatever
 * markup, quotes or line ends stand between them. The search starts at line `from`, which is the answer for a text that is nowhere.
 */
export function lineOfText(source: string, text: string, from = 1): number {
  const sought = wordsOf(text.toLowerCase());
  const found = source
    .split("\n")
    .flatMap((line, index) => (index + 1 < from ? [] : wordsOf(line.toLowerCase()).map((word) => ({ word, line: index + 1 }))));
  let best = { length: 0, line: from };
  for (const [start, { line }] of found.entries()) {
    let length = 0;
    while (length < sought.length && found[start + length]?.word === sought[length]) length += 1;
    if (length > best.length) best = { length, line };
    if (length === sought.length) break;
  }
  return best.line;
}

/** The line, from 1, on which a piece of the source first stands, letter for letter; `from` when it does not. */
export function lineOf(source: string, piece: string, from = 1): number {
  const lines = source.split("\n");
  const at = lines.findIndex((line, index) => index + 1 >= from && line.includes(piece));
  return at < 0 ? from : at + 1;
}
