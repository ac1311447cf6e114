import { type Kysely, sql } from "kysely";
import type { Typed } from "#app/learning/quiz-answers.ts";
import type { Database } from "./schema.ts";

export interface SheetKey {
  villageCode: string;
  enrollmentId: string;
  /** Which questions, such as `kuis:A1`. */
  sheet: string;
}

export interface AnswerDraft {
  formId: string;
  bankHash: string;
  typed: Typed;
}

/** A form whose answers were handed in has no draft any more, even where one was written a moment too late. */
const handedIn = (villageCode: string, formId: ReturnType<typeof sql>) => sql<boolean>`(
  exists (select 1 from quiz_attempt where village_code = ${villageCode} and id = ${formId})
  or exists (select 1 from year_test_attempt where village_code = ${villageCode} and id = ${formId})
  or exists (select 1 from review_attempt where village_code = ${villageCode} and id = ${formId}))`;

/** Keeps what is answered on a sheet so far, in place of what was kept of it before. Does nothing once the form was handed in. */
export async function saveDraft(db: Kysely<Database>, key: SheetKey, draft: AnswerDraft, now: Date): Promise<void> {
  await sql`
    insert into answer_draft (village_code, enrollment_id, sheet, form_id, bank_hash, typed, saved_at)
    select ${key.villageCode}, ${key.enrollmentId}, ${key.sheet}, ${draft.formId}, ${draft.bankHash}, ${JSON.stringify(draft.typed)}, ${now}
    where not ${handedIn(key.villageCode, sql`${draft.formId}::uuid`)}
    on conflict (village_code, enrollment_id, sheet)
    do update set form_id = excluded.form_id, bank_hash = excluded.bank_hash, typed = excluded.typed, saved_at = excluded.saved_at`.execute(db);
}

/** What is kept of a sheet with these questions (`bankHash`) since `since`. */
export async function findDraft(db: Kysely<Database>, key: SheetKey, { bankHash, since }: { bankHash: string; since: Date }): Promise<Pick<AnswerDraft, "formId" | "typed"> | undefined> {
  return db
    .selectFrom("answer_draft")
    .where("village_code", "=", key.villageCode)
    .where("enrollment_id", "=", key.enrollmentId)
    .where("sheet", "=", key.sheet)
    .where("bank_hash", "=", bankHash)
    .where("saved_at", ">", since)
    .where((of) => of.not(handedIn(key.villageCode, sql`answer_draft.form_id`)))
    .select(["form_id as formId", "typed"])
    .executeTakeFirst();
}

/** Deletes what is kept under a form, in the transaction in which it is handed in. */
export async function deleteDraft(db: Kysely<Database>, key: Pick<SheetKey, "villageCode" | "enrollmentId">, formId: string): Promise<void> {
  await db.deleteFrom("answer_draft").where("village_code", "=", key.villageCode).where("enrollment_id", "=", key.enrollmentId).where("form_id", "=", formId).execute();
}
