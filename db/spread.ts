import { type Kysely, sql } from "kysely";
import type { Teaching } from "#app/programs/spread.ts";
import type { Database } from "./schema.ts";

/**
 * Who mentors cohorts of a program now, village by village: how many people are in their cohorts there, and how many the
 * program has in that village in all. Each person counts once.
 */
export async function listTeaching(db: Kysely<Database>, programId: string): Promise<Teaching[]> {
  const { rows } = await sql<Teaching>`
    with taught as (
      select m.staff_id, e.village_code, count(distinct e.learner_id)::int as people
      from cohort
      join cohort_mentor m on m.village_code = cohort.village_code and m.cohort_id = cohort.id and m.ended_at is null and (m.until is null or m.until > now())
      join enrollment e on e.village_code = cohort.village_code and e.cohort_id = cohort.id
      where cohort.program_id = ${programId}
      group by m.staff_id, e.village_code
    ), whole as (
      select e.village_code, count(distinct e.learner_id)::int as people
      from cohort join enrollment e on e.village_code = cohort.village_code and e.cohort_id = cohort.id
      where cohort.program_id = ${programId}
      group by e.village_code
    )
    select taught.staff_id as "staffId", staff.name, taught.village_code as "villageCode", village.name as village, taught.people, whole.people as "villagePeople"
    from taught
    join whole on whole.village_code = taught.village_code
    join staff on staff.id = taught.staff_id
    join region village on village.code = taught.village_code
    order by staff.name, taught.village_code`.execute(db);
  return rows;
}
