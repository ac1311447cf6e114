import { CompiledQuery, type Kysely } from "kysely";
import type { DrawnItem, QuizAnswers } from "#app/learning/quiz.ts";
import { newId } from "./ids.ts";
import type { Database } from "./schema.ts";

export interface QuizAttempt {
  villageCode: string;
  id: string;
  enrollmentId: string;
  moduleId: string;
  bankHash: string;
  items: DrawnItem[];
  answers: QuizAnswers;
  correct: number;
  total: number;
  passMark: number;
  passed: boolean;
  submittedAt: Date;
  /** The staff member who entered it from paper; null when the learner handed it in themselves. */
  enteredBy: string | null;
}

/**
 * Keeps a graded attempt under the form's id in place of its draft, notes that the learner was here and
 * records the mark, in one statement: a class hands in at the same time. Answers false, and changes nothing, when that
 * attempt was already kept. What was entered from paper tells nothing of when the learner was here, and
 * is on record as the mentor's doing.
 */
export async function insertQuizAttempt(db: Kysely<Database>, attempt: QuizAttempt & { learnerId: string; device?: { mark: string; day: string } | null; atCenter?: string | null }): Promise<boolean> {
  const { villageCode, moduleId, correct, total, passed, submittedAt } = attempt;
  const mark = JSON.stringify({ module: moduleId, correct, total, passed });
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(insertAttemptQuery, [
      villageCode,
      attempt.id,
      attempt.enrollmentId,
      moduleId,
      attempt.bankHash,
      JSON.stringify(attempt.items),
      JSON.stringify(attempt.answers),
      correct,
      total,
      attempt.passMark,
      passed,
      submittedAt,
      attempt.learnerId,
      newId(),
      mark,
      attempt.enteredBy,
      attempt.device?.mark ?? null,
      attempt.device?.day ?? null,
      attempt.atCenter ?? null,
    ]),
  );
  return rows.length === 1;
}

const insertAttemptQuery = `
  with attempt as (
    insert into quiz_attempt (village_code, id, enrollment_id, module_id, bank_hash, items, answers,
      correct_items, total_items, pass_mark, passed, submitted_at, entered_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $16)
    on conflict do nothing
    returning village_code, id
  ), seen as (
    update learner set last_seen_at = $12
    from attempt
    where learner.village_code = attempt.village_code and learner.id = $13 and $16::uuid is null
  ), undrafted as (
    delete from answer_draft using attempt
    where answer_draft.village_code = $1 and answer_draft.enrollment_id = $3 and answer_draft.form_id = attempt.id
  ), noted as (
    insert into quiz_device (village_code, attempt_id, device, noted_on)
    select village_code, id, $17, $18::date from attempt where $17::text is not null
  ), placed as (
    insert into center_work (village_code, enrollment_id, center_id, done_at)
    select village_code, $3, $19::uuid, $12 from attempt where $19::uuid is not null
    on conflict do nothing
  ), audited as (
    insert into audit_event (village_code, id, happened_at, actor_kind, actor_id, action, subject_id, details)
    select village_code, $14, $12, case when $16::uuid is null then 'learner' else 'staff' end, coalesce($16::uuid, $13::uuid), 'quiz.mark', id::text, $15 from attempt
  )
  select 1 from attempt`;

/** An attempt at a module's quiz in an enrollment; `enteredBy` is the name of who entered it from paper, null when nobody did. */
export async function findQuizAttempt(db: Kysely<Database>, key: { villageCode: string; enrollmentId: string; moduleId?: string; id: string }) {
  return db
    .selectFrom("quiz_attempt")
    .leftJoin("staff", "staff.id", "quiz_attempt.entered_by")
    .where("village_code", "=", key.villageCode)
    .where("quiz_attempt.id", "=", key.id)
    .where("enrollment_id", "=", key.enrollmentId)
    .$if(key.moduleId !== undefined, (query) => query.where("module_id", "=", key.moduleId as string))
    .select(["module_id as moduleId", "items", "answers", "correct_items as correct", "total_items as total", "passed", "submitted_at as submittedAt", "staff.name as enteredBy"])
    .executeTakeFirst();
}

/** The attempts of an enrollment at all quizzes, newest first; `enteredBy` as above. */
export async function listQuizAttempts(db: Kysely<Database>, key: { villageCode: string; enrollmentId: string }) {
  return db
    .selectFrom("quiz_attempt")
    .leftJoin("staff", "staff.id", "quiz_attempt.entered_by")
    .where("village_code", "=", key.villageCode)
    .where("enrollment_id", "=", key.enrollmentId)
    .select(["quiz_attempt.id", "module_id as moduleId", "correct_items as correct", "total_items as total", "passed", "submitted_at as submittedAt", "staff.name as enteredBy"])
    .orderBy("submitted_at", "desc")
    .orderBy("quiz_attempt.id", "desc")
    .execute();
}

/** How many of the newest first attempts an author's figures rest on: more would change them little, and cost more. */
export const attemptsForStatistics = 2000;

/** The newest attempts at a module's quiz that were their enrollment's first, from every village; without whose they are. */
export async function listFirstAttempts(db: Kysely<Database>, moduleId: string): Promise<{ items: DrawnItem[]; answers: QuizAnswers }[]> {
  return db
    .selectFrom("quiz_attempt as attempt")
    .where("attempt.module_id", "=", moduleId)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom("quiz_attempt as earlier")
            .whereRef("earlier.village_code", "=", "attempt.village_code")
            .whereRef("earlier.enrollment_id", "=", "attempt.enrollment_id")
            .whereRef("earlier.module_id", "=", "attempt.module_id")
            .whereRef("earlier.submitted_at", "<", "attempt.submitted_at")
            .select("earlier.id"),
        ),
      ),
    )
    .select(["attempt.items", "attempt.answers"])
    .orderBy("attempt.submitted_at", "desc")
    .limit(attemptsForStatistics)
    .execute();
}

/** The best result in a module's quiz so far: most right of those asked. */
export async function findBestAttempt(db: Kysely<Database>, key: { villageCode: string; enrollmentId: string; moduleId: string }) {
  return db
    .selectFrom("quiz_attempt")
    .where("village_code", "=", key.villageCode)
    .where("enrollment_id", "=", key.enrollmentId)
    .where("module_id", "=", key.moduleId)
    .select(["correct_items as correct", "total_items as total"])
    .orderBy((order) => order(order.cast<number>("correct_items", "double precision"), "/", order.ref("total_items")), "desc")
    .limit(1)
    .executeTakeFirst();
}
