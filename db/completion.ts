import { type Kysely, sql } from "kysely";
import type { PlaceCounts, Selection, VillageCounts } from "#app/programs/completion.ts";
import type { Database } from "./schema.ts";

/**
 * How far the people of each village have come in a program, as the figures of areas have it: every target village,
 * and any other village in which the program has learners (`target` is null there), by code. Fold first.
 *
 * People are counted, not enrollments: who is in two cohorts of the program in one village counts
 * once, at the farthest stage reached. Each stage therefore holds the next: a certificate in force
 * implies finished, finished implies started, started (a lesson, quiz or practice) implies
 * registered. `lastActivityAt` is the beginning of the last day with a lesson, quiz or practice.
 */
export async function listVillageCounts(db: Kysely<Database>, programId: string, selection: Selection = "semua"): Promise<VillageCounts[]> {
  const { rows } = await sql<VillageCounts>`
    select village.code as "villageCode", village.name as village, district.code as "districtCode", district.name as district,
      regency.code as "regencyCode", regency.name as regency, target.target_learners as target,
      coalesce(reached.people[1], 0) as registered, coalesce(reached.people[2], 0) as started, coalesce(reached.people[3], 0) as finished,
      coalesce(reached.people[4], 0) as certified, heard.last_at as "lastActivityAt"
    ${villagesOf(programId)}
    where ${selected[selection]}
    order by village.code`.execute(db);
  return rows;
}

/** What the villages of `listVillageCounts` come to: by regency where they lie in several, otherwise by district; by code. Fold first. */
export async function listPlaceCounts(db: Kysely<Database>, programId: string): Promise<PlaceCounts[]> {
  const { rows } = await sql<PlaceCounts & { regencies: number }>`
    with counted as (
      select case when grouping(district.code) = 0 then 'district' else 'regency' end as kind, coalesce(district.code, regency.code) as code,
        coalesce(district.name, regency.name) as name, count(*)::int as "villageCount", (count(*) filter (where reached.people[1] > 0))::int as "villagesWithLearners",
        count(target.village_code)::int as "targetVillages", (count(target.village_code) filter (where reached.people[1] > 0))::int as "targetVillagesWithLearners",
        coalesce(sum(target.target_learners), 0)::int as target, max(heard.last_at) as "lastActivityAt"
      ${villagesOf(programId)}
      group by grouping sets ((regency.code, regency.name, district.code, district.name), (regency.code, regency.name))
    )
    select * from counted where kind = case when (select count(*) from counted where kind = 'regency') > 1 then 'regency' else 'district' end
    order by code`.execute(db);
  return rows;
}

const selected = { semua: sql`true`, mulai: sql`reached.people[1] > 0`, belum: sql`coalesce(reached.people[1], 0) = 0` };

function villagesOf(programId: string) {
  return sql`
    from (
      select village_code as code from program_village where program_id = ${programId}
      union select region_code from area_people where program_id = ${programId} and curriculum_id = '' and length(region_code) > 8 and people[1] > 0
    ) place
    join region village on village.code = place.code
    join region district on district.code = village.parent_code
    join region regency on regency.code = district.parent_code
    left join program_village target on target.program_id = ${programId} and target.village_code = place.code
    left join area_people reached on reached.region_code = place.code and reached.program_id = ${programId} and reached.curriculum_id = ''
    left join lateral (
      select max(c.last_on)::timestamp at time zone 'Asia/Jakarta' as last_at from center_activity c where c.village_code = place.code and c.program_id = ${programId}
    ) heard on true`;
}

export interface VillageKinds {
  desa: number;
  kelurahan: number;
}

/** How many desa and kelurahan in force lie in a region. The last part of a kelurahan's code begins with 1, a desa's with 2 or 3. */
export async function countVillageKinds(db: Kysely<Database>, regionCode: string): Promise<VillageKinds> {
  return db
    .selectFrom("region")
    .where("kind", "=", "village")
    .where("code", "like", `${regionCode}.%`)
    .where(sql<boolean>`(retired_on is null or retired_on > current_date)`)
    .select([
      sql<number>`(count(*) filter (where code not like '__.__.__.1%'))::int`.as("desa"),
      sql<number>`(count(*) filter (where code like '__.__.__.1%'))::int`.as("kelurahan"),
    ])
    .executeTakeFirstOrThrow();
}
