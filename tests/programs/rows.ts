import type { Kysely } from "kysely";
import { newId } from "#db/ids.ts";
import type { Database } from "#db/schema.ts";

/** A program with target villages, each given as its code and the people it means to reach. */
export async function makeProgram(
  db: Kysely<Database>,
  program: { name: string; regionCode: string; targets?: Record<string, number> },
): Promise<string> {
  const id = newId();
  const { name, regionCode, targets = {} } = program;
  await db
    .insertInto("program")
    .values({
      id,
      name,
      region_code: regionCode,
      owner_name: "Dinas Kominfo",
      starts_on: "2026-01-05",
      certificate_prefix: "LD-T1",
      signatory_name: "Ibu Contoh",
      signatory_title: "Kepala Dinas",
    })
    .execute();
  const villages = Object.entries(targets).map(([village_code, target_learners]) => ({
    program_id: id,
    village_code,
    target_learners,
    joined_on: "2026-01-05",
  }));
  if (villages.length > 0) await db.insertInto("program_village").values(villages).execute();
  return id;
}

/** A cohort of the program in a village, in a center of its own. */
export async function makeCohort(db: Kysely<Database>, programId: string, villageCode: string): Promise<Cohort> {
  const cohort = { villageCode, id: newId(), centerId: newId(), versionId: await makeCurriculumVersion(db) };
  await db.insertInto("internet_center").values({ village_code: villageCode, id: cohort.centerId, name: "Balai Desa" }).execute();
  await db
    .insertInto("cohort")
    .values({
      village_code: villageCode,
      id: cohort.id,
      center_id: cohort.centerId,
      program_id: programId,
      curriculum_version_id: cohort.versionId,
      name: "Rombel 1",
      starts_on: "2026-01-05",
      ends_on: "2026-12-18",
    })
    .execute();
  return cohort;
}

export interface Cohort {
  villageCode: string;
  id: string;
  centerId: string;
  versionId: string;
}

async function makeCurriculumVersion(db: Kysely<Database>): Promise<string> {
  const [id, versionId] = [newId(), newId()];
  await db.insertInto("curriculum").values({ id, title: "Mengenal internet", year: 1 }).execute();
  const version = { id: versionId, curriculum_id: id, number: 1, structure: "{}", structure_hash: id, published_at: new Date() };
  await db.insertInto("curriculum_version").values(version).execute();
  return versionId;
}

let lastNumber = 0;

/** A learner of the cohort's center. */
export async function makeLearner(db: Kysely<Database>, cohort: Cohort): Promise<string> {
  const id = newId();
  lastNumber += 1;
  const place = { village_code: cohort.villageCode, center_id: cohort.centerId };
  await db.insertInto("learner").values({ ...place, id, number: lastNumber, name: "Siti Aminah", registered_at: new Date() }).execute();
  return id;
}

/** The learner's place in the cohort. */
export async function enroll(db: Kysely<Database>, cohort: Cohort, learnerId: string): Promise<string> {
  const id = newId();
  await db
    .insertInto("enrollment")
    .values({
      village_code: cohort.villageCode,
      id,
      learner_id: learnerId,
      cohort_id: cohort.id,
      curriculum_version_id: cohort.versionId,
      enrolled_at: new Date(),
    })
    .execute();
  return id;
}

export async function completeLesson(db: Kysely<Database>, villageCode: string, enrollmentId: string, at: Date): Promise<void> {
  await db
    .insertInto("lesson_completion")
    .values({ village_code: villageCode, enrollment_id: enrollmentId, lesson_id: newId(), completed_at: at })
    .execute();
}

export async function tryPractice(db: Kysely<Database>, villageCode: string, enrollmentId: string, at: Date): Promise<void> {
  const practice = { lesson_id: "A1.1", simulator: "LayarKunci", steps: "[]", finished: false, submitted_at: at };
  await db.insertInto("practice_attempt").values({ village_code: villageCode, id: newId(), enrollment_id: enrollmentId, ...practice }).execute();
}

export async function tryQuiz(db: Kysely<Database>, villageCode: string, enrollmentId: string, at: Date): Promise<void> {
  const quiz = { module_id: "A1", bank_hash: "x", items: "[]", answers: "{}", correct_items: 1, total_items: 5, pass_mark: 0.8, passed: false };
  await db
    .insertInto("quiz_attempt")
    .values({ village_code: villageCode, id: newId(), enrollment_id: enrollmentId, submitted_at: at, ...quiz })
    .execute();
}

export async function finish(db: Kysely<Database>, villageCode: string, enrollmentId: string, at = new Date()): Promise<void> {
  await db.insertInto("enrollment_completion").values({ village_code: villageCode, enrollment_id: enrollmentId, completed_at: at }).execute();
}

/** A certificate for the enrollment; answers its id. */
export async function certify(db: Kysely<Database>, villageCode: string, enrollmentId: string): Promise<string> {
  const id = newId();
  await db
    .insertInto("certificate")
    .values({ village_code: villageCode, id, enrollment_id: enrollmentId, code: id, number: "0001", content: "{}", issued_at: new Date() })
    .execute();
  return id;
}

export async function revoke(db: Kysely<Database>, villageCode: string, certificateId: string): Promise<void> {
  const revocation = { revoked_at: new Date(), reason: "salah nama" };
  await db.insertInto("certificate_revocation").values({ village_code: villageCode, certificate_id: certificateId, ...revocation }).execute();
}

/** People of a village, so many of whom have started, finished and been certified. */
export async function makePeople(
  db: Kysely<Database>,
  cohort: Cohort,
  counts: { registered: number; started?: number; finished?: number; certified?: number },
  at = new Date(),
): Promise<void> {
  const { registered, started = 0, finished = 0, certified = 0 } = counts;
  for (let person = 0; person < registered; person++) {
    const enrollmentId = await enroll(db, cohort, await makeLearner(db, cohort));
    if (person < started) await completeLesson(db, cohort.villageCode, enrollmentId, at);
    if (person < finished) await finish(db, cohort.villageCode, enrollmentId, at);
    if (person < certified) await certify(db, cohort.villageCode, enrollmentId);
  }
}

/** Someone on the staff with roles, each for a program or a region. */
export async function makeStaff(db: Kysely<Database>, ...roles: StaffGrant[]): Promise<string> {
  const id = newId();
  await db.insertInto("staff").values({ id, username: id, name: "Ibu Kepala Seksi", password_hash: "x" }).execute();
  for (const { role, programId = null, regionCode = null } of roles) {
    const granted = { granted_at: new Date(), granted_by: null };
    await db.insertInto("staff_role").values({ id: newId(), staff_id: id, role, program_id: programId, region_code: regionCode, ...granted }).execute();
  }
  return id;
}

export interface StaffGrant {
  role: "lead" | "viewer" | "admin";
  programId?: string;
  regionCode?: string;
}
