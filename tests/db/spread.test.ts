import "../support/database.ts";
import { describe, expect, it } from "vitest";

const { db } = await import("#db/client.ts");
const { newId } = await import("#db/ids.ts");
const { listTeaching } = await import("#db/spread.ts");
const { foldAllFigures } = await import("#app/programs/fold-figures.server.ts");
const { spreadOf } = await import("#app/programs/spread.ts");
const { castOf, makeCohort } = await import("../support/cast.ts");
const { enroll, makeLearner } = await import("../mentoring/classroom.ts");
const { makeProgram, makeStaff } = await import("../programs/rows.ts");

const [day, later] = [new Date("2026-11-19T02:00:00Z"), new Date(Date.now() + 86_400_000)];
const villageCode = "35.05.04.2014";

async function standIn(cohortId: string): Promise<string> {
  const staffId = await makeStaff(db);
  await db.insertInto("cohort_mentor").values({ village_code: villageCode, id: newId(), cohort_id: cohortId, staff_id: staffId, since: day, until: later, reason: "Sakit", granted_by: null, ended_at: null }).execute();
  return staffId;
}

describe("how far a program has spread", () => {
  it("counts a cohort once while somebody stands in, and keeps it when only the stand-in is left", async () => {
    const cast = await castOf(db);
    const programId = await makeProgram(db, { name: "Sebaran", regionCode: "35.05", targets: { [villageCode]: 20 } });
    const cohort = await makeCohort(db, { villageCode, programId, curriculumVersionId: cast.cohort.curriculumVersionId, mentor: cast.dewi });
    for (let number = 1; number <= 6; number += 1) await enroll(cohort, (await makeLearner(cohort, number, `Siti ${number}`)).learnerId);
    await foldAllFigures(db, day);
    const substitute = await standIn(cohort.cohortId);
    const told = async () => spreadOf([], await listTeaching(db, programId));

    const both = await told();
    expect(both.roots.map(({ staffId, people }) => [staffId, people])).toEqual([[cast.dewi.staffId, { low: 6, high: 6 }]]);
    expect([both.levels, both.villages]).toEqual([[{ level: 1, staff: 1, people: { low: 6, high: 6 } }], 1]);

    await db.updateTable("cohort_mentor").set({ ended_at: new Date() }).where("cohort_id", "=", cohort.cohortId).where("until", "is", null).execute();
    const left = await told();
    expect([left.roots.map(({ staffId }) => staffId), left.villages, left.people]).toEqual([[substitute], 1, { low: 6, high: 6 }]);
  });
});
