import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/mentor/correct-learner.tsx";
import { action as register } from "#app/routes/mentor/register-learner.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, enroll, get, makeClassroom, makeCohort, makeLearner, plosorejo, post, staffCookie } from "../../mentoring/classroom.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let dewi: string;
let cohort: string;
let siti: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  dewi = await staffCookie(classroom.dewi.staffId);
  cohort = classroom.cohort.cohortId;
  siti = await registerOne("Siti Aminah");
});

/** Registers somebody as a mentor does, with PIN and consent. */
async function registerOne(name: string): Promise<string> {
  const formId = newId();
  const request = post("/", dewi, { formId, name, birthYear: "1968", gender: "", setuju: "learning", cara: "read-aloud" });
  expect((await answerOf(register({ request, params: { cohort }, context }))).status).toBe(201);
  return formId;
}

const send = (fields: Record<string, string>, learner = siti) => answerOf(action({ request: post("/", dewi, fields), params: { cohort, learner }, context }));
const remove = () => send({ tugas: "keluarkan", yakin: "ya" });
const learnerRow = () => db.selectFrom("learner").where("id", "=", siti).select(["name", "birth_year", "gender"]).executeTakeFirst();
const enrollments = () => db.selectFrom("enrollment").where("learner_id", "=", siti).select("id").execute();

describe("correcting what was registered", () => {
  it("changes name, birth year and gender, and logs which fields, not what stood in them", async () => {
    expect((await answerOf(loader({ request: get("/", dewi), params: { cohort, learner: siti }, context }))).data).toMatchObject({ typed: { name: "Siti Aminah", birthYear: "1968", gender: "" }, isCertified: false });
    expect(await send({ name: "Siti Aminatun", birthYear: "1968", gender: "female" })).toMatchObject({ status: 303, location: `/mentor/rombel/${cohort}/peserta/${siti}?diperbaiki` });
    expect(await learnerRow()).toEqual({ name: "Siti Aminatun", birth_year: 1968, gender: "female" });
    const events = await db.selectFrom("audit_event").where("subject_id", "=", siti).where("action", "=", "learner.correct").select("details").execute();
    expect(events).toEqual([{ details: { fields: "name gender" } }]);
  });

  it("holds to the checks of registration, and keeps what was typed", async () => {
    const typed = { name: "<b>Siti</b>", birthYear: "68", gender: "" };
    expect(await send(typed)).toMatchObject({ status: 400, data: { kind: "form", typed, faults: ["name", "birthYear"] } });
    expect(await learnerRow()).toMatchObject({ name: "Siti Aminah" });
  });

  it("asks once about a name that somebody else has", async () => {
    await makeLearner(classroom.cohort, 40, "Parmi");
    const typed = { name: "Parmi", birthYear: "1968", gender: "" };
    expect(await send(typed)).toMatchObject({ status: 409, data: { namesakes: [40] } });
    expect((await send({ ...typed, confirmedName: "Parmi" })).status).toBe(303);
  });
});

describe("taking somebody out who was registered by mistake", () => {
  it("takes the learner away with place, PIN and consent, and never gives the number again", async () => {
    expect(await send({ tugas: "keluarkan" })).toMatchObject({ status: 400, data: { why: "notSure" } });
    expect(await remove()).toMatchObject({ status: 303, location: `/mentor/rombel/${cohort}?dikeluarkan` });
    expect([await learnerRow(), await enrollments()]).toEqual([undefined, []]);
    expect(await db.selectFrom("learner_consent").where("learner_id", "=", siti).select("id").execute()).toEqual([]);
    const events = await db.selectFrom("audit_event").where("action", "in", ["enrollment.remove", "learner.remove"]).select("details").execute();
    expect(JSON.stringify(events)).not.toContain("Siti");
    const next = await registerOne("Tuti");
    expect(await db.selectFrom("learner").where("id", "=", next).select("number").executeTakeFirst()).toEqual({ number: 2 });
  });

  it("is refused once something was done or marked", async () => {
    const [enrollment] = await enrollments();
    await db.insertInto("lesson_completion").values({ village_code: plosorejo, enrollment_id: enrollment!.id, lesson_id: "A1.1", completed_at: new Date() }).execute();
    expect(await remove()).toMatchObject({ status: 409, data: { kind: "refused", why: "active" } });
    expect(await enrollments()).toHaveLength(1);
  });

  it("keeps who is in another cohort as well, or has signed in", async () => {
    const other = await makeCohort(classroom.cohort, classroom.program, classroom.dewi.staffId, "Rombel Kenanga");
    await enroll({ ...classroom.cohort, cohortId: other.cohortId }, siti);
    expect((await remove()).status).toBe(303);
    expect([await learnerRow(), await enrollments()]).toMatchObject([{ name: "Siti Aminah" }, [{}]]);
  });

  it("finds nobody who is not in the cohort any more", async () => {
    await remove();
    expect((await remove()).status).toBe(404);
  });
});
