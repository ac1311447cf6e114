import { type Kysely, sql } from "kysely";
import { type NameAttempt, readSearch } from "#app/regions/search-text.ts";
import type { RegionKind } from "./regions-schema.ts";
import type { Database } from "./schema.ts";

export interface FoundRegion {
  code: string;
  kind: RegionKind;
  name: string;
  /** Where it lies, from the narrowest place up: "Pasir Belengkong", "Kabupaten Paser", "Kalimantan Timur". */
  within: string[];
  /** The day from which a decree no longer knows it. */
  retiredOn: string | null;
  /** Names that it had before, the newest first. */
  formerNames: string[];
}

export interface SearchOptions {
  kinds?: readonly RegionKind[] | undefined;
  /** A region's code: only what lies at or below it. */
  within?: string | undefined;
  limit: number;
}

/**
 * Regions by words of their names or by the beginning of their code, as somebody types: every word given begins a word
 * of the name, in any order; further words may name where it lies. First whole names, then names that begin so, then
 * names with such words; among them provinces before regencies before districts before villages, then by name. What
 * goes by another name or is retired comes after. Empty for what cannot be looked for, such as 10,000 letters.
 */
export async function searchRegions(db: Kysely<Database>, text: string, options: SearchOptions): Promise<FoundRegion[]> {
  const search = readSearch(text);
  if (!search) return [];
  const scope = { kinds: options.kinds ?? allKinds, within: options.within ?? "", limit: options.limit };
  if (search.by === "code") return describe(db, await codesFrom(db, search.prefix, scope));
  const codes: string[] = [];
  for (const { kind, ...attempt } of search.attempts) {
    if (codes.length >= scope.limit) break;
    if (attempt.placeWords.length > 0 && codes.length > 0) continue;
    const kinds = kind ? scope.kinds.filter((one) => one === kind) : scope.kinds;
    const found = await codesNamed(db, attempt, { ...scope, kinds });
    codes.push(...found.filter((code) => !codes.includes(code)));
  }
  return describe(db, codes.slice(0, scope.limit));
}

const allKinds: readonly RegionKind[] = ["province", "regency", "district", "village"];

interface Scope {
  kinds: readonly RegionKind[];
  within: string;
  limit: number;
}

async function codesFrom(db: Kysely<Database>, prefix: string, { kinds, within, limit }: Scope): Promise<string[]> {
  const from = [prefix, within].toSorted((one, other) => other.length - one.length)[0] ?? "";
  const { rows } = await sql<{ code: string }>`
    select found.code from unnest(${allKinds.filter((kind) => kinds.includes(kind))}::text[]) with ordinality as wanted (kind, rank)
    cross join lateral (
      select code from region
      where region.kind = wanted.kind and code collate "C" >= ${from} and code collate "C" < ${after(from)} and (${isWithin(within)}) and starts_with(code, ${prefix})
      order by code collate "C" limit ${limit}
    ) as found
    order by wanted.rank, found.code collate "C" limit ${limit}`.execute(db);
  return rows.map(({ code }) => code);
}

async function codesNamed(db: Kysely<Database>, { words, placeWords }: NameAttempt | Omit<NameAttempt, "kind">, scope: Scope): Promise<string[]> {
  if (scope.kinds.length === 0) return [];
  if (placeWords.length > 0) return codesWithWords(db, words, scope, await placesNamed(db, placeWords, scope));
  const starting = await codesStarting(db, words.join(" "), scope);
  if (starting.length >= scope.limit) return starting;
  const others = await codesWithWords(db, words, scope, null);
  return [...starting, ...others.filter((code) => !starting.includes(code))];
}

