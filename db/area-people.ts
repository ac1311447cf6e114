import { type Kysely, sql, type Transaction } from "kysely";
import type { PublishedCounts } from "#app/programs/stages.ts";
import type { Database } from "./schema.ts";

/** Names people counted at a place, for a program and a curriculum (or all of them). */
export interface AreaKey {
  regionCode: string;
  programId: string;
  curriculumId: string;
}

/** True numbers of registered, started, finished and certified people, and what may be told of them. */
export interface AreaPeople extends AreaKey {
  people: number[];
  told: PublishedCounts;
}

/** Of villages: the true numbers, summed from their figures. */
export async function sumPeople(db: Kysely<Database>, keys: readonly AreaKey[]): Promise<(AreaKey & { people: number[] })[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<AreaKey & { people: number[] }>`
    select wanted.region_code as "regionCode", wanted.program_id as "programId", wanted.curriculum_id as "curriculumId",
      array[coalesce(sum(amounts[1]), 0), coalesce(sum(amounts[2]), 0), coalesce(sum(amounts[3]), 0), coalesce(sum(amounts[4]), 0)]::int[] as people
    from ${wanted(keys)}
    left join area_figure f on f.region_code = wanted.region_code and f.program_id = wanted.program_id and f.curriculum_id = wanted.curriculum_id
      and f.facet >= 'people:' and f.facet < 'people;'
    group by 1, 2, 3`.execute(db);
  return rows;
}

/** What is kept of places; those of which nothing is kept are left out. */
export async function listAreaPeople(db: Kysely<Database>, keys: readonly AreaKey[]): Promise<AreaPeople[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<AreaPeople>`
    select ${columns} from ${wanted(keys)}
    join area_people a on a.region_code = wanted.region_code and a.program_id = wanted.program_id and a.curriculum_id = wanted.curriculum_id`.execute(db);
  return rows;
}

/** What is kept of the places directly in those named, with the place they are in. */
export async function listAreaParts(db: Kysely<Database>, keys: readonly AreaKey[]): Promise<(AreaPeople & { parentCode: string })[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<AreaPeople & { parentCode: string }>`
    select ${columns}, a.parent_code as "parentCode" from ${wanted(keys)}
    join area_people a on a.parent_code = wanted.region_code and a.program_id = wanted.program_id and a.curriculum_id = wanted.curriculum_id
    where a.people[1] > 0
    order by a.region_code`.execute(db);
  return rows;
}

/** What is kept of places for every program and curriculum that counts anyone there. */
export async function listAllPeopleAt(db: Kysely<Database>, regionCodes: readonly string[]): Promise<AreaPeople[]> {
  const { rows } = await sql<AreaPeople>`select ${columns} from area_people a where a.region_code = any(${regionCodes}) and a.people[1] > 0`.execute(db);
  return rows;
}

export async function keepAreaPeople(trx: Transaction<Database>, places: readonly AreaPeople[]): Promise<void> {
  if (places.length === 0) return;
  await sql`
    insert into area_people (region_code, program_id, curriculum_id, people, told)
    select wanted.region_code, wanted.program_id, wanted.curriculum_id, string_to_array(kept.people, ',')::int[], kept.told
    from ${wanted(places)}
    join unnest(${places.map((one) => one.people.join(","))}::text[], ${places.map((one) => JSON.stringify(one.told))}::jsonb[]) with ordinality as kept (people, told, place) using (place)
    on conflict (region_code, program_id, curriculum_id) do update set people = excluded.people, told = excluded.told`.execute(trx);
}

const columns = sql`a.region_code as "regionCode", a.program_id as "programId", a.curriculum_id as "curriculumId", a.people, a.told`;

function wanted(keys: readonly AreaKey[]) {
  const column = <K extends keyof AreaKey>(key: K) => keys.map((one) => one[key]);
  return sql`unnest(${column("regionCode")}::text[], ${column("programId")}::uuid[], ${column("curriculumId")}::text[]) with ordinality as wanted (region_code, program_id, curriculum_id, place)`;
}
