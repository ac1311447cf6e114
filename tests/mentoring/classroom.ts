import type { CurriculumStructure } from "#app/catalog/course.ts";
import { startLearnerSession, startStaffSession } from "#app/accounts/session.server.ts";
import { db } from "#db/client.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { newId } from "#db/ids.ts";

export const plosorejo = "35.05.04.2014";
export const senaken = "64.01.04.2016";

const structure: CurriculumStructure = {
  title: "Mengenal Internet",
  year: 1,
  courses: [
    {
      id: "A",
      title: "HP Saya",
      modules: [
        { id: "A1", title: "Mengenal HP", lessons: [{ id: "A1.1", title: "Menyalakan HP", minutes: 15 }, { id: "A1.2", title: "Mengetik", minutes: 15 }] },
        { id: "A2", title: "HP Nyaman", lessons: [{ id: "A2.1", title: "Ukuran huruf", minutes: 15 }] },
      ],
    },
  ],
};

/** A program with a published curriculum version. */
export async function makeProgram() {
  const [programId, curriculumVersionId] = [newId(), newId()];
  const program = { region_code: "35.05", owner_name: "Dinas Kominfo", starts_on: "2026-01-05", certificate_prefix: "LD-T1", signatory_name: "Sri", signatory_title: "Kepala Dinas" };
  await db.insertInto("program").values({ id: programId, name: "Literasi Digital Blitar", ...program }).execute();
  await db.insertInto("curriculum").values({ id: programId, title: "Mengenal Internet", year: 1 }).execute();
  const version = { id: curriculumVersionId, curriculum_id: programId, number: 1, structure: JSON.stringify(structure), structure_hash: "x", published_at: new Date() };
  await db.insertInto("curriculum_version").values(version).execute();
  return { programId, curriculumVersionId };
}

export async function makeStaff(name: string) {
  const staffId = newId();
  await db.insertInto("staff").values({ id: staffId, username: staffId, name, password_hash: "none" }).execute();
  return { staffId, name };
}

export async function makeCenter(villageCode: string, name = "Pojok Internet") {
  const centerId = newId();
  await db.insertInto("internet_center").values({ village_code: villageCode, id: centerId, name }).execute();
  return { villageCode, centerId };
}

/** A cohort at a centre, mentored by `staffId` from now on. */
export async function makeCohort(
  { villageCode, centerId }: { villageCode: string; centerId: string },
  { programId, curriculumVersionId }: { programId: string; curriculumVersionId: string },
  staffId: string,
  name = "Rombel Mawar",
) {
  const cohortId = newId();
  const dates = { starts_on: "2026-01-10", ends_on: "2026-12-19" };
  await db
    .insertInto("cohort")
    .values({ village_code: villageCode, id: cohortId, center_id: centerId, program_id: programId, curriculum_version_id: curriculumVersionId, name, ...dates })
    .execute();
  await db
    .insertInto("cohort_mentor")
    .values({ village_code: villageCode, id: newId(), cohort_id: cohortId, staff_id: staffId, since: new Date(), granted_by: null, ended_at: null })
    .execute();
  return { villageCode, centerId, cohortId, curriculumVersionId };
}

export type TestCohort = Pick<CohortSummary, "villageCode" | "centerId" | "cohortId" | "curriculumVersionId">;

/** A learner of a centre, in no cohort yet. */
export async function makeLearner({ villageCode, centerId }: { villageCode: string; centerId: string }, number: number, name: string) {
  const learnerId = newId();
  const rest = { birth_year: 1968, gender: null, registered_at: new Date(), registered_by: null, last_seen_at: null };
  await db.insertInto("learner").values({ village_code: villageCode, id: learnerId, center_id: centerId, number, name, ...rest }).execute();
  return { villageCode, learnerId, number, name };
}

/** Puts a learner in a cohort; answers the enrollment's id. */
export async function enroll(cohort: TestCohort, learnerId: string, enrolledAt = new Date()): Promise<string> {
  const id = newId();
  const { villageCode, cohortId, curriculumVersionId } = cohort;
  await db
    .insertInto("enrollment")
    .values({ village_code: villageCode, id, learner_id: learnerId, cohort_id: cohortId, curriculum_version_id: curriculumVersionId, enrolled_at: enrolledAt, enrolled_by: null })
    .execute();
  return id;
}

/** Two mentors, Dewi and Rudi, each with a cohort of their own at a village of their own. */
export async function makeClassroom() {
  const program = await makeProgram();
  const [dewi, rudi] = [await makeStaff("Dewi"), await makeStaff("Rudi")];
  const cohort = await makeCohort(await makeCenter(plosorejo), program, dewi.staffId);
  const otherCohort = await makeCohort(await makeCenter(senaken, "Rumah Digital"), program, rudi.staffId, "Rombel Melati");
  return { program, dewi, rudi, cohort, otherCohort };
}

export const site = "http://melek.test";

/** The Cookie header of a staff member who has just signed in. */
export async function staffCookie(staffId: string): Promise<string> {
  return (await startStaffSession(new Request(site), staffId)).split(";")[0] ?? "";
}

/** The Cookie header of a learner who has just signed in. */
export async function learnerCookie(learner: { villageCode: string; learnerId: string }): Promise<string> {
  return (await startLearnerSession(new Request(site), learner)).split(";")[0] ?? "";
}

export function get(path: string, cookie = ""): Request {
  return new Request(`${site}${path}`, { headers: { cookie } });
}

export function post(path: string, cookie: string, fields: Record<string, string>): Request {
  return new Request(`${site}${path}`, { method: "POST", headers: { cookie, origin: site }, body: new URLSearchParams(fields) });
}

/** What a loader or action answered: its data with the status, or the response that it threw or returned. */
export async function answerOf<T>(answering: Promise<T>): Promise<{ status: number; data: Answered<T>; location: string | null }> {
  const answer: unknown = await answering.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (answer instanceof Response) return { status: answer.status, data: undefined as Answered<T>, location: answer.headers.get("location") };
  const wrapped = answer as { type?: string; data: Answered<T>; init?: ResponseInit | null };
  if (wrapped.type === "DataWithResponseInit") return { status: wrapped.init?.status ?? 200, data: wrapped.data, location: null };
  return { status: 200, data: answer as Answered<T>, location: null };
}

type Unwrapped<T> = T extends { type: string; data: infer D; init: unknown } ? D : T extends Response ? never : T;
export type Answered<T> = Unwrapped<T>;
