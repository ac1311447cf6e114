import { type Kysely, sql, type Transaction } from "kysely";
import { recordStaffAudit } from "./audit.ts";
import type { Database } from "./schema.ts";

/** What a programme says that a mentor has reached, such as Pandu Digital, Merah. Days are `YYYY-MM-DD`. */
export interface MentorLevel {
  id: string;
  programme: string;
  level: string;
  number: string | null;
  issuedOn: string;
  expiresOn: string | null;
}

/** A mentor with their levels, for who answers for the program. */
export interface ProgramMentor {
  staffId: string;
  name: string;
  cohorts: number;
  levels: MentorLevel[];
}

/** A mentor's levels, the one that was issued last first. */
export async function listLevelsOf(db: Kysely<Database>, staffId: string): Promise<MentorLevel[]> {
  return selectLevels(db).where("staff_id", "=", staffId).execute();
}

/** Who mentors cohorts of the program now or is registered for it, by name, each with how many cohorts they have and with their levels. */
export async function listProgramMentors(db: Kysely<Database>, programId: string): Promise<ProgramMentor[]> {
  const mentors = await mentorsOfProgram(db, programId)
    .select(["staff.id as staffId", "staff.name", cohortsOf(programId).as("cohorts")])
    .orderBy("staff.name")
    .orderBy("staff.id")
    .execute();
  if (mentors.length === 0) return [];
  const levels = await selectLevels(db).where("staff_id", "in", mentors.map(({ staffId }) => staffId)).select("staff_id as staffId").execute();
  return mentors.map(({ staffId, name, cohorts }) => ({
    staffId,
    name,
    cohorts,
    levels: levels.filter((level) => level.staffId === staffId).map(({ staffId: _staffId, ...level }) => level),
  }));
}

/** Whether the staff member mentors a cohort of the program now, or is registered for it. */
export async function isProgramMentor(db: Kysely<Database>, programId: string, staffId: string): Promise<boolean> {
  return (await mentorsOfProgram(db, programId).where("staff.id", "=", staffId).select("staff.id").limit(1).executeTakeFirst()) !== undefined;
}

export type NewMentorLevel = MentorLevel & { staffId: string; recordedBy: string; recordedAt: Date };

/** Keeps a level under the form's id; sent again, it is kept once. `known`: the same one was entered before, and nothing changes. */
export async function insertMentorLevel(trx: Transaction<Database>, { staffId, recordedBy, recordedAt, ...level }: NewMentorLevel): Promise<"kept" | "known"> {
  await trx.selectFrom("staff").where("id", "=", staffId).select("id").forUpdate().execute();
  const { id, programme, number, issuedOn: issued_on, expiresOn: expires_on } = level;
  const known = await selectLevels(trx)
    .where("staff_id", "=", staffId)
    .where(sql`lower(programme)`, "=", level.programme.toLowerCase())
    .where(sql`lower(level)`, "=", level.level.toLowerCase())
    .where("issued_on", "=", level.issuedOn)
    .where("id", "<>", id)
    .executeTakeFirst();
  if (known) return "known";
  const inserted = await trx
    .insertInto("mentor_level")
    .values({ id, staff_id: staffId, programme, level: level.level, number, issued_on, expires_on, recorded_at: recordedAt, recorded_by: recordedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  const details = { staff: staffId, programme, level: level.level, issuedOn: issued_on, expiresOn: expires_on };
  if (inserted) await recordStaffAudit(trx, { actor: { kind: "staff", id: recordedBy }, action: "level.add", subjectId: id, details });
  return "kept";
}

/** Takes back a level that was entered wrongly; a second time changes nothing. */
export async function withdrawMentorLevel(trx: Transaction<Database>, { id, staffId, by, at }: { id: string; staffId: string; by: string; at: Date }): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("mentor_level")
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where("id", "=", id)
    .where("staff_id", "=", staffId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await recordStaffAudit(trx, { actor: { kind: "staff", id: by }, action: "level.withdraw", subjectId: id, details: { staff: staffId } });
}

function selectLevels(db: Kysely<Database>) {
  return db
    .selectFrom("mentor_level")
    .where("withdrawn_at", "is", null)
    .select(["mentor_level.id", "programme", "level", "number", "issued_on as issuedOn", "expires_on as expiresOn"])
    .orderBy("issued_on", "desc")
    .orderBy("mentor_level.id", "desc");
}

// Cohort by cohort: of a small program in a large country the planner would read the mentors of every cohort there is.
function mentorsOfProgram(db: Kysely<Database>, programId: string) {
  return db.selectFrom("staff").where(
    sql<boolean>`staff.id in (
      select m.staff_id from cohort c cross join lateral (
          select staff_id from cohort_mentor where village_code = c.village_code and cohort_id = c.id and ended_at is null and (until is null or until > now()) offset 0
        ) m
        where c.program_id = ${programId}
      union select p.staff_id from program_mentor p where p.program_id = ${programId} and p.ended_at is null)`,
  );
}

function cohortsOf(programId: string) {
  return sql<number>`(select count(distinct c.id)::int from cohort c join cohort_mentor m on m.village_code = c.village_code and m.cohort_id = c.id
    where c.program_id = ${programId} and m.staff_id = staff.id and m.ended_at is null and (m.until is null or m.until > now()))`;
}
