import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { consentTextVersion1 } from "#db/migrations/004-consent-text.ts";
import { action, loader } from "#app/routes/mentor/consent.tsx";
import { action as resetPin } from "#app/routes/mentor/reset-pin.tsx";
import { action as classBoard } from "#app/routes/mentor/class.tsx";
import { loader as learnerPage } from "#app/routes/mentor/learner.tsx";
import { loader as board } from "#app/routes/mentor/board.tsx";
import { db } from "#db/client.ts";
import { listConsents, mayShowName } from "#db/consents.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, requestAs, type Learner, type Staff } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

function at() {
  const { cohortId: cohort } = cast.cohort;
  const { learnerId: learner } = cast.sari;
  return { path: `/mentor/rombel/${cohort}/peserta/${learner}/persetujuan`, params: { cohort, learner } };
}

async function open(person: Learner | Staff | null = cast.dewi) {
  return answerOf(loader({ request: await requestAs(person, at().path), params: at().params, context }));
}

async function send(fields: [string, string][], { person, formId = newId() }: { person?: Learner | Staff; formId?: string } = {}) {
  const body = new URLSearchParams([["formId", formId], ...fields]);
  return answerOf(action({ request: await requestAs(person ?? cast.dewi, at().path, { method: "POST", body }), params: at().params, context }));
}

const agree: [string, string][] = [["setuju", "learning"], ["cara", "read-aloud"]];

async function recorded() {
  const consents = await listConsents(db, cast.sari);
  return Object.fromEntries(consents.map(({ purpose, given }) => [purpose, given]));
}

