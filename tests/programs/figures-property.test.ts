import "../support/database.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { figureLines } from "../support/figure-lines.ts";
import { drawFrom, startLife } from "../support/village-life.ts";

const { db } = await import("#db/client.ts");
const { foldAllFigures, foldFigures } = await import("#app/programs/fold-figures.server.ts");
const { rebuildFigures } = await import("#app/programs/rebuild-figures.server.ts");
const { listAllFigures, recountFigures } = await import("#db/recount.ts");

const now = new Date("2026-11-20T03:30:00Z");

/** When some of what happened is folded in, all of it is, or figures are rebuilt instead; between these, people do things. */
const moment = fc.record({ deeds: fc.integer({ min: 1, max: 60 }), then: fc.constantFrom("fold some", "fold all", "fold all", "rebuild") });

it("keeps the figures that a recount of everything has, whatever happens in whatever order and whenever it is folded", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 10, maxLength: 16 }), fc.nat(), async (moments, seed) => {
      const draw = drawFrom(seed);
      const life = await startLife(db, draw);
      for (const { deeds, then } of moments) {
        for (let deed = 0; deed < deeds; deed += 1) await life.happen();
        if (then === "fold some") await foldFigures(db, now, 1 + draw(20));
        else if (then === "rebuild") expect((await rebuildFigures(db)).differences).toEqual([]);
        else {
          await foldAllFigures(db, now);
          expect(figureLines(await listAllFigures(db))).toEqual(figureLines(await recountFigures(db)));
        }
      }
      await foldAllFigures(db, now);
      expect(figureLines(await listAllFigures(db))).toEqual(figureLines(await recountFigures(db)));
      expect(await rebuildFigures(db)).toMatchObject({ mended: 0, differences: [] });
    }),
    // One life adds to the last one's: to let fewer things happen in the same database would be another story.
    { numRuns: 3, endOnFailure: true },
  );
}, 240_000);
