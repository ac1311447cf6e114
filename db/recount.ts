import { type Kysely, sql } from "kysely";
import type { FigureChange, LearnerKey } from "./figures.ts";
import type { Database } from "./schema.ts";

/**
 * Every figure of every area, counted anew from what people did, in SQL alone and sharing nothing with the fold that
 * keeps `area_figure`: the two must agree. Costs as much as the whole country, or as the villages named, when only
 * what they add to the areas around them is counted; figures of nothing are left out.
 */
export async function recountFigures(db: Kysely<Database>, villageCodes: readonly string[] | null = null): Promise<FigureChange[]> {
  const within = (column: string) => (villageCodes ? sql`${sql.ref(column)} = any(${villageCodes}::text[])` : sql`true`);
  const { rows } = await sql<FigureChange>`
    with studied as (
      select e.village_code, e.learner_id, c.program_id, v.curriculum_id, e.enrolled_at, e.id, l.center_id,
        l.gender, l.birth_year, (e.enrolled_at at time zone 'Asia/Jakarta')::date as enrolled_on,
        (work.first_at at time zone 'Asia/Jakarta')::date as started_on, (work.last_at at time zone 'Asia/Jakarta')::date as last_on,
        (f.completed_at at time zone 'Asia/Jakarta')::date as finished_on,
        (select (k.issued_at at time zone 'Asia/Jakarta')::date from certificate k
         where k.village_code = e.village_code and k.enrollment_id = e.id
           and not exists (select 1 from certificate_revocation r where r.village_code = k.village_code and r.certificate_id = k.id)) as certified_on,
        (select by_pillar from year_test_attempt t where t.village_code = e.village_code and t.enrollment_id = e.id and t.kind = 'start') as start,
        (select by_pillar from year_test_attempt t where t.village_code = e.village_code and t.enrollment_id = e.id and t.kind = 'close') as close
      from enrollment e
      join cohort c on c.village_code = e.village_code and c.id = e.cohort_id
      join curriculum_version v on v.id = e.curriculum_version_id
      join learner l on l.village_code = e.village_code and l.id = e.learner_id
      left join enrollment_completion f on f.village_code = e.village_code and f.enrollment_id = e.id
      left join (
        select village_code, enrollment_id, min(at) as first_at, max(at) as last_at
        from (select village_code, enrollment_id, completed_at as at from lesson_completion where ${within("village_code")}
              union all select village_code, enrollment_id, submitted_at from quiz_attempt where ${within("village_code")}
              union all select village_code, enrollment_id, submitted_at from practice_attempt where ${within("village_code")}) every_work
        group by village_code, enrollment_id
      ) work on work.village_code = e.village_code and work.enrollment_id = e.id
      where ${within("e.village_code")}
    ),
    seen as (
      select village_code, learner_id, coalesce(program_id, '00000000-0000-0000-0000-000000000000') as program_id, coalesce(curriculum_id, '') as curriculum_id,
        min(gender) as gender, min(birth_year) as birth_year,
        least(min(enrolled_on), min(started_on), min(finished_on), min(certified_on)) as registered_on,
        least(min(started_on), min(finished_on), min(certified_on)) as started_on,
        least(min(finished_on), min(certified_on)) as finished_on, min(certified_on) as certified_on,
        (array_agg(start order by enrolled_at desc, id desc) filter (where start is not null and close is not null))[1] as start,
        (array_agg(close order by enrolled_at desc, id desc) filter (where start is not null and close is not null))[1] as close
      from studied
      group by village_code, learner_id, grouping sets ((program_id, curriculum_id), (program_id), (curriculum_id), ())
    ),
    marks as (
      select village_code, learner_id, coalesce(program_id, '00000000-0000-0000-0000-000000000000') as program_id, coalesce(curriculum_id, '') as curriculum_id,
        count(*)::int as marked, count(*) filter (where status in ('present', 'late'))::int as came
      from (
        select distinct on (m.village_code, m.session_id, m.learner_id) m.village_code, m.learner_id, m.status, c.program_id, v.curriculum_id
        from attendance_mark m
        join cohort_session s on s.village_code = m.village_code and s.id = m.session_id
        join cohort c on c.village_code = s.village_code and c.id = s.cohort_id
        join curriculum_version v on v.id = c.curriculum_version_id
        where ${within("m.village_code")}
        order by m.village_code, m.session_id, m.learner_id, m.marked_at desc, m.id desc
      ) newest
      group by village_code, learner_id, grouping sets ((program_id, curriculum_id), (program_id), (curriculum_id), ())
    ),
    centers as (
      select village_code, program_id, center_id, max(last_on) as last_on
      from (select village_code, center_id, last_on, unnest(array[program_id, '00000000-0000-0000-0000-000000000000']) as program_id from studied where last_on is not null) each_program
      group by village_code, program_id, center_id
    ),
    facets as (
      select village_code, program_id, curriculum_id,
        'people:' || coalesce(gender, '-') || ':' || case
          when birth_year is null then '-'
          when extract(year from registered_on) - birth_year < 17 then '0-16' when extract(year from registered_on) - birth_year <= 30 then '17-30'
          when extract(year from registered_on) - birth_year <= 45 then '31-45' when extract(year from registered_on) - birth_year <= 60 then '46-60' else '61+' end as facet,
        array[1, (started_on is not null)::int, (finished_on is not null)::int, (certified_on is not null)::int] as amounts
      from seen
      union all
      select village_code, program_id, curriculum_id, 'month:' || to_char(day, 'YYYY-MM'), array[(stage = 1)::int, (stage = 2)::int, (stage = 3)::int, (stage = 4)::int]
      from seen cross join lateral unnest(array[registered_on, started_on, finished_on, certified_on]) with ordinality as reached (day, stage)
      where day is not null
      union all
      select village_code, program_id, curriculum_id, 'gain:' || pillar.key,
        array[1, (start -> pillar.key ->> 'correct')::int, (start -> pillar.key ->> 'total')::int, (close -> pillar.key ->> 'correct')::int, (close -> pillar.key ->> 'total')::int]
      from seen cross join lateral jsonb_each(start) pillar
      where close ? pillar.key
      union all
      select marks.village_code, marks.program_id, marks.curriculum_id, 'attendance', array[marked, came]
      from marks join seen using (village_code, learner_id, program_id, curriculum_id)
      union all
      select village_code, program_id, '', 'centers', array[1] from centers
      union all
      select village_code, program_id, '', 'center:' || last_on, array[1] from centers
      union all
      select village_code, program_id, '', 'target', array[1, target_learners] from program_village where ${within("village_code")}
      union all
      select village_code, program_id, curriculum_id, 'villages', array[1, (count(started_on) > 0)::int, (count(finished_on) > 0)::int, (count(certified_on) > 0)::int]
      from seen group by village_code, program_id, curriculum_id
    )
    select region_code as "regionCode", program_id as "programId", curriculum_id as "curriculumId", facet,
      array[sum(coalesce(amounts[1], 0)), sum(coalesce(amounts[2], 0)), sum(coalesce(amounts[3], 0)), sum(coalesce(amounts[4], 0)), sum(coalesce(amounts[5], 0))]::int[] as amounts
    from facets
    cross join lateral unnest(array[village_code, left(village_code, 8), left(village_code, 5), left(village_code, 2), '']) as area (region_code)
    group by 1, 2, 3, 4`.execute(db);
  return rows;
}

