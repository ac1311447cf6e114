import { type Kysely, sql } from "kysely";
import type { PublishedCounts } from "#app/programs/stages.ts";
import type { Database } from "./schema.ts";

export interface AreaChoice {
  /** Empty for the nation. */
  regionCode: string;
  programId: string;
  /** Empty for all curricula. */
  curriculumId: string;
}

/** A place with all that is kept of it under one choice of program and curriculum. */
export interface KeptArea {
  regionCode: string;
  people: number[];
  /** Null where the place has a target and nobody was ever counted. */
  told: PublishedCounts | null;
  /** By facet; see `contributionsOf`. Those of targets and centers are of all curricula. */
  figures: Record<string, number[]>;
  lastOn: string | null;
  /** Villages of the place with people that are no target of the program; 0 where it has none there. */
  otherVillages: number;
}

/** The place itself, with every facet but the days of centers before `activeSince`; undefined when nothing is kept of it. */
export async function findKeptArea(db: Kysely<Database>, choice: AreaChoice, activeSince: string): Promise<KeptArea | undefined> {
  const { rows } = await sql<KeptArea>`${keptAreas(choice, sql`a.region_code = ${choice.regionCode}`, sql`(f.facet < 'center:' or f.facet >= ${`center:${activeSince}`})`)}`.execute(db);
  return rows[0];
}

/** The places directly in it, with what a row of the table shows. */
export async function listKeptParts(db: Kysely<Database>, choice: AreaChoice, activeSince: string): Promise<KeptArea[]> {
  const { rows } = await sql<KeptArea>`${keptAreas(choice, sql`a.parent_code = ${choice.regionCode}`, shownSince(activeSince))}`.execute(db);
  return rows;
}

/** The places with these codes, with what a row of the table shows. */
export async function listKeptPlaces(db: Kysely<Database>, choice: Omit<AreaChoice, "regionCode">, codes: readonly string[], activeSince: string): Promise<KeptArea[]> {
  const { rows } = await sql<KeptArea>`${keptAreas(choice, sql`a.region_code = any(${codes}::text[])`, shownSince(activeSince))}`.execute(db);
  return rows;
}

function shownSince(activeSince: string) {
  return sql`(f.facet in ('attendance', 'centers', 'target', 'villages') or f.facet like 'gain:%' or (f.facet >= ${`center:${activeSince}`} and f.facet < 'center;'))`;
}

// Targets and centers are kept for all curricula together: they are read beside the curriculum's own.
function keptAreas({ programId, curriculumId }: Omit<AreaChoice, "regionCode">, where: ReturnType<typeof sql>, facets: ReturnType<typeof sql>) {
  return sql`
    select place.region_code as "regionCode", coalesce(p.people, '{0,0,0,0}') as people, p.told, coalesce(kept.figures, '{}') as figures, heard.last_on as "lastOn",
      case when kept.figures -> 'target' -> 0 <> '0' then (
        select count(*)::int from area_people v
        where length(v.region_code) = 13 and v.program_id = ${programId} and v.curriculum_id = ${curriculumId} and v.people[1] > 0
          and (v.region_code collate "C") > (case place.region_code when '' then '' else place.region_code || '.' end)
          and (v.region_code collate "C") < (case place.region_code when '' then '~' else place.region_code || '/' end)
          and not exists (select 1 from program_village t where t.program_id = v.program_id and t.village_code = v.region_code)
      ) else 0 end as "otherVillages"
    from (
      select a.region_code from area_people a where ${where} and a.program_id = ${programId} and a.curriculum_id in (${curriculumId}, '')
      union
      select a.region_code from area_figure a where ${where} and a.program_id = ${programId} and a.curriculum_id = '' and a.facet = 'target' and a.amounts[1] > 0
    ) place
    left join area_people p on p.region_code = place.region_code and p.program_id = ${programId} and p.curriculum_id = ${curriculumId}
    left join lateral (
      select jsonb_object_agg(f.facet, f.amounts) as figures from area_figure f
      where f.region_code = place.region_code and f.program_id = ${programId} and ${facets}
        and (f.curriculum_id = ${curriculumId} or (f.curriculum_id = '' and f.facet in ('target', 'centers')) or (f.curriculum_id = '' and f.facet like 'center:%'))
    ) kept on true
    left join lateral (
      select substr(f.facet, 8) as last_on from area_figure f
      where f.region_code = place.region_code and f.program_id = ${programId} and f.curriculum_id = '' and f.facet >= 'center:' and f.facet < 'center;' and f.amounts[1] > 0
      order by f.facet desc limit 1
    ) heard on true
    order by place.region_code`;
}

