import "../../support/database.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isSecret } from "#app/accounts/secret-hash.server.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { lockAccount, takeTry } from "#app/accounts/sign-in-throttle.server.ts";
import { action as check, loader } from "#app/routes/mentor/login-cards.tsx";
import { action as make, loader as makeLater } from "#app/routes/mentor/login-cards-pdf.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { agreeToLearning } from "../../mentoring/consents.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeLearner, pin, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
let wati: Learner;
let budi: Learner;
let lastNumber = 10;
beforeAll(async () => {
  cast = await castOf(db);
});
// Wati has no PIN yet, Budi has one; both are new for each test.
beforeEach(async () => {
  await db.deleteFrom("enrollment").where("cohort_id", "=", cast.cohort.cohortId).execute();
  wati = await makeLearner(db, cast.cohort, { number: (lastNumber += 1), name: "Wati", by: cast.dewi });
  budi = await makeLearner(db, cast.cohort, { number: (lastNumber += 1), name: "Budi", by: cast.dewi });
  await db.deleteFrom("learner_pin").where("learner_id", "=", wati.learnerId).execute();
  for (const learner of [wati, budi]) await agreeToLearning(learner, { by: cast.dewi, at: new Date(Date.now() - 60_000) });
});

interface Asked {
  who?: Staff | Learner | null;
  cohort?: string;
}

async function open(query = "", { who = cast.dewi, cohort = cast.cohort.cohortId }: Asked = {}) {
  const request = await requestAs(who, `/mentor/rombel/${cohort}/kartu${query}`);
  return answerOf(loader({ request, params: { cohort }, context }));
}

const fieldsFor = (learners: { learnerId: string }[], pins: string, openedAt: string): [string, string][] => [
  ...learners.map(({ learnerId }): [string, string] => ["peserta", learnerId]),
  ["pin", pins],
  ["dibuka", openedAt],
];

async function send(action: typeof check | typeof make, fields: [string, string][], { who = cast.dewi, cohort = cast.cohort.cohortId }: Asked = {}) {
  const request = await requestAs(who, `/mentor/rombel/${cohort}/kartu`, form(fields));
  return answerOf<Awaited<ReturnType<typeof check>> | Response>((action as (args: object) => Promise<Response>)({ request, params: { cohort }, context }));
}

/** Opens the page, chooses, and has the PDF made. */
async function makeCards(learners: Learner[], pins: string, openedAt?: string) {
  return send(make, fieldsFor(learners, pins, openedAt ?? (await open()).data.openedAt));
}

async function hashOf({ learnerId }: Learner): Promise<string | undefined> {
  return (await db.selectFrom("learner_pin").where("learner_id", "=", learnerId).select("hash").executeTakeFirst())?.hash;
}

async function auditOf({ learnerId }: Learner): Promise<string[]> {
  const events = await db.selectFrom("audit_event").where("subject_id", "=", learnerId).select(["action", "details"]).orderBy("id").execute();
  return events.map(({ action, details }) => `${action} ${JSON.stringify(details)}`);
}

