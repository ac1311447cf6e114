import { type Kysely, sql, type Transaction } from "kysely";
import type { CenterKey } from "./learners.ts";
import type { CohortKey } from "./enrollments.ts";
import type { ImportKey } from "./learner-imports.ts";
import type { Database } from "./schema.ts";

/** Values of a learner's row by their columns, a number, or the id of a row that was made. */
export type RowValues = Record<string, string | number | null>;

export interface ImportChange {
  learnerId: string;
  kind: "added" | "changed" | "enrolled" | "waiting";
  before: RowValues | null;
  after: RowValues;
}

export interface ImportedLearner {
  learnerId: string;
  number: number;
  name: string;
  birthYear: number | null;
  gender: "female" | "male" | null;
}

/** Adds learners, all at once. */
export async function insertLearners(trx: Transaction<Database>, { villageCode, centerId }: CenterKey, learners: readonly ImportedLearner[], by: { staffId: string; now: Date }): Promise<void> {
  if (learners.length === 0) return;
  await sql`
    insert into learner (village_code, id, center_id, number, name, birth_year, gender, registered_at, registered_by)
    select ${villageCode}, id, ${centerId}, number, name, birth_year, gender, ${by.now}, ${by.staffId}
    from unnest(${pick(learners, "learnerId")}::uuid[], ${pick(learners, "number")}::int[], ${pick(learners, "name")}::text[],
      ${pick(learners, "birthYear")}::int[], ${pick(learners, "gender")}::text[]) as new (id, number, name, birth_year, gender)`.execute(trx);
}

/** Gives learners their new names, birth years and genders, all at once. */
export async function updateLearners(trx: Transaction<Database>, villageCode: string, learners: readonly Omit<ImportedLearner, "number">[]): Promise<void> {
  if (learners.length === 0) return;
  await sql`
    update learner set name = new.name, birth_year = new.birth_year, gender = new.gender
    from unnest(${pick(learners, "learnerId")}::uuid[], ${pick(learners, "name")}::text[], ${pick(learners, "birthYear")}::int[],
      ${pick(learners, "gender")}::text[]) as new (id, name, birth_year, gender)
    where learner.village_code = ${villageCode} and learner.id = new.id`.execute(trx);
}

export interface Placed {
  /** The id of the enrollment, or of the row in the waiting list. */
  id: string;
  learnerId: string;
}

export async function insertEnrollments(trx: Transaction<Database>, cohort: CohortKey & { curriculumVersionId: string }, placed: readonly Placed[], by: { staffId: string; now: Date }): Promise<void> {
  if (placed.length === 0) return;
  await sql`
    insert into enrollment (village_code, id, learner_id, cohort_id, curriculum_version_id, enrolled_at, enrolled_by)
    select ${cohort.villageCode}, id, learner_id, ${cohort.cohortId}, ${cohort.curriculumVersionId}, ${by.now}, ${by.staffId}
    from unnest(${pick(placed, "id")}::uuid[], ${pick(placed, "learnerId")}::uuid[]) as new (id, learner_id)`.execute(trx);
}

/** Puts learners at the end of the line, in this order: ids sort by the time that they were made. */
export async function insertWaitings(trx: Transaction<Database>, { villageCode, cohortId }: CohortKey, placed: readonly Placed[], by: { staffId: string; now: Date }): Promise<void> {
  if (placed.length === 0) return;
  await sql`
    insert into cohort_waiting (village_code, id, cohort_id, learner_id, since, added_by)
    select ${villageCode}, id, ${cohortId}, learner_id, ${by.now}, ${by.staffId}
    from unnest(${pick(placed, "id")}::uuid[], ${pick(placed, "learnerId")}::uuid[]) as new (id, learner_id)`.execute(trx);
}

export async function insertImportChanges(trx: Transaction<Database>, { villageCode, importId }: ImportKey, changes: readonly ImportChange[]): Promise<void> {
  if (changes.length === 0) return;
  const [before, after] = [changes.map((change) => change.before && JSON.stringify(change.before)), changes.map((change) => JSON.stringify(change.after))];
  await sql`
    insert into learner_import_change (village_code, import_id, learner_id, kind, before, after)
    select ${villageCode}, ${importId}, learner_id, kind, before, after
    from unnest(${pick(changes, "learnerId")}::uuid[], ${pick(changes, "kind")}::text[], ${before}::jsonb[], ${after}::jsonb[]) as new (learner_id, kind, before, after)`.execute(trx);
}

function pick<Row, Key extends keyof Row>(rows: readonly Row[], key: Key): Row[Key][] {
  return rows.map((row) => row[key]);
}

export interface ImportChangeOfLearner extends ImportChange {
  kept: "active" | "edited" | null;
  /** As the learner is now; null when they are gone. */
  number: number | null;
  name: string | null;
}

/** What an import did, by the learners' numbers; those who are gone come last. */
export async function listImportChanges(db: Kysely<Database>, { villageCode, importId }: ImportKey): Promise<ImportChangeOfLearner[]> {
  return db
    .selectFrom("learner_import_change as change")
    .leftJoin("learner", (join) => join.onRef("learner.village_code", "=", "change.village_code").onRef("learner.id", "=", "change.learner_id"))
    .where("change.village_code", "=", villageCode)
    .where("change.import_id", "=", importId)
    .select(["change.learner_id as learnerId", "change.kind", "change.before", "change.after", "change.kept", "learner.number", "learner.name"])
    .orderBy("learner.number")
    .orderBy("change.kind")
    .execute();
}

