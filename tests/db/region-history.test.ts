import "../support/database.ts";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/ids.ts";
import { currentCodesOf, formerCodesOf, listRegionNames, regionNameOn } from "#db/region-history.ts";
import type { RegionChangeKind } from "#db/regions-schema.ts";

const { db } = await import("#db/client.ts");

const [a, b, c, d] = ["64.01.03.2001", "64.01.03.2002", "64.01.03.2003", "64.01.03.2004"] as const;
const pool = [a, b, c, d, "64.01.03.2005"] as const;

async function change(oldCode: string, newCode: string, effectiveOn: string, kind: RegionChangeKind = "recode") {
  await db.insertInto("region_change").values({ id: newId(), old_code: oldCode, new_code: newCode, effective_on: effectiveOn, kind, reason: "Perda" }).onConflict((conflict) => conflict.doNothing()).execute();
}

const retire = (code: string, day: string | null) => db.updateTable("region").set({ retired_on: day }).where("code", "=", code).execute();

beforeEach(async () => {
  await db.deleteFrom("region_change").execute();
  await db.deleteFrom("region_name").execute();
  for (const code of pool) await retire(code, null);
});

describe("what a code became, and what it was", () => {
  it("follows a chain at any depth, from both ends", async () => {
    await change(a, b, "2010-01-01");
    await change(b, c, "2015-01-01", "move");
    await change(c, d, "2020-01-01", "merge");
    for (const code of [a, b, c]) await retire(code, "2020-01-01");
    expect((await currentCodesOf(db, [a])).map(({ code, kind, effectiveOn }) => [code, kind, effectiveOn])).toEqual([[d, "merge", "2020-01-01"]]);
    expect((await formerCodesOf(db, [d])).map(({ code, kind, effectiveOn, retiredOn }) => [code, kind, effectiveOn, retiredOn])).toEqual([
      [c, "merge", "2020-01-01", "2020-01-01"],
      [b, "move", "2015-01-01", "2020-01-01"],
      [a, "recode", "2010-01-01", "2020-01-01"],
    ]);
  });

  it("keeps a region that another split from, beside the other", async () => {
    await change(a, b, "2024-05-01", "split");
    expect((await currentCodesOf(db, [a])).map(({ code, kind }) => [code, kind])).toEqual([[a, null], [b, "split"]]);
    expect((await formerCodesOf(db, [b, a])).map(({ of, code, retiredOn }) => [of, code, retiredOn])).toEqual([[b, a, null]]);
  });

  it("gives nobody the past of others: who joined later was no part of what split before", async () => {
    await change(b, c, "2010-01-01", "split");
    await change(a, b, "2020-01-01", "merge");
    await retire(a, "2020-01-01");
    expect((await currentCodesOf(db, [a])).map(({ code }) => code)).toEqual([b]);
    expect((await formerCodesOf(db, [c])).map(({ code }) => code)).toEqual([b]);
  });

  it("has nothing for what was retired without a successor, and for a code that never was", async () => {
    await retire(a, "2020-01-01");
    expect(await currentCodesOf(db, [a])).toEqual([]);
    expect(await currentCodesOf(db, ["99.99"])).toEqual([]);
    expect(await formerCodesOf(db, ["99.99", a])).toEqual([]);
    expect(await regionNameOn(db, "99.99", "2020-01-01")).toBeUndefined();
  });

  it("never turns in a circle, whatever changes there are", async () => {
    const day = fc.integer({ min: 1, max: 9 }).map((year) => `200${year}-01-01`);
    const changes = fc.array(fc.tuple(fc.constantFrom(...pool), fc.constantFrom(...pool), day), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(changes, async (made) => {
        await db.deleteFrom("region_change").execute();
        for (const [from, to, on] of made) if (from !== to) await change(from, to, on);
        for (const code of pool) {
          const [current, former] = [await currentCodesOf(db, [code]), await formerCodesOf(db, [code])];
          expect(new Set(current.map((one) => one.code)).size).toBe(current.length);
          expect(former.map((one) => one.code)).not.toContain(code);
          for (const { code: past } of former) expect((await currentCodesOf(db, [past])).map((one) => one.code)).toContain(code);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("the names of a day", () => {
  it("are those that decrees gave, without gap or overlap", async () => {
    const renames = fc.uniqueArray(fc.record({ year: fc.integer({ min: 1950, max: 2025 }), name: fc.stringMatching(/^[A-Z][a-z]{3,8}$/) }), { selector: ({ year }) => year, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(renames, fc.integer({ min: 1945, max: 2030 }), async (given, asked) => {
        await db.deleteFrom("region_name").execute();
        const ordered = given.toSorted((one, other) => one.year - other.year);
        let from: string | null = null;
        for (const { year, name } of ordered) {
          await db.insertInto("region_name").values({ code: a, name, valid_from: from, valid_until: `${year}-06-01`, decree: "Perda" }).execute();
          from = `${year}-06-01`;
        }
        const { name: today } = await db.selectFrom("region").where("code", "=", a).select("name").executeTakeFirstOrThrow();
        const expected = ordered.find(({ year }) => asked < year)?.name ?? today;
        expect(await regionNameOn(db, a, `${asked}-01-01`)).toBe(ordered.find(({ year }) => asked === year)?.name ?? expected);
        const names = await listRegionNames(db, a);
        expect(names.map(({ from: begins }) => begins).slice(1)).toEqual(names.slice(0, -1).map(({ until }) => until));
        expect(names.at(-1)).toMatchObject({ name: today, until: null });
      }),
      { numRuns: 40 },
    );
  });
});
