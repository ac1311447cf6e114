import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { isSecret } from "#app/accounts/secret-hash.server.ts";
import { action, loader } from "#app/routes/mentor/register-learner.tsx";
import { mentor } from "#app/i18n/id/mentor.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, enroll, get, learnerCookie, makeCenter, makeClassroom, makeLearner, plosorejo, post, senaken, staffCookie } from "../../mentoring/classroom.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let dewi: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  dewi = await staffCookie(classroom.dewi.staffId);
});

function register(fields: Record<string, string>, { cookie = dewi, cohort = classroom.cohort.cohortId } = {}) {
  const request = post(`/mentor/rombel/${cohort}/peserta-baru`, cookie, { formId: newId(), birthYear: "", gender: "", setuju: "learning", cara: "read-aloud", ...fields });
  return answerOf(action({ request, params: { cohort }, context }));
}

function open({ cookie = dewi, cohort = classroom.cohort.cohortId } = {}) {
  return answerOf(loader({ request: get(`/mentor/rombel/${cohort}/peserta-baru`, cookie), params: { cohort }, context }));
}

function learnersHere() {
  const { villageCode, centerId } = classroom.cohort;
  return db.selectFrom("learner").where("village_code", "=", villageCode).where("center_id", "=", centerId).selectAll().orderBy("number").execute();
}

function cardOf({ data }: Awaited<ReturnType<typeof register>>) {
  if (data.kind !== "registered") throw new Error(`answered ${data.kind}`);
  return data.card;
}

