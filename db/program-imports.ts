import type { Kysely, Transaction } from "kysely";
import type { TargetLine } from "#app/programs/plan/target-list.ts";
import type { Database } from "./schema.ts";

export interface ProgramImportKey {
  programId: string;
  importId: string;
}

/** Keeps what was read of a list. Answers whether the id is new. */
export async function insertProgramImport(
  db: Kysely<Database>,
  upload: ProgramImportKey & { fileName: string; lines: readonly TargetLine[]; unreadColumns: readonly string[]; uploadedAt: Date; uploadedBy: string },
): Promise<boolean> {
  const inserted = await db
    .insertInto("program_import")
    .values({
      id: upload.importId,
      program_id: upload.programId,
      file_name: upload.fileName,
      lines: JSON.stringify(upload.lines),
      unread_columns: [...upload.unreadColumns],
      uploaded_at: upload.uploadedAt,
      uploaded_by: upload.uploadedBy,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** A list of the program. */
export async function findProgramImport(db: Kysely<Database>, key: ProgramImportKey) {
  return selectImport(db, key).executeTakeFirst();
}

/** The same, held until the transaction ends. */
export async function lockProgramImport(trx: Transaction<Database>, key: ProgramImportKey) {
  return selectImport(trx, key).forUpdate().executeTakeFirst();
}

function selectImport(db: Kysely<Database>, { programId, importId }: ProgramImportKey) {
  return db
    .selectFrom("program_import")
    .where("id", "=", importId)
    .where("program_id", "=", programId)
    .select(["file_name as fileName", "lines", "unread_columns as unreadColumns", "applied_at as appliedAt", "counts"]);
}

/** Notes that a list was applied, and how many rows did what. */
export async function markProgramImportApplied(trx: Transaction<Database>, { programId, importId }: ProgramImportKey, counts: Record<string, number>, now: Date): Promise<void> {
  await trx.updateTable("program_import").set({ applied_at: now, counts: JSON.stringify(counts) }).where("id", "=", importId).where("program_id", "=", programId).execute();
}