describe("consent", () => {
  it("is asked with a text of this program, and nothing is ticked", async () => {
    const { data } = await open();
    expect(data.asked).toEqual(["learning", "certificate", "photo", "statistics"]);
    expect(data.text).toMatchObject({ version: 1, parts: { 0: { question: "Siapa kami?" } } });
    expect(JSON.stringify(data.text)).toContain("Literasi Digital Blitar, milik Dinas Kominfo Kabupaten Blitar");
    expect(JSON.stringify(data.text)).not.toContain("{{");
  });

  it("is recorded with time, channel, witness and version, each purpose apart; what is not ticked is a no", async () => {
    expect(await send([...agree, ["setuju", "photo"]])).toMatchObject({ status: 303 });
    expect(await recorded()).toEqual({ learning: true, certificate: false, photo: true, statistics: false });
    const [first] = (await open()).data.consents;
    expect(first).toMatchObject({ channel: "read-aloud", textVersion: 1, witness: "Dewi", guardianName: null });
    expect(first?.recordedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    const event = await db.selectFrom("audit_event").where("subject_id", "=", cast.sari.learnerId).select(["action", "details"]).executeTakeFirst();
    expect(event).toMatchObject({ action: "consent.record", details: { version: 1, channel: "read-aloud", given: "learning,photo" } });
  });

  it("is recorded once however often the form is sent", async () => {
    const formId = newId();
    await Promise.all([send(agree, { formId }), send(agree, { formId })]);
    expect(await db.selectFrom("learner_consent").where("learner_id", "=", cast.sari.learnerId).select("id").execute()).toHaveLength(4);
  });

  it("needs the first tick, and for a child the name of who agrees for them; all that was typed is kept", async () => {
    expect(await send([["setuju", "photo"], ["cara", "paper"], ["wali", "Bu Tini"]])).toMatchObject({ status: 400, data: { faults: ["learning"], typed: { purposes: ["photo"], channel: "paper", guardianName: "Bu Tini" } } });
    expect(await send([["setuju", "learning"], ["cara", "x"]])).toMatchObject({ status: 400, data: { faults: ["channel"] } });
    await db.updateTable("learner").set({ birth_year: new Date().getFullYear() - 17 }).where("id", "=", cast.sari.learnerId).execute();
    expect(await send(agree)).toMatchObject({ status: 400, data: { faults: ["guardian"] } });
    expect(await send([...agree, ["wali", "Bu Tini"]])).toMatchObject({ status: 303 });
    expect((await open()).data.consents[0]).toMatchObject({ guardianName: "Bu Tini" });
  });

  it("can be given later for what was refused, without asking the rest again", async () => {
    await send(agree);
    expect((await open()).data.asked).toEqual(["certificate", "photo", "statistics"]);
    expect(await send([["cara", "paper"]])).toMatchObject({ status: 400, data: { faults: ["nothing"] } });
    await send([["setuju", "certificate"], ["cara", "paper"]]);
    expect(await recorded()).toEqual({ learning: true, certificate: true, photo: false, statistics: false });
    expect(await db.selectFrom("learner_consent").where("learner_id", "=", cast.sari.learnerId).select("id").execute()).toHaveLength(5);
  });

  it("is taken back by another row; the earlier ones stay as proof", async () => {
    await send([...agree, ["setuju", "photo"]]);
    expect(await send([["cabut", "photo"]])).toMatchObject({ status: 303 });
    await send([["cabut", "photo"]]);
    expect(await recorded()).toMatchObject({ learning: true, photo: false });
    expect((await open()).data.consents.find(({ purpose }) => purpose === "photo")).toMatchObject({ isWithdrawn: true });
    expect(await db.selectFrom("learner_consent").where("learner_id", "=", cast.sari.learnerId).select("id").execute()).toHaveLength(5);
    expect(await send([["cabut", "lain"]])).toMatchObject({ status: 404 });
  });

  it("to learning, taken back, ends the learner's sessions and PIN; the board says whose is missing", async () => {
    const request = async () => requestAs(cast.dewi, `/mentor/rombel/${cast.cohort.cohortId}`);
    const missing = async () => (await answerOf(board({ request: await request(), params: at().params, context }))).data.withoutConsent;
    expect(await missing()).toEqual([{ learnerId: cast.sari.learnerId, name: "Sari", birthYear: 1968, withdrawnAt: null }]);
    await send(agree);
    expect(await missing()).toEqual([]);
    await requestAs(cast.sari, "/belajar");
    await send([["cabut", "learning"]]);
    for (const table of ["learner_pin", "learner_session"] as const) {
      expect(await db.selectFrom(table).where("learner_id", "=", cast.sari.learnerId).select("learner_id").execute()).toEqual([]);
    }
    expect((await missing()).map(({ name, withdrawnAt }) => [name, withdrawnAt instanceof Date])).toEqual([["Sari", true]]);
  });

  it("to learning, taken back, leaves no way to a new PIN until it is given again", async () => {
    const reset = async () => (await answerOf(resetPin({ request: await requestAs(cast.dewi, "/", { method: "POST", body: new URLSearchParams({ replaced: "" }) }), params: at().params, context }))).data;
    await send(agree);
    await send([["cabut", "learning"]]);
    expect(await reset()).toEqual({ kind: "withdrawn" });
    expect(await db.selectFrom("learner_pin").where("learner_id", "=", cast.sari.learnerId).select("learner_id").execute()).toEqual([]);
    await send(agree);
    expect(await reset()).toMatchObject({ kind: "reset" });
  });

  it("to learning, taken back, lets no practical task be ticked either, and the learner's page says so", async () => {
    const lesson = cast.curriculum.courses[0]!.modules[0]!.lessons[0]!.id;
    const tick = async () => {
      const body = new URLSearchParams({ peserta: cast.sari.learnerId, pelajaran: lesson, tugas: "disaksikan" });
      return answerOf(classBoard({ request: await requestAs(cast.dewi, "/", { method: "POST", body }), params: at().params, context }));
    };
    await send(agree);
    await send([["cabut", "learning"]]);
    expect((await tick()).location).toBe(at().path.replace("/persetujuan", ""));
    expect(await db.selectFrom("practical_tick").where("enrollment_id", "=", cast.sari.enrollmentId).select("id").execute()).toEqual([]);
    const { data } = await answerOf(learnerPage({ request: await requestAs(cast.dewi, "/"), params: at().params, context }));
    expect(data.withdrawnAt).toBeInstanceOf(Date);
    await send(agree);
    await tick();
    expect(await db.selectFrom("practical_tick").where("enrollment_id", "=", cast.sari.enrollmentId).select("id").execute()).toHaveLength(1);
  });

  it("is for the cohort's mentor alone to see and record", async () => {
    for (const person of [cast.rudi, cast.ratna, cast.sari]) {
      expect(await open(person)).toMatchObject({ status: 404 });
      expect(await send(agree, { person })).toMatchObject({ status: 404 });
    }
    expect((await open(null)).location).toContain("/masuk");
    expect(await recorded()).toEqual({});
  });
});

describe("a name on the page that checks certificates", () => {
  const [before, after] = [new Date("2020-01-01"), new Date("2100-01-01")];

  it("is shown where its owner agreed, and on what was issued before anybody was asked", async () => {
    expect(await mayShowName(db, cast.sari, before)).toBe(true);
    expect(await mayShowName(db, cast.sari, after)).toBe(false);
    await send([...agree, ["setuju", "certificate"]]);
    expect(await mayShowName(db, cast.sari, after)).toBe(true);
  });

  it("is not shown once its owner says no", async () => {
    await send([...agree, ["setuju", "certificate"]]);
    await send([["cabut", "certificate"]]);
    expect([await mayShowName(db, cast.sari, before), await mayShowName(db, cast.sari, after)]).toEqual([false, false]);
  });
});

it("stands in the database as it was written, in short sentences", async () => {
  const { body } = await db.selectFrom("consent_text").where("version", "=", 1).select("body").executeTakeFirstOrThrow();
  expect(body).toBe(consentTextVersion1);
  const long = body.split(/[.?!:]\s+|\n+/).filter((sentence) => sentence.split(/\s+/).length > 14);
  expect(long).toEqual([]);
});
