import { type Kysely, sql } from "kysely";
import type { Teaching } from "#app/programs/spread.ts";
import type { Database } from "./schema.ts";

/**
 * Who mentors cohorts of a program in which somebody is, village by village: whether all of the village's people in the
 * program are in their cohorts, and how many those are, as the figures of areas have it. A stand-in counts only where
 * the cohort is nobody's for good. Looks at cohorts, not at people. Fold first.
 */
export async function listTeaching(db: Kysely<Database>, programId: string): Promise<Teaching[]> {
  const { rows } = await sql<Teaching>`
    with busy as (
      select c.village_code, c.id from cohort c
      where c.program_id = ${programId} and exists (select 1 from enrollment e where e.village_code = c.village_code and e.cohort_id = c.id)
    ), taught as (
      select m.staff_id, busy.village_code, count(distinct busy.id) as cohorts
      from busy join cohort_mentor m on m.village_code = busy.village_code and m.cohort_id = busy.id and m.ended_at is null and (m.until is null or (m.until > now() and not ${hasLasting}))
      group by m.staff_id, busy.village_code
    ), whole as (
      select village_code, count(*) as cohorts from busy group by village_code
    )
    select taught.staff_id as "staffId", staff.name, taught.village_code as "villageCode", village.name as village,
      taught.cohorts = whole.cohorts as "isAll", coalesce(a.people[1], 0) as "villagePeople"
    from taught
    join whole on whole.village_code = taught.village_code
    join staff on staff.id = taught.staff_id
    join region village on village.code = taught.village_code
    left join area_people a on a.region_code = taught.village_code and a.program_id = ${programId} and a.curriculum_id = ''
    order by staff.name, taught.village_code`.execute(db);
  return rows;
}

const hasLasting = sql`exists (select 1 from cohort_mentor lasting
  where lasting.village_code = m.village_code and lasting.cohort_id = m.cohort_id and lasting.ended_at is null and lasting.until is null)`;