describe("the page", () => {
  it("lists the cohort's learners by number, all chosen", async () => {
    const { data } = await open();
    expect(data.learners.map(({ name, pinIssuedAt }) => [name, pinIssuedAt !== null])).toEqual([["Wati", false], ["Budi", true]]);
    expect(data.chosenIds).toEqual([wati.learnerId, budi.learnerId]);
  });

  it("chooses those without a PIN, or those of an import, when asked to", async () => {
    expect((await open("?pilih=tanpa-pin")).data.chosenIds).toEqual([wati.learnerId]);
    const importId = newId();
    const { villageCode, cohortId } = cast.cohort;
    await db.insertInto("learner_import").values({ village_code: villageCode, id: importId, cohort_id: cohortId, file_name: "a.csv", lines: "[]", unread_columns: [], uploaded_at: new Date(), uploaded_by: cast.dewi.staffId }).execute();
    await db.insertInto("learner_import_change").values({ village_code: villageCode, import_id: importId, learner_id: budi.learnerId, kind: "added", after: "{}" }).execute();
    expect((await open(`?impor=${importId}`)).data).toMatchObject({ chosenIds: [budi.learnerId], imported: { id: importId, count: 1 } });
    expect((await open(`?impor=${newId()}`)).data).toMatchObject({ chosenIds: [], imported: null });
    expect((await open("?impor=x")).data).toMatchObject({ chosenIds: [], imported: null });
  });

  it("tells what would be done before it is done", async () => {
    const answer = await send(check, fieldsFor([wati, budi], "all", (await open()).data.openedAt));
    const names = Object.entries(answer.data.plan ?? {}).map(([fate, learners]: [string, { name: string }[]]) => [fate, learners.map(({ name }) => name)]);
    expect([answer.status, Object.fromEntries(names)]).toEqual([200, { issued: ["Wati"], replaced: ["Budi"], without: [], stale: [], refused: [], unasked: [] }]);
    expect(await hashOf(wati)).toBeUndefined();
  });

  it("asks again when nobody is chosen or no choice about PINs is made, and keeps the rest", async () => {
    expect(await send(check, [["pin", "all"]])).toMatchObject({ status: 400, data: { faults: ["nobody"], form: { pins: "all" } } });
    expect(await send(check, [["peserta", wati.learnerId]])).toMatchObject({ status: 400, data: { faults: ["pins"], form: { learnerIds: [wati.learnerId] } } });
  });
});

describe("cards with new PINs", () => {
  it("are a PDF that nothing keeps, for those who had no PIN", async () => {
    const budis = await hashOf(budi);
    const answer = await makeCards([wati, budi], "missing");
    expect(answer.status).toBe(200);
    expect(answer.response?.headers.get("content-type")).toBe("application/pdf");
    expect(answer.response?.headers.get("content-disposition")).toBe('attachment; filename="kartu-masuk.pdf"');
    expect(answer.response?.headers.get("cache-control")).toBe("no-store");
    expect((await answer.response?.text())?.slice(0, 5)).toBe("%PDF-");
    expect(await hashOf(wati)).toMatch(/^\$argon2id\$/);
    expect(await hashOf(budi)).toBe(budis);
    expect(await auditOf(wati)).toEqual(["pin.issue {}"]);
    expect(await auditOf(budi)).toEqual([]);
  });

  it("replace the PINs of others only when all were asked for: they are signed out, and may try again", async () => {
    const signedIn = await requestAs(budi, "/belajar");
    const account = { villageCode: budi.villageCode, centerId: budi.centerId, number: budi.number };
    await lockAccount(account);
    await makeCards([budi], "all");
    expect(await isSecret(pin, await hashOf(budi))).toBe(false);
    expect(await findViewer(signedIn)).toBeNull();
    expect(await auditOf(budi)).toEqual(["pin.reset {}"]);
    expect(await takeTry(account, { deviceId: newId(), address: newId() })).toMatchObject({ kind: "allowed" });
  });

  it("are made once: a second send of the form is told so and changes nothing", async () => {
    const { openedAt } = (await open()).data;
    for (const pins of ["missing", "all"]) {
      const first = await makeCards([wati, budi], pins, openedAt);
      const before = [await hashOf(wati), await hashOf(budi)];
      const second = await makeCards([wati, budi], pins, openedAt);
      expect([pins, second.status, second.location]).toEqual([pins, 303, `/mentor/rombel/${cast.cohort.cohortId}/kartu?sudah`]);
      expect([await hashOf(wati), await hashOf(budi)]).toEqual(before);
      if (pins === "missing") expect(first.status).toBe(200);
    }
    expect((await open("?sudah")).data.isDoneBefore).toBe(true);
  });

  it("are made by one of two sends at once", async () => {
    const { openedAt } = (await open()).data;
    const answers = await Promise.all([makeCards([wati, budi], "all", openedAt), makeCards([wati, budi], "all", openedAt)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 303]);
    expect(await auditOf(wati)).toEqual(["pin.issue {}"]);
    expect(await auditOf(budi)).toEqual(["pin.reset {}"]);
  });
});

describe("cards without PINs", () => {
  it("change nothing, and can be made as often as wanted", async () => {
    const { openedAt } = (await open()).data;
    const before = await hashOf(budi);
    for (let times = 0; times < 2; times += 1) {
      expect((await makeCards([wati, budi], "none", openedAt)).status).toBe(200);
      expect((await makeCards([budi], "missing", openedAt)).status).toBe(200);
    }
    expect([await hashOf(wati), await hashOf(budi)]).toEqual([undefined, before]);
  });
});

