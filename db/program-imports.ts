import type { Kysely, Transaction } from "kysely";
import type { TargetPlan } from "#app/programs/plan/plan-targets.ts";
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
    .select(["file_name as fileName", "lines", "unread_columns as unreadColumns", "applied_at as appliedAt", "counts", "outcomes", "undone_at as undoneAt"]);
}

/** Notes that a list was applied, what each row did, and how many did what. */
export async function markProgramImportApplied(trx: Transaction<Database>, { programId, importId }: ProgramImportKey, { lines, counts }: Pick<TargetPlan, "lines" | "counts">, now: Date): Promise<void> {
  const applied = { applied_at: now, counts: JSON.stringify(counts), outcomes: JSON.stringify(lines) };
  await trx.updateTable("program_import").set(applied).where("id", "=", importId).where("program_id", "=", programId).execute();
}

/** Notes that an applied list was undone, and how many villages were given back and how many stay as they are now. */
export async function markProgramImportUndone(trx: Transaction<Database>, { programId, importId }: ProgramImportKey, counts: Record<string, number>, now: Date): Promise<void> {
  await trx.updateTable("program_import").set({ undone_at: now, counts: JSON.stringify(counts) }).where("id", "=", importId).where("program_id", "=", programId).execute();
}

/** The newest 20 lists of a program that were applied. */
export async function listProgramImports(db: Kysely<Database>, programId: string) {
  return db
    .selectFrom("program_import")
    .where("program_id", "=", programId)
    .where("applied_at", "is not", null)
    .select(["id as importId", "file_name as fileName", "applied_at as appliedAt", "undone_at as undoneAt"])
    .orderBy("applied_at", "desc")
    .limit(20)
    .execute();
}
