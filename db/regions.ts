import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "csv-parse";
import { type Kysely, sql } from "kysely";
import type { RegionKind } from "./regions-schema.ts";
import type { Database } from "./schema.ts";

/**
 * Loads all 91,599 region codes of Kepmendagri 300.2.2-2430/2025 from the package idn-area-data
 * (data ODbL). Adds what is missing, renames what was renamed, deletes nothing, and leaves what a decree has changed since.
 */
export async function loadRegions(db: Kysely<Database>): Promise<number> {
  const regions = await readRegions();
  await db.transaction().execute(async (trx) => {
    await sql`
      insert into region (code, kind, parent_code, name)
      select * from unnest(
        ${regions.map((region) => region.code)}::text[], ${regions.map((region) => region.kind)}::text[],
        ${regions.map((region) => region.parentCode)}::text[], ${regions.map((region) => region.name)}::text[])
      on conflict (code) do update set name = excluded.name
      where region.name <> excluded.name and not exists (select from region_name where region_name.code = region.code)`.execute(trx);
  });
  await refreshStatistics(db);
  return regions.length;
}

/** Tells the planner what regions there are now, so that searching stays with its indexes. Not in a transaction. */
export async function refreshStatistics(db: Kysely<Database>): Promise<void> {
  await sql`vacuum (analyze) region, region_word`.execute(db);
}

interface RegionRow {
  code: string;
  kind: RegionKind;
  parentCode: string | null;
  name: string;
}

async function readRegions(): Promise<RegionRow[]> {
  const rows: RegionRow[] = [];
  for (const [file, kind] of files) {
    const parser = createReadStream(require.resolve(`idn-area-data/data/${file}.csv`)).pipe(parse({ fromLine: 2, trim: true }));
    for await (const record of parser as AsyncIterable<string[]>) {
      const [code, parent] = record as [string, string, string];
      rows.push({ code, kind, parentCode: kind === "province" ? null : parent, name: record.at(-1) ?? "" });
    }
  }
  return rows;
}

const require = createRequire(import.meta.url);
const files: readonly (readonly [string, RegionKind])[] = [
  ["provinces", "province"],
  ["regencies", "regency"],
  ["districts", "district"],
  ["villages", "village"],
];

/** How many regions of each kind lie at or below `prefix`, a region code; all of Indonesia when empty. */
export async function countRegions(db: Kysely<Database>, prefix = ""): Promise<Record<RegionKind, number>> {
  const rows = await db
    .selectFrom("region")
    .where("code", "like", `${prefix}%`)
    .groupBy("kind")
    .select(["kind", sql<number>`count(*)::int`.as("regions")])
    .execute();
  return { province: 0, regency: 0, district: 0, village: 0, ...Object.fromEntries(rows.map((row) => [row.kind, row.regions])) };
}

export interface VillagePlace {
  villageCode: string;
  village: string;
  district: string;
  regency: string;
}

/** The village with the names of its district and regency. */
export async function findVillagePlace(db: Kysely<Database>, villageCode: string): Promise<VillagePlace | undefined> {
  return db
    .selectFrom("region as village")
    .innerJoin("region as district", "district.code", "village.parent_code")
    .innerJoin("region as regency", "regency.code", "district.parent_code")
    .where("village.code", "=", villageCode)
    .where("village.kind", "=", "village")
    .select(["village.code as villageCode", "village.name as village", "district.name as district", "regency.name as regency"])
    .executeTakeFirst();
}
