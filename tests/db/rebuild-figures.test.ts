import "../support/database.ts";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { figureLines } from "../support/figure-lines.ts";

const { db } = await import("#db/client.ts");
const { loadDemo } = await import("#db/seed.ts");
const { foldAllFigures } = await import("#app/programs/fold-figures.server.ts");
const { rebuildFigures } = await import("#app/programs/rebuild-figures.server.ts");
const { listAllFigures, recountFigures } = await import("#db/recount.ts");

const now = new Date("2026-11-20T03:30:00Z");

beforeAll(() => loadDemo(db, { now, report: () => undefined }));

describe("rebuilding the figures of areas", () => {
  it("makes them from nothing, as a recount of everything has them", async () => {
    const rebuilt = await rebuildFigures(db);
    expect(rebuilt).toMatchObject({ differences: [] });
    expect(rebuilt.figures).toBeGreaterThan(1000);
    expect(rebuilt.mended).toBeGreaterThan(1000);
    expect(figureLines(await listAllFigures(db))).toEqual(figureLines(await recountFigures(db)));
    expect(await db.selectFrom("learner_stale").selectAll().execute()).toEqual([]);
  }, 120_000);

  it("finds nothing to put right in what was folded, and tells of it what the fold told", async () => {
    await sql`insert into learner_stale (village_code, learner_id) select village_code, id from learner`.execute(db);
    for (const table of ["area_figure", "area_people", "learner_figure", "center_activity", "enrollment_activity"]) await sql`delete from ${sql.table(table)}`.execute(db);
    await sql`insert into target_stale (village_code, program_id) select village_code, program_id from program_village`.execute(db);
    await foldAllFigures(db, now);
    const told = await tellings();
    expect(await rebuildFigures(db)).toMatchObject({ mended: 0, differences: [] });
    expect(await tellings()).toEqual(told);
  }, 120_000);

  it("puts right what was spoilt at any height, and what is told there", async () => {
    const [figures, told] = [figureLines(await listAllFigures(db)), await tellings()];
    await sql`update area_figure set amounts[1] = amounts[1] + 3 where facet like 'people:%' and region_code in ('', '35', '35.05', '35.05.04', '35.05.04.2014')`.execute(db);
    await sql`delete from area_figure where region_code like '32.05%' and facet like 'month:%'`.execute(db);
    await sql`update area_people set people[1] = people[1] + 3, told = '{}' where region_code like '35%'`.execute(db);
    const rebuilt = await rebuildFigures(db);
    expect(rebuilt).toMatchObject({ differences: [] });
    expect(rebuilt.mended).toBeGreaterThan(10);
    expect(figureLines(await listAllFigures(db))).toEqual(figures);
    expect(await tellings()).toEqual(told);
  }, 120_000);

  it("loses nothing that happens, and is folded in, meanwhile", async () => {
    const learners = await db.selectFrom("enrollment").select(["village_code", "id"]).limit(300).execute();
    const rebuilding = rebuildFigures(db);
    for (const [index, { village_code, id }] of learners.entries()) {
      await db.insertInto("lesson_completion").values({ village_code, enrollment_id: id, lesson_id: `sambil-${index}`, completed_at: new Date("2026-12-24T03:00:00Z") }).execute();
      if (index % 20 === 0) await foldAllFigures(db, now);
    }
    expect(await rebuilding).toMatchObject({ differences: [] });
    await foldAllFigures(db, now);
    expect(figureLines(await listAllFigures(db))).toEqual(figureLines(await recountFigures(db)));
  }, 120_000);
});

async function tellings(): Promise<unknown[]> {
  return db.selectFrom("area_people").select(["region_code", "program_id", "curriculum_id", "people", "told"]).orderBy("region_code").orderBy("program_id").orderBy("curriculum_id").execute();
}
