import { type Kysely, sql } from "kysely";
import type { VillageFacts } from "#app/programs/pictures/stalled.ts";
import type { Database } from "./schema.ts";

export interface QuietChoice {
  programId: string;
  /** A province, regency or district. */
  regionCode: string;
  /** Empty for all. */
  curriculumId: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The first day whose work counts as recent. */
  recentSince: string;
}

/**
 * The villages of a program in which nobody works now, by code: targets whose wave is to come are left out, and those with
 * recent work. What is read of people is what is kept of their village.
 */
export async function listQuietVillages(db: Kysely<Database>, { programId, regionCode, curriculumId, today, recentSince }: QuietChoice): Promise<VillageFacts[]> {
  const { rows } = await sql<VillageFacts>`
    with target as (
      select t.village_code, t.joined_on, wave.starts_on, program.starts_on as begun_on from program_village t
      join program on program.id = t.program_id
      left join program_wave wave on wave.program_id = t.program_id and wave.number = t.wave
      where t.program_id = ${programId} and coalesce(wave.starts_on <= ${today}, true) and starts_with(t.village_code, ${`${regionCode}.`})
    ),
    center as (
      select village_code, max(reached_on) as since from program_stage
      where program_id = ${programId} and stage in ('internet', 'center') and withdrawn_at is null and reached_on <= ${today} and starts_with(village_code, ${`${regionCode}.`})
      group by village_code
    ),
    held as (
      select c.village_code, (max(c.starts_on) filter (where c.starts_on <= ${today}))::text as "newestOn", (max(c.ends_on) filter (where c.starts_on <= ${today}))::text as "lastOn",
        bool_or(c.starts_on > ${today}) as "hasNext"
      from cohort c join curriculum_version v on v.id = c.curriculum_version_id
      where c.program_id = ${programId} and (${curriculumId} = '' or v.curriculum_id = ${curriculumId}) and starts_with(c.village_code, ${`${regionCode}.`})
      group by c.village_code
    )
    select village.code as "villageCode", village.name as village, district.name as district, regency.name as regency,
      target.starts_on::text as "waveSince", (${sinceCenter})::text as "centerSince", held."newestOn", held."lastOn", coalesce(held."hasNext", false) as "hasNext", kept.told, worked.last_on as "workedOn"
    from (select village_code from target union select village_code from held) place
    join region village on village.code = place.village_code
    join region district on district.code = village.parent_code
    join region regency on regency.code = district.parent_code
    left join target on target.village_code = place.village_code
    left join center on center.village_code = place.village_code
    left join held on held.village_code = place.village_code
    left join area_people kept on kept.region_code = place.village_code and kept.program_id = ${programId} and kept.curriculum_id = ${curriculumId}
    left join lateral (${lastWork(programId, curriculumId)}) worked on true
    where coalesce(worked.last_on < ${recentSince}, true)
    order by village.code collate "C"`.execute(db);
  return rows;
}

// A plan is often typed in later than it began. The day on which it was counts only where no other tells when the program
// came to a village: there is no wave, and the center is older than the program.
const sinceCenter = sql`case when center.since is not null then greatest(center.since, coalesce(target.starts_on, case when center.since < target.begun_on then target.joined_on end)) end`;

// The days of centers are kept for all curricula together; of one alone, enrollments say it.
function lastWork(programId: string, curriculumId: string) {
  if (curriculumId === "") return sql`select max(a.last_on)::text as last_on from center_activity a where a.village_code = place.village_code and a.program_id = ${programId}`;
  return sql`
    select max(a.last_on)::text as last_on
    from cohort c
    join curriculum_version v on v.id = c.curriculum_version_id and v.curriculum_id = ${curriculumId}
    join enrollment e on e.village_code = c.village_code and e.cohort_id = c.id
    join enrollment_activity a on a.village_code = e.village_code and a.enrollment_id = e.id
    where c.village_code = place.village_code and c.program_id = ${programId}`;
}

/** Those of the villages in which nobody has completed a second lesson. */
export async function listOneLessonVillages(db: Kysely<Database>, { programId, curriculumId }: Pick<QuietChoice, "programId" | "curriculumId">, villageCodes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select place.code from unnest(${villageCodes}::text[]) as place (code)
    where not exists (
      select 1 from cohort c
      join curriculum_version v on v.id = c.curriculum_version_id
      join enrollment e on e.village_code = c.village_code and e.cohort_id = c.id
      join lesson_completion l on l.village_code = e.village_code and l.enrollment_id = e.id
      where c.village_code = place.code and c.program_id = ${programId} and (${curriculumId} = '' or v.curriculum_id = ${curriculumId})
      group by e.id having count(*) > 1
    )`.execute(db);
  return new Set(rows.map(({ code }) => code));
}
