import type { Kysely } from "kysely";
import { hashSecret } from "#app/accounts/secret-hash.server.ts";
import { verificationPath } from "#app/certificates/verification-code.ts";
import { anomalyKinds } from "#app/programs/anomalies/anomaly.ts";
import { demoPrograms } from "#db/demo/programs.ts";
import { newId } from "#db/ids.ts";
import { insertPin } from "#db/learners.ts";
import type { Database } from "#db/schema.ts";
import { type ClassWorld, openClass } from "./class-world.ts";
import { demoLearner } from "./steps.ts";

const plosorejo = "35.05.04.2014";

/** Addresses in the demo, and what it has none of: an empty cohort, a learner in no cohort, a program without villages, villages that stand still, a lead of regions, a revoked certificate. */
export interface World {
  cohort: string;
  emptyCohort: string;
  /** Where Dewi gives a learner a new PIN. */
  pin: string;
  program: string;
  emptyProgram: string;
  /** Villages of a program that stand still. */
  stalled: string;
  certificate: string;
  revokedCertificate: string;
  kenari: ClassWorld;
}

/** The number of the learner who is in no cohort; their PIN is the shared one. */
export const unenrolledNumber = 900;

/** Adds to the demo in `db` what it lacks, and tells where things are. */
export async function completeWorld(db: Kysely<Database>): Promise<World> {
  const melati = await db.selectFrom("cohort").where("village_code", "=", plosorejo).where("name", "=", "Rombel Melati").selectAll().executeTakeFirstOrThrow();
  const learner = await db.selectFrom("learner").where("village_code", "=", plosorejo).where("number", "=", 13).select("id").executeTakeFirstOrThrow();
  await addUnenrolledLearner(db, melati.center_id);
  await addFindings(db, melati);
  await addRegions(db, "lead-purwakarta", ["32.05", "32.14"]);
  // Figures can be told of the years of learning apart only where there are two.
  await db.insertInto("curriculum").values({ id: "T2", title: "Memanfaatkan Layanan Digital", year: 2 }).onConflict((conflict) => conflict.doNothing()).execute();
  const blitar = demoPrograms.find(({ key }) => key === "blitar")?.id;
  return {
    cohort: `/mentor/rombel/${melati.id}`,
    emptyCohort: `/mentor/rombel/${await addEmptyCohort(db, melati)}`,
    pin: `/mentor/rombel/${melati.id}/peserta/${learner.id}/pin`,
    program: `/program/${blitar}`,
    emptyProgram: `/program/${await addEmptyProgram(db)}`,
    stalled: await stallVillages(db),
    certificate: verificationPath(await codeOf(db, 2)),
    revokedCertificate: verificationPath(await revoke(db, 3)),
    kenari: await openClass(db, melati, await mentorOf(db, melati.id)),
  };
}

/** Something of each kind to ask Rombel Melati's mentor about. */
async function addFindings(db: Kysely<Database>, melati: { village_code: string; id: string }): Promise<void> {
  const days = [2, 3, 9].map((back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10));
  const found = anomalyKinds.flatMap((kind) => days.map((day) => ({ village_code: melati.village_code, cohort_id: melati.id, day, kind, least_people: 5, most_people: 12 })));
  await db.insertInto("cohort_anomaly").values(found).execute();
}

async function addUnenrolledLearner(db: Kysely<Database>, centerId: string): Promise<void> {
  const [id, now] = [newId(), new Date()];
  const { id: issuedBy } = await db.selectFrom("staff").where("username", "=", "dewi").select("id").executeTakeFirstOrThrow();
  await db.insertInto("learner").values({ village_code: plosorejo, id, center_id: centerId, number: unenrolledNumber, name: "Poniyem Contoh", registered_at: now }).execute();
  await insertPin(db, { villageCode: plosorejo, learnerId: id, hash: await hashSecret(demoLearner(unenrolledNumber).pin), issuedAt: now, issuedBy });
}

/** Gives villages of Garut without a cohort an internet center, long ago. */
async function stallVillages(db: Kysely<Database>): Promise<string> {
  const garut = demoPrograms.find(({ key }) => key === "garut");
  if (!garut) throw new Error("the demo has no program in Garut");
  const villages = await db
    .selectFrom("program_village as target")
    .where("program_id", "=", garut.id)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("cohort").whereRef("cohort.village_code", "=", "target.village_code").select("cohort.id"))))
    .select("village_code")
    .orderBy("village_code")
    .limit(12)
    .execute();
  const codes = villages.map(({ village_code }) => village_code);
  await db.updateTable("program_village").set({ wave: null, joined_on: "2026-01-05" }).where("program_id", "=", garut.id).where("village_code", "in", codes).execute();
  const reached = { program_id: garut.id, stage: "center" as const, reached_on: "2026-02-02", source: "Data contoh", recorded_at: new Date() };
  await db.insertInto("program_stage").values(codes.map((village_code) => ({ ...reached, id: newId(), village_code }))).execute();
  return `/program/${garut.id}/terhenti/${garut.regionCode}`;
}

async function addRegions(db: Kysely<Database>, username: string, regionCodes: readonly string[]): Promise<void> {
  const { id } = await db.selectFrom("staff").where("username", "=", username).select("id").executeTakeFirstOrThrow();
  const granted = { staff_id: id, role: "lead" as const, granted_at: new Date() };
  await db.insertInto("staff_role").values(regionCodes.map((region_code) => ({ ...granted, id: newId(), region_code }))).execute();
}

async function addEmptyCohort(db: Kysely<Database>, like: { id: string; center_id: string; program_id: string; curriculum_version_id: string; starts_on: string; ends_on: string }): Promise<string> {
  const id = newId();
  await db.insertInto("cohort").values({ ...like, village_code: plosorejo, id, name: "Rombel Baru" }).execute();
  await db.insertInto("cohort_mentor").values({ village_code: plosorejo, id: newId(), cohort_id: id, staff_id: await mentorOf(db, like.id), since: new Date() }).execute();
  return id;
}

async function mentorOf(db: Kysely<Database>, cohortId: string): Promise<string> {
  const { staff_id } = await db.selectFrom("cohort_mentor").where("cohort_id", "=", cohortId).select("staff_id").executeTakeFirstOrThrow();
  return staff_id;
}

async function addEmptyProgram(db: Kysely<Database>): Promise<string> {
  const id = newId();
  const signing = { certificate_prefix: "LD-T1", signatory_name: "Suwarno Contoh", signatory_title: "Kepala Dinas" };
  await db.insertInto("program").values({ id, name: "Program Baru", owner_name: "Pemerintah Kabupaten Blitar (data contoh)", region_code: "35.05", starts_on: "2026-01-01", ...signing }).execute();
  return id;
}

async function revoke(db: Kysely<Database>, number: number): Promise<string> {
  const code = await codeOf(db, number);
  const { id } = await db.selectFrom("certificate").where("code", "=", code).select("id").executeTakeFirstOrThrow();
  await db.insertInto("certificate_revocation").values({ village_code: plosorejo, certificate_id: id, revoked_at: new Date(), revoked_by: null, reason: "Contoh" }).execute();
  return code;
}

async function codeOf(db: Kysely<Database>, number: number): Promise<string> {
  const { code } = await db
    .selectFrom("certificate")
    .innerJoin("enrollment", "enrollment.id", "certificate.enrollment_id")
    .innerJoin("learner", "learner.id", "enrollment.learner_id")
    .where("learner.village_code", "=", plosorejo)
    .where("learner.number", "=", number)
    .select("code")
    .executeTakeFirstOrThrow();
  return code;
}