/** When the figures were last brought up to date; null before the first time. */
export async function findFoldTime(db: Kysely<Database>): Promise<Date | null> {
  const row = await db.selectFrom("figures_fold").select("folded_at").executeTakeFirst();
  return row?.folded_at ?? null;
}

export interface RegionName {
  code: string;
  name: string;
  kind: "province" | "regency" | "district" | "village";
}

/** Names of regions, by code. */
export async function listRegionNames(db: Kysely<Database>, codes: readonly string[]): Promise<RegionName[]> {
  return db.selectFrom("region").where("code", "in", codes.length > 0 ? codes : [""]).select(["code", "name", "kind"]).execute();
}

/** How many villages in force lie in every province, regency and district, by code; and under the empty code, in all. Counts the whole list: keep it. */
export async function countVillagesByArea(db: Kysely<Database>): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; villages: number }>`
    select area.code, count(*)::int as villages
    from region cross join lateral unnest(array[left(region.code, 8), left(region.code, 5), left(region.code, 2), '']) as area (code)
    where region.kind = 'village' and (region.retired_on is null or region.retired_on > current_date) group by area.code`.execute(db);
  return new Map(rows.map(({ code, villages }) => [code, villages]));
}

/** A cohort with its people: registered, started, finished, certified. */
export interface CohortPeople {
  villageCode: string;
  cohortId: string;
  programId: string;
  curriculumId: string;
  name: string;
  people: number[];
  /** What is told of its program and curriculum in its village; null before they are first counted. */
  village: PublishedCounts | null;
}

/** People of the cohorts of a village, counted now. */
export async function listCohortPeople(db: Kysely<Database>, choice: AreaChoice): Promise<CohortPeople[]> {
  return listCohortPeopleOf(db, [choice.regionCode], choice);
}

/** People of the cohorts of villages, counted now; by village, and there by name. */
export async function listCohortPeopleOf(db: Kysely<Database>, villageCodes: readonly string[], { programId, curriculumId }: Omit<AreaChoice, "regionCode">): Promise<CohortPeople[]> {
  const nil = "00000000-0000-0000-0000-000000000000";
  const { rows } = await sql<CohortPeople>`
    select c.village_code as "villageCode", c.id as "cohortId", c.program_id as "programId", v.curriculum_id as "curriculumId", c.name, village.told as village, array[
      count(*),
      count(*) filter (where a.enrollment_id is not null or f.enrollment_id is not null or k.enrollment_id is not null),
      count(*) filter (where f.enrollment_id is not null or k.enrollment_id is not null),
      count(*) filter (where k.enrollment_id is not null)]::int[] as people
    from cohort c
    join curriculum_version v on v.id = c.curriculum_version_id
    join enrollment e on e.village_code = c.village_code and e.cohort_id = c.id
    left join area_people village on village.region_code = c.village_code and village.program_id = c.program_id and village.curriculum_id = v.curriculum_id
    left join enrollment_activity a on a.village_code = e.village_code and a.enrollment_id = e.id
    left join enrollment_completion f on f.village_code = e.village_code and f.enrollment_id = e.id
    left join certificate k on k.village_code = e.village_code and k.enrollment_id = e.id
      and not exists (select 1 from certificate_revocation r where r.village_code = k.village_code and r.certificate_id = k.id)
    where c.village_code = any(${villageCodes}::text[]) and (${programId} = ${nil} or c.program_id = ${programId}) and (${curriculumId} = '' or v.curriculum_id = ${curriculumId})
    group by c.village_code, c.id, v.curriculum_id, village.told order by c.village_code, c.name, c.id`.execute(db);
  return rows;
}