/** Notes why undoing left something as it was. */
export async function keepImportChanges(trx: Transaction<Database>, { villageCode, importId }: ImportKey, kept: readonly { learnerId: string; kind: string; why: string }[]): Promise<void> {
  if (kept.length === 0) return;
  await sql`
    update learner_import_change as change set kept = given.why
    from unnest(${pick(kept, "learnerId")}::uuid[], ${pick(kept, "kind")}::text[], ${pick(kept, "why")}::text[]) as given (learner_id, kind, why)
    where change.village_code = ${villageCode} and change.import_id = ${importId} and change.learner_id = given.learner_id and change.kind = given.kind`.execute(trx);
}

/** What a learner leaves behind who does something or for whom something is done: rows that point to them. */
export const tracesOfLearner = ["learner_session", "learner_consent", "attendance_mark", "cleared_mark", "help_request", "learner_presence", "learner_note", "learner_erasure"] as const;
/** The same of an enrollment. */
export const tracesOfEnrollment = [
  "lesson_completion", "practice_attempt", "quiz_attempt", "year_test_attempt", "review_attempt", "module_skip", "answer_draft", "practical_tick",
  "enrollment_completion", "enrollment_move", "certificate", "paper_sheet", "center_work",
] as const;

/** Of these learners, held until the transaction ends: who has signed in, or has any trace besides what registering or the import made. */
export async function listActiveLearners(trx: Transaction<Database>, villageCode: string, learnerIds: readonly string[], made: { enrollmentIds: readonly string[]; waitingIds: readonly string[] }): Promise<string[]> {
  if (learnerIds.length === 0) return [];
  await trx.selectFrom("learner").where("village_code", "=", villageCode).where("id", "in", learnerIds).select("id").forUpdate().execute();
  const traces = tracesOfLearner.map((table) => sql<boolean>`exists (select 1 from ${sql.table(table)} t where t.village_code = l.village_code and t.learner_id = l.id ${table === "learner_consent" ? sql`and t.recorded_at > l.registered_at` : sql``})`);
  const { rows } = await sql<{ id: string }>`
    select l.id from learner l
    where l.village_code = ${villageCode} and l.id = any(${learnerIds}::uuid[]) and (l.last_seen_at is not null or ${sql.join(traces, sql` or `)}
      or exists (select 1 from enrollment e where e.village_code = l.village_code and e.learner_id = l.id and e.id <> all(${made.enrollmentIds}::uuid[]))
      or exists (select 1 from cohort_waiting w where w.village_code = l.village_code and w.learner_id = l.id and w.id <> all(${made.waitingIds}::uuid[])))`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Of these enrollments, held until the transaction ends: in which something was done, or whose learner has signed in since `since` or was marked in a session of its cohort. */
export async function listActiveEnrollments(trx: Transaction<Database>, villageCode: string, enrollmentIds: readonly string[], since: Date): Promise<string[]> {
  if (enrollmentIds.length === 0) return [];
  await trx.selectFrom("enrollment").where("village_code", "=", villageCode).where("id", "in", enrollmentIds).select("id").forUpdate().execute();
  const traces = tracesOfEnrollment.map((table) => sql<boolean>`exists (select 1 from ${sql.table(table)} t where t.village_code = e.village_code and t.enrollment_id = e.id)`);
  const { rows } = await sql<{ id: string }>`
    select e.id from enrollment e join learner l on l.village_code = e.village_code and l.id = e.learner_id
    where e.village_code = ${villageCode} and e.id = any(${enrollmentIds}::uuid[]) and (l.last_seen_at > ${since} or ${sql.join(traces, sql` or `)}
      or exists (select 1 from attendance_mark m join cohort_session s on s.village_code = m.village_code and s.id = m.session_id
        where m.village_code = e.village_code and m.learner_id = e.learner_id and s.cohort_id = e.cohort_id))`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Deletes enrollments in which nothing was done. */
export async function deleteEnrollments(trx: Transaction<Database>, villageCode: string, enrollmentIds: readonly string[]): Promise<void> {
  await sql`delete from enrollment where village_code = ${villageCode} and id = any(${enrollmentIds}::uuid[])`.execute(trx);
}

/** Deletes rows of the waiting list that are still open; answers which. */
export async function deleteOpenWaitings(trx: Transaction<Database>, villageCode: string, waitingIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`delete from cohort_waiting where village_code = ${villageCode} and id = any(${waitingIds}::uuid[]) and ended_at is null returning id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Deletes learners who have done nothing, with their PINs, their places in line and what they agreed to when they were registered. */
export async function deleteLearners(trx: Transaction<Database>, villageCode: string, learnerIds: readonly string[]): Promise<void> {
  await sql`delete from cohort_waiting where village_code = ${villageCode} and learner_id = any(${learnerIds}::uuid[])`.execute(trx);
  await sql`delete from learner_consent where village_code = ${villageCode} and learner_id = any(${learnerIds}::uuid[])`.execute(trx);
  await sql`delete from learner_pin where village_code = ${villageCode} and learner_id = any(${learnerIds}::uuid[])`.execute(trx);
  await sql`delete from learner where village_code = ${villageCode} and id = any(${learnerIds}::uuid[])`.execute(trx);
}

/** Names, birth years and genders of learners as they are now, held until the transaction ends. */
export async function lockLearnerValues(db: Transaction<Database>, villageCode: string, learnerIds: readonly string[]) {
  if (learnerIds.length === 0) return [];
  return db.selectFrom("learner").where("village_code", "=", villageCode).where("id", "in", learnerIds).select(["id as learnerId", "name", "birth_year as birthYear", "gender"]).forUpdate().execute();
}
