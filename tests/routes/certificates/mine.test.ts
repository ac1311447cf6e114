import "../../support/database.ts";
import { beforeAll, expect, test } from "vitest";
import { loader } from "#app/routes/certificates/mine.tsx";
import { db } from "#db/client.ts";
import { completeLesson, doAllButLastQuiz, enroll, makeStudy, served, type Study, takeQuiz } from "../../certificates/enrolled.ts";
import { answerOf, get, learnerCookie, makeStaff, staffCookie } from "../../mentoring/classroom.ts";
import { issueTo, revoke } from "./issued.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
const now = new Date("2026-11-21T03:00:00Z");
let study: Study;

beforeAll(async () => {
  study = await makeStudy();
});

const mine = async (learner: { villageCode: string; learnerId: string }) =>
  answerOf(loader({ request: get("/sertifikat/saya", await learnerCookie(learner)), params: {}, context }));

test("a learner sees their own certificates only, with where to check them", async () => {
  const siti = await issueTo(study);
  await issueTo(study, "Budi");
  const { data } = await mine(siti);
  expect(data.remaining).toEqual([]);
  expect(data.certificates).toEqual([
    {
      path: `/sertifikat/${siti.printedCode}`,
      url: `http://melek.test/sertifikat/${siti.printedCode}`,
      curriculum: "Tahun 1: Mengenal Internet",
      number: siti.number,
      finishedOn: "21 November 2026",
      revokedOn: null,
    },
  ]);
});

test("before that they see what is still to do, without what was withdrawn", async () => {
  const enrolled = await enroll(study);
  const { lessonIds, moduleIds } = served(study.structure);
  await completeLesson(enrolled, lessonIds[0] ?? "", now);
  await takeQuiz(enrolled, moduleIds[0] ?? "", 12, now);
  const { data } = await mine(enrolled);
  expect(data.certificates).toEqual([]);
  const [module] = study.structure.courses[0]?.modules ?? [];
  const stillOpen = (module?.lessons ?? []).filter(({ id }) => id !== "Z9.9").length - 1;
  expect(data.remaining[0]).toMatchObject({ title: study.structure.title });
  expect(data.remaining[0]?.modules[0]).toEqual({ title: module?.title, lessons: stillOpen, quiz: false });
});

test("who has done everything without a certificate gets it here", async () => {
  const enrolled = await enroll(study);
  await takeQuiz(enrolled, await doAllButLastQuiz(enrolled, study.structure, now), 12, now);
  const { data } = await mine(enrolled);
  expect(data.remaining).toEqual([]);
  expect(data.certificates).toHaveLength(1);
  expect((await mine(enrolled)).data.certificates).toEqual(data.certificates);
});

test("a revoked certificate says so", async () => {
  const budi = await issueTo(study, "Budi");
  await revoke(budi);
  expect((await mine(budi)).data.certificates).toMatchObject([{ revokedOn: "1 Desember 2026" }]);
});

test("a learner in no cohort has neither", async () => {
  const enrolled = await enroll(study);
  await db.deleteFrom("enrollment").where("id", "=", enrolled.enrollmentId).execute();
  expect((await mine(enrolled)).data).toMatchObject({ certificates: [], remaining: [] });
});

test("nobody is sent to sign in, and staff away", async () => {
  expect(await answerOf(loader({ request: get("/sertifikat/saya"), params: {}, context }))).toMatchObject({ status: 302 });
  const cookie = await staffCookie((await makeStaff("Dewi")).staffId);
  expect(await answerOf(loader({ request: get("/sertifikat/saya", cookie), params: {}, context }))).toMatchObject({ status: 404 });
});
