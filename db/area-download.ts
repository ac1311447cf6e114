import { type Kysely, sql } from "kysely";
import type { AreaChoice, RegionName } from "./area-report.ts";
import type { Database } from "./schema.ts";

export interface ListedPlace extends RegionName {
  /** No decree knows it any more; what happened there is still its own. */
  isRetired: boolean;
}

/** The next `limit` places in a place, itself among them, after the code `after`: each before those that lie in it. */
export async function listPlaces(db: Kysely<Database>, within: string, after: string, limit: number): Promise<ListedPlace[]> {
  const { rows } = await sql<ListedPlace>`
    select code, name, kind, retired_on is not null as "isRetired" from region
    where (code collate "C") > ${after} and ${isWithin(within)}
    order by code collate "C" limit ${limit}`.execute(db);
  return rows;
}

/** How many places in force lie in a place, itself among them, and how many cohorts have been made there. */
export async function countPlaces(db: Kysely<Database>, { regionCode, programId, curriculumId }: AreaChoice): Promise<{ places: number; cohorts: number }> {
  const nil = "00000000-0000-0000-0000-000000000000";
  const [least, most] = ["00.00.00.0000", "99.99.99.9999"].map((ends) => regionCode + ends.slice(regionCode.length));
  const { rows } = await sql<{ places: number; cohorts: number }>`
    select (select count(*)::int from region where retired_on is null and ${isWithin(regionCode)}) as places,
      (select count(*)::int from cohort c join curriculum_version v on v.id = c.curriculum_version_id
       where c.village_code between ${least} and ${most} and (${programId} = ${nil} or c.program_id = ${programId})
         and (${curriculumId} = '' or v.curriculum_id = ${curriculumId})) as cohorts`.execute(db);
  const { places = 0, cohorts = 0 } = rows[0] ?? {};
  return { places: regionCode === "" ? places + 1 : places, cohorts };
}

// The sign after the dot ends what begins with the code and a dot.
function isWithin(code: string) {
  return code === "" ? sql`true` : sql`(code collate "C") >= ${code} and (code collate "C") < ${`${code}/`}`;
}
