import { type Kysely, sql } from "kysely";
import { isOpenCenter } from "./village-centers.ts";
import type { Database } from "./schema.ts";

/** A centre and the program for which a cohort can be made there. */
export interface CohortPlace {
  programId: string;
  programName: string;
  villageCode: string;
  centerId: string;
  centerName: string;
  village: string;
  district: string;
}

/** The open centres where the mentor has a cohort until it is handed on, or where a lead has named them, each with the program. */
export async function listPlacesOfMentor(db: Kysely<Database>, staffId: string): Promise<CohortPlace[]> {
  return selectPlaces(db)
    .where(
      sql<boolean>`(exists (select 1 from cohort_mentor m join cohort c on c.village_code = m.village_code and c.id = m.cohort_id
        where m.staff_id = ${staffId} and m.ended_at is null and m.until is null
          and c.village_code = center.village_code and c.center_id = center.id and c.program_id = program.id)
        or exists (select 1 from center_mentor named where named.staff_id = ${staffId} and named.ended_at is null
          and named.village_code = center.village_code and named.center_id = center.id and named.program_id = program.id))`,
    )
    .execute();
}

/** At most 13 centres in villages of the programs, by the beginning or a part of the village's name. */
export async function searchPlacesOfPrograms(db: Kysely<Database>, programIds: readonly string[], query: string): Promise<CohortPlace[]> {
  if (programIds.length === 0) return [];
  const pattern = query.trim().toLowerCase().replaceAll(/[\\%_]/g, "\\$&");
  return placesOfPrograms(db, programIds).where(sql<boolean>`lower(village.name) like ${`%${pattern}%`}`).limit(13).execute();
}

/** The open centres in the target villages of a program, by district and village; at most 600. */
export async function listPlacesOfProgram(db: Kysely<Database>, programId: string): Promise<CohortPlace[]> {
  return placesOfPrograms(db, [programId]).clearOrderBy().orderBy("district.name").orderBy("village.name").orderBy("center.name").orderBy("center.id").limit(600).execute();
}

/** The centre with the program, if it lies in a village of one of the programs. */
export async function findPlaceOfPrograms(db: Kysely<Database>, programIds: readonly string[], key: Pick<CohortPlace, "programId" | "villageCode" | "centerId">): Promise<CohortPlace | undefined> {
  if (!programIds.includes(key.programId)) return undefined;
  return placesOfPrograms(db, [key.programId]).where("center.village_code", "=", key.villageCode).where("center.id", "=", key.centerId).executeTakeFirst();
}

function placesOfPrograms(db: Kysely<Database>, programIds: readonly string[]) {
  return selectPlaces(db)
    .where("program.id", "in", programIds)
    .where(sql<boolean>`exists (select 1 from program_village v where v.program_id = program.id and v.village_code = center.village_code)`);
}

function selectPlaces(db: Kysely<Database>) {
  return db
    .selectFrom("internet_center as center")
    .innerJoin("program", (join) => join.on(sql<boolean>`true`))
    .innerJoin("region as village", "village.code", "center.village_code")
    .innerJoin("region as district", "district.code", "village.parent_code")
    .where(isOpenCenter)
    .select([
      "program.id as programId",
      "program.name as programName",
      "center.village_code as villageCode",
      "center.id as centerId",
      "center.name as centerName",
      "village.name as village",
      "district.name as district",
    ])
    .orderBy("village.name")
    .orderBy("center.name")
    .orderBy("center.id")
    .orderBy("program.name")
    .orderBy("program.id");
}
