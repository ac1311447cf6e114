import { type Kysely, type RawBuilder, sql } from "kysely";
import type { VillageRow } from "#app/programs/rows/village-rows.ts";
import { boundsOf } from "./anomalies.ts";
import type { AreaChoice } from "./area-report.ts";
import type { Database } from "./schema.ts";

/** Which villages: after the code `after`, up to `limit` of them. */
export interface RowsPart {
  after: string;
  limit: number;
}

/** The villages of a place in which people reached a stage (1 registered, 2 started, 3 finished, 4 certified). */
export async function listVillagesAtStage(db: Kysely<Database>, choice: AreaChoice, stage: number, part: RowsPart): Promise<VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    select ${named}, a.told as counts, null::int as target
    from (${peopleOf(choice, part.after)} and a.people[${sql.lit(stage)}] > 0 order by a.region_code collate "C" limit ${part.limit}) a
    ${withNames} order by a.region_code collate "C"`.execute(db);
  return rows;
}

/** A program's target villages in a place; with `isWaiting` those where nobody is registered yet. */
export async function listTargetVillages(db: Kysely<Database>, choice: AreaChoice, isWaiting: boolean, { after, limit }: RowsPart): Promise<VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    select ${named}, a.counts, a.target
    from (
      select t.village_code as region_code, case when p.people[1] > 0 then p.told end as counts, t.target_learners as target
      from ${targetsOf(choice, after)} ${sql.raw(isWaiting ? "and coalesce(p.people[1], 0) = 0" : "")}
      order by t.village_code collate "C" limit ${limit}
    ) a
    ${withNames} order by a.region_code collate "C"`.execute(db);
  return rows;
}

/** How many target villages of a program in a place have nobody registered yet. Reads the program's targets there. */
export async function countWaitingVillages(db: Kysely<Database>, choice: AreaChoice): Promise<number> {
  const { rows } = await sql<{ villages: number }>`select count(*)::int as villages from ${targetsOf(choice, "")} and coalesce(p.people[1], 0) = 0`.execute(db);
  return rows[0]?.villages ?? 0;
}

/** Villages in which nobody worked or registered since the day `activeSince`, which is in the month `newSince`, and some have not finished. */
export interface StalledSince {
  activeSince: string;
  newSince: string;
}

/** The villages of a place that stalled, of those with five people or more: what few do in a village is not told. Reads every village with people in the place. */
export async function listStalledVillages(db: Kysely<Database>, choice: AreaChoice, since: StalledSince, part: RowsPart): Promise<VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    select ${named}, a.told as counts, null::int as target
    from (select * from (${stalledOf(choice, since, part.after)}) stalled order by region_code collate "C" limit ${part.limit}) a
    ${withNames} order by a.region_code collate "C"`.execute(db);
  return rows;
}

export async function countStalledVillages(db: Kysely<Database>, choice: AreaChoice, since: StalledSince): Promise<number> {
  const { rows } = await sql<{ villages: number }>`select count(*)::int as villages from (${stalledOf(choice, since, "")}) stalled`.execute(db);
  return rows[0]?.villages ?? 0;
}

const named = sql`a.region_code as code, village.name, district.name as district`;
const withNames = sql`join region village on village.code = a.region_code join region district on district.code = village.parent_code`;

function peopleOf({ regionCode, programId, curriculumId }: AreaChoice, after: string) {
  const { from, to } = boundsOf(regionCode);
  return sql`
    select a.region_code, a.people, a.told from area_people a
    where length(a.region_code) = 13 and a.program_id = ${programId} and a.curriculum_id = ${curriculumId}
      and (a.region_code collate "C") > ${after > from ? after : from} and (a.region_code collate "C") < ${to}`;
}

function targetsOf({ regionCode, programId, curriculumId }: AreaChoice, after: string) {
  const { from, to } = boundsOf(regionCode);
  return sql`program_village t
    left join area_people p on p.region_code = t.village_code and p.program_id = t.program_id and p.curriculum_id = ${curriculumId}
    where t.program_id = ${programId} and (t.village_code collate "C") > ${after > from ? after : from} and (t.village_code collate "C") < ${to}`;
}

function stalledOf(choice: AreaChoice, { activeSince, newSince }: StalledSince, after: string) {
  return sql`
    select a.region_code, a.told
    from (${peopleOf(choice, after)} and a.people[1] >= 5 and a.people[3] < a.people[1]) a
    left join lateral (
      select substr(f.facet, 8) as last_on from area_figure f
      where f.region_code = a.region_code and f.program_id = ${choice.programId} and f.curriculum_id = '' and f.facet >= 'center:' and f.facet < 'center;' and f.amounts[1] > 0
      order by f.facet desc limit 1
    ) heard on true
    where coalesce(heard.last_on, '') < ${activeSince}
      and not exists (${registeredIn(choice, sql`f.facet > ${`month:${newSince}`} and f.facet < 'month;'`)})
      and not (exists (${registeredIn(choice, sql`f.facet = ${`month:${newSince}`}`)}) and exists (${enrolledSince(choice, activeSince)}))`;
}

function registeredIn({ programId, curriculumId }: AreaChoice, months: RawBuilder<boolean>) {
  return sql`select 1 from area_figure f where f.region_code = a.region_code and f.program_id = ${programId} and f.curriculum_id = ${curriculumId} and ${months} and f.amounts[1] > 0`;
}

// Figures know the month of a registration; where it may have been before the day, the village's enrollments tell.
function enrolledSince({ programId, curriculumId }: AreaChoice, day: string) {
  return sql`
    select 1 from enrollment e join cohort c on c.village_code = e.village_code and c.id = e.cohort_id join curriculum_version v on v.id = e.curriculum_version_id
    where e.village_code = a.region_code and (e.enrolled_at at time zone 'Asia/Jakarta')::date >= ${day}::date
      and (${programId}::uuid = '00000000-0000-0000-0000-000000000000' or c.program_id = ${programId}) and (${curriculumId} = '' or v.curriculum_id = ${curriculumId})`;
}