describe("registering a learner", () => {
  it("gives a number and a PIN, shown on a card, and enrolls at once", async () => {
    const answer = await register({ name: " Siti  Aminah ", birthYear: "1968", gender: "female" });
    expect(answer.status).toBe(201);
    const card = cardOf(answer);
    expect(card).toMatchObject({ name: "Siti Aminah", number: 1, village: "Plosorejo", centerName: "Pojok Internet", site: "melek.test" });
    expect(card.pin).toMatch(/^\d{6}$/);
    const [siti] = await learnersHere();
    expect(siti).toMatchObject({ name: "Siti Aminah", number: 1, birth_year: 1968, gender: "female", registered_by: classroom.dewi.staffId, last_seen_at: null });
    const enrollment = await db.selectFrom("enrollment").where("learner_id", "=", siti?.id ?? "").selectAll().executeTakeFirst();
    expect(enrollment).toMatchObject({ cohort_id: classroom.cohort.cohortId, curriculum_version_id: classroom.cohort.curriculumVersionId });
    const pin = await db.selectFrom("learner_pin").where("learner_id", "=", siti?.id ?? "").select("hash").executeTakeFirst();
    expect(await isSecret(card.pin, pin?.hash)).toBe(true);
  });

  it("keeps a record that knows neither the name nor the PIN", async () => {
    const { pin } = cardOf(await register({ name: "Siti Aminah" }));
    const events = await db.selectFrom("audit_event").where("actor_id", "=", classroom.dewi.staffId).selectAll().execute();
    expect(events.map((event) => event.action).sort()).toEqual(["consent.record", "enrollment.create", "learner.register", "pin.issue"]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${pin}|Siti|argon2`));
  });

  it("registers once however often the form is sent, and shows the PIN once", async () => {
    const formId = newId();
    const { pin } = cardOf(await register({ formId, name: "Siti" }));
    const again = await register({ formId, name: "Siti" });
    expect(again).toMatchObject({ status: 200, data: { kind: "already", number: 1, name: "Siti" } });
    expect(JSON.stringify(again)).not.toContain(pin);
    expect(await learnersHere()).toHaveLength(1);
  });

  it("registers once when the button is pressed twice at once", async () => {
    const formId = newId();
    const answers = await Promise.all([register({ formId, name: "Siti" }), register({ formId, name: "Siti" })]);
    expect(answers.map(({ data }) => data.kind).sort()).toEqual(["already", "registered"]);
    expect(await learnersHere()).toHaveLength(1);
  });

  it("gives distinct consecutive numbers to registrations at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => register({ name: `Peserta ${"abcdefgh"[index]}` })));
    expect(answers.map((answer) => cardOf(answer).number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe("a name that is already here", () => {
  it("is asked about once, with all that was typed, and then registered", async () => {
    await makeLearner(classroom.cohort, 1, "Siti Aminah");
    const typed = { formId: newId(), name: "siti aminah", birthYear: "1970", gender: "female" };
    const asked = await register(typed);
    expect(asked).toMatchObject({
      status: 409,
      data: { kind: "form", formId: typed.formId, typed: { name: "siti aminah", birthYear: "1970", gender: "female" }, namesakes: [{ number: 1, birthYear: 1968 }] },
    });
    expect(await learnersHere()).toHaveLength(1);
    expect(cardOf(await register({ ...typed, confirmedName: "siti aminah" })).number).toBe(2);
  });

  it("is asked about again when the name was changed to another one that is here", async () => {
    await makeLearner(classroom.cohort, 1, "Siti");
    await makeLearner(classroom.cohort, 2, "Budi");
    expect(await register({ name: "Budi", confirmedName: "Siti" })).toMatchObject({ status: 409, data: { namesakes: [{ name: "Budi" }] } });
  });

  it("does not matter at another centre of the village", async () => {
    await makeLearner(await makeCenter(plosorejo), 1, "Siti");
    expect((await register({ name: "Siti" })).status).toBe(201);
  });
});

describe("consent", () => {
  it("is needed, and recorded with the registration", async () => {
    const typed = { formId: newId(), name: "Siti", wali: "Bu Tini" };
    expect(await register({ ...typed, setuju: "photo" })).toMatchObject({ status: 400, data: { kind: "form", typed: { name: "Siti" }, typedConsent: { purposes: ["photo"], guardianName: "Bu Tini" }, consentFaults: ["learning"] } });
    expect(await learnersHere()).toEqual([]);
    expect((await register(typed)).status).toBe(201);
    const consents = await db.selectFrom("learner_consent").where("learner_id", "=", typed.formId).select(["purpose", "given", "guardian_name", "witness_id"]).orderBy("purpose").execute();
    expect(consents.map(({ purpose, given }) => [purpose, given])).toEqual([["certificate", false], ["learning", true], ["photo", false], ["statistics", false]]);
    expect(consents[0]).toMatchObject({ guardian_name: "Bu Tini", witness_id: classroom.dewi.staffId });
  });

  it("of who is seventeen needs the name of a parent or guardian", async () => {
    const young = { name: "Rina", birthYear: String(new Date().getFullYear() - 17) };
    expect(await register(young)).toMatchObject({ status: 400, data: { faults: [], consentFaults: ["guardian"] } });
    expect((await register({ ...young, wali: "Pak Darto" })).status).toBe(201);
  });

  it("of who turns eighteen this year needs that name too, unless they have turned eighteen already", async () => {
    const birthYear = String(new Date().getFullYear() - 18);
    expect(await register({ name: "Rina", birthYear })).toMatchObject({ status: 400, data: { faults: [], consentFaults: ["guardianOrAge"] } });
    expect((await register({ name: "Rina", birthYear, wali: "Pak Darto" })).status).toBe(201);
    expect((await register({ name: "Joko", birthYear, dewasa: "ya" })).status).toBe(201);
  });

  it("of a guardian does not let in who is younger than the programme takes, and does not promise it", async () => {
    const answer = await register({ name: "Rina", birthYear: String(new Date().getFullYear() - 16), wali: "Pak Darto" });
    expect(answer).toMatchObject({ status: 400, data: { faults: ["tooYoung"], consentFaults: [] } });
    expect(mentor.faultTooYoung).not.toMatch(/Sampai ada izin|Minta izin/);
  });
});

describe("registering one after another", () => {
  it("answers with number and PIN and an empty form of its own", async () => {
    const formId = newId();
    const answer = await register({ formId, name: "Siti", lagi: "ya" });
    if (answer.data.kind !== "registered") throw new Error("not registered");
    expect(answer.data.card.pin).toMatch(/^\d{6}$/);
    expect(answer.data.next?.formId).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.data.next?.formId).not.toBe(formId);
  });
});

describe("a form that cannot be taken", () => {
  it.each([
    [{ name: "" }, ["name"]],
    [{ name: "Siti", birthYear: "68" }, ["birthYear"]],
    [{ name: "Siti", birthYear: String(new Date().getFullYear() - 12) }, ["tooYoung"]],
    [{ name: "Siti", gender: "lain" }, ["gender"]],
  ])("%o comes back as it was typed", async (fields, faults) => {
    const formId = newId();
    const answer = await register({ formId, ...fields });
    expect(answer).toMatchObject({ status: 400, data: { kind: "form", formId, typed: fields, faults } });
    expect(await learnersHere()).toEqual([]);
  });

  it("without its id is a 404, and so is one with another learner's id", async () => {
    expect(await register({ formId: "x", name: "Siti" })).toMatchObject({ status: 404 });
    const elsewhere = await makeLearner(await makeCenter(plosorejo), 1, "Budi");
    expect(await register({ formId: elsewhere.learnerId, name: "Siti" })).toMatchObject({ status: 404 });
    const unenrolled = await makeLearner(classroom.cohort, 5, "Tono");
    expect(await register({ formId: unenrolled.learnerId, name: "Siti" })).toMatchObject({ status: 404 });
  });

  it("may carry the id of a learner in another village: ids are counted by village", async () => {
    const far = await makeLearner(await makeCenter(senaken), 1, "Budi");
    expect((await register({ formId: far.learnerId, name: "Siti" })).status).toBe(201);
  });
});

describe("who may register", () => {
  it("is the cohort's mentor alone", async () => {
    const rudi = await staffCookie(classroom.rudi.staffId);
    const siti = await makeLearner(classroom.cohort, 1, "Siti");
    await enroll(classroom.cohort, siti.learnerId);
    for (const cookie of [rudi, await learnerCookie(siti)]) {
      expect(await open({ cookie })).toMatchObject({ status: 404 });
      expect(await register({ name: "Budi" }, { cookie })).toMatchObject({ status: 404 });
    }
    expect((await open({ cookie: "" })).location).toContain("/masuk?lanjut=");
    expect((await register({ name: "Budi" }, { cookie: "" })).location).toContain("/masuk");
    expect(await learnersHere()).toHaveLength(1);
    expect((await open()).data.formId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
