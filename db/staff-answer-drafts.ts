import { type Kysely, sql } from "kysely";
import type { AnswerDraft } from "./answer-drafts.ts";
import type { Database } from "./schema.ts";

export interface StaffSheetKey {
  staffId: string;
  /** Which questions, such as `kuis:L1`. */
  sheet: string;
}

/** Keeps what a staff member answered on a sheet so far, in place of what was kept of it before. Does nothing once the form was handed in. */
export async function saveStaffDraft(db: Kysely<Database>, { staffId, sheet }: StaffSheetKey, draft: AnswerDraft, now: Date): Promise<void> {
  await sql`
    insert into staff_answer_draft (staff_id, sheet, form_id, bank_hash, typed, saved_at)
    select ${staffId}, ${sheet}, ${draft.formId}, ${draft.bankHash}, ${JSON.stringify(draft.typed)}, ${now}
    where not exists (select 1 from staff_quiz_attempt where id = ${draft.formId}::uuid)
    on conflict (staff_id, sheet)
    do update set form_id = excluded.form_id, bank_hash = excluded.bank_hash, typed = excluded.typed, saved_at = excluded.saved_at`.execute(db);
}

/** What is kept of a sheet with these questions (`bankHash`) since `since`. A form that was handed in has no draft any more, even where one was written a moment too late. */
export async function findStaffDraft(db: Kysely<Database>, { staffId, sheet }: StaffSheetKey, { bankHash, since }: { bankHash: string; since: Date }): Promise<Pick<AnswerDraft, "formId" | "typed"> | undefined> {
  return db
    .selectFrom("staff_answer_draft as draft")
    .where("draft.staff_id", "=", staffId)
    .where("draft.sheet", "=", sheet)
    .where("draft.bank_hash", "=", bankHash)
    .where("draft.saved_at", ">", since)
    .where((of) => of.not(of.exists(of.selectFrom("staff_quiz_attempt").whereRef("staff_quiz_attempt.id", "=", "draft.form_id").select("staff_quiz_attempt.id"))))
    .select(["draft.form_id as formId", "draft.typed"])
    .executeTakeFirst();
}

/** Deletes what is kept under a form, in the transaction in which it is handed in. */
export async function deleteStaffDraft(db: Kysely<Database>, staffId: string, formId: string): Promise<void> {
  await db.deleteFrom("staff_answer_draft").where("staff_id", "=", staffId).where("form_id", "=", formId).execute();
}
