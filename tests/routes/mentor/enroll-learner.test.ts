import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/mentor/enroll-learner.tsx";
import { db } from "#db/client.ts";
import { listMoves } from "#db/enrollment-moves.ts";
import { newId } from "#db/ids.ts";
import { answerOf, enroll, get, learnerCookie, makeCenter, makeClassroom, makeCohort, makeLearner, makeProgram, plosorejo, post, staffCookie } from "../../mentoring/classroom.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let siti: Awaited<ReturnType<typeof makeLearner>>;
let dewi: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  siti = await makeLearner(classroom.cohort, 12, "Siti");
  dewi = await staffCookie(classroom.dewi.staffId);
});

function path(cohort: string) {
  return `/mentor/rombel/${cohort}/tambah`;
}

function open(query = "", { cookie = dewi, cohort = classroom.cohort.cohortId } = {}) {
  return answerOf(loader({ request: get(`${path(cohort)}${query}`, cookie), params: { cohort }, context }));
}

function add(learnerId: string, { cookie = dewi, cohort = classroom.cohort.cohortId } = {}) {
  return answerOf(action({ request: post(path(cohort), cookie, { learnerId }), params: { cohort }, context }));
}

function enrollments() {
  return db.selectFrom("enrollment").where("cohort_id", "=", classroom.cohort.cohortId).selectAll().execute();
}

describe("adding an existing learner", () => {
  it("enrolls them and says so", async () => {
    const answer = await add(siti.learnerId);
    expect(answer).toMatchObject({ status: 303, location: `${path(classroom.cohort.cohortId)}?masuk=${siti.learnerId}` });
    expect(await enrollments()).toMatchObject([{ learner_id: siti.learnerId, enrolled_by: classroom.dewi.staffId }]);
    expect((await open(`?masuk=${siti.learnerId}`)).data.added).toMatchObject({ name: "Siti", number: 12 });
  });

  it("enrolls once, with one record, however often it is sent", async () => {
    await Promise.all([add(siti.learnerId), add(siti.learnerId)]);
    await add(siti.learnerId);
    expect(await enrollments()).toHaveLength(1);
    const events = await db.selectFrom("audit_event").where("actor_id", "=", classroom.dewi.staffId).select(["action", "details"]).execute();
    expect(events).toEqual([{ action: "enrollment.create", details: { learnerId: siti.learnerId, cohortId: classroom.cohort.cohortId } }]);
  });

  it("moves who learns the same in another cohort, with all that they have done", async () => {
    const melati = await makeCohort(classroom.cohort, classroom.program, classroom.rudi.staffId, "Rombel Melati");
    const before = await enroll(melati, siti.learnerId);
    expect((await open("?cari=siti")).data.others).toMatchObject([{ learnerId: siti.learnerId, cohortName: "Rombel Melati", standing: "here" }]);
    await Promise.all([add(siti.learnerId), add(siti.learnerId)]);
    expect(await enrollments()).toMatchObject([{ id: before, learner_id: siti.learnerId }]);
    expect(await db.selectFrom("enrollment").where("learner_id", "=", siti.learnerId).selectAll().execute()).toHaveLength(1);
    expect(await listMoves(db, siti.villageCode, before)).toMatchObject([{ oldCohort: "Rombel Melati", newCohort: "Rombel Mawar", movedBy: "Dewi" }]);
  });

  it("leaves who has finished the same, or learns it in another program, where they are", async () => {
    const melati = await makeCohort(classroom.cohort, classroom.program, classroom.rudi.staffId, "Rombel Melati");
    const done = await enroll(melati, siti.learnerId);
    await db.insertInto("enrollment_completion").values({ village_code: siti.villageCode, enrollment_id: done, completed_at: new Date() }).execute();
    const other = await makeLearner(classroom.cohort, 13, "Wati");
    const lain = await makeCohort(classroom.cohort, classroom.program, classroom.rudi.staffId, "Rombel Lain");
    const { programId } = await makeProgram();
    await db.updateTable("cohort").set({ program_id: programId }).where("id", "=", lain.cohortId).execute();
    await enroll(lain, other.learnerId);
    for (const learner of [siti, other]) await add(learner.learnerId);
    expect(await enrollments()).toEqual([]);
    expect((await open()).data.others.map(({ standing }) => standing).sort()).toEqual(["elsewhere", "finished"]);
  });

  it("finds by name and by number, only at this centre", async () => {
    await makeLearner(await makeCenter(plosorejo), 12, "Siti Lain");
    expect((await open("?cari=sit")).data.learners.map((learner) => learner.learnerId)).toEqual([siti.learnerId]);
    expect((await open("?cari=12")).data.learners).toHaveLength(1);
    expect((await open("?cari=%00budi")).data).toMatchObject({ query: "budi", learners: [] });
  });

  it("says nothing of an id in the address that is not in the cohort", async () => {
    expect((await open(`?masuk=${siti.learnerId}`)).data.added).toBeNull();
    expect((await open("?masuk=x")).data.added).toBeNull();
  });

  it("does not know learners of other centres and villages", async () => {
    const neighbour = await makeLearner(await makeCenter(plosorejo), 1, "Tetangga");
    const far = await makeLearner(classroom.otherCohort, 1, "Jauh");
    for (const id of [neighbour.learnerId, far.learnerId, newId(), "x", ""]) expect(await add(id)).toMatchObject({ status: 404 });
    expect(await enrollments()).toEqual([]);
  });

  it("is for the cohort's mentor alone", async () => {
    await enroll(classroom.cohort, siti.learnerId);
    for (const cookie of [await staffCookie(classroom.rudi.staffId), await learnerCookie(siti)]) {
      expect(await open("", { cookie })).toMatchObject({ status: 404 });
      expect(await add(siti.learnerId, { cookie })).toMatchObject({ status: 404 });
    }
    expect((await open("", { cookie: "" })).location).toContain("/masuk");
    expect((await add(siti.learnerId, { cookie: "" })).location).toContain("/masuk");
  });
});
