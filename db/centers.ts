import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";
import { isOpenCenter } from "./village-centers.ts";

export interface Center {
  villageCode: string;
  centerId: string;
  name: string;
  village: string;
  district: string;
  regency: string;
}

function centers(db: Kysely<Database>) {
  return db
    .selectFrom("internet_center as center")
    .innerJoin("region as village", "village.code", "center.village_code")
    .innerJoin("region as district", "district.code", "village.parent_code")
    .innerJoin("region as regency", "regency.code", "district.parent_code")
    .select([
      "center.village_code as villageCode",
      "center.id as centerId",
      "center.name",
      "village.name as village",
      "district.name as district",
      "regency.name as regency",
    ]);
}

export async function findCenter(db: Kysely<Database>, villageCode: string, centerId: string): Promise<Center | undefined> {
  return centers(db).where("center.village_code", "=", villageCode).where("center.id", "=", centerId).executeTakeFirst();
}

/** A place's name as it is searched for: small letters and digits only. */
const plain = (name: "village.name" | "district.name") => sql<string>`regexp_replace(lower(${sql.ref(name)}), '[^a-z0-9]', '', 'g')`;

/** A closed centre is still chosen by those who learned there. */
const isSignedInAt = sql<boolean>`(${isOpenCenter} or exists (select 1 from learner l where l.village_code = center.village_code and l.center_id = center.id))`;

/**
 * At most 13 centres by the names of their village and its district, which begin with `letters` or hold them; all when
 * there are none. Villages come before districts. `letters`: small ones and digits only.
 */
export async function searchCenters(db: Kysely<Database>, letters: string): Promise<Center[]> {
  const [village, district] = [plain("village.name"), plain("district.name")];
  return centers(db)
    .where(sql<boolean>`${village} || ${district} like ${`%${letters}%`}`)
    .where(isSignedInAt)
    .orderBy(sql`${village} not like ${`${letters}%`}`)
    .orderBy(sql`${village} not like ${`%${letters}%`}`)
    .orderBy("village.name")
    .orderBy("center.id")
    .limit(13)
    .execute();
}

/** The villages with centres whose names are `from` to `to` letters long: at most 5,000 of them. */
export async function listCenterVillages(db: Kysely<Database>, { from, to }: { from: number; to: number }): Promise<{ villageCode: string; letters: string }[]> {
  const letters = plain("village.name");
  return db
    .selectFrom("internet_center as center")
    .innerJoin("region as village", "village.code", "center.village_code")
    .select(["center.village_code as villageCode", letters.as("letters")])
    .where(sql<boolean>`length(${letters}) between ${from} and ${to}`)
    .where(isSignedInAt)
    .distinct()
    .limit(5000)
    .execute();
}

/** At most 13 centres of these villages. */
export async function listCentersIn(db: Kysely<Database>, villageCodes: readonly string[]): Promise<Center[]> {
  if (villageCodes.length === 0) return [];
  return centers(db).where("center.village_code", "in", villageCodes).where(isSignedInAt).orderBy("village.name").orderBy("center.id").limit(13).execute();
}
