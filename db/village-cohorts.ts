import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

/** A cohort as its program plans it, with nothing of its people; days are `YYYY-MM-DD`. */
export interface VillageCohort {
  cohortId: string;
  name: string;
  centerName: string;
  startsOn: string;
  endsOn: string;
  /** The names of who mentors it now. */
  mentors: string[];
}

/** The cohorts of a program in a village, also those without anybody in them, the one that begins last first. */
export async function listVillageCohorts(db: Kysely<Database>, programId: string, villageCode: string): Promise<VillageCohort[]> {
  const { rows } = await sql<VillageCohort>`
    select c.id as "cohortId", c.name, center.name as "centerName", c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
      array(select staff.name from cohort_mentor m join staff on staff.id = m.staff_id
        where m.village_code = c.village_code and m.cohort_id = c.id and m.ended_at is null and (m.until is null or m.until > now())
        order by m.since, staff.name) as mentors
    from cohort c
    join internet_center center on center.village_code = c.village_code and center.id = c.center_id
    where c.village_code = ${villageCode} and c.program_id = ${programId}
    order by c.starts_on desc, c.name, c.id`.execute(db);
  return rows;
}

/** The names of who mentors a program's cohorts in these villages now, each once a village; villages without any are left out. */
export async function listVillageMentors(db: Kysely<Database>, programId: string, villageCodes: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ villageCode: string; names: string[] }>`
    select c.village_code as "villageCode", array_agg(distinct staff.name order by staff.name) as names
    from cohort c
    join cohort_mentor m on m.village_code = c.village_code and m.cohort_id = c.id and m.ended_at is null and (m.until is null or m.until > now())
    join staff on staff.id = m.staff_id
    where c.village_code = any(${villageCodes}::text[]) and c.program_id = ${programId}
    group by c.village_code`.execute(db);
  return new Map(rows.map(({ villageCode, names }) => [villageCode, names]));
}