describe("whose consent to learning is not recorded", () => {
  beforeEach(() => db.deleteFrom("learner_consent").where("learner_id", "=", wati.learnerId).execute());

  it("is not chosen beforehand, and gets neither card nor PIN among others", async () => {
    const { data } = await open();
    expect(data.chosenIds).toEqual([budi.learnerId]);
    expect(await send(check, fieldsFor([wati, budi], "missing", data.openedAt))).toMatchObject({ status: 200, data: { plan: { issued: [], unasked: [{ name: "Wati" }], without: [{ name: "Budi" }] } } });
    expect((await makeCards([wati, budi], "missing")).status).toBe(200);
    expect(await hashOf(wati)).toBeUndefined();
  });

  it("alone is refused with a sentence", async () => {
    expect(await send(check, fieldsFor([wati], "missing", (await open()).data.openedAt))).toMatchObject({ status: 400, data: { faults: ["unasked"], plan: null } });
    expect(await makeCards([wati], "missing")).toMatchObject({ status: 303 });
    expect(await hashOf(wati)).toBeUndefined();
  });
});

describe("who took back their consent to learning", () => {
  beforeEach(async () => {
    const { villageCode, learnerId } = wati;
    const answer = { text_version: 1, purpose: "learning" as const, given: false, channel: "read-aloud" as const, recorded_at: new Date(), witness_id: cast.dewi.staffId };
    await db.insertInto("learner_consent").values({ village_code: villageCode, id: newId(), learner_id: learnerId, ...answer }).execute();
  });

  it("is not chosen beforehand, and gets neither card nor PIN among others", async () => {
    const { data } = await open();
    expect(data.chosenIds).toEqual([budi.learnerId]);
    const review = await send(check, fieldsFor([wati, budi], "missing", data.openedAt));
    expect(review).toMatchObject({ status: 200, data: { plan: { issued: [], refused: [{ name: "Wati" }], without: [{ name: "Budi" }] } } });
    expect((await makeCards([wati, budi], "missing")).status).toBe(200);
    expect(await hashOf(wati)).toBeUndefined();
  });

  it("alone is refused with a sentence", async () => {
    expect(await send(check, fieldsFor([wati], "missing", (await open()).data.openedAt))).toMatchObject({ status: 400, data: { faults: ["refused"], plan: null } });
    expect(await makeCards([wati], "missing")).toMatchObject({ status: 303, location: `/mentor/rombel/${cast.cohort.cohortId}/kartu` });
    expect(await hashOf(wati)).toBeUndefined();
  });
});

describe("whose cards", () => {
  it("are made by the cohort's mentor alone", async () => {
    const fields = fieldsFor([wati], "missing", new Date(0).toISOString());
    for (const who of [cast.rudi, cast.ratna, budi]) {
      expect((await open("", { who })).status).toBe(404);
      expect((await send(check, fields, { who })).status).toBe(404);
      expect((await send(make, fields, { who })).status).toBe(404);
    }
    for (const action of [check, make]) expect((await send(action, fields, { who: null })).location).toContain("/masuk");
    expect((await open("", { cohort: newId() })).status).toBe(404);
    expect(await hashOf(wati)).toBeUndefined();
  });

  it("are of this cohort alone: a learner of another, or of none, is not there", async () => {
    for (const learnerId of [cast.tono.learnerId, newId(), "x"]) {
      for (const action of [check, make]) expect((await send(action, fieldsFor([wati, { learnerId }], "missing", "")).then(({ status }) => status))).toBe(404);
    }
    expect(await hashOf(wati)).toBeUndefined();
  });

  it("leads back to the form when the address is opened, or sent without one", async () => {
    const back = `/mentor/rombel/${cast.cohort.cohortId}/kartu`;
    const request = await requestAs(cast.dewi, `${back}/pdf`);
    expect((await answerOf(makeLater({ request, params: { cohort: cast.cohort.cohortId }, context }))).location).toBe(back);
    expect(await send(make, [])).toMatchObject({ status: 303, location: back });
  });
});