/** Figures as they are kept. */
export async function listAllFigures(db: Kysely<Database>): Promise<FigureChange[]> {
  return db
    .selectFrom("area_figure")
    .select(["region_code as regionCode", "program_id as programId", "curriculum_id as curriculumId", "facet", "amounts"])
    .execute();
}

/** The figures of places as they are kept. */
export async function listFiguresOf(db: Kysely<Database>, regionCodes: readonly string[]): Promise<FigureChange[]> {
  const { rows } = await sql<FigureChange>`
    select region_code as "regionCode", program_id as "programId", curriculum_id as "curriculumId", facet, amounts
    from area_figure where region_code = any(${regionCodes}::text[])`.execute(db);
  return rows;
}

/** The figures of a place as the sums of the places directly in it. */
export async function sumFiguresIn(db: Kysely<Database>, regionCode: string): Promise<FigureChange[]> {
  const { rows } = await sql<FigureChange>`
    select ${regionCode} as "regionCode", program_id as "programId", curriculum_id as "curriculumId", facet,
      array[sum(coalesce(amounts[1], 0)), sum(coalesce(amounts[2], 0)), sum(coalesce(amounts[3], 0)), sum(coalesce(amounts[4], 0)), sum(coalesce(amounts[5], 0))]::int[] as amounts
    from area_figure where parent_code = ${regionCode}
    group by program_id, curriculum_id, facet`.execute(db);
  return rows;
}

/** Everyone with an enrollment in the villages, or with figures of one that is gone. */
export async function listEveryone(db: Kysely<Database>, villageCodes: readonly string[]): Promise<LearnerKey[]> {
  const { rows } = await sql<LearnerKey>`
    select village_code as "villageCode", learner_id as "learnerId" from enrollment where village_code = any(${villageCodes}::text[])
    union select village_code, learner_id from learner_figure where village_code = any(${villageCodes}::text[])`.execute(db);
  return rows;
}

/** The villages that anything is counted of, by the district that they lie in. */
export async function listCountedVillages(db: Kysely<Database>): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ district: string; villages: string[] }>`
    select left(village_code, 8) as district, array_agg(village_code order by village_code) as villages
    from (select village_code from internet_center union select village_code from program_village
          union select region_code from area_people where length(region_code) > 8
          union select region_code from area_figure where length(region_code) > 8 and facet = 'target') counted
    group by 1 order by 1`.execute(db);
  return new Map(rows.map(({ district, villages }) => [district, villages]));
}
