import { type Kysely, sql, type Transaction } from "kysely";
import { isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";

export interface CenterKey {
  villageCode: string;
  centerId: string;
}

/** Holds the centre until the transaction ends: learners get their numbers one after another. */
export async function lockCenter(trx: Transaction<Database>, { villageCode, centerId }: CenterKey): Promise<void> {
  await trx.selectFrom("internet_center").where("village_code", "=", villageCode).where("id", "=", centerId).select("id").forUpdate().execute();
}

/** The number that the centre's next learner gets. Call it under `lockCenter`. A number is never given twice. */
export async function nextLearnerNumber(trx: Transaction<Database>, { villageCode, centerId }: CenterKey): Promise<number> {
  const { last } = await trx
    .selectFrom("learner")
    .where("village_code", "=", villageCode)
    .where("center_id", "=", centerId)
    .select((select) => select.fn.max<number | null>("number").as("last"))
    .executeTakeFirstOrThrow();
  return Math.max(last ?? 0, await lastImportedNumber(trx, { villageCode, centerId }), await lastRemovedNumber(trx, { villageCode, centerId })) + 1;
}

/** The highest number that an import gave at the centre, also to those whom undoing it took away again; 0 before any. */
async function lastImportedNumber(trx: Transaction<Database>, { villageCode, centerId }: CenterKey): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max((change.after ->> 'number')::int), 0) as last
    from learner_import_change change
    join learner_import import on import.village_code = change.village_code and import.id = change.import_id
    join cohort on cohort.village_code = import.village_code and cohort.id = import.cohort_id
    where change.village_code = ${villageCode} and change.kind = 'added' and cohort.center_id = ${centerId} and import.undone_at is not null`.execute(trx);
  return rows[0]?.last ?? 0;
}

/** The highest number of those whom a mentor removed from the centre; 0 before any. Their cards may still be about. */
async function lastRemovedNumber(trx: Transaction<Database>, { villageCode, centerId }: CenterKey): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max((details ->> 'number')::int), 0) as last from audit_event
    where village_code = ${villageCode} and action = 'learner.remove' and details ->> 'centerId' = ${centerId}`.execute(trx);
  return rows[0]?.last ?? 0;
}

export interface NewLearner extends CenterKey {
  learnerId: string;
  number: number;
  name: string;
  birthYear: number | null;
  gender: "female" | "male" | null;
  registeredAt: Date;
  registeredBy: string;
}

