import { type Kysely, sql } from "kysely";
import type { VillageCounts } from "#app/programs/completion.ts";
import type { Database } from "./schema.ts";

/**
 * How far the people of each village have come in a program, in one query: every target village,
 * and any other village in which the program has learners (`target` is null there), by code.
 *
 * People are counted, not enrollments: who is in two cohorts of the program in one village counts
 * once, at the farthest stage reached. Each stage therefore holds the next: a certificate in force
 * implies finished, finished implies started, started (a lesson, quiz or practice) implies
 * registered. `lastActivityAt` is the latest lesson, quiz or practice.
 */
export async function listVillageCounts(db: Kysely<Database>, programId: string): Promise<VillageCounts[]> {
  const { rows } = await sql<VillageCounts>`
    with person as (
      select e.village_code, e.learner_id,
        max(case
          when exists (
            select 1 from certificate c
            where c.village_code = e.village_code and c.enrollment_id = e.id
              and not exists (select 1 from certificate_revocation r
                              where r.village_code = c.village_code and r.certificate_id = c.id)) then 4
          when exists (select 1 from enrollment_completion f
                       where f.village_code = e.village_code and f.enrollment_id = e.id) then 3
          when activity.last_at is not null then 2
          else 1
        end) as stage,
        max(activity.last_at) as last_at
      from cohort
      join enrollment e on e.village_code = cohort.village_code and e.cohort_id = cohort.id
      cross join lateral (
        select greatest(
          (select max(l.completed_at) from lesson_completion l where l.village_code = e.village_code and l.enrollment_id = e.id),
          (select max(q.submitted_at) from quiz_attempt q where q.village_code = e.village_code and q.enrollment_id = e.id),
          (select max(p.submitted_at) from practice_attempt p where p.village_code = e.village_code and p.enrollment_id = e.id)
        ) as last_at
      ) activity
      where cohort.program_id = ${programId}
      group by e.village_code, e.learner_id
    ),
    reached as (
      select village_code, count(*)::int as registered, count(*) filter (where stage >= 2)::int as started,
        count(*) filter (where stage >= 3)::int as finished, count(*) filter (where stage = 4)::int as certified,
        max(last_at) as last_at
      from person
      group by village_code
    ),
    target as (
      select village_code, target_learners from program_village where program_id = ${programId}
    )
    select village.code as "villageCode", village.name as village, district.code as "districtCode", district.name as district,
      regency.code as "regencyCode", regency.name as regency, target.target_learners as target,
      coalesce(registered, 0) as registered, coalesce(started, 0) as started, coalesce(finished, 0) as finished,
      coalesce(certified, 0) as certified, reached.last_at as "lastActivityAt"
    from target
    full join reached on reached.village_code = target.village_code
    join region village on village.code = coalesce(target.village_code, reached.village_code)
    join region district on district.code = village.parent_code
    join region regency on regency.code = district.parent_code
    order by village.code`.execute(db);
  return rows;
}

export interface VillageKinds {
  desa: number;
  kelurahan: number;
}

/** How many desa and kelurahan lie in a region. The last part of a kelurahan's code begins with 1, a desa's with 2 or 3. */
export async function countVillageKinds(db: Kysely<Database>, regionCode: string): Promise<VillageKinds> {
  return db
    .selectFrom("region")
    .where("kind", "=", "village")
    .where("code", "like", `${regionCode}.%`)
    .select([
      sql<number>`(count(*) filter (where code not like '__.__.__.1%'))::int`.as("desa"),
      sql<number>`(count(*) filter (where code like '__.__.__.1%'))::int`.as("kelurahan"),
    ])
    .executeTakeFirstOrThrow();
}
