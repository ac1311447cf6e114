import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

/** A cohort with the names of where and for whom it is. Dates are `YYYY-MM-DD`. */
export interface CohortSummary {
  villageCode: string;
  cohortId: string;
  name: string;
  centerId: string;
  centerName: string;
  village: string;
  district: string;
  regency: string;
  programId: string;
  programName: string;
  curriculumVersionId: string;
  startsOn: string;
  endsOn: string;
  /** Null: as many as come. */
  capacity: number | null;
}

/** The cohort, if it is this mentor's now: theirs, or lent to them until a moment that has not come. */
export async function findCohortOfMentor(db: Kysely<Database>, staffId: string, cohortId: string): Promise<CohortSummary | undefined> {
  return cohortsOfMentor(db, staffId).where("cohort.id", "=", cohortId).executeTakeFirst();
}

/** The cohorts that are this mentor's now, the one that ends last first. */
export async function listCohortsOfMentor(db: Kysely<Database>, staffId: string): Promise<CohortSummary[]> {
  return cohortsOfMentor(db, staffId).orderBy("cohort.ends_on", "desc").orderBy("cohort.name").orderBy("cohort.id").execute();
}

/** The cohort, if it belongs to one of the programs. */
export async function findCohortOfPrograms(db: Kysely<Database>, programIds: readonly string[], cohortId: string): Promise<CohortSummary | undefined> {
  if (programIds.length === 0) return undefined;
  return selectCohorts(db).where("cohort.program_id", "in", programIds).where("cohort.id", "=", cohortId).executeTakeFirst();
}

/** Cohorts by their keys, the one that ends last first. */
export async function listCohorts(db: Kysely<Database>, keys: readonly { villageCode: string; cohortId: string }[]): Promise<CohortSummary[]> {
  if (keys.length === 0) return [];
  return selectCohorts(db)
    .where((where) => where.or(keys.map(({ villageCode, cohortId }) => where.and([where("cohort.village_code", "=", villageCode), where("cohort.id", "=", cohortId)]))))
    .orderBy("cohort.ends_on", "desc")
    .orderBy("cohort.name")
    .orderBy("cohort.id")
    .execute();
}

function cohortsOfMentor(db: Kysely<Database>, staffId: string) {
  return selectCohorts(db)
    .innerJoin("cohort_mentor as mentor", (join) => join.onRef("mentor.village_code", "=", "cohort.village_code").onRef("mentor.cohort_id", "=", "cohort.id"))
    .where("mentor.staff_id", "=", staffId)
    .where("mentor.ended_at", "is", null)
    .where((where) => where.or([where("mentor.until", "is", null), where("mentor.until", ">", sql<Date>`now()`)]));
}

function selectCohorts(db: Kysely<Database>) {
  return db
    .selectFrom("cohort")
    .innerJoin("internet_center as center", (join) =>
      join.onRef("center.village_code", "=", "cohort.village_code").onRef("center.id", "=", "cohort.center_id"),
    )
    .innerJoin("program", "program.id", "cohort.program_id")
    .innerJoin("region as village", "village.code", "cohort.village_code")
    .innerJoin("region as district", "district.code", "village.parent_code")
    .innerJoin("region as regency", "regency.code", "district.parent_code")
    .select([
      "cohort.village_code as villageCode",
      "cohort.id as cohortId",
      "cohort.name",
      "center.id as centerId",
      "center.name as centerName",
      "village.name as village",
      "district.name as district",
      "regency.name as regency",
      "program.id as programId",
      "program.name as programName",
      "cohort.curriculum_version_id as curriculumVersionId",
      "cohort.starts_on as startsOn",
      "cohort.ends_on as endsOn",
      "cohort.capacity",
    ]);
}
