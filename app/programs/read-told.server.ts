import type { Kysely } from "kysely";
import { listAreaPeople } from "#db/area-people.ts";
import { findFoldTime } from "#db/area-report.ts";
import type { Database } from "#db/schema.ts";
import { allCurricula } from "./contributions.ts";
import { publishRow } from "./suppression.ts";
import type { ToldPlaces } from "./told.ts";

/**
 * What the pages of places tell of a program at these codes, all curricula together: no closer than each of the
 * curricula is told there. Nothing is told before the figures have first been worked out whole.
 */
export async function readTold(db: Kysely<Database>, programId: string, codes: readonly string[]): Promise<ToldPlaces> {
  const kept = (await findFoldTime(db)) ? await listAreaPeople(db, codes.map((regionCode) => ({ regionCode, programId, curriculumId: allCurricula }))) : [];
  const told = new Map(kept.map((one) => [one.regionCode, one.told]));
  return (code) => told.get(code) ?? publishRow({ registered: 0, started: 0, finished: 0, certified: 0 });
}
