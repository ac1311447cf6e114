import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { ImportLine } from "#app/mentoring/intake/import-plan.ts";
import type { LearnerKey } from "./consents.ts";
import type { CohortKey } from "./enrollments.ts";
import type { CenterKey } from "./learners.ts";
import type { Database } from "./schema.ts";
import type { ErasureAsker } from "./term-schema.ts";

/** What stands for the name of somebody whose data were deleted. */
export const erasedName = "Peserta (dihapus)";

/** Whether the data of the learner of a row were deleted, as a condition of a query. */
export function isErased(learner: LearnerColumns): RawBuilder<boolean> {
  return sql.raw<boolean>(erasedText(learner));
}

/** The columns of a query that hold a learner's key. */
interface LearnerColumns {
  villageCode: string;
  id: string;
}

/** The same condition as text, for a query that is written whole. The columns' names are ours, never what somebody typed. */
export function erasedText({ villageCode, id }: LearnerColumns): string {
  return `exists (select 1 from learner_erasure erasure where erasure.village_code = ${villageCode} and erasure.learner_id = ${id})`;
}

/** When a learner of the cohort was deleted; undefined for anybody else. */
export async function findErasure(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, learnerId: string): Promise<{ erasedAt: Date } | undefined> {
  return db
    .selectFrom("learner_erasure as erasure")
    .innerJoin("enrollment", (join) => join.onRef("enrollment.village_code", "=", "erasure.village_code").onRef("enrollment.learner_id", "=", "erasure.learner_id"))
    .where("erasure.village_code", "=", villageCode)
    .where("erasure.learner_id", "=", learnerId)
    .where("enrollment.cohort_id", "=", cohortId)
    .select("erasure.erased_at as erasedAt")
    .executeTakeFirst();
}

/** Notes that a learner's data are deleted. Answers whether they were not before. */
export async function insertErasure(trx: Transaction<Database>, { villageCode, learnerId }: LearnerKey, by: { askedBy: ErasureAsker; staffId: string; now: Date }): Promise<boolean> {
  const inserted = await trx
    .insertInto("learner_erasure")
    .values({ village_code: villageCode, learner_id: learnerId, asked_by: by.askedBy, erased_at: by.now, erased_by: by.staffId })
    .onConflict((conflict) => conflict.columns(["village_code", "learner_id"]).doNothing())
    .returning("learner_id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** What happens to a table's rows about a learner: they go, lose what tells of a person, or stay as they are because they only count. */
type Fate = "goes" | "stays" | { loses: RawBuilder<unknown>; where?: RawBuilder<unknown> };

const noAnswers: Fate = { loses: sql`items = '[]', answers = '{}'` };

/** Every table with rows about a learner, by `learner_id`. Their figures are worked out anew without gender and age, as the triggers note. */
export const fatesOfLearner: Readonly<Record<string, Fate>> = {
  attendance_mark: { loses: sql`reason = null` },
  cleared_mark: { loses: sql`reason = null` },
  cohort_waiting: "goes",
  enrollment: "stays",
  help_request: { loses: sql`answered_at = now()`, where: sql`answered_at is null` },
  learner_consent: { loses: sql`guardian_name = null` },
  learner_erasure: "stays",
  learner_figure: "stays",
  learner_import_change: { loses: sql`before = '{}', after = '{}'`, where: sql`kind = 'changed'` },
  learner_note: "goes",
  learner_pin: "goes",
  learner_presence: "goes",
  learner_session: "goes",
  learner_stale: "stays",
};

/** Every table with rows about what a learner did, by `enrollment_id`. Sheets that were entered tell when they were filled in. */
export const fatesOfEnrollment: Readonly<Record<string, Fate>> = {
  answer_draft: "goes",
  center_work: "goes",
  certificate: { loses: sql`content = content || '{"learnerName": ""}'` },
  enrollment_activity: "stays",
  enrollment_completion: "stays",
  enrollment_move: { loses: sql`reason = ''` },
  lesson_completion: "stays",
  module_skip: "stays",
  paper_sheet: { loses: sql`items = '[]'` },
  practical_tick: "stays",
  practice_attempt: { loses: sql`steps = '[]'` },
  quiz_attempt: noAnswers,
  review_attempt: noAnswers,
  year_test_attempt: noAnswers,
};

/**
 * Takes away all that tells who a learner was; what only counts stays (UU 27/2022, article 43). Of a certificate its
 * number, code and dates stay, so that the paper can still be checked; of consents, that and when they were given.
 */
export async function eraseLearner(trx: Transaction<Database>, { villageCode, learnerId }: LearnerKey): Promise<void> {
  const ofLearner = sql`village_code = ${villageCode} and learner_id = ${learnerId}`;
  const ofEnrollments = sql`village_code = ${villageCode} and enrollment_id in (select id from enrollment where ${ofLearner})`;
  await sql`delete from paper_sheet sheet where ${ofEnrollments} and not exists (select 1 from quiz_attempt q where q.village_code = sheet.village_code and q.id = sheet.id)`.execute(trx);
  await sql`update certificate_revocation set reason = '' where village_code = ${villageCode} and certificate_id in (select id from certificate where ${ofEnrollments})`.execute(trx);
  for (const [table, fate] of Object.entries(fatesOfLearner)) await meet(trx, table, fate, ofLearner);
  for (const [table, fate] of Object.entries(fatesOfEnrollment)) await meet(trx, table, fate, ofEnrollments);
  await trx
    .updateTable("learner")
    .set({ name: erasedName, birth_year: null, gender: null, last_seen_at: null })
    .where("village_code", "=", villageCode)
    .where("id", "=", learnerId)
    .execute();
}

async function meet(trx: Transaction<Database>, table: string, fate: Fate, which: RawBuilder<unknown>): Promise<void> {
  if (fate === "stays") return;
  if (fate === "goes") await sql`delete from ${sql.table(table)} where ${which}`.execute(trx);
  else await sql`update ${sql.table(table)} set ${fate.loses} where ${which} and ${fate.where ?? sql`true`}`.execute(trx);
}

/** What is kept of files that were uploaded for cohorts of the centre, held until the transaction ends. */
export async function lockImportLines(trx: Transaction<Database>, { villageCode, centerId }: CenterKey): Promise<{ importId: string; lines: ImportLine[] }[]> {
  const { rows } = await sql<{ importId: string; lines: ImportLine[] }>`
    select upload.id as "importId", upload.lines from learner_import upload join cohort on cohort.village_code = upload.village_code and cohort.id = upload.cohort_id
    where upload.village_code = ${villageCode} and cohort.center_id = ${centerId} and upload.lines <> '[]' for update of upload`.execute(trx);
  return rows;
}

export async function keepImportLines(trx: Transaction<Database>, villageCode: string, importId: string, lines: readonly ImportLine[]): Promise<void> {
  await trx.updateTable("learner_import").set({ lines: JSON.stringify(lines) }).where("village_code", "=", villageCode).where("id", "=", importId).execute();
}

/** The names of all cohorts that a learner is in. */
export async function listCohortNamesOf(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey): Promise<string[]> {
  const rows = await db
    .selectFrom("enrollment")
    .innerJoin("cohort", (join) => join.onRef("cohort.village_code", "=", "enrollment.village_code").onRef("cohort.id", "=", "enrollment.cohort_id"))
    .where("enrollment.village_code", "=", villageCode)
    .where("enrollment.learner_id", "=", learnerId)
    .select("cohort.name")
    .orderBy("cohort.name")
    .execute();
  return rows.map(({ name }) => name);
}
