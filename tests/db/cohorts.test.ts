import "../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { findCohortOfMentor, listCohortsOfMentor } from "#db/cohorts.ts";
import { newId } from "#db/ids.ts";
import { makeCenter, makeClassroom, makeCohort, makeStaff, plosorejo } from "../mentoring/classroom.ts";

let classroom: Awaited<ReturnType<typeof makeClassroom>>;
beforeAll(async () => {
  classroom = await makeClassroom();
});

describe("findCohortOfMentor", () => {
  it("tells where, when and for whom the cohort is", async () => {
    const { dewi, cohort, program } = classroom;
    expect(await findCohortOfMentor(db, dewi.staffId, cohort.cohortId)).toEqual({
      ...cohort,
      programId: program.programId,
      name: "Rombel Mawar",
      centerName: "Pojok Internet",
      village: "Plosorejo",
      district: "Kademangan",
      regency: "Kabupaten Blitar",
      programName: "Literasi Digital Blitar",
      startsOn: "2026-01-10",
      endsOn: "2026-12-19",
      capacity: null,
    });
  });

  it("finds neither another mentor's cohort nor one that does not exist", async () => {
    const { dewi, otherCohort } = classroom;
    expect(await findCohortOfMentor(db, dewi.staffId, otherCohort.cohortId)).toBeUndefined();
    expect(await findCohortOfMentor(db, dewi.staffId, newId())).toBeUndefined();
  });

  it("finds nothing once the mentor's time with the cohort has ended", async () => {
    const lina = await makeStaff("Lina");
    const cohort = await makeCohort(await makeCenter(plosorejo), classroom.program, lina.staffId);
    await db.updateTable("cohort_mentor").set({ ended_at: new Date() }).where("staff_id", "=", lina.staffId).execute();
    expect(await findCohortOfMentor(db, lina.staffId, cohort.cohortId)).toBeUndefined();
    expect(await listCohortsOfMentor(db, lina.staffId)).toEqual([]);
  });
});

describe("listCohortsOfMentor", () => {
  it("lists the mentor's cohorts, the one that ends last first", async () => {
    const tono = await makeStaff("Tono");
    const center = await makeCenter(plosorejo);
    const past = await makeCohort(center, classroom.program, tono.staffId, "Rombel Anggrek");
    await db.updateTable("cohort").set({ ends_on: "2026-03-01" }).where("id", "=", past.cohortId).execute();
    await makeCohort(center, classroom.program, tono.staffId, "Rombel Kenanga");
    expect((await listCohortsOfMentor(db, tono.staffId)).map((cohort) => cohort.name)).toEqual(["Rombel Kenanga", "Rombel Anggrek"]);
  });
});
