import { CompiledQuery, type Kysely, sql, type Transaction } from "kysely";
import type { CertificateContent } from "#app/certificates/certificate.ts";
import type { Database } from "./schema.ts";

/**
 * Holds the enrollment until the transaction ends. Not the stronger `for update`: completing a
 * lesson leaves a key-share lock on the same row, and two such transactions would wait for each other.
 */
export async function lockEnrollment(trx: Transaction<Database>, villageCode: string, enrollmentId: string): Promise<void> {
  await trx
    .selectFrom("enrollment")
    .where("village_code", "=", villageCode)
    .where("id", "=", enrollmentId)
    .select("id")
    .forNoKeyUpdate()
    .execute();
}

export async function hasCertificate(db: Kysely<Database>, villageCode: string, enrollmentId: string): Promise<boolean> {
  const row = await db
    .selectFrom("certificate")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** How near an enrollment is to its certificate. */
export interface CertificateStanding {
  curriculumVersionId: string;
  hasCertificate: boolean;
  lessonIds: string[];
  passedModuleIds: string[];
  skippedModuleIds: string[];
}

/**
 * What decides whether a certificate is due, in one query: it is asked whenever a lesson or a quiz is done, and
 * nearly always the answer is not yet. Undefined when there is no such enrollment.
 */
export async function findCertificateStanding(db: Kysely<Database>, villageCode: string, enrollmentId: string): Promise<CertificateStanding | undefined> {
  const { rows } = await db.executeQuery<CertificateStanding>(CompiledQuery.raw(standingQuery, [villageCode, enrollmentId]));
  return rows[0];
}

const standingQuery = `
  select e.curriculum_version_id as "curriculumVersionId",
    exists (select 1 from certificate c where c.village_code = $1 and c.enrollment_id = $2) as "hasCertificate",
    array(select l.lesson_id from lesson_completion l where l.village_code = $1 and l.enrollment_id = $2) as "lessonIds",
    array(select distinct q.module_id from quiz_attempt q where q.village_code = $1 and q.enrollment_id = $2 and q.passed) as "passedModuleIds",
    array(select k.module_id from module_skip k where k.village_code = $1 and k.enrollment_id = $2 and k.granted) as "skippedModuleIds"
  from enrollment e where e.village_code = $1 and e.id = $2`;

export interface StudyRecord {
  lessonIds: string[];
  passedModuleIds: string[];
  skippedModuleIds: string[];
  /** The best quiz result of each module, 0 to 100. */
  bestPercents: Map<string, number>;
  /** The first lesson, practice or quiz; null before any. */
  firstActivityAt: Date | null;
  /** When the last lesson was completed, the last quiz first passed or the last skip granted; null before any. */
  lastStepAt: Date | null;
}

/** What was done in an enrollment, and between which moments. */
export async function findStudyRecord(db: Kysely<Database>, villageCode: string, enrollmentId: string): Promise<StudyRecord> {
  const lessons = await db
    .selectFrom("lesson_completion")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .select(["lesson_id as id", "completed_at as at"])
    .execute();
  const quizzes = await db
    .selectFrom("quiz_attempt")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .groupBy("module_id")
    .select((of) => [
      "module_id as id",
      of.fn.min("submitted_at").as("firstAt"),
      sql<Date | null>`min(submitted_at) filter (where passed)`.as("passedAt"),
      sql<number>`round(max(100.0 * correct_items / total_items))::int`.as("bestPercent"),
    ])
    .execute();
  const practice = await db
    .selectFrom("practice_attempt")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .select((of) => of.fn.min("submitted_at").as("firstAt"))
    .executeTakeFirst();
  const skips = await db
    .selectFrom("module_skip")
    .where("village_code", "=", villageCode)
    .where("enrollment_id", "=", enrollmentId)
    .where("granted", "=", true)
    .select(["module_id as id", "decided_at as at"])
    .execute();
  const passed = quizzes.flatMap(({ id, passedAt }) => (passedAt ? [{ id, at: passedAt }] : []));
  const starts = [...lessons.map(({ at }) => at), ...quizzes.map(({ firstAt }) => firstAt), practice?.firstAt ?? null];
  return {
    lessonIds: lessons.map(({ id }) => id),
    passedModuleIds: passed.map(({ id }) => id),
    skippedModuleIds: skips.map(({ id }) => id),
    bestPercents: new Map(quizzes.map(({ id, bestPercent }) => [id, bestPercent])),
    firstActivityAt: moments(starts).at(0) ?? null,
    lastStepAt: moments([...lessons, ...passed, ...skips].map(({ at }) => at)).at(-1) ?? null,
  };
}

function moments(dates: readonly (Date | null)[]): Date[] {
  return dates.filter((date) => date !== null).sort((a, b) => a.getTime() - b.getTime());
}

/** The names that a certificate of the enrollment carries. Rejects when there is no such enrollment. */
export async function findIssuingFacts(db: Kysely<Database>, villageCode: string, enrollmentId: string) {
  return db
    .selectFrom("enrollment")
    .innerJoin("learner", (join) =>
      join.onRef("learner.village_code", "=", "enrollment.village_code").onRef("learner.id", "=", "enrollment.learner_id"),
    )
    .innerJoin("cohort", (join) =>
      join.onRef("cohort.village_code", "=", "enrollment.village_code").onRef("cohort.id", "=", "enrollment.cohort_id"),
    )
    .innerJoin("program", "program.id", "cohort.program_id")
    .innerJoin("region as village", "village.code", "enrollment.village_code")
    .innerJoin("region as district", "district.code", "village.parent_code")
    .innerJoin("region as regency", "regency.code", "district.parent_code")
    .where("enrollment.village_code", "=", villageCode)
    .where("enrollment.id", "=", enrollmentId)
    .select([
      "learner.name as learnerName",
      "village.name as village",
      "district.name as district",
      "regency.name as regency",
      "program.name as programName",
      "program.owner_name as ownerName",
      "program.signatory_name as signatoryName",
      "program.signatory_title as signatoryTitle",
      "program.id as programId",
      "program.certificate_prefix as numberPrefix",
      "enrollment.enrolled_at as enrolledAt",
    ])
    .executeTakeFirstOrThrow();
}

/** Notes that all of the enrollment is done; a second time changes nothing. */
export async function insertEnrollmentCompletion(db: Kysely<Database>, villageCode: string, enrollmentId: string, completedAt: Date): Promise<void> {
  await db
    .insertInto("enrollment_completion")
    .values({ village_code: villageCode, enrollment_id: enrollmentId, completed_at: completedAt })
    .onConflict((conflict) => conflict.columns(["village_code", "enrollment_id"]).doNothing())
    .execute();
}

/**
 * The next running number of a program in a calendar year, from 1. Holds the counter's row until the
 * transaction ends, so that one rolled back leaves no gap.
 */
export async function takeCertificateSerial(trx: Transaction<Database>, programId: string, year: number): Promise<number> {
  const { serial } = await trx
    .insertInto("certificate_serial")
    .values({ program_id: programId, year, last_number: 1 })
    .onConflict((conflict) => conflict.columns(["program_id", "year"]).doUpdateSet({ last_number: sql`certificate_serial.last_number + 1` }))
    .returning("last_number as serial")
    .executeTakeFirstOrThrow();
  return serial;
}

export interface NewCertificate {
  villageCode: string;
  id: string;
  enrollmentId: string;
  code: string;
  number: string;
  content: CertificateContent;
  issuedAt: Date;
}

/** Keeps the one certificate of an enrollment; a second one changes nothing. */
export async function insertCertificate(db: Kysely<Database>, certificate: NewCertificate): Promise<void> {
  const { villageCode, id, enrollmentId, code, number, content, issuedAt } = certificate;
  await db
    .insertInto("certificate")
    .values({ village_code: villageCode, id, enrollment_id: enrollmentId, code, number, content: JSON.stringify(content), issued_at: issuedAt })
    .onConflict((conflict) => conflict.columns(["village_code", "enrollment_id"]).doNothing())
    .execute();
}

export interface Certificate {
  villageCode: string;
  code: string;
  number: string;
  content: CertificateContent;
  issuedAt: Date;
  /** Null while it is valid. */
  revokedAt: Date | null;
}

function certificates(db: Kysely<Database>) {
  return db
    .selectFrom("certificate")
    .innerJoin("enrollment", (join) =>
      join.onRef("enrollment.village_code", "=", "certificate.village_code").onRef("enrollment.id", "=", "certificate.enrollment_id"),
    )
    .leftJoin("certificate_revocation as revocation", (join) =>
      join.onRef("revocation.village_code", "=", "certificate.village_code").onRef("revocation.certificate_id", "=", "certificate.id"),
    )
    .select([
      "certificate.village_code as villageCode",
      "certificate.code",
      "certificate.number",
      "certificate.content",
      "certificate.issued_at as issuedAt",
      "revocation.revoked_at as revokedAt",
    ]);
}

/** The certificate with this verification code (upper case, without dashes), with whose it is. */
export async function findCertificateByCode(db: Kysely<Database>, code: string) {
  return certificates(db)
    .innerJoin("cohort", (join) => join.onRef("cohort.village_code", "=", "enrollment.village_code").onRef("cohort.id", "=", "enrollment.cohort_id"))
    .innerJoin("program", "program.id", "cohort.program_id")
    .where("certificate.code", "=", code)
    .select([
      "enrollment.learner_id as learnerId",
      "enrollment.cohort_id as cohortId",
      "program.id as programId",
      "program.region_code as programRegionCode",
    ])
    .executeTakeFirst();
}

/** A learner's certificates, newest first. */
export async function listCertificatesOf(db: Kysely<Database>, villageCode: string, learnerId: string) {
  return certificates(db)
    .where("certificate.village_code", "=", villageCode)
    .where("enrollment.learner_id", "=", learnerId)
    .select("certificate.enrollment_id as enrollmentId")
    .orderBy("certificate.issued_at", "desc")
    .execute();
}
