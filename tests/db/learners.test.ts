import "../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import {
  findLearnerOfCenter,
  findPinIssuedAt,
  insertLearner,
  insertPin,
  listNamesakes,
  lockCenter,
  nextLearnerNumber,
  replacePin,
  searchCenterLearners,
} from "#db/learners.ts";
import { newId } from "#db/ids.ts";
import { enroll, makeCenter, makeClassroom, makeLearner, plosorejo } from "../mentoring/classroom.ts";

let classroom: Awaited<ReturnType<typeof makeClassroom>>;
beforeEach(async () => {
  classroom = await makeClassroom();
});

describe("nextLearnerNumber", () => {
  it("begins at 1 in every centre and goes on after the highest", async () => {
    const next = (center: { villageCode: string; centerId: string }) => db.transaction().execute((trx) => nextLearnerNumber(trx, center));
    expect(await next(classroom.cohort)).toBe(1);
    await makeLearner(classroom.cohort, 7, "Siti");
    expect(await next(classroom.cohort)).toBe(8);
    expect(await next(await makeCenter(plosorejo))).toBe(1);
  });

  it("gives distinct consecutive numbers to registrations at the same moment", async () => {
    const center = classroom.cohort;
    const register = (_: unknown, index: number) =>
      db.transaction().execute(async (trx) => {
        await lockCenter(trx, center);
        const number = await nextLearnerNumber(trx, center);
        const who = { learnerId: newId(), name: `Orang ${index}`, birthYear: null, gender: null };
        await insertLearner(trx, { ...center, ...who, number, registeredAt: new Date(), registeredBy: classroom.dewi.staffId });
        return number;
      });
    const numbers = await Promise.all(Array.from({ length: 12 }, register));
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

it("refuses an id that the village knows", async () => {
  const siti = await makeLearner(classroom.cohort, 1, "Siti");
  const { villageCode, centerId } = await makeCenter(plosorejo);
  const again = { villageCode, centerId, learnerId: siti.learnerId, number: 1, name: "Lain", birthYear: null, gender: null };
  expect(await insertLearner(db, { ...again, registeredAt: new Date(), registeredBy: classroom.dewi.staffId })).toBe(false);
});

it("finds a learner at their own centre only", async () => {
  const siti = await makeLearner(classroom.cohort, 1, "Siti");
  expect(await findLearnerOfCenter(db, classroom.cohort, siti.learnerId)).toEqual({ learnerId: siti.learnerId, number: 1, name: "Siti" });
  expect(await findLearnerOfCenter(db, await makeCenter(plosorejo), siti.learnerId)).toBeUndefined();
  expect(await findLearnerOfCenter(db, classroom.otherCohort, siti.learnerId)).toBeUndefined();
});

it("knows namesakes whatever their capitals, at the same centre", async () => {
  const siti = await makeLearner(classroom.cohort, 1, "Siti Aminah");
  await makeLearner(classroom.cohort, 2, "Siti");
  await makeLearner(await makeCenter(plosorejo), 1, "Siti Aminah");
  const namesake = { learnerId: siti.learnerId, number: 1, name: "Siti Aminah", birthYear: 1968, isInCohort: false };
  expect(await listNamesakes(db, classroom.cohort, "SITI aminah")).toEqual([namesake]);
});

describe("searchCenterLearners", () => {
  beforeEach(async () => {
    const { cohort } = classroom;
    await enroll(cohort, (await makeLearner(cohort, 1, "Siti Aminah")).learnerId);
    await makeLearner(cohort, 2, "Budi 100%");
    await makeLearner(cohort, 12, "Siti Rahayu");
  });
  const search = async (query: string, limit = 50) => (await searchCenterLearners(db, classroom.cohort, query, limit)).map((learner) => learner.number);

  it("shows all who are not in the cohort", async () => {
    expect(await search("")).toEqual([2, 12]);
    expect(await search("", 1)).toEqual([2]);
  });

  it("searches by a part of the name, who is not in the cohort first", async () => {
    expect(await search("SITI")).toEqual([12, 1]);
    expect(await search("%")).toEqual([2]);
    expect(await search("_")).toEqual([]);
  });

  it("searches by exactly the number", async () => {
    expect(await search("12")).toEqual([12]);
    expect(await search("3")).toEqual([]);
    expect(await search("99999999999")).toEqual([]);
  });
});

it("replaces a PIN only while it is the one that was seen", async () => {
  const { villageCode, learnerId } = await makeLearner(classroom.cohort, 1, "Siti");
  const pin = (hash: string, second: number) => ({ villageCode, learnerId, hash, issuedAt: new Date(Date.UTC(2026, 10, 21, 9, 0, second)), issuedBy: classroom.dewi.staffId });
  expect(await findPinIssuedAt(db, { villageCode, learnerId })).toBeNull();
  expect(await insertPin(db, pin("a", 1))).toBe(true);
  expect(await insertPin(db, pin("b", 2))).toBe(false);
  const seen = (await findPinIssuedAt(db, { villageCode, learnerId })) as Date;
  expect(await replacePin(db, pin("c", 3), seen)).toBe(true);
  expect(await replacePin(db, pin("d", 4), seen)).toBe(false);
  expect(await findPinIssuedAt(db, { villageCode, learnerId })).toEqual(pin("c", 3).issuedAt);
});
