import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

export interface Target {
  villageCode: string;
  village: string;
  district: string;
  regency: string;
  learners: number;
  wave: number | null;
  /** `YYYY-MM-DD`. */
  joinedOn: string;
  /** A decree has ended the code: the village's successors are to take its place. */
  isRetired: boolean;
}

export interface TargetChoice {
  /** Part of a village's or a district's name, or the beginning of a code; all when empty. */
  query: string;
  wave: number | null;
  /** How many are passed over, and how many are told at most. */
  from: number;
  limit: number;
}

/** A program's target villages by code, and how many the choice finds in all. */
export async function searchTargets(db: Kysely<Database>, programId: string, { query, wave, from, limit }: TargetChoice): Promise<{ targets: Target[]; found: number }> {
  const found = selectTargets(db, programId)
    .$if(query !== "", (select) => select.where(nameOrCode(query)))
    .$if(wave !== null, (select) => select.where("target.wave", "=", wave));
  const [targets, count] = await Promise.all([
    found.orderBy("village.code").offset(from).limit(limit).execute(),
    found.clearSelect().select(sql<number>`count(*)::int`.as("found")).executeTakeFirstOrThrow(),
  ]);
  return { targets, found: count.found };
}

/** One village's target, if it has any in the program. */
export async function findTarget(db: Kysely<Database>, programId: string, villageCode: string): Promise<Target | undefined> {
  return selectTargets(db, programId).where("village.code", "=", villageCode).executeTakeFirst();
}

function selectTargets(db: Kysely<Database>, programId: string) {
  return db
    .selectFrom("program_village as target")
    .innerJoin("region as village", "village.code", "target.village_code")
    .innerJoin("region as district", "district.code", "village.parent_code")
    .innerJoin("region as regency", "regency.code", "district.parent_code")
    .where("target.program_id", "=", programId)
    .select([
      "target.village_code as villageCode",
      "village.name as village",
      "district.name as district",
      "regency.name as regency",
      "target.target_learners as learners",
      "target.wave",
      "target.joined_on as joinedOn",
      isRetired.as("isRetired"),
    ]);
}

// Letters that mean something in a pattern are taken as they are.
function nameOrCode(query: string) {
  const text = query.toLowerCase().replaceAll(/[\\%_]/g, "\\$&");
  return sql<boolean>`(lower(village.name) like ${`%${text}%`} or lower(district.name) like ${`%${text}%`} or starts_with(village.code, ${query}))`;
}

export interface OtherVillage {
  villageCode: string;
  village: string;
  district: string;
}

/** Villages of the program's region that are no targets, found by name, district or code, and how many there are in all. */
export async function searchOtherVillages(db: Kysely<Database>, program: { id: string; regionCode: string }, query: string, limit: number): Promise<{ villages: OtherVillage[]; found: number }> {
  const found = db
    .selectFrom("region as village")
    .innerJoin("region as district", "district.code", "village.parent_code")
    .where("village.kind", "=", "village")
    .where(sql<boolean>`starts_with(village.code, ${`${program.regionCode}.`})`)
    .where(nameOrCode(query))
    .where(sql<boolean>`not exists (select 1 from program_village target where target.program_id = ${program.id} and target.village_code = village.code)`)
    .where(sql<boolean>`not ${isRetired}`);
  const [villages, count] = await Promise.all([
    found.select(["village.code as villageCode", "village.name as village", "district.name as district"]).orderBy("village.code").limit(limit).execute(),
    found.select(sql<number>`count(*)::int`.as("found")).executeTakeFirstOrThrow(),
  ]);
  return { villages, found: count.found };
}

/** A code that a decree has ended. */
const isRetired = sql<boolean>`coalesce(village.retired_on <= current_date, false)`;

export interface KnownVillage {
  name: string;
  isRetired: boolean;
}

/** How many targets of a program have a code that a decree has ended. */
export async function countRetiredTargets(db: Kysely<Database>, programId: string): Promise<number> {
  const { retired } = await db
    .selectFrom("program_village as target")
    .innerJoin("region as village", "village.code", "target.village_code")
    .where("target.program_id", "=", programId)
    .where(isRetired)
    .select(sql<number>`count(*)::int`.as("retired"))
    .executeTakeFirstOrThrow();
  return retired;
}

/** Which of the codes are villages, by code. */
export async function listKnownVillages(db: Kysely<Database>, codes: readonly string[]): Promise<Map<string, KnownVillage>> {
  const rows = await db
    .selectFrom("region as village")
    .where(sql<boolean>`village.code = any(${codes}::text[])`)
    .where("village.kind", "=", "village")
    .select(["village.code", "village.name", isRetired.as("isRetired")])
    .execute();
  return new Map(rows.map(({ code, ...village }) => [code, village]));
}

