import type { Kysely } from "kysely";
import { hashSecret } from "#app/accounts/secret-hash.server.ts";
import { startLearnerSession, startStaffSession } from "#app/accounts/session.server.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { publishCurriculum } from "#db/curricula.ts";
import { newId } from "#db/ids.ts";
import { insertPin } from "#db/learners.ts";
import type { Database } from "#db/schema.ts";

export const plosorejo = "35.05.04.2014";
export const senaken = "64.01.04.2016";
export const site = "http://melek.test";

/** The PIN of every learner and the password of every staff member of a cast. */
export const pin = "482913";
export const password = "sawah-hijau-luas";

export interface Learner {
  kind: "learner";
  villageCode: string;
  centerId: string;
  learnerId: string;
  enrollmentId: string;
  number: number;
  name: string;
}

export interface Staff {
  kind: "staff";
  staffId: string;
  username: string;
  name: string;
}

export interface Cohort {
  villageCode: string;
  centerId: string;
  cohortId: string;
  curriculumVersionId: string;
}

/**
 * The people of a program in the regency of Blitar: Sari (number 1) learns in Plosorejo with Dewi,
 * Tono (number 1 too) learns in Senaken with Rudi, and Ratna leads the program. What they learn is
 * the first of the compiled courses. Each call makes new people.
 */
export async function castOf(db: Kysely<Database>) {
  const curriculum = catalog().curricula[0];
  if (!curriculum) throw new Error("no curriculum is compiled");
  const curriculumVersionId = await publishCurriculum(db, curriculum, new Date());
  const programId = await makeProgram(db);
  const [dewi, rudi, ratna] = [await makeStaff(db, "Dewi"), await makeStaff(db, "Rudi"), await makeStaff(db, "Ratna")];
  await db.insertInto("staff_role").values({ id: newId(), staff_id: ratna.staffId, role: "lead", program_id: programId, granted_at: new Date() }).execute();
  const cohort = await makeCohort(db, { villageCode: plosorejo, programId, curriculumVersionId, mentor: dewi });
  const otherCohort = await makeCohort(db, { villageCode: senaken, programId, curriculumVersionId, mentor: rudi });
  const sari = await makeLearner(db, cohort, { number: 1, name: "Sari", by: dewi });
  const tono = await makeLearner(db, otherCohort, { number: 1, name: "Tono", by: rudi });
  return { curriculum, programId, cohort, otherCohort, sari, tono, dewi, rudi, ratna };
}

export type Cast = Awaited<ReturnType<typeof castOf>>;

async function makeProgram(db: Kysely<Database>): Promise<string> {
  const id = newId();
  const signing = { certificate_prefix: "LD-T1", signatory_name: "Dra. Sri Wahyuni, M.Si.", signatory_title: "Kepala Dinas" };
  await db
    .insertInto("program")
    .values({ id, name: "Literasi Digital Blitar", owner_name: "Dinas Kominfo Kabupaten Blitar", region_code: "35.05", starts_on: "2026-03-01", ...signing })
    .execute();
  return id;
}

/** A staff member without any role; their user name is theirs alone. */
export async function makeStaff(db: Kysely<Database>, name: string): Promise<Staff> {
  const staffId = newId();
  const username = `${name.toLowerCase()}-${staffId.slice(-8)}`;
  await db.insertInto("staff").values({ id: staffId, username, name, password_hash: await hashSecret(password) }).execute();
  return { kind: "staff", staffId, username, name };
}

/** A centre in a village and its one cohort, mentored from now on. */
export async function makeCohort(
  db: Kysely<Database>,
  { villageCode, programId, curriculumVersionId, mentor }: { villageCode: string; programId: string; curriculumVersionId: string; mentor: Staff },
): Promise<Cohort> {
  const [centerId, cohortId] = [newId(), newId()];
  await db.insertInto("internet_center").values({ village_code: villageCode, id: centerId, name: "Pojok Internet" }).execute();
  const asked = { program_id: programId, curriculum_version_id: curriculumVersionId, starts_on: "2026-03-01", ends_on: "2026-12-19" };
  await db.insertInto("cohort").values({ village_code: villageCode, id: cohortId, center_id: centerId, name: "Rombel Melati", ...asked }).execute();
  await db
    .insertInto("cohort_mentor")
    .values({ village_code: villageCode, id: newId(), cohort_id: cohortId, staff_id: mentor.staffId, since: new Date() })
    .execute();
  return { villageCode, centerId, cohortId, curriculumVersionId };
}

/** A learner of the cohort's centre, enrolled in the cohort. */
export async function makeLearner(db: Kysely<Database>, cohort: Cohort, { number, name, by }: { number: number; name: string; by: Staff }): Promise<Learner> {
  const { villageCode, centerId, cohortId, curriculumVersionId } = cohort;
  const [learnerId, enrollmentId, now] = [newId(), newId(), new Date()];
  await db
    .insertInto("learner")
    .values({ village_code: villageCode, id: learnerId, center_id: centerId, number, name, birth_year: 1968, registered_at: now, registered_by: by.staffId })
    .execute();
  await insertPin(db, { villageCode, learnerId, hash: await hashSecret(pin), issuedAt: now, issuedBy: by.staffId });
  const enrollment = { learner_id: learnerId, cohort_id: cohortId, curriculum_version_id: curriculumVersionId, enrolled_at: now };
  await db.insertInto("enrollment").values({ village_code: villageCode, id: enrollmentId, ...enrollment }).execute();
  return { kind: "learner", villageCode, centerId, learnerId, enrollmentId, number, name };
}

/**
 * A request from a person who has just signed in, or from nobody (null). `url` may be a path. Cookies
 * of `init` go along with the session's; a request that changes something says that it comes from our own pages.
 */
export async function requestAs(person: Learner | Staff | null, url: string, init: RequestInit = {}): Promise<Request> {
  const address = new URL(url, site);
  const headers = new Headers(init.headers);
  const cookies = [headers.get("cookie"), person && (await cookieOf(person, address))].filter(Boolean).join("; ");
  if (cookies) headers.set("cookie", cookies);
  if ((init.method ?? "GET") !== "GET" && !headers.has("origin")) headers.set("origin", address.origin);
  return new Request(address, { ...init, headers });
}

async function cookieOf(person: Learner | Staff, address: URL): Promise<string> {
  const request = new Request(address);
  const header = person.kind === "learner" ? await startLearnerSession(request, person) : await startStaffSession(request, person.staffId);
  return header.split(";")[0] ?? "";
}

/** The body of a form that a browser posts. */
export function form(fields: Record<string, string> | [string, string][]): RequestInit {
  return { method: "POST", body: new URLSearchParams(fields) };
}
