import type { Kysely } from "kysely";
import { findFoldTime, findKeptArea, listRegionNames } from "#db/area-report.ts";
import type { Database } from "#db/schema.ts";
import { figuresOf } from "../area-figures.ts";
import type { Area, AreaFigures } from "../area-report.ts";
import { foldFigures } from "../fold-figures.server.ts";
import { activeSinceOf } from "../last-heard.ts";
import { villageCounts } from "../read-area.server.ts";

export interface PlacesWanted {
  codes: readonly string[];
  programId: string;
  /** Empty for all curricula. */
  curriculumId: string;
}

/** What is told of several places, in the order asked for, as `readArea` tells of each; undefined when one does not exist. */
export async function readPlaces(db: Kysely<Database>, { codes, programId, curriculumId }: PlacesWanted, now: Date): Promise<{ places: AreaFigures[]; asOf: Date | null } | undefined> {
  const known = new Map<string, Area>((await listRegionNames(db, codes)).map((region) => [region.code, region]));
  known.set("", { code: "", kind: "nation", name: "Indonesia" });
  const areas = codes.flatMap((code) => known.get(code) ?? []);
  if (areas.length < codes.length) return undefined;
  await foldFigures(db, now);
  const activeSince = activeSinceOf(now);
  const [villages, asOf, ...kept] = await Promise.all([villageCounts(db), findFoldTime(db), ...areas.map(({ code }) => findKeptArea(db, { regionCode: code, programId, curriculumId }, activeSince))]);
  const places = areas.map((area, index) => figuresOf(area, villages.get(area.code) ?? 1, kept[index], { activeSince, programId }));
  return { places, asOf };
}
