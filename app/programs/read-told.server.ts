import type { Kysely } from "kysely";
import { listAreaPeople } from "#db/area-people.ts";
import { findFoldTime } from "#db/area-report.ts";
import type { Database } from "#db/schema.ts";
import { allCurricula } from "./contributions.ts";
import { areasAround } from "./figure-sums.ts";
import { publishRow } from "./suppression.ts";
import type { ToldPlaces } from "./told.ts";

/**
 * What the pages of places tell of a program in villages and around them, all curricula together: no closer than each
 * of the curricula is told there. Undefined until the figures have first been worked out whole.
 */
export async function readTold(db: Kysely<Database>, programId: string, villages: readonly { villageCode: string }[]): Promise<ToldPlaces | undefined> {
  if (!(await findFoldTime(db))) return undefined;
  const codes = [...new Set(["", ...villages.flatMap(({ villageCode }) => areasAround(villageCode))])];
  const kept = await listAreaPeople(db, codes.map((regionCode) => ({ regionCode, programId, curriculumId: allCurricula })));
  const told = new Map(kept.map((one) => [one.regionCode, one.told]));
  return (code) => told.get(code) ?? publishRow({ registered: 0, started: 0, finished: 0, certified: 0 });
}