/** Adds a learner. Answers whether their id was new in the village. */
export async function insertLearner(db: Kysely<Database>, learner: NewLearner): Promise<boolean> {
  const inserted = await db
    .insertInto("learner")
    .values({
      village_code: learner.villageCode,
      id: learner.learnerId,
      center_id: learner.centerId,
      number: learner.number,
      name: learner.name,
      birth_year: learner.birthYear,
      gender: learner.gender,
      registered_at: learner.registeredAt,
      registered_by: learner.registeredBy,
    })
    .onConflict((conflict) => conflict.columns(["village_code", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Nobody else enrolls or moves the learner until the transaction ends. */
export async function lockLearner(trx: Transaction<Database>, villageCode: string, learnerId: string): Promise<void> {
  await trx.selectFrom("learner").where("village_code", "=", villageCode).where("id", "=", learnerId).select("id").forUpdate().execute();
}

/** The learner with this id, if they belong to the centre and their data were not deleted. */
export async function findLearnerOfCenter(db: Kysely<Database>, { villageCode, centerId }: CenterKey, learnerId: string) {
  return db
    .selectFrom("learner")
    .where("village_code", "=", villageCode)
    .where("center_id", "=", centerId)
    .where("id", "=", learnerId)
    .where((where) => where.not(isErased({ villageCode: "learner.village_code", id: "learner.id" })))
    .select(["id as learnerId", "number", "name"])
    .executeTakeFirst();
}

/** What was registered about a learner besides their name. */
export async function findLearnerValues(db: Kysely<Database>, villageCode: string, learnerId: string) {
  return db.selectFrom("learner").where("village_code", "=", villageCode).where("id", "=", learnerId).select(["birth_year as birthYear", "gender"]).executeTakeFirst();
}

/** A learner of the centre and whether they are in the cohort at hand. */
export interface CenterLearner {
  learnerId: string;
  number: number;
  name: string;
  birthYear: number | null;
  isInCohort: boolean;
}

/** The centre's learners of exactly this name, upper and lower case alike. */
export async function listNamesakes(db: Kysely<Database>, cohort: CenterKey & { cohortId: string }, name: string): Promise<CenterLearner[]> {
  return centerLearners(db, cohort).where(sql<boolean>`lower(name) = lower(${name})`).orderBy("number").execute();
}

/**
 * The centre's learners whose name holds `query`, or whose number it is, those who are not in the cohort
 * first; when it is empty, all who are not in the cohort. At most `limit`, by number.
 */
export async function searchCenterLearners(
  db: Kysely<Database>,
  cohort: CenterKey & { cohortId: string },
  query: string,
  limit: number,
): Promise<CenterLearner[]> {
  const found = centerLearners(db, cohort).orderBy("isInCohort").orderBy("number").limit(limit);
  if (query === "") return found.where("learner.id", "not in", learnersOfCohort(db, cohort)).execute();
  if (/^\d{1,6}$/.test(query)) return found.where("number", "=", Number(query)).execute();
  return found.where(sql<boolean>`position(lower(${query}) in lower(name)) > 0`).execute();
}

function centerLearners(db: Kysely<Database>, { villageCode, centerId, cohortId }: CenterKey & { cohortId: string }) {
  return db
    .selectFrom("learner")
    .where("village_code", "=", villageCode)
    .where("center_id", "=", centerId)
    .where((where) => where.not(isErased({ villageCode: "learner.village_code", id: "learner.id" })))
    .select([
      "id as learnerId",
      "number",
      "name",
      "birth_year as birthYear",
      (select) => select("learner.id", "in", learnersOfCohort(db, { villageCode, cohortId })).$castTo<boolean>().as("isInCohort"),
    ]);
}

function learnersOfCohort(db: Kysely<Database>, { villageCode, cohortId }: { villageCode: string; cohortId: string }) {
  return db.selectFrom("enrollment").where("village_code", "=", villageCode).where("cohort_id", "=", cohortId).select("learner_id");
}

export interface PinKey {
  villageCode: string;
  learnerId: string;
}

export interface NewPinHash extends PinKey {
  hash: string;
  issuedAt: Date;
  issuedBy: string;
}

/** When the learner's PIN was issued, to the millisecond; null when they have none. */
export async function findPinIssuedAt(db: Kysely<Database>, { villageCode, learnerId }: PinKey): Promise<Date | null> {
  const pin = await db
    .selectFrom("learner_pin")
    .where("village_code", "=", villageCode)
    .where("learner_id", "=", learnerId)
    .select("issued_at as issuedAt")
    .executeTakeFirst();
  return pin?.issuedAt ?? null;
}

/** Gives a learner their first PIN. Answers whether they had none. */
export async function insertPin(db: Kysely<Database>, pin: NewPinHash): Promise<boolean> {
  const inserted = await db
    .insertInto("learner_pin")
    .values({ village_code: pin.villageCode, learner_id: pin.learnerId, hash: pin.hash, issued_at: pin.issuedAt, issued_by: pin.issuedBy })
    .onConflict((conflict) => conflict.columns(["village_code", "learner_id"]).doNothing())
    .returning("learner_id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Replaces the PIN that was issued at `replaced`. Answers whether it was still that one. */
export async function replacePin(db: Kysely<Database>, pin: NewPinHash, replaced: Date): Promise<boolean> {
  const updated = await db
    .updateTable("learner_pin")
    .set({ hash: pin.hash, issued_at: pin.issuedAt, issued_by: pin.issuedBy })
    .where("village_code", "=", pin.villageCode)
    .where("learner_id", "=", pin.learnerId)
    .where(sql<boolean>`date_trunc('milliseconds', issued_at) = ${replaced}`)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** Takes a learner's PIN away: nobody signs in as them until they get another. */
export async function deletePin(db: Kysely<Database>, { villageCode, learnerId }: PinKey): Promise<void> {
  await db.deleteFrom("learner_pin").where("village_code", "=", villageCode).where("learner_id", "=", learnerId).execute();
}
