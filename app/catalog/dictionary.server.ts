import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { decodeTrie } from "cspell-trie-lib";
import type { Dictionary } from "./spelling.ts";

/**
 * The Indonesian dictionary of `@cspell/dict-id-id` with our own `spelling.txt` of the courses folder. Takes 0.1 s to
 * load: for checking, never for serving.
 */
export function loadDictionary(coursesFolder: string): Dictionary {
  const words = (trie ??= readTrie());
  const path = join(coursesFolder, "spelling.txt");
  const own = readOwnWords(existsSync(path) ? readFileSync(path, "utf8") : "");
  return { isKnown: (word) => own.known.has(word) || (words.has(word) && !own.instead.has(word)), instead: own.instead };
}

let trie: ReturnType<typeof decodeTrie> | undefined;
function readTrie(): ReturnType<typeof decodeTrie> {
  const { resolve } = createRequire(import.meta.url);
  return decodeTrie(readFileSync(join(dirname(resolve("@cspell/dict-id-id")), "dict", "id-id.trie")));
}

/** Reads `spelling.txt`: words that are right, and lines like `!resiko risiko`. `#` begins a remark. */
function readOwnWords(source: string): { known: Set<string>; instead: Map<string, string> } {
  const lines = source.split("\n").map((line) => line.replace(/#.*/, "").trim());
  const forbidden = lines.filter((line) => line.startsWith("!"));
  const known = lines.filter((line) => !line.startsWith("!")).flatMap((line) => line.toLowerCase().split(/\s+/));
  return { known: new Set(known.filter(Boolean)), instead: new Map(forbidden.map((line) => /^!(\S+)\s+(.*)$/.exec(line)?.slice(1) as [string, string])) };
}
