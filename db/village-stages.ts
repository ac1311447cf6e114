import { type Kysely, sql } from "kysely";
import { stageOrder } from "./program-stages.ts";
import type { VillageStage } from "./programs-schema.ts";
import type { Database } from "./schema.ts";

export interface VillageStanding {
  villageCode: string;
  village: string;
  districtCode: string;
  district: string;
  regencyCode: string;
  regency: string;
  isTarget: boolean;
  /** The farthest stage reached by the day; null before the first. */
  stage: VillageStage | null;
}

export interface StandingChoice {
  programId: string;
  /** A province, regency or district. */
  regionCode: string;
  /** Empty for all. Of one alone: the first cohort and the first graduates are those of its own. */
  curriculumId: string;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** Every village of a place, target of the program or not, by code; those that a decree has ended only where the program has them. */
export async function listVillageStandings(db: Kysely<Database>, { programId, regionCode, curriculumId, today }: StandingChoice): Promise<VillageStanding[]> {
  const { rows } = await sql<VillageStanding>`
    with reached as (
      select village_code, max(array_position(${stageOrder}, stage)) as rank from (
        select village_code, stage from program_stage
        where program_id = ${programId} and withdrawn_at is null and reached_on <= ${today} and (${curriculumId} = '' or stage in ('internet', 'center'))
        union all
        select c.village_code, 'cohort' from cohort c join curriculum_version v on v.id = c.curriculum_version_id
        where ${curriculumId} <> '' and c.program_id = ${programId} and v.curriculum_id = ${curriculumId} and c.starts_on <= ${today}
        union all
        select a.region_code, 'graduates' from area_people a
        where ${curriculumId} <> '' and a.program_id = ${programId} and a.curriculum_id = ${curriculumId} and a.people[3] > 0 and length(a.region_code) = 13
      ) stage group by village_code
    )
    select village.code as "villageCode", village.name as village, district.code as "districtCode", district.name as district,
      regency.code as "regencyCode", regency.name as regency, target.village_code is not null as "isTarget", (${stageOrder})[reached.rank] as stage
    from region village
    join region district on district.code = village.parent_code
    join region regency on regency.code = district.parent_code
    left join program_village target on target.program_id = ${programId} and target.village_code = village.code
    left join reached on reached.village_code = village.code
    where village.kind = 'village' and village.code collate "C" >= ${`${regionCode}.`} and village.code collate "C" < ${`${regionCode}/`}
      and (coalesce(village.retired_on > ${today}, true) or target.village_code is not null or reached.rank is not null)
    order by village.code collate "C"`.execute(db);
  return rows;
}
