import { wordsOf } from "./readability.ts";

/** Words are in small letters. */
export interface Dictionary {
  isKnown(word: string): boolean;
  /** What to write instead of words that are not standard. */
  instead: ReadonlyMap<string, string>;
}

/** The misspelled words of a text, as they stand in it, each once, with what to write instead where that is known. */
export function misspelledIn(text: string, dictionary: Dictionary): { word: string; instead: string | undefined }[] {
  return [...new Set(wordsOf(withoutAddresses(text)))].flatMap((word) => {
    const instead = [word.toLowerCase(), ...withoutEnding(word.toLowerCase())].map((one) => dictionary.instead.get(one)).find(Boolean);
    return instead !== undefined || !isSpelled(word, (one) => dictionary.isKnown(one)) ? [{ word, instead }] : [];
  });
}

type IsKnown = Dictionary["isKnown"];

/** Addresses, file names and what has digits are no words to spell. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/\S+@\S+|https?:\S+|\S*[\p{L}\p{N}-]\.[\p{L}\p{N}]\S*|\S*\/belajar\S*/gu, " ");
}

function isSpelled(word: string, isKnown: IsKnown): boolean {
  if (/\p{N}/u.test(word) || word.length === 1) return true;
  const small = word.toLowerCase().replaceAll("’", "'");
  return isWord(small, isKnown) || (small.includes("-") && small.split("-").every((part) => /^(?:nya|ku|mu|lah|kah)$/.test(part) || isWord(part, isKnown)));
}

function isWord(word: string, isKnown: IsKnown): boolean {
  return [word, ...wordsWithin(word)].some((inner) => isKnown(inner) || isVerbForm(inner, isKnown));
}

/** Whether the active form of a verb is known, for its bare form, as one is asked to do it, and its forms with `di-` and `ter-`. */
function isVerbForm(word: string, isKnown: IsKnown): boolean {
  const [, bare = ""] = /^(?:di|ter)?(.{3,})$/.exec(word) ?? [];
  return isKnown(activeForm(bare)) && (bare !== word || /(?:kan|i)$/.test(word));
}

/** The verb with `me-` as it melts into the first letter: tebak, menebak; pindah, memindah; perbarui, memperbarui. */
function activeForm(bare: string): string {
  if (bare.startsWith("per")) return `mem${bare}`;
  const first = bare.charAt(0);
  if (first in melting) return `${melting[first]}${bare.slice(1)}`;
  if ("bfv".includes(first)) return `mem${bare}`;
  if ("cdjz".includes(first)) return `men${bare}`;
  return `${"aiueogh".includes(first) ? "meng" : "me"}${bare}`;
}

const melting: Readonly<Record<string, string>> = { p: "mem", t: "men", k: "meng", s: "meny" };

/** The word without what is written onto it: `-nya`, `-ku`, `-lah`, … and `ku-`, `kau-`, `se-`. At least three letters stay. */
function wordsWithin(word: string): string[] {
  const bare = withoutEnding(word).flatMap((one) => [one, ...withoutEnding(one)]);
  const all = [...bare, ...[word, ...bare].flatMap((one) => /^(?:ku|kau|se)(.+)$/.exec(one)?.[1] ?? [])];
  return all.filter((one) => one.length >= 3);
}

function withoutEnding(word: string): string[] {
  const inner = /^(.+?)-?(?:nya|ku|mu|lah|kah|pun|tah)$/.exec(word)?.[1];
  return inner === undefined ? [] : [inner];
}
