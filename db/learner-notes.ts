import type { Kysely } from "kysely";
import type { LearnerKey } from "./class-board.ts";
import { recordAudit } from "./audit.ts";
import type { Database } from "./schema.ts";

export interface NewNote extends LearnerKey {
  /** Of the form: the same form sent twice writes one note. */
  id: string;
  body: string;
  isForLearner: boolean;
  staffId: string;
  now: Date;
}

/** Writes a note about a learner; its words stay out of the audit. */
export async function insertNote(db: Kysely<Database>, { villageCode, learnerId, id, body, isForLearner, staffId, now }: NewNote): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const written = await trx
      .insertInto("learner_note")
      .values({ village_code: villageCode, id, learner_id: learnerId, body, is_for_learner: isForLearner, written_at: now, written_by: staffId })
      .onConflict((conflict) => conflict.columns(["village_code", "id"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (written) await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action: "note.write", subjectId: id, details: { isForLearner } });
  });
}

export interface Note {
  id: string;
  body: string;
  isForLearner: boolean;
  writtenAt: Date;
  writtenBy: string;
}

/** All notes about a learner, the newest first. */
export async function listNotes(db: Kysely<Database>, learner: LearnerKey): Promise<Note[]> {
  return notesOf(db, learner).execute();
}

/** The newest notes that the learner may see, at most 3. */
export async function listNotesForLearner(db: Kysely<Database>, learner: LearnerKey): Promise<Note[]> {
  return notesOf(db, learner).where("is_for_learner", "=", true).limit(3).execute();
}

function notesOf(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey) {
  return db
    .selectFrom("learner_note as note")
    .innerJoin("staff", "staff.id", "note.written_by")
    .where("note.village_code", "=", villageCode)
    .where("note.learner_id", "=", learnerId)
    .select(["note.id", "note.body", "note.is_for_learner as isForLearner", "note.written_at as writtenAt", "staff.name as writtenBy"])
    .orderBy("note.written_at", "desc")
    .orderBy("note.id", "desc");
}
