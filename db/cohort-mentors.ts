import { type Kysely, sql } from "kysely";
import type { CohortKey } from "./enrollments.ts";
import type { Database } from "./schema.ts";

/** Someone's time with a cohort. */
export interface MentorTime {
  rowId: string;
  staffId: string;
  name: string;
  username: string;
  since: Date;
  /** When a substitute's time is over; null for who has the cohort until it is handed on. */
  until: Date | null;
  reason: string | null;
  /** When it was over, by an ending or because `until` came; null: now. */
  endedAt: Date | null;
}

/** Everyone who mentors the cohort now or did before, the latest to begin first. */
export async function listMentorTimes(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<MentorTime[]> {
  return db
    .selectFrom("cohort_mentor as mentor")
    .innerJoin("staff", "staff.id", "mentor.staff_id")
    .where("mentor.village_code", "=", villageCode)
    .where("mentor.cohort_id", "=", cohortId)
    .select([
      "mentor.id as rowId",
      "staff.id as staffId",
      "staff.name",
      "staff.username",
      "mentor.since",
      "mentor.until",
      "mentor.reason",
      sql<Date | null>`coalesce(mentor.ended_at, case when mentor.until <= now() then mentor.until end)`.as("endedAt"),
    ])
    .orderBy("mentor.since", "desc")
    .orderBy("mentor.id", "desc")
    .execute();
}

/** Whether the cohort is theirs until it is handed on, and not lent to them. */
export async function hasLastingMentor(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, staffId: string): Promise<boolean> {
  const row = await db
    .selectFrom("cohort_mentor")
    .where("village_code", "=", villageCode)
    .where("cohort_id", "=", cohortId)
    .where("staff_id", "=", staffId)
    .where("ended_at", "is", null)
    .where("until", "is", null)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewMentorTime extends CohortKey {
  rowId: string;
  staffId: string;
  since: Date;
  until: Date | null;
  reason: string | null;
  grantedBy: string;
}

/** Begins someone's time with a cohort. Answers whether the row's id is new in the village. */
export async function insertMentorTime(db: Kysely<Database>, time: NewMentorTime): Promise<boolean> {
  const inserted = await db
    .insertInto("cohort_mentor")
    .values({
      village_code: time.villageCode,
      id: time.rowId,
      cohort_id: time.cohortId,
      staff_id: time.staffId,
      since: time.since,
      until: time.until,
      reason: time.reason,
      granted_by: time.grantedBy,
    })
    .onConflict((conflict) => conflict.columns(["village_code", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Ends a row. A substitute's row whose time is over already ends when it was over. */
export async function endMentorTime(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, rowId: string, endedAt: Date): Promise<boolean> {
  const ended = await db
    .updateTable("cohort_mentor")
    .set({ ended_at: sql<Date>`least(${endedAt}::timestamptz, until)` })
    .where("village_code", "=", villageCode)
    .where("cohort_id", "=", cohortId)
    .where("id", "=", rowId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

export interface FoundStaff {
  staffId: string;
  name: string;
  username: string;
}

/** Those who are registered as mentors of the program, mentor or mentored a cohort of it, or coach in it, and whose user name is `query` or whose name or user name holds it. At most 20. */
export async function searchProgramStaff(db: Kysely<Database>, programId: string, query: string): Promise<FoundStaff[]> {
  return programStaff(db, programId)
    .where(sql<boolean>`(position(lower(${query}) in lower(staff.name)) > 0 or position(lower(${query}) in staff.username) > 0)`)
    .orderBy("staff.name")
    .orderBy("staff.id")
    .limit(20)
    .execute();
}

/** One of those whom `searchProgramStaff` can find. */
export async function findProgramStaff(db: Kysely<Database>, programId: string, staffId: string): Promise<FoundStaff | undefined> {
  return programStaff(db, programId).where("staff.id", "=", staffId).executeTakeFirst();
}

/** Anyone on the staff by their whole user name: for leads, who bring new people into a program. */
export async function findStaffNamed(db: Kysely<Database>, username: string): Promise<FoundStaff | undefined> {
  return db.selectFrom("staff").where("username", "=", username.toLowerCase()).select(["id as staffId", "name", "username"]).executeTakeFirst();
}

function programStaff(db: Kysely<Database>, programId: string) {
  return db
    .selectFrom("staff")
    .where(
      sql<boolean>`staff.id in (
        select m.staff_id from cohort c join cohort_mentor m on m.village_code = c.village_code and m.cohort_id = c.id where c.program_id = ${programId}
        union select unnest(array[k.coach_id, k.mentor_id]) from staff_coaching k where k.program_id = ${programId}
        union select p.staff_id from program_mentor p where p.program_id = ${programId} and p.ended_at is null)`,
    )
    .select(["staff.id as staffId", "staff.name", "staff.username"]);
}

/** Someone who mentors cohorts of a program now. */
export interface ProgramMentor extends FoundStaff {
  cohorts: { cohortId: string; name: string; village: string }[];
}

/** Who mentors cohorts of the program now, by name, each with these cohorts. */
export async function listMentorsOfProgram(db: Kysely<Database>, programId: string): Promise<ProgramMentor[]> {
  const { rows } = await sql<ProgramMentor>`
    select staff.id as "staffId", staff.name, staff.username,
      json_agg(json_build_object('cohortId', c.id, 'name', c.name, 'village', village.name) order by village.name, c.name) as cohorts
    from cohort c
    join cohort_mentor m on m.village_code = c.village_code and m.cohort_id = c.id and m.ended_at is null and (m.until is null or m.until > now())
    join staff on staff.id = m.staff_id
    join region village on village.code = c.village_code
    where c.program_id = ${programId}
    group by staff.id order by staff.name, staff.id`.execute(db);
  return rows;
}
