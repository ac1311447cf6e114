import { type Kysely, sql } from "kysely";
import type { DecreeLine } from "#app/regions/decree-line.ts";
import type { Database } from "./schema.ts";

export interface NewRegionImport {
  /** The form's own id. */
  importId: string;
  decree: string;
  /** `YYYY-MM-DD`. */
  effectiveOn: string;
  fileName: string;
  uploadedAt: Date;
  uploadedBy: string;
}

/** Keeps that a decree's file was uploaded. False when the id is taken: it was sent twice. */
export async function insertRegionImport(db: Kysely<Database>, upload: NewRegionImport): Promise<boolean> {
  const { importId, decree, effectiveOn, fileName, uploadedAt, uploadedBy } = upload;
  const inserted = await db
    .insertInto("region_import")
    .values({ id: importId, decree, effective_on: effectiveOn, file_name: fileName, uploaded_at: uploadedAt, uploaded_by: uploadedBy })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function insertRegionImportLines(db: Kysely<Database>, importId: string, lines: readonly DecreeLine[]): Promise<void> {
  const pick = <Key extends keyof DecreeLine>(key: Key) => lines.map((line) => line[key]);
  await sql`
    insert into region_import_line (import_id, line, code, parent_code, kind, name, typed, fault, old_codes)
    select ${importId}::uuid, line, code, parent_code, kind, name, typed, fault, string_to_array(olds, ' ')
    from unnest(${pick("line")}::int[], ${pick("code")}::text[], ${pick("parentCode")}::text[], ${pick("kind")}::text[], ${pick("name")}::text[],
      ${pick("typed")}::text[], ${pick("fault")}::text[], ${lines.map(({ oldCodes }) => oldCodes.join(" "))}::text[])
      as new (line, code, parent_code, kind, name, typed, fault, olds)
    on conflict do nothing`.execute(db);
}

/** Forgets the rows of files that were uploaded before `then` and never applied. */
export async function forgetOldRegionLines(db: Kysely<Database>, then: Date): Promise<void> {
  await db.deleteFrom("region_import_line").where("import_id", "in", db.selectFrom("region_import").where("uploaded_at", "<", then).select("id")).execute();
}

export interface RegionImport {
  importId: string;
  decree: string;
  effectiveOn: string;
  fileName: string;
  uploadedAt: Date;
  uploadedBy: string;
  appliedAt: Date | null;
  /** What applying it did. */
  counts: Record<string, number> | null;
}

/** The last decrees that were uploaded, the newest first. */
export async function listRegionImports(db: Kysely<Database>, limit = 20): Promise<RegionImport[]> {
  return imports(db).orderBy("upload.uploaded_at", "desc").limit(limit).execute();
}

export async function findRegionImport(db: Kysely<Database>, importId: string): Promise<RegionImport | undefined> {
  return imports(db).where("upload.id", "=", importId).executeTakeFirst();
}

function imports(db: Kysely<Database>) {
  return db
    .selectFrom("region_import as upload")
    .innerJoin("staff", "staff.id", "upload.uploaded_by")
    .select([
      "upload.id as importId",
      "upload.decree",
      "upload.effective_on as effectiveOn",
      "upload.file_name as fileName",
      "upload.uploaded_at as uploadedAt",
      "staff.name as uploadedBy",
      "upload.applied_at as appliedAt",
      "upload.counts",
    ]);
}
