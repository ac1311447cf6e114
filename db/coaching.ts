import { type Kysely, sql, type Transaction } from "kysely";
import { type CohortSummary, listCohorts } from "./cohorts.ts";
import type { Database } from "./schema.ts";

/** A cohort of somebody whom a coach coaches, directly or through others. */
export interface CoachedCohort {
  cohort: CohortSummary;
  /** The names from the one whom the coach coaches themselves down to the cohort's mentor; one name when they are the same. */
  chain: string[];
}

/** The cohort, if one of those whom the coach coaches at any depth mentors it now. */
export async function findCohortOfCoach(db: Kysely<Database>, coachId: string, cohortId: string): Promise<CoachedCohort | undefined> {
  return (await coachedCohorts(db, coachId, cohortId))[0];
}

/** The cohorts of all whom the coach coaches at any depth, without those that are the coach's own; nearer ones first. */
export async function listCohortsOfCoach(db: Kysely<Database>, coachId: string): Promise<CoachedCohort[]> {
  return coachedCohorts(db, coachId, null);
}

// Coaching opens the cohorts of its own program alone. Of several ways to a cohort the shortest is told.
async function coachedCohorts(db: Kysely<Database>, coachId: string, cohortId: string | null): Promise<CoachedCohort[]> {
  const { rows } = await sql<{ villageCode: string; cohortId: string; chain: string[] }>`
    with recursive below (staff_id, program_id, way) as (
      select c.mentor_id, c.program_id, array[c.mentor_id] from staff_coaching c where c.coach_id = ${coachId} and c.ended_at is null
      union all
      select c.mentor_id, c.program_id, below.way || c.mentor_id
      from below join staff_coaching c on c.coach_id = below.staff_id and c.program_id = below.program_id and c.ended_at is null
      where c.mentor_id <> all (below.way) and c.mentor_id <> ${coachId}
    ), nearest as (
      select distinct on (m.village_code, m.cohort_id) m.village_code, m.cohort_id, below.way
      from below
      join cohort_mentor m on m.staff_id = below.staff_id and m.ended_at is null and (m.until is null or m.until > now())
      join cohort on cohort.village_code = m.village_code and cohort.id = m.cohort_id and cohort.program_id = below.program_id
      where (${cohortId}::uuid is null or m.cohort_id = ${cohortId}::uuid)
        and not exists (select 1 from cohort_mentor own where own.village_code = m.village_code and own.cohort_id = m.cohort_id
          and own.staff_id = ${coachId} and own.ended_at is null and (own.until is null or own.until > now()))
      order by m.village_code, m.cohort_id, cardinality(below.way), m.since
    )
    select village_code as "villageCode", cohort_id as "cohortId",
      array(select s.name from unnest(way) with ordinality step (id, place) join staff s on s.id = step.id order by step.place) as chain
    from nearest`.execute(db);
  const chains = new Map(rows.map((row) => [row.cohortId, row.chain]));
  const cohorts = await listCohorts(db, rows);
  return cohorts
    .map((cohort) => ({ cohort, chain: chains.get(cohort.cohortId) ?? [] }))
    .sort((a, b) => a.chain.length - b.chain.length || a.chain.join("\n").localeCompare(b.chain.join("\n"), "id"));
}

export interface Coaching {
  coachingId: string;
  coachId: string;
  coachName: string;
  mentorId: string;
  mentorName: string;
  since: Date;
}

/** Who coaches whom in a program now, by the coach's name. */
export async function listCoaching(db: Kysely<Database>, programId: string): Promise<Coaching[]> {
  return db
    .selectFrom("staff_coaching as coaching")
    .innerJoin("staff as coach", "coach.id", "coaching.coach_id")
    .innerJoin("staff as mentor", "mentor.id", "coaching.mentor_id")
    .where("coaching.program_id", "=", programId)
    .where("coaching.ended_at", "is", null)
    .select(["coaching.id as coachingId", "coach.id as coachId", "coach.name as coachName", "mentor.id as mentorId", "mentor.name as mentorName", "coaching.since"])
    .orderBy("coach.name")
    .orderBy("mentor.name")
    .orderBy("coaching.id")
    .execute();
}

/** Holds the program's coaching until the transaction ends, so that no two changes close a circle together. */
export async function lockCoaching(trx: Transaction<Database>, programId: string): Promise<void> {
  await trx.selectFrom("program").where("id", "=", programId).select("id").forNoKeyUpdate().execute();
}

/** Whether `staffId` coaches `otherId` in the program, directly or through others. */
export async function coaches(db: Kysely<Database>, programId: string, staffId: string, otherId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive below (staff_id) as (
      select mentor_id from staff_coaching where coach_id = ${staffId} and program_id = ${programId} and ended_at is null
      union
      select c.mentor_id from below join staff_coaching c on c.coach_id = below.staff_id and c.program_id = ${programId} and c.ended_at is null
    )
    select exists (select 1 from below where staff_id = ${otherId}) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** Begins a coaching. Answers whether the id is new. */
export async function insertCoaching(db: Kysely<Database>, coaching: { id: string; programId: string; coachId: string; mentorId: string; since: Date; grantedBy: string }): Promise<boolean> {
  const { id, programId, coachId, mentorId, since, grantedBy } = coaching;
  const inserted = await db
    .insertInto("staff_coaching")
    .values({ id, program_id: programId, coach_id: coachId, mentor_id: mentorId, since, granted_by: grantedBy })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Ends a coaching of the program. Answers whether it had not ended. */
export async function endCoaching(db: Kysely<Database>, programId: string, coachingId: string, endedAt: Date): Promise<boolean> {
  const ended = await db
    .updateTable("staff_coaching")
    .set({ ended_at: endedAt })
    .where("program_id", "=", programId)
    .where("id", "=", coachingId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}
