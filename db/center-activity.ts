import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** The last day, `YYYY-MM-DD`, on which somebody of a program worked at a center. */
export interface CenterDay {
  villageCode: string;
  centerId: string;
  programId: string;
  lastOn: string;
}

/** The last day of work at centers, by program, as it was last counted. */
export async function listCenterActivity(db: Kysely<Database>, villageCodes: readonly string[]): Promise<CenterDay[]> {
  return db
    .selectFrom("center_activity")
    .where("village_code", "in", villageCodes.length > 0 ? [...new Set(villageCodes)] : [""])
    .select(["village_code as villageCode", "center_id as centerId", "program_id as programId", "last_on as lastOn"])
    .execute();
}

/** The last day of work at centers, by program and for all (the nil id), counted from every enrollment of the villages. */
export async function countCenterActivity(db: Kysely<Database>, villageCodes: readonly string[]): Promise<CenterDay[]> {
  if (villageCodes.length === 0) return [];
  const { rows } = await sql<CenterDay>`
    select e.village_code as "villageCode", l.center_id as "centerId", of.program_id as "programId", max(a.last_on) as "lastOn"
    from enrollment e
    join enrollment_activity a on a.village_code = e.village_code and a.enrollment_id = e.id
    join cohort c on c.village_code = e.village_code and c.id = e.cohort_id
    join learner l on l.village_code = e.village_code and l.id = e.learner_id
    cross join lateral unnest(array[c.program_id, '00000000-0000-0000-0000-000000000000']) as of (program_id)
    where e.village_code = any(${villageCodes}::text[])
    group by 1, 2, 3`.execute(db);
  return rows;
}

/** Keeps last days of work; a center keeps the others that it has. */
export async function keepCenterActivity(trx: Transaction<Database>, days: readonly CenterDay[]): Promise<void> {
  if (days.length === 0) return;
  await trx
    .insertInto("center_activity")
    .values(days.map((one) => ({ village_code: one.villageCode, center_id: one.centerId, program_id: one.programId, last_on: one.lastOn })))
    .onConflict((conflict) => conflict.columns(["village_code", "center_id", "program_id"]).doUpdateSet((set) => ({ last_on: set.ref("excluded.last_on") })))
    .execute();
}

/** Keeps these last days of work of the villages' centers, and no others. */
export async function replaceCenterActivity(trx: Transaction<Database>, villageCodes: readonly string[], days: readonly CenterDay[]): Promise<void> {
  await sql`delete from center_activity where village_code = any(${villageCodes}::text[])`.execute(trx);
  await keepCenterActivity(trx, days);
}

/** Takes all notes of villages whose centers are to be counted anew. */
export async function takeStaleCenters(trx: Transaction<Database>): Promise<string[]> {
  const { rows } = await sql<{ villageCode: string }>`
    with taken as (delete from center_stale returning village_code)
    select distinct village_code as "villageCode" from taken`.execute(trx);
  return rows.map(({ villageCode }) => villageCode);
}

/** Forgets the last days of enrollments that are gone. */
export async function dropGoneActivity(trx: Transaction<Database>, villageCodes: readonly string[]): Promise<void> {
  await sql`
    delete from enrollment_activity a where a.village_code = any(${villageCodes}::text[])
      and not exists (select 1 from enrollment e where e.village_code = a.village_code and e.id = a.enrollment_id)`.execute(trx);
}
