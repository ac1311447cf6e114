import type { Kysely } from "kysely";
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
}

/** The cohort, if it is this mentor's now. */
export async function findCohortOfMentor(db: Kysely<Database>, staffId: string, cohortId: string): Promise<CohortSummary | undefined> {
  return cohortsOfMentor(db, staffId).where("cohort.id", "=", cohortId).executeTakeFirst();
}

/** The cohorts that are this mentor's now, the one that ends last first. */
export async function listCohortsOfMentor(db: Kysely<Database>, staffId: string): Promise<CohortSummary[]> {
  return cohortsOfMentor(db, staffId).orderBy("cohort.ends_on", "desc").orderBy("cohort.name").orderBy("cohort.id").execute();
}

function cohortsOfMentor(db: Kysely<Database>, staffId: string) {
  return db
    .selectFrom("cohort_mentor as mentor")
    .innerJoin("cohort", (join) => join.onRef("cohort.village_code", "=", "mentor.village_code").onRef("cohort.id", "=", "mentor.cohort_id"))
    .innerJoin("internet_center as center", (join) =>
      join.onRef("center.village_code", "=", "cohort.village_code").onRef("center.id", "=", "cohort.center_id"),
    )
    .innerJoin("program", "program.id", "cohort.program_id")
    .innerJoin("region as village", "village.code", "cohort.village_code")
    .innerJoin("region as district", "district.code", "village.parent_code")
    .innerJoin("region as regency", "regency.code", "district.parent_code")
    .where("mentor.staff_id", "=", staffId)
    .where("mentor.ended_at", "is", null)
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
    ]);
}
