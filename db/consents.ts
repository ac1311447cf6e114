import { type Kysely, type RawBuilder, sql } from "kysely";
import type { CohortKey } from "./enrollments.ts";
import { isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";
import type { ConsentChannel, ConsentPurpose } from "./term-schema.ts";

export interface LearnerKey {
  villageCode: string;
  learnerId: string;
}

/** The text that is read aloud now, and the names of whose program it is about. */
export async function findConsentText(db: Kysely<Database>, programId: string) {
  return db
    .selectFrom("consent_text")
    .innerJoin("program", (join) => join.on("program.id", "=", programId))
    .select(["consent_text.version", "consent_text.body", "program.name as program", "program.owner_name as owner"])
    .orderBy("consent_text.version", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}

export interface NewConsent extends LearnerKey {
  consentId: string;
  textVersion: number;
  purpose: ConsentPurpose;
  given: boolean;
  channel: ConsentChannel;
  guardianName: string | null;
  recordedAt: Date;
  witnessId: string;
}

/** Records answers. Answers how many of their ids were new in the village. */
export async function insertConsents(db: Kysely<Database>, consents: readonly NewConsent[]): Promise<number> {
  const inserted = await db
    .insertInto("learner_consent")
    .values(
      consents.map((consent) => ({
        village_code: consent.villageCode,
        id: consent.consentId,
        learner_id: consent.learnerId,
        text_version: consent.textVersion,
        purpose: consent.purpose,
        given: consent.given,
        channel: consent.channel,
        guardian_name: consent.guardianName,
        recorded_at: consent.recordedAt,
        witness_id: consent.witnessId,
      })),
    )
    .onConflict((conflict) => conflict.columns(["village_code", "id"]).doNothing())
    .returning("id")
    .execute();
  return inserted.length;
}

export interface RecordedConsent {
  purpose: ConsentPurpose;
  given: boolean;
  /** Whether they had agreed before they said no. */
  isWithdrawn: boolean;
  channel: ConsentChannel;
  guardianName: string | null;
  recordedAt: Date;
  textVersion: number;
  witness: string | null;
}

/** The last answer of a learner for each purpose. */
export async function listConsents(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey): Promise<RecordedConsent[]> {
  return db
    .selectFrom("learner_consent as consent")
    .leftJoin("staff", "staff.id", "consent.witness_id")
    .where("consent.village_code", "=", villageCode)
    .where("consent.learner_id", "=", learnerId)
    .distinctOn("consent.purpose")
    .select([
      "consent.purpose",
      "consent.given",
      "consent.channel",
      "consent.guardian_name as guardianName",
      "consent.recorded_at as recordedAt",
      "consent.text_version as textVersion",
      "staff.name as witness",
    ])
    .select(
      sql<boolean>`not consent.given and exists (select 1 from learner_consent earlier where earlier.village_code = consent.village_code
        and earlier.learner_id = consent.learner_id and earlier.purpose = consent.purpose and earlier.given)`.as("isWithdrawn"),
    )
    .orderBy("consent.purpose")
    .orderBy("consent.recorded_at", "desc")
    .orderBy("consent.id", "desc")
    .execute();
}

/** Whether the learner agrees now to a purpose. */
export async function hasConsent(db: Kysely<Database>, key: LearnerKey, purpose: ConsentPurpose): Promise<boolean> {
  return (await listConsents(db, key)).some((consent) => consent.purpose === purpose && consent.given);
}

/** Whether the learner's last word about learning was no: they took their consent back. Who was never asked has not. */
export async function hasWithdrawnLearning(db: Kysely<Database>, key: LearnerKey): Promise<boolean> {
  return (await findWithdrawal(db, key)) !== null;
}

/** When the learner of a row took back their consent to learning, as a column of a query; null while they agree, and where they were never asked. */
export function withdrawnAt(learner: { villageCode: string; id: string }): RawBuilder<Date | null> {
  return sql<Date | null>`(select case when not c.given then c.recorded_at end from learner_consent c
    where c.village_code = ${sql.ref(learner.villageCode)} and c.learner_id = ${sql.ref(learner.id)} and c.purpose = 'learning'
    order by c.recorded_at desc, c.id desc limit 1)`;
}

/** When the learner took back their consent to learning; null while they agree, and where they were never asked. */
export async function findWithdrawal(db: Kysely<Database>, key: LearnerKey): Promise<Date | null> {
  return (await listConsents(db, key)).find((consent) => consent.purpose === "learning" && !consent.given)?.recordedAt ?? null;
}

export interface WithoutConsent {
  learnerId: string;
  name: string;
  birthYear: number | null;
  /** Null where they were never asked. */
  withdrawnAt: Date | null;
}

/** The learners of the cohort who have not agreed to learning, or do no more, by name. */
export async function listWithoutConsent(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<WithoutConsent[]> {
  const { rows } = await sql<WithoutConsent>`
    select l.id as "learnerId", l.name, l.birth_year as "birthYear", ${withdrawnAt({ villageCode: "l.village_code", id: "l.id" })} as "withdrawnAt" from enrollment e
    join learner l on l.village_code = e.village_code and l.id = e.learner_id
    where e.village_code = ${villageCode} and e.cohort_id = ${cohortId} and not coalesce((
      select c.given from learner_consent c where c.village_code = l.village_code and c.learner_id = l.id and c.purpose = 'learning'
      order by c.recorded_at desc, c.id desc limit 1), false)
      and not ${isErased({ villageCode: "l.village_code", id: "l.id" })}
    order by l.name, l.number`.execute(db);
  return rows;
}

/**
 * Whether a certificate may show its learner's name to anybody who checks it: they agreed to it, or it was issued before
 * this installation began to ask (what stands on paper already is not taken back), unless they said no since.
 */
export async function mayShowName(db: Kysely<Database>, key: LearnerKey, issuedAt: Date): Promise<boolean> {
  const answer = (await listConsents(db, key)).find(({ purpose }) => purpose === "certificate");
  if (answer) return answer.given;
  const { since } = await db
    .selectFrom("consent_text")
    .select((of) => of.fn.min("published_at").as("since"))
    .executeTakeFirstOrThrow();
  return issuedAt < since;
}

/** The year in which a learner was born; null where it is not recorded. */
export async function findBirthYear(db: Kysely<Database>, { villageCode, learnerId }: LearnerKey): Promise<number | null> {
  const learner = await db.selectFrom("learner").where("village_code", "=", villageCode).where("id", "=", learnerId).select("birth_year as birthYear").executeTakeFirst();
  return learner?.birthYear ?? null;
}