/** Villages in force within a region whose names, folded and without spaces, are among these. */
export async function listVillagesNamed(db: Kysely<Database>, regionCode: string, names: readonly string[]): Promise<{ code: string; name: string; district: string }[]> {
  if (names.length === 0) return [];
  return db
    .selectFrom("region as village")
    .innerJoin("region as district", "district.code", "village.parent_code")
    .where("village.kind", "=", "village")
    .where(sql<boolean>`starts_with(village.code, ${`${regionCode}.`})`)
    .where(sql<boolean>`replace(village.folded, ' ', '') = any(${names}::text[])`)
    .where(sql<boolean>`not ${isRetired}`)
    .select(["village.code", "village.name", "district.name as district"])
    .orderBy("village.code")
    .execute();
}

/** The targets of a program as they stand, by code. */
export async function listTargetValues(db: Kysely<Database>, programId: string): Promise<Map<string, { learners: number; wave: number | null }>> {
  const rows = await db.selectFrom("program_village").where("program_id", "=", programId).select(["village_code as code", "target_learners as learners", "wave"]).execute();
  return new Map(rows.map(({ code, ...values }) => [code, values]));
}

/** What the targets come to: villages, people, and districts and regencies that they lie in. */
export async function countTargets(db: Kysely<Database>, programId: string) {
  return db
    .selectFrom("program_village")
    .where("program_id", "=", programId)
    .select([
      sql<number>`count(*)::int`.as("villages"),
      sql<number>`coalesce(sum(target_learners), 0)::int`.as("learners"),
      sql<number>`count(distinct left(village_code, 8))::int`.as("districts"),
      sql<number>`count(distinct left(village_code, 5))::int`.as("regencies"),
    ])
    .executeTakeFirstOrThrow();
}

export interface TargetValues {
  villageCode: string;
  learners: number;
  wave: number | null;
}

/** Puts villages on the list or gives them new values, all at once. Who was on it stays there since the same day. */
export async function upsertTargets(trx: Transaction<Database>, programId: string, targets: readonly TargetValues[], today: string): Promise<void> {
  if (targets.length === 0) return;
  await sql`
    insert into program_village (program_id, village_code, target_learners, joined_on, wave)
    select ${programId}, code, learners, ${today}, wave
    from unnest(${targets.map((target) => target.villageCode)}::text[], ${targets.map((target) => target.learners)}::int[], ${targets.map((target) => target.wave)}::int[]) as new (code, learners, wave)
    on conflict (program_id, village_code) do update set target_learners = excluded.target_learners, wave = excluded.wave`.execute(trx);
}

/** Takes a village off the list; its people and their history stay. */
export async function deleteTarget(trx: Transaction<Database>, programId: string, villageCode: string): Promise<void> {
  await trx.deleteFrom("program_village").where("program_id", "=", programId).where("village_code", "=", villageCode).execute();
}

export interface Wave {
  number: number;
  name: string;
  /** `YYYY-MM-DD`, or null while it is not set. */
  startsOn: string | null;
  endsOn: string | null;
}

/** The waves of a program with how many villages are in each. */
export async function listWaves(db: Kysely<Database>, programId: string): Promise<(Wave & { villages: number })[]> {
  return db
    .selectFrom("program_wave as wave")
    .leftJoin("program_village as target", (join) => join.onRef("target.program_id", "=", "wave.program_id").onRef("target.wave", "=", "wave.number"))
    .where("wave.program_id", "=", programId)
    .groupBy(["wave.program_id", "wave.number"])
    .select(["wave.number", "wave.name", "wave.starts_on as startsOn", "wave.ends_on as endsOn", sql<number>`count(target.village_code)::int`.as("villages")])
    .orderBy("wave.number")
    .execute();
}

/** Takes a wave away in which there is no village; answers whether it did. */
export async function deleteEmptyWave(trx: Transaction<Database>, programId: string, number: number): Promise<boolean> {
  const held = trx.selectFrom("program_village").where("program_id", "=", programId).where("wave", "=", number).select("village_code");
  const deleted = await trx
    .deleteFrom("program_wave")
    .where("program_id", "=", programId)
    .where("number", "=", number)
    .where((where) => where.not(where.exists(held)))
    .returning("number")
    .executeTakeFirst();
  return deleted !== undefined;
}

/** Adds a wave, or gives one new values. */
export async function upsertWave(trx: Transaction<Database>, programId: string, { number, name, startsOn, endsOn }: Wave): Promise<void> {
  await trx
    .insertInto("program_wave")
    .values({ program_id: programId, number, name, starts_on: startsOn, ends_on: endsOn })
    .onConflict((conflict) => conflict.columns(["program_id", "number"]).doUpdateSet({ name, starts_on: startsOn, ends_on: endsOn }))
    .execute();
}
