import "../support/database.ts";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { foldAllFigures } from "#app/programs/fold-figures.server.ts";
import { countVillageKinds, listPlaceCounts, listVillageCounts } from "#db/completion.ts";
import { certify, completeLesson, enroll, finish, makeCohort, makeLearner, makePeople, makeProgram, revoke, tryPractice, tryQuiz } from "../programs/rows.ts";
import { placesOf } from "../programs/completion-of.ts";

const village = "35.05.04.2014";
const neighbour = "35.05.04.2001";
const day = new Date("2026-11-01T03:00:00Z");

async function listFolded(programId: string) {
  await foldAllFigures(db, day);
  return listVillageCounts(db, programId);
}

async function programWithCohort() {
  const programId = await makeProgram(db, { name: "Blitar", regionCode: "35.05", targets: { [village]: 30, [neighbour]: 20 } });
  return { programId, cohort: await makeCohort(db, programId, village) };
}

it("counts the people of each stage, and lists a target village without learners", async () => {
  const { programId, cohort } = await programWithCohort();
  await makePeople(db, cohort, { registered: 9, started: 7, finished: 4, certified: 2 }, day);
  const [first, second] = await listFolded(programId);
  expect(first).toMatchObject({ villageCode: neighbour, target: 20, registered: 0, started: 0, lastActivityAt: null });
  expect(second).toMatchObject({ villageCode: village, target: 30, registered: 9, started: 7, finished: 4, certified: 2, lastActivityAt: new Date("2026-10-31T17:00:00Z") });
  expect(second).toMatchObject({ village: "Plosorejo", district: "Kademangan", districtCode: "35.05.04", regencyCode: "35.05" });
});

it("counts a lesson, a quiz or a practice as started, each once", async () => {
  const { programId, cohort } = await programWithCohort();
  const [one, two, three] = [await makeLearner(db, cohort), await makeLearner(db, cohort), await makeLearner(db, cohort)];
  const enrollment = await enroll(db, cohort, one);
  await completeLesson(db, village, enrollment, day);
  await completeLesson(db, village, enrollment, day);
  await tryQuiz(db, village, enrollment, new Date("2026-11-03T03:00:00Z"));
  await tryQuiz(db, village, await enroll(db, cohort, two), day);
  await tryPractice(db, village, await enroll(db, cohort, three), new Date("2026-11-04T03:00:00Z"));
  expect((await listFolded(programId))[1]).toMatchObject({
    registered: 3,
    started: 3,
    finished: 0,
    lastActivityAt: new Date("2026-11-03T17:00:00Z"),
  });
});

it("counts a person in two cohorts once, at the farthest stage", async () => {
  const { programId, cohort } = await programWithCohort();
  const second = await makeCohort(db, programId, village);
  const learner = await makeLearner(db, cohort);
  const finished = await enroll(db, cohort, learner);
  await finish(db, village, finished);
  await certify(db, village, finished);
  await enroll(db, second, learner);
  expect((await listFolded(programId))[1]).toMatchObject({ registered: 1, started: 1, finished: 1, certified: 1 });
});

it("leaves out a revoked certificate, but not that its holder has finished", async () => {
  const { programId, cohort } = await programWithCohort();
  const enrollment = await enroll(db, cohort, await makeLearner(db, cohort));
  await finish(db, village, enrollment);
  await revoke(db, village, await certify(db, village, enrollment));
  expect((await listFolded(programId))[1]).toMatchObject({ finished: 1, certified: 0 });
});

it("leaves out other programs in the same village", async () => {
  const { programId } = await programWithCohort();
  const other = await programWithCohort();
  await makePeople(db, other.cohort, { registered: 6 });
  expect((await listFolded(programId))[1]).toMatchObject({ registered: 0 });
});

it("lists a village with learners that is no target", async () => {
  const programId = await makeProgram(db, { name: "Blitar", regionCode: "35.05", targets: { [neighbour]: 20 } });
  await makePeople(db, await makeCohort(db, programId, village), { registered: 5 });
  expect(await listFolded(programId)).toMatchObject([
    { villageCode: neighbour, target: 20 },
    { villageCode: village, target: null, registered: 5 },
  ]);
});

it("tells of places what their villages come to, and lists the villages that are asked for", async () => {
  const elsewhere = "35.06.01.2001";
  for (const other of [neighbour, elsewhere]) {
    const programId = await makeProgram(db, { name: "Blitar", regionCode: "35", targets: { [village]: 30, [other]: 20 } });
    await makePeople(db, await makeCohort(db, programId, village), { registered: 6, started: 3 }, day);
    await makePeople(db, await makeCohort(db, programId, "35.05.04.2002"), { registered: 2 });
    const villages = await listFolded(programId);
    expect(await listPlaceCounts(db, programId)).toEqual(placesOf(villages));
    expect(await listVillageCounts(db, programId, "mulai")).toEqual(villages.filter(({ registered }) => registered > 0));
    expect(await listVillageCounts(db, programId, "belum")).toEqual(villages.filter(({ registered }) => registered === 0));
    expect(villages).toHaveLength(3);
  }
});

it("knows how many desa and kelurahan the real programs' regions have", async () => {
  expect(await countVillageKinds(db, "32.05")).toEqual({ desa: 421, kelurahan: 21 });
  expect(await countVillageKinds(db, "32.14")).toMatchObject({ desa: 183 });
  expect(await countVillageKinds(db, "64")).toMatchObject({ desa: 841 });
  expect(await countVillageKinds(db, "64.01")).toMatchObject({ desa: 139 });
  expect(await countVillageKinds(db, "35.05")).toEqual({ desa: 220, kelurahan: 28 });
});
