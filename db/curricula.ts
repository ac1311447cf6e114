import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { type Curriculum, type CurriculumStructure, structureOf } from "#app/catalog/course.ts";
import { newId } from "./ids.ts";
import type { Database } from "./schema.ts";

/**
 * Publishes the curriculum as a new version when what it asks for has changed since the last one;
 * answers the id of the version in force. Enrollments keep the version that they were made with.
 */
export async function publishCurriculum(db: Kysely<Database>, curriculum: Curriculum, now: Date): Promise<string> {
  const structure = JSON.stringify(structureOf(curriculum));
  const structureHash = createHash("sha256").update(structure).digest("hex");
  return db.transaction().execute(async (trx) => {
    const { id, title, year } = curriculum;
    await trx
      .insertInto("curriculum")
      .values({ id, title, year })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ title, year }))
      .execute();
    await trx.selectFrom("curriculum").where("id", "=", id).select("id").forUpdate().execute();
    const last = await findNewestVersion(trx, id);
    if (last?.structureHash === structureHash) return last.id;
    const version = { id: newId(), curriculum_id: id, number: (last?.number ?? 0) + 1, structure, structure_hash: structureHash, published_at: now };
    await trx.insertInto("curriculum_version").values(version).execute();
    return version.id;
  });
}

async function findNewestVersion(db: Kysely<Database>, curriculumId: string) {
  return db
    .selectFrom("curriculum_version")
    .where("curriculum_id", "=", curriculumId)
    .select(["id", "number", "structure_hash as structureHash"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** What the version that an enrollment is pinned to asks for. */
export async function findPinnedStructure(db: Kysely<Database>, villageCode: string, enrollmentId: string): Promise<CurriculumStructure | undefined> {
  const row = await db
    .selectFrom("enrollment")
    .innerJoin("curriculum_version as version", "version.id", "enrollment.curriculum_version_id")
    .where("enrollment.village_code", "=", villageCode)
    .where("enrollment.id", "=", enrollmentId)
    .select("version.structure")
    .executeTakeFirst();
  return row?.structure;
}

/** A curriculum with its newest published version. */
export interface OfferedCurriculum {
  curriculumVersionId: string;
  title: string;
  year: number;
}

/** Every curriculum in its newest version, the first year first. */
export async function listOfferedCurricula(db: Kysely<Database>): Promise<OfferedCurriculum[]> {
  return db
    .selectFrom("curriculum")
    .innerJoin("curriculum_version as version", "version.curriculum_id", "curriculum.id")
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("curriculum_version as newer")
            .whereRef("newer.curriculum_id", "=", "version.curriculum_id")
            .whereRef("newer.number", ">", "version.number")
            .select("newer.id"),
        ),
      ),
    )
    .select(["version.id as curriculumVersionId", "curriculum.title", "curriculum.year"])
    .orderBy("curriculum.year")
    .orderBy("curriculum.id")
    .execute();
}

/** What a published version asks for; undefined when there is no such version. */
export async function findVersionStructure(db: Kysely<Database>, versionId: string): Promise<CurriculumStructure | undefined> {
  const row = await db.selectFrom("curriculum_version").where("id", "=", versionId).select("structure").executeTakeFirst();
  return row?.structure;
}

/** Every curriculum, the first year first. */
export async function listCurricula(db: Kysely<Database>): Promise<{ id: string; title: string; year: number }[]> {
  return db.selectFrom("curriculum").select(["id", "title", "year"]).orderBy("year").orderBy("id").execute();
}
