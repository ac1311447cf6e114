import "../support/database.ts";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { type CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { wordsOf } from "#app/regions/search-text.ts";
import { searchRegions, type SearchOptions } from "#db/region-search.ts";
import { loadRegions } from "#db/regions.ts";
import type { Database } from "#db/schema.ts";

const { db, pool } = await import("#db/client.ts");

const namesOf = async (text: string, options: Partial<SearchOptions> = {}) => (await searchRegions(db, text, { limit: 10, ...options })).map(({ name, within }) => [name, ...within].join(", "));

describe("searching for regions as one types", () => {
  it.each(["pasir bel", "bel pasir", "PASIR BELÉNGKONG", "pasir belengkong paser", "desa pasir bel", "Pasir Belengkong, Kec. Paser Belengkong, Kab. Paser", "6401032006", "64.01.03.2006"])("finds Pasir Belengkong for %j", async (text) => {
    expect((await namesOf(text))[0]).toBe("Pasir Belengkong, Paser Belengkong, Kabupaten Paser, Kalimantan Timur");
  });

  it("puts whole names first, then beginnings, then words within; provinces before villages", async () => {
    const found = await searchRegions(db, "paser", { limit: 6 });
    expect(found.map(({ kind, name }) => `${kind} ${name}`).slice(0, 3)).toEqual(["regency Kabupaten Paser", "district Paser Belengkong", "village Paseraman"]);
    expect((await namesOf("kalimantan timur"))[0]).toBe("Kalimantan Timur");
    expect((await namesOf("kota bandung"))[0]).toBe("Kota Bandung, Jawa Barat");
    expect((await namesOf("p"))[0]).toBe("Papua");
  });

  it("finds names with apostrophes, typed with any of them or none", async () => {
    for (const text of ["regapuu", "Regapu'u", "regapu’u"]) expect((await namesOf(text))[0]).toMatch(/^Regapu’u, /);
  });

  it("keeps to kinds and to a region, and to the limit", async () => {
    const found = await searchRegions(db, "suka", { kinds: ["village"], within: "32.05", limit: 7 });
    expect(found).toHaveLength(7);
    expect(found.every(({ code, kind }) => kind === "village" && code.startsWith("32.05."))).toBe(true);
    expect(await namesOf("blitar", { kinds: ["regency"] })).toEqual(["Kabupaten Blitar, Jawa Timur", "Kota Blitar, Jawa Timur"]);
    expect(await namesOf("pasir", { within: "64.01.03" })).toEqual(["Pasir Belengkong, Paser Belengkong, Kabupaten Paser, Kalimantan Timur"]);
    expect(await namesOf("6401", { within: "64.01.03.2006" })).toHaveLength(1);
    expect(await namesOf("64", { within: "32" })).toEqual([]);
  });

  it("begins with the region itself when a code is typed", async () => {
    expect((await searchRegions(db, "6401", { limit: 3 })).map(({ code }) => code)).toEqual(["64.01", "64.01.01", "64.01.02"]);
    expect((await searchRegions(db, "3", { limit: 40, kinds: ["province"] })).map(({ code }) => code)).toEqual(["31", "32", "33", "34", "35", "36"]);
  });

  it.each(["x".repeat(10_000), "zzzzqq", "%", "_", "\\", "'; drop table region; --", "\0"])("finds nothing for %j, and does no harm", async (text) => {
    expect(await searchRegions(db, text, { limit: 5 })).toEqual([]);
  });

  it("folds what is typed as the database folds names", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(..."Aaé'’ -ñÖ.,1(/ıß学\u0301") }), async (text) => {
        const { rows } = await sql<{ folded: string }>`select region_fold(${text}) as folded`.execute(db);
        expect(wordsOf(text).join(" ")).toBe(rows[0]?.folded);
      }),
      { numRuns: 200 },
    );
  });

  it("finds every village by its whole name, and by its name and its regency", async () => {
    const villages = readFileSync(createRequire(import.meta.url).resolve("idn-area-data/data/villages.csv"), "utf8").trim().split(/\r?\n/).slice(1);
    const chosen = villages.filter((_, index) => index % 2777 === 5).map((row) => row.split(","));
    for (const [code = "", , name = ""] of chosen) {
      const { rows } = await sql<{ name: string }>`select name from region where code = left(${code}, 5)`.execute(db);
      expect((await searchRegions(db, `${name} ${rows[0]?.name}`, { limit: 50 })).map((found) => found.code)).toContain(code);
      expect((await searchRegions(db, name, { kinds: ["village"], limit: 2000 })).map((found) => found.code)).toContain(code);
    }
  });
});

describe("what a search costs", () => {
  const asked: CompiledQuery[] = [];
  const watched = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void asked.push(query) });
  afterAll(() => void asked.splice(0));

  it.each(["p", "s b", "pasir bel", "sukamaju garut", "kec su", "6401", "3"])("is read from indexes alone for %j, among all 91,599 regions", async (text) => {
    asked.length = 0;
    for (const options of [{ limit: 31 }, { limit: 31, within: "64", kinds: ["village"] as const }]) await searchRegions(watched, text, options);
    const plans: string[] = [];
    for (const { sql: statement, parameters } of [...asked]) {
      const { rows } = await pool.query<{ "QUERY PLAN": string }>(`explain (analyze, timing off) ${statement}`, [...parameters]);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    expect(plans.length).toBeGreaterThan(1);
    expect(plans.filter((plan) => /Seq Scan/.test(plan))).toEqual([]);
    // A search reads one range of an index, and the widest holds a fifth of all words.
    const read = plans.flatMap((plan) => [...plan.matchAll(/rows=(\d+)\.\d+ loops=\d+/g)].map(([, rows]) => Number(rows)));
    expect(Math.max(...read)).toBeLessThan(35_000);
  });
});

describe("loading the regions again", () => {
  it("changes nothing, and takes back no name that a decree gave", async () => {
    await sql`update region set name = 'Senaken Jaya' where code = '64.01.04.2016'`.execute(db);
    await sql`insert into region_name (code, name, valid_until, decree) values ('64.01.04.2016', 'Senaken', '2026-01-01', 'Perda 1/2026')`.execute(db);
    await loadRegions(db);
    expect(await namesOf("senaken")).toEqual(["Senaken Jaya, Tanah Grogot, Kabupaten Paser, Kalimantan Timur"]);
    const { rows } = await sql<{ count: number }>`select count(*)::int from region`.execute(db);
    expect(rows).toEqual([{ count: 91_599 }]);
  });
});
