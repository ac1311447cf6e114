import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { hashSecret, isSecret } from "#app/accounts/secret-hash.server.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { takeTry } from "#app/accounts/sign-in-throttle.server.ts";
import { action, loader } from "#app/routes/mentor/reset-pin.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertPin } from "#db/learners.ts";
import { agreeToLearning } from "../../mentoring/consents.ts";
import { answerOf, enroll, get, learnerCookie, makeClassroom, makeLearner, post, staffCookie } from "../../mentoring/classroom.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let siti: Awaited<ReturnType<typeof makeLearner>>;
let dewi: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  siti = await makeLearner(classroom.cohort, 12, "Siti");
  await enroll(classroom.cohort, siti.learnerId);
  await insertPin(db, { ...siti, hash: await hashSecret("482913"), issuedAt: new Date("2026-11-01T02:03:04.567Z"), issuedBy: classroom.dewi.staffId });
  await agreeToLearning(siti, { by: classroom.dewi });
  dewi = await staffCookie(classroom.dewi.staffId);
});

interface At {
  cookie?: string;
  cohort?: string;
  learner?: string;
}

function at({ cohort = classroom.cohort.cohortId, learner = siti.learnerId }: At) {
  return { path: `/mentor/rombel/${cohort}/peserta/${learner}/pin`, params: { cohort, learner } };
}

function open(options: At = {}) {
  const { path, params } = at(options);
  return answerOf(loader({ request: get(path, options.cookie ?? dewi), params, context }));
}

function reset(replaced: string, options: At = {}) {
  const { path, params } = at(options);
  return answerOf(action({ request: post(path, options.cookie ?? dewi, { replaced }), params, context }));
}

async function hashNow(): Promise<string | undefined> {
  return (await db.selectFrom("learner_pin").where("learner_id", "=", siti.learnerId).select("hash").executeTakeFirst())?.hash;
}

describe("resetting a PIN", () => {
  it("of who was not asked for their consent is refused, and leads to where it is recorded", async () => {
    await db.deleteFrom("learner_consent").where("learner_id", "=", siti.learnerId).execute();
    const before = await hashNow();
    expect((await open()).data).toMatchObject({ obstacle: "unasked" });
    expect((await reset("2026-11-01T02:03:04.567Z")).data).toEqual({ kind: "unasked" });
    expect(await hashNow()).toBe(before);
  });

  it("asks first, then shows the new PIN on a card", async () => {
    const { data } = await open();
    expect(data).toMatchObject({ learner: { name: "Siti", number: 12 }, replaced: "2026-11-01T02:03:04.567Z" });
    const answer = await reset(data.replaced);
    if (answer.data.kind !== "reset") throw new Error(answer.data.kind);
    expect(answer.data.card).toMatchObject({ name: "Siti", number: 12, village: "Plosorejo", site: "melek.test" });
    expect(await isSecret(answer.data.card.pin, await hashNow())).toBe(true);
  });

  it("ends the learner's sessions and opens their locked sign-in", async () => {
    const session = await learnerCookie(siti);
    const account = { villageCode: siti.villageCode, centerId: classroom.cohort.centerId, number: 12 };
    for (let tries = 0; tries < 6; tries += 1) await takeTry(account, { deviceId: `alat-${tries}`, address: "10.0.0.1" });
    await reset((await open()).data.replaced);
    expect(await findViewer(get("/belajar", session))).toBeNull();
    expect(await takeTry(account, { deviceId: "alat-baru", address: "10.0.0.1" })).toMatchObject({ kind: "allowed" });
  });

  it("changes the PIN once when the form is sent again, and does not show it again", async () => {
    const { replaced } = (await open()).data;
    await reset(replaced);
    const hash = await hashNow();
    expect((await reset(replaced)).data).toEqual({ kind: "stale" });
    expect(await hashNow()).toBe(hash);
    const events = await db.selectFrom("audit_event").where("subject_id", "=", siti.learnerId).select(["action", "details", "actor_id"]).execute();
    expect(events).toEqual([{ action: "pin.reset", details: {}, actor_id: classroom.dewi.staffId }]);
  });

  it.each(["", "kemarin", "2026-99-99T99:99:99.999Z"])("changes nothing for a form that says “%s”", async (replaced) => {
    const hash = await hashNow();
    expect((await reset(replaced)).data).toEqual({ kind: "stale" });
    expect(await hashNow()).toBe(hash);
  });

  it("gives a first PIN to who has none", async () => {
    await db.deleteFrom("learner_pin").where("learner_id", "=", siti.learnerId).execute();
    const { data } = await open();
    expect(data.replaced).toBe("");
    expect((await reset(data.replaced)).data.kind).toBe("reset");
  });

  it("does not exist for learners outside the cohort", async () => {
    const outsider = await makeLearner(classroom.cohort, 13, "Budi");
    const far = await makeLearner(classroom.otherCohort, 1, "Jauh");
    await enroll(classroom.otherCohort, far.learnerId);
    for (const learner of [outsider.learnerId, far.learnerId, newId(), "x"]) {
      expect(await open({ learner })).toMatchObject({ status: 404 });
      expect(await reset("", { learner })).toMatchObject({ status: 404 });
    }
  });

  it("is for the cohort's mentor alone", async () => {
    const hash = await hashNow();
    const { replaced } = (await open()).data;
    for (const cookie of [await staffCookie(classroom.rudi.staffId), await learnerCookie(siti)]) {
      expect(await open({ cookie })).toMatchObject({ status: 404 });
      expect(await reset(replaced, { cookie })).toMatchObject({ status: 404 });
    }
    expect((await reset(replaced, { cookie: "" })).location).toContain("/masuk");
    expect(await hashNow()).toBe(hash);
  });
});
