import "../../support/database.ts";
import { describe, expect, it } from "vitest";
import { deviceCookieName, pairDevice, unpairDevice } from "#app/accounts/paired-device.server.ts";
import { action as finishLesson } from "#app/routes/learn/lesson.ts";
import { action as sendQuiz } from "#app/routes/learn/quiz.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { atCenter, cast, gatherClass, params, path, place, sari, sheetOf } from "../../learning/quiz-class.ts";
import { answerOf, context } from "../../support/answer.ts";
import { form, makeCohort, requestAs } from "../../support/cast.ts";

gatherClass();

const now = new Date();
const kept = () => db.selectFrom("center_work").where("enrollment_id", "=", sari.enrollmentId).select(["center_id", "done_at"]).execute();

async function pair(center: { villageCode: string; centerId: string }) {
  const paired = await pairDevice(db, { center, formId: newId(), name: "PC 1", staffId: cast.dewi.staffId, now });
  return { cookie: `${deviceCookieName}=${paired?.cookie ?? ""}`, deviceId: paired?.deviceId ?? "" };
}

async function doneWith(cookie: string) {
  const lesson = place.module.lessons[0]!;
  const request = await requestAs(sari, `/belajar/${place.course.slug}/${lesson.slug}`, { method: "POST", headers: { cookie } });
  expect(await answerOf(finishLesson({ request, params: { course: place.course.slug, lesson: lesson.slug }, context }))).toMatchObject({ status: 302 });
}

async function handedInWith(cookie: string, formId = newId()) {
  const { hidden, answers } = await sheetOf(formId);
  const request = await requestAs(sari, path(), { ...form([...hidden, ...answers]), headers: { cookie: `${atCenter().cookie}; ${cookie}` } });
  expect(await answerOf(sendQuiz({ request, params: params(), context: { ...context, clientAddress: newId() } }))).toMatchObject({ status: 303 });
}

describe("a centre's device", () => {
  it("is noted with a lesson and a quiz that are done on it, once each", async () => {
    const { cookie } = await pair(sari);
    const formId = newId();
    for (const _time of [1, 2]) {
      await doneWith(cookie);
      await handedInWith(cookie, formId);
    }
    expect((await kept()).map(({ center_id }) => center_id)).toEqual([sari.centerId, sari.centerId]);
  });

  it("is not when it is somebody's own phone, or its pairing has ended", async () => {
    const { cookie, deviceId } = await pair(sari);
    await unpairDevice(db, { ...sari, deviceId }, cast.dewi.staffId, now);
    await doneWith(cookie);
    await handedInWith("alat=0191f0c4-0000-4000-8000-000000000001");
    expect(await kept()).toEqual([]);
  });

  it("of another village takes nothing from what is done on it, and is not noted", async () => {
    const away = await makeCohort(db, { villageCode: "35.05.04.2002", programId: cast.programId, curriculumVersionId: cast.cohort.curriculumVersionId, mentor: cast.dewi });
    const { cookie } = await pair(away);
    await doneWith(cookie);
    await handedInWith(cookie);
    expect(await kept()).toEqual([]);
  });
});
