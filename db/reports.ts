import type { Kysely } from "kysely";
import type { CurriculumStructure } from "#app/catalog/course.ts";
import type { Database } from "./schema.ts";

/** What a cohort's curriculum version asks for. */
export async function findVersionStructure(db: Kysely<Database>, curriculumVersionId: string): Promise<CurriculumStructure | undefined> {
  const row = await db.selectFrom("curriculum_version").where("id", "=", curriculumVersionId).select("structure").executeTakeFirst();
  return row?.structure;
}
