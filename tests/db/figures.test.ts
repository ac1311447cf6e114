import "../support/database.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { figureLines } from "../support/figure-lines.ts";

const { db } = await import("#db/client.ts");
const { loadDemo } = await import("#db/seed.ts");
const { foldAllFigures, foldFigures } = await import("#app/programs/fold-figures.server.ts");
const { keepFiguresFresh } = await import("#app/programs/keep-figures.server.ts");
const { findFoldTime } = await import("#db/area-report.ts");
const { listAllFigures, recountFigures } = await import("#db/recount.ts");

const now = new Date("2026-11-20T03:30:00Z");

beforeAll(() => loadDemo(db, { now, report: () => undefined }));

describe("the figures of areas", () => {
  it("are not said to be of now while something that happened waits to be folded in", async () => {
    expect([await foldFigures(db, now, 100), await findFoldTime(db)]).toEqual([true, null]);
    await foldAllFigures(db, now);
    expect(await findFoldTime(db)).toEqual(now);
  });

  it("are what a recount of everything says, once all that happened is folded in", async () => {
    await foldAllFigures(db, now);
    const figures = await listAllFigures(db);
    expect(figures.length).toBeGreaterThan(1000);
    expect(figureLines(figures)).toEqual(figureLines(await recountFigures(db)));
  });

  it("are kept up to date without anybody asking, until that is stopped", async () => {
    await db.insertInto("learner_stale").columns(["village_code", "learner_id"]).expression(db.selectFrom("learner").select(["village_code", "id"])).execute();
    const keeping = keepFiguresFresh(db);
    await vi.waitFor(async () => expect((await findFoldTime(db))?.getTime()).toBeGreaterThan(now.getTime()), 20_000);
    await keeping.stop();
    expect(await db.selectFrom("learner_stale").selectAll().execute()).toEqual([]);
  });
});
