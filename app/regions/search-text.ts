import type { RegionKind } from "#db/regions-schema.ts";

/** What somebody looks for: a code, from its beginning, or words of names. */
export type RegionSearch =
  | { by: "code"; prefix: string }
  /** Words of the region's name, then words of the places that it lies in; `kind` where the first word said so. */
  | { by: "name"; attempts: NameAttempt[] };

export interface NameAttempt {
  words: string[];
  /** All must stand in the name of one place that it lies in. */
  placeWords: string[];
  kind: RegionKind | null;
}

export const mostSearchLetters = 100;
const mostWords = 12;

/**
 * Reads what was typed; null when nothing in it can be looked for. Attempts come in order: `kec pasir` first asks
 * for districts, then for names with a word `kec…`; `sukamaju garut` first for that name, then for Sukamaju in Garut;
 * after a comma, places alone are meant, so that a place can be copied as it is shown.
 */
export function readSearch(text: string): RegionSearch | null {
  if (text.length > mostSearchLetters) return null;
  const code = codeIn(text);
  if (code !== null) return { by: "code", prefix: code };
  const parts = text.split(",").map(wordsOf);
  const words = parts.find((part) => part.length > 0) ?? [];
  const placeWords = parts.slice(parts.indexOf(words) + 1).find((part) => part.length > 0) ?? [];
  if (words.length === 0 || words.length + placeWords.length > mostWords) return null;
  const attempts = placeWords.length > 0 ? [{ words, placeWords: withoutKind(placeWords) }] : splits(words);
  const kind = kindWords.get(words[0] ?? "") ?? null;
  const kinded = kind && words.length > 1 ? attempts.filter((attempt) => attempt.words.length > 1).map((attempt) => ({ ...attempt, words: attempt.words.slice(1), kind })) : [];
  return { by: "name", attempts: [...kinded, ...attempts.map((attempt) => ({ ...attempt, kind: null }))] };
}

/** The name alone, then ever fewer words of it and the rest as where it lies. */
function splits(words: readonly string[]) {
  return words.map((_, index) => words.length - index).map((count) => ({ words: words.slice(0, count), placeWords: withoutKind(words.slice(count)) }));
}

function withoutKind(words: string[]): string[] {
  return words.length > 1 && kindWords.has(words[0] ?? "") ? words.slice(1) : words;
}

/** What is written before names and is no part of them; "Kabupaten" and "Kota" are. */
const kindWords = new Map<string, RegionKind>([
  ...["desa", "kelurahan", "kel", "ds"].map((word) => [word, "village"] as const),
  ...["kecamatan", "kec", "distrik"].map((word) => [word, "district"] as const),
  ...["provinsi", "propinsi", "prov"].map((word) => [word, "province"] as const),
]);

/** The words as the database keeps those of names (its function region_fold, migration 009). */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'\u2018\u2019\u02bb\u02bc\u0060\u00b4]/g, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
  return folded === "" ? [] : folded.split(" ");
}

/** `64.01`, `6401032006` or `64 01 03` as the beginning of a code with its dots; null when it is none. */
function codeIn(text: string): string | null {
  const digits = text.trim().replaceAll(/[.\s-]/g, "");
  if (!/^\d{1,10}$/.test(digits)) return null;
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].filter(Boolean).join(".");
}
