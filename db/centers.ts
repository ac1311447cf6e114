import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

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

/** At most 13 centres whose village's name begins with `query`, or holds it; all when it is empty. */
export async function searchCenters(db: Kysely<Database>, query: string): Promise<Center[]> {
  const pattern = query.trim().toLowerCase().replaceAll(/[\\%_]/g, "\\$&");
  return centers(db)
    .where((where) => where(where.fn("lower", ["village.name"]), "like", `%${pattern}%`))
    .orderBy((order) => order(order.fn("lower", ["village.name"]), "not like", `${pattern}%`))
    .orderBy("village.name")
    .orderBy("center.id")
    .limit(13)
    .execute();
}
