import "../support/database.ts";
import { expect, it } from "vitest";
import { foldAllFigures } from "#app/programs/fold-figures.server.ts";
import { db } from "#db/client.ts";
import { countStalledVillages } from "#db/village-rows.ts";
import { makeCohort, makePeople, makeProgram } from "../programs/rows.ts";

const village = "35.05.04.2014";

it.each([
  ["2026-10-05", 1],
  ["2026-10-20", 1],
  ["2026-10-21", 0],
  ["2026-11-03", 0],
])("who registered on %s and never worked since leaves %i village stalled on 20 November", async (day, villages) => {
  const programId = await makeProgram(db, { name: "Blitar", regionCode: "35.05", targets: { [village]: 30 } });
  const cohort = await makeCohort(db, programId, village);
  await makePeople(db, cohort, { registered: 6 });
  await db.updateTable("enrollment").set({ enrolled_at: new Date(`${day}T03:00:00Z`) }).where("cohort_id", "=", cohort.id).execute();
  await foldAllFigures(db, new Date());
  expect(await countStalledVillages(db, { regionCode: "35.05", programId, curriculumId: "" }, { activeSince: "2026-10-21", newSince: "2026-10" })).toBe(villages);
});
