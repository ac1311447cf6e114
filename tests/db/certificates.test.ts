import "../support/database.ts";
import { beforeAll, expect, test } from "vitest";
import { findStudyRecord, insertEnrollmentCompletion, takeCertificateSerial } from "#db/certificates.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { completeLesson, type Enrolled, enroll, makeStudy, type Study, takeQuiz } from "../certificates/enrolled.ts";

const day = (date: number) => new Date(Date.UTC(2026, 2, date, 3));
let study: Study;
let siti: Enrolled;

beforeAll(async () => {
  study = await makeStudy();
  siti = await enroll(study);
});

test("a study record holds what was done, the best results and both ends", async () => {
  const practice = { id: newId(), enrollment_id: siti.enrollmentId, lesson_id: "A1.1", simulator: "LayarKunci", steps: "[]", finished: true };
  await db.insertInto("practice_attempt").values({ village_code: siti.villageCode, ...practice, submitted_at: day(3) }).execute();
  await completeLesson(siti, "A1.1", day(4));
  await takeQuiz(siti, "A1", 8, day(5));
  await takeQuiz(siti, "A1", 10, day(6));
  await takeQuiz(siti, "A1", 11, day(9));
  await takeQuiz(siti, "A2", 3, day(10));
  expect(await findStudyRecord(db, siti.villageCode, siti.enrollmentId)).toEqual({
    lessonIds: ["A1.1"],
    passedModuleIds: ["A1"],
    skippedModuleIds: [],
    bestPercents: new Map([
      ["A1", 92],
      ["A2", 25],
    ]),
    firstActivityAt: day(3),
    lastStepAt: day(6),
  });
});

test("a study record of nothing is empty", async () => {
  const { enrollmentId, villageCode } = await enroll(study);
  expect(await findStudyRecord(db, villageCode, enrollmentId)).toEqual({
    lessonIds: [],
    passedModuleIds: [],
    skippedModuleIds: [],
    bestPercents: new Map(),
    firstActivityAt: null,
    lastStepAt: null,
  });
});

test("an enrollment is completed once", async () => {
  await insertEnrollmentCompletion(db, siti.villageCode, siti.enrollmentId, day(10));
  await insertEnrollmentCompletion(db, siti.villageCode, siti.enrollmentId, day(11));
  const rows = await db.selectFrom("enrollment_completion").where("enrollment_id", "=", siti.enrollmentId).select("completed_at as at").execute();
  expect(rows).toEqual([{ at: day(10) }]);
});

test("a number taken in a transaction that is rolled back is taken again", async () => {
  const take = (year: number) => db.transaction().execute((trx) => takeCertificateSerial(trx, study.programId, year));
  expect(await take(2026)).toBe(1);
  const failing = db.transaction().execute(async (trx) => {
    await takeCertificateSerial(trx, study.programId, 2026);
    throw new Error("rolled back");
  });
  await expect(failing).rejects.toThrow("rolled back");
  expect(await take(2026)).toBe(2);
  expect(await take(2027)).toBe(1);
});
