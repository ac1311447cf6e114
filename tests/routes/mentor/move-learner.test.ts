import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { loader as learnerLoader } from "#app/routes/mentor/learner.tsx";
import { action, loader } from "#app/routes/mentor/move-learner.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, enroll, get, makeCenter, makeClassroom, makeCohort, makeLearner, makeProgram, plosorejo, post, staffCookie } from "../../mentoring/classroom.ts";
import { makeLead } from "../../mentoring/term.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let cohort: string;
let target: string;
let siti: Awaited<ReturnType<typeof makeLearner>>;
let enrollment: string;
let dewi: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  cohort = classroom.cohort.cohortId;
  target = (await makeCohort(classroom.cohort, classroom.program, classroom.dewi.staffId, "Rombel Kenanga")).cohortId;
  siti = await makeLearner(classroom.cohort, 7, "Siti");
  enrollment = await enroll(classroom.cohort, siti.learnerId);
  dewi = await staffCookie(classroom.dewi.staffId);
  await db.insertInto("lesson_completion").values({ village_code: plosorejo, enrollment_id: enrollment, lesson_id: "A1.1", completed_at: new Date() }).execute();
});

function open(from = cohort, learner = siti.learnerId) {
  return answerOf(loader({ request: get("/", dewi), params: { cohort: from, learner }, context }));
}

function send(more: Record<string, string> = {}) {
  const fields = { formId: newId(), target, reason: "Jam kerja berubah", ...more };
  return answerOf(action({ request: post("/", dewi, fields), params: { cohort, learner: siti.learnerId }, context }));
}

async function stands() {
  return db.selectFrom("enrollment").where("id", "=", enrollment).select(["cohort_id", "curriculum_version_id"]).executeTakeFirstOrThrow();
}

describe("moving a learner to another cohort", () => {
  it("keeps the enrollment with all that was done, and the move with its reason", async () => {
    expect(await send()).toMatchObject({ status: 303, location: `/mentor/rombel/${target}/peserta/${siti.learnerId}#riwayat-rombel` });
    expect(await stands()).toEqual({ cohort_id: target, curriculum_version_id: classroom.program.curriculumVersionId });
    expect(await db.selectFrom("lesson_completion").where("enrollment_id", "=", enrollment).select("lesson_id").execute()).toHaveLength(1);
    const page = (await answerOf(learnerLoader({ request: get("/", dewi), params: { cohort: target, learner: siti.learnerId }, context }))).data;
    expect(page.moves).toMatchObject([{ oldCohort: "Rombel Mawar", newCohort: "Rombel Kenanga", reason: "Jam kerja berubah", movedBy: "Dewi" }]);
    expect(await db.selectFrom("audit_event").where("subject_id", "=", enrollment).select("action").execute()).toEqual([{ action: "enrollment.move" }]);
  });

  it("moves once when the form comes twice, and tells who comes too late", async () => {
    const formId = newId();
    await Promise.all([send({ formId }), send({ formId })]);
    expect(await send({ formId })).toMatchObject({ status: 303 });
    const third = (await makeCohort(classroom.cohort, classroom.program, classroom.dewi.staffId, "Rombel Dahlia")).cohortId;
    expect(await send({ target: third })).toMatchObject({ status: 409, data: { faults: { target: null } } });
    expect((await open()).data).toMatchObject({ name: "Siti", targets: [] });
    expect((await open()).data.movedAt).not.toBeNull();
    expect((await stands()).cohort_id).toBe(target);
    expect(await db.selectFrom("enrollment_move").where("enrollment_id", "=", enrollment).select("id").execute()).toHaveLength(1);
  });

  it("offers the village's cohorts of the same program and curriculum that are the mentor's", async () => {
    await makeCohort(classroom.cohort, classroom.program, classroom.rudi.staffId, "Milik Rudi");
    await makeCohort(classroom.cohort, await makeProgram(), classroom.dewi.staffId, "Program Lain");
    const elsewhere = await makeCohort(await makeCenter("35.05.04.2013"), classroom.program, classroom.dewi.staffId, "Desa Lain");
    const neighbour = await makeCohort(await makeCenter(plosorejo, "Pusat Kedua"), classroom.program, classroom.dewi.staffId, "Pusat Kedua");
    expect((await open()).data.targets.map(({ name }) => name)).toEqual(["Pusat Kedua", "Rombel Kenanga"]);
    expect(await send({ target: elsewhere.cohortId })).toMatchObject({ status: 404 });
    expect(await send({ target: cohort })).toMatchObject({ status: 404 });
    await makeLead(classroom.dewi.staffId, classroom.program.programId);
    expect((await open()).data.targets.map(({ name }) => name)).toEqual(["Milik Rudi", "Pusat Kedua", "Rombel Kenanga"]);
    expect(await send({ target: neighbour.cohortId })).toMatchObject({ status: 303 });
  });

  it("refuses a cohort that is full or in which they are already, and keeps what was typed", async () => {
    await db.updateTable("cohort").set({ capacity: 1 }).where("id", "=", target).execute();
    const parmi = await makeLearner(classroom.cohort, 8, "Parmi");
    await enroll({ ...classroom.cohort, cohortId: target }, parmi.learnerId);
    expect(await send()).toMatchObject({ status: 409, data: { faults: { target: "full" }, reason: "Jam kerja berubah" } });
    await db.updateTable("cohort").set({ capacity: null }).where("id", "=", target).execute();
    await enroll({ ...classroom.cohort, cohortId: target }, siti.learnerId);
    expect(await send()).toMatchObject({ status: 409, data: { faults: { target: "already" } } });
    expect(await send({ target: "", reason: "" })).toMatchObject({ status: 400, data: { faults: { target: "none", reason: true } } });
    expect((await stands()).cohort_id).toBe(cohort);
  });
});
