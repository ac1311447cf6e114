import { type Kysely, sql, type Transaction } from "kysely";
import type { ImportLine, KnownLearner, LeftOutLine } from "#app/mentoring/intake/import-plan.ts";
import type { CohortKey } from "./enrollments.ts";
import { isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";

export interface ImportKey extends CohortKey {
  importId: string;
}

export interface NewImport extends ImportKey {
  fileName: string;
  lines: readonly ImportLine[];
  unreadColumns: string[];
  uploadedAt: Date;
  uploadedBy: string;
}

/** Keeps what was read of a file. Answers whether its id was new in the village. */
export async function insertImport(db: Kysely<Database>, upload: NewImport): Promise<boolean> {
  const inserted = await db
    .insertInto("learner_import")
    .values({
      village_code: upload.villageCode,
      id: upload.importId,
      cohort_id: upload.cohortId,
      file_name: upload.fileName,
      lines: JSON.stringify(upload.lines),
      unread_columns: upload.unreadColumns,
      uploaded_at: upload.uploadedAt,
      uploaded_by: upload.uploadedBy,
    })
    .onConflict((conflict) => conflict.columns(["village_code", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** An import into the cohort, with what was read of its file. */
export async function findImport(db: Kysely<Database>, key: ImportKey) {
  return selectImport(db, key).executeTakeFirst();
}

/** The same, held until the transaction ends: it is applied once and undone once. */
export async function lockImport(trx: Transaction<Database>, key: ImportKey) {
  return selectImport(trx, key).forUpdate("upload").executeTakeFirst();
}

function selectImport(db: Kysely<Database>, { villageCode, cohortId, importId }: ImportKey) {
  return db
    .selectFrom("learner_import as upload")
    .where("upload.village_code", "=", villageCode)
    .where("upload.cohort_id", "=", cohortId)
    .where("upload.id", "=", importId)
    .select([
      "upload.id as importId",
      "upload.file_name as fileName",
      "upload.unread_columns as unreadColumns",
      "upload.uploaded_at as uploadedAt",
      "upload.applied_at as appliedAt",
      "upload.undone_at as undoneAt",
    ])
    .select((select) => select.ref("upload.lines").$castTo<(ImportLine & Partial<LeftOutLine>)[]>().as("lines"));
}

/** The cohort's imports, the newest first. */
export async function listImports(db: Kysely<Database>, { villageCode, cohortId }: CohortKey) {
  return db
    .selectFrom("learner_import as upload")
    .innerJoin("staff", "staff.id", "upload.uploaded_by")
    .where("upload.village_code", "=", villageCode)
    .where("upload.cohort_id", "=", cohortId)
    .select([
      "upload.id as importId",
      "upload.file_name as fileName",
      "upload.uploaded_at as uploadedAt",
      "upload.applied_at as appliedAt",
      "upload.undone_at as undoneAt",
      "staff.name as uploadedBy",
    ])
    .orderBy("upload.uploaded_at", "desc")
    .limit(20)
    .execute();
}

/** Marks an import as applied, and keeps of its file only what it left out. */
export async function markImportApplied(trx: Transaction<Database>, { villageCode, importId }: ImportKey, leftOut: readonly LeftOutLine[], now: Date): Promise<void> {
  await updateImport(trx, villageCode, importId).set({ applied_at: now, lines: JSON.stringify(leftOut) }).execute();
}

export async function markImportUndone(trx: Transaction<Database>, { villageCode, importId }: ImportKey, now: Date): Promise<void> {
  await updateImport(trx, villageCode, importId).set({ undone_at: now }).execute();
}

function updateImport(db: Kysely<Database>, villageCode: string, importId: string) {
  return db.updateTable("learner_import").where("village_code", "=", villageCode).where("id", "=", importId);
}

/** Forgets the cells of files of the cohort that were uploaded before a moment: nobody needs a list of names any more (UU 27/2022, article 16). */
export async function forgetOldLines(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, before: Date): Promise<void> {
  await db
    .updateTable("learner_import")
    .set({ lines: "[]" })
    .where("village_code", "=", villageCode)
    .where("cohort_id", "=", cohortId)
    .where("uploaded_at", "<", before)
    .where(sql<boolean>`lines <> '[]'`)
    .execute();
}

/** All learners of the cohort's centre whose data were not deleted, by number, and whether they are in the cohort or wait for a place in it. */
export async function listKnownLearners(db: Kysely<Database>, { villageCode, centerId, cohortId }: CohortKey & { centerId: string }): Promise<KnownLearner[]> {
  const { rows } = await sql<KnownLearner>`
    select l.id as "learnerId", l.number, l.name, l.birth_year as "birthYear", l.gender,
      e.id is not null as "isInCohort", w.id is not null as "isWaiting",
      exists (
        select 1 from enrollment other
        join curriculum_version version on version.id = other.curriculum_version_id
        join cohort wanted on wanted.village_code = other.village_code and wanted.id = ${cohortId}
        join curriculum_version wanted_version on wanted_version.id = wanted.curriculum_version_id and wanted_version.curriculum_id = version.curriculum_id
        where other.village_code = l.village_code and other.learner_id = l.id and other.cohort_id <> wanted.id
      ) as "isElsewhere"
    from learner l
    left join enrollment e on e.village_code = l.village_code and e.learner_id = l.id and e.cohort_id = ${cohortId}
    left join cohort_waiting w on w.village_code = l.village_code and w.learner_id = l.id and w.cohort_id = ${cohortId} and w.ended_at is null
    where l.village_code = ${villageCode} and l.center_id = ${centerId} and not ${isErased({ villageCode: "l.village_code", id: "l.id" })}
    order by l.number`.execute(db);
  return rows;
}
