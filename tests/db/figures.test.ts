import "../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { FigureChange } from "#db/figures.ts";

const { db } = await import("#db/client.ts");
const { loadDemo } = await import("#db/seed.ts");
const { foldAllFigures } = await import("#app/programs/fold-figures.server.ts");
const { listAllFigures, recountFigures } = await import("#db/recount.ts");

const now = new Date("2026-11-20T03:30:00Z");

beforeAll(() => loadDemo(db, { now, report: () => undefined }));

describe("the figures of areas", () => {
  it("are what a recount of everything says, once all that happened is folded in", async () => {
    await foldAllFigures(db, now);
    const figures = await listAllFigures(db);
    expect(figures.length).toBeGreaterThan(1000);
    expect(asText(figures)).toEqual(asText(await recountFigures(db)));
  });
});

/** One line a figure; figures of nothing, and amounts of nothing at the end, left out. */
function asText(figures: readonly FigureChange[]): string[] {
  return figures
    .flatMap(({ regionCode, programId, curriculumId, facet, amounts }) => {
      const told = amounts.join(" ").replace(/( 0)+$/, "");
      return told === "0" ? [] : [`${regionCode || "nation"} ${programId.slice(-4)} ${curriculumId || "all"} ${facet}: ${told}`];
    })
    .toSorted();
}
