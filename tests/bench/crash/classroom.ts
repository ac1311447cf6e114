import type { Kysely } from "kysely";
import { hashSecret } from "#app/accounts/secret-hash.server.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { newId } from "#db/ids.ts";
import type { Database } from "#db/schema.ts";
import type { App } from "./app.ts";
import { withDatabase } from "./database.ts";
import type { Learner } from "./learner.ts";

/** Plosorejo, Kademangan, Blitar. */
const villageCode = "35.05.04.2014";
const pin = "481516";

/** Gives the empty database a program, a centre and `count` learners, and signs each of them in over HTTP. */
export async function makeClassroom(app: App, dataDir: string, count: number): Promise<Learner[]> {
  const curriculum = catalog().curricula[0];
  if (!curriculum) throw new Error("No curriculum is served");
  const centerId = await withDatabase(dataDir, (db) => enroll(db, curriculum.id, count));
  const quizPaths = curriculum.courses.flatMap((course) =>
    course.modules.filter(({ id }) => catalog().quizzes[id]).map((module) => `/belajar/${course.slug}/${module.slug}/kuis`),
  );
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return Promise.all(numbers.map(async (number) => ({ cookie: await signIn(app.address, centerId, number), quizPaths })));
}

/** Answers the id of the centre. */
async function enroll(db: Kysely<Database>, curriculumId: string, count: number): Promise<string> {
  const versions = db.selectFrom("curriculum_version").select("id").where("curriculum_id", "=", curriculumId);
  const { id: versionId } = await versions.executeTakeFirstOrThrow();
  const [programId, centerId, cohortId, at] = [newId(), newId(), newId(), new Date()];
  const program = { name: "Uji listrik padam", owner_name: "Uji", region_code: "35.05", starts_on: "2026-01-01" };
  const signing = { certificate_prefix: "UJI", signatory_name: "Uji", signatory_title: "Uji" };
  await db.insertInto("program").values({ id: programId, ...program, ...signing }).execute();
  await db.insertInto("internet_center").values({ village_code: villageCode, id: centerId, name: "Pusat Uji" }).execute();
  const cohort = { id: cohortId, center_id: centerId, program_id: programId, curriculum_version_id: versionId };
  const term = { name: "Uji", starts_on: "2026-01-01", ends_on: "2099-12-31" };
  await db.insertInto("cohort").values({ village_code: villageCode, ...cohort, ...term }).execute();
  for (let number = 1; number <= count; number++) {
    const learner = { id: newId(), center_id: centerId, number, name: `Peserta ${number}`, registered_at: at };
    await db.insertInto("learner").values({ village_code: villageCode, ...learner }).execute();
    const learnerPin = { learner_id: learner.id, hash: await hashSecret(pin), issued_at: at };
    await db.insertInto("learner_pin").values({ village_code: villageCode, ...learnerPin }).execute();
    const enrollment = { id: newId(), learner_id: learner.id, cohort_id: cohortId, enrolled_at: at };
    await db
      .insertInto("enrollment")
      .values({ village_code: villageCode, ...enrollment, curriculum_version_id: versionId })
      .execute();
  }
  return centerId;
}

async function signIn(address: string, centerId: string, number: number): Promise<string> {
  const body = new URLSearchParams({ nomor: String(number), pin });
  const headers = { origin: address, cookie: `pusat=${villageCode}_${centerId}` };
  const answer = await fetch(`${address}/masuk`, { method: "POST", headers, body, redirect: "manual" });
  const session = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
  if (answer.status !== 302 || !session) throw new Error(`Learner ${number} cannot sign in: ${answer.status}`);
  return session;
}