/** Names that begin with the text, whole names first. Each kind's are read in order from an index, and no more than are wanted. */
async function codesStarting(db: Kysely<Database>, text: string, { kinds, within, limit }: Scope): Promise<string[]> {
  const wanted = allKinds.flatMap((kind, rank) => (kinds.includes(kind) ? titles[kind].map((title) => ({ kind, rank, from: `${title}${text}` })) : []));
  const pick = <Key extends "kind" | "rank" | "from">(key: Key) => wanted.map((one) => one[key]);
  const { rows } = await sql<{ code: string }>`
    select found.code from unnest(${pick("kind")}::text[], ${pick("rank")}::int[], ${pick("from")}::text[], ${wanted.map(({ from }) => after(from))}::text[]) as wanted (kind, rank, first, past)
    cross join lateral (
      select code, folded from region
      where retired_on is null and region.kind = wanted.kind and folded >= wanted.first collate "C" and folded < wanted.past collate "C" and (${isWithin(within)})
      order by folded, code limit ${limit}
    ) as found
    group by found.code, found.folded
    order by bool_or(found.folded = wanted.first) desc, min(wanted.rank), found.folded, found.code limit ${limit}`.execute(db);
  return rows.map(({ code }) => code);
}

/** What stands before a regency's own name: who types "paser" means Kabupaten Paser too. */
const titles: Record<RegionKind, readonly string[]> = {
  province: [""],
  regency: ["", "kabupaten ", "kota ", "kabupaten administrasi ", "kota administrasi "],
  district: [""],
  village: [""],
};

/** Names with all the words. One range of the index of words is read, that of the longest; the rest is compared as it passes. */
async function codesWithWords(db: Kysely<Database>, words: readonly string[], { kinds, within, limit }: Scope, places: readonly string[] | null): Promise<string[]> {
  if (places?.length === 0) return [];
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
  const ranks = kinds.map((kind) => allKinds.indexOf(kind) + 1);
  const isThere = places ? sql`array[substr(code, 1, 2), substr(code, 1, 5), substr(code, 1, 8)] && ${places}::text[] and not code = any(${places}::text[])` : sql`true`;
  const { rows } = await sql<{ code: string }>`
    select code from region_word
    where word >= ${longest} and word < ${after(longest)} and ${hasAll(words)} and kind_rank = any(${ranks}::smallint[]) and (${isWithin(within)}) and ${isThere}
    group by code
    order by bool_or(is_current) desc, bool_or(name = ${words.join(" ")}) desc, bool_or(starts_with(name, ${words.join(" ")})) desc, min(kind_rank), min(name), code
    limit ${limit}`.execute(db);
  return rows.map(({ code }) => code);
}

/** Provinces, regencies and districts with all the words in their names: those with a whole name of them alone, where there are any. */
async function placesNamed(db: Kysely<Database>, words: readonly string[], { within }: Scope): Promise<string[]> {
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
  const { rows } = await sql<{ code: string }>`
    select distinct code from region_word
    where word >= ${longest} and word < ${after(longest)} and ${hasAll(words)} and kind_rank < 4
      and (code = left(${within}, length(code)) or (${isWithin(within)})) limit 2000`.execute(db);
  return rows.map(({ code }) => code);
}

function hasAll(words: readonly string[]) {
  return sql.join(words.map((word) => sql`(' ' || name) like ${`% ${word}%`}`), sql` and `);
}

function isWithin(code: string) {
  return code === "" ? sql`true` : sql`code = ${code} or starts_with(code, ${`${code}.`})`;
}

/** The first text after all those that begin with `text`; words and codes hold nothing above `z`. */
function after(text: string): string {
  return `${text}~`;
}

async function describe(db: Kysely<Database>, codes: readonly string[]): Promise<FoundRegion[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<FoundRegion>`
    select region.code, region.kind, region.name, region.retired_on as "retiredOn", array_remove(array[first.name, second.name, third.name], null) as within,
      array(select past.name from region_name past where past.code = region.code order by past.valid_until desc) as "formerNames"
    from unnest(${codes}::text[]) with ordinality as found (code, place)
    join region on region.code = found.code
    left join region first on first.code = region.parent_code
    left join region second on second.code = first.parent_code
    left join region third on third.code = second.parent_code
    order by found.place`.execute(db);
  return rows;
}
