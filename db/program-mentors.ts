import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

export interface Registration {
  /** The form's UUID: the same form never registers twice. */
  id: string;
  programId: string;
  staffId: string;
  since: Date;
  grantedBy: string;
}

/** Registers somebody as a mentor of a program; who is registered already stays so. */
export async function insertProgramMentor(trx: Transaction<Database>, { id, programId, staffId, since, grantedBy }: Registration): Promise<void> {
  await trx
    .insertInto("program_mentor")
    .values({ id, program_id: programId, staff_id: staffId, since, granted_by: grantedBy })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whom a form registered before, in whichever program. */
export async function findRegistration(db: Kysely<Database>, id: string): Promise<{ programId: string; staffId: string } | undefined> {
  return db.selectFrom("program_mentor").where("id", "=", id).select(["program_id as programId", "staff_id as staffId"]).executeTakeFirst();
}

/** Whether somebody is registered as a mentor of the program now. */
export async function isRegistered(db: Kysely<Database>, programId: string, staffId: string): Promise<boolean> {
  return (await db.selectFrom("program_mentor").where("program_id", "=", programId).where("staff_id", "=", staffId).where("ended_at", "is", null).select("id").executeTakeFirst()) !== undefined;
}

/** The other programs in which somebody is registered, has a cohort or coaches now. */
export async function listOtherProgramsOf(db: Kysely<Database>, staffId: string, programId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.program_id as id from program_mentor p where p.staff_id = ${staffId} and p.ended_at is null and p.program_id <> ${programId}
    union select c.program_id from cohort_mentor m join cohort c on c.village_code = m.village_code and c.id = m.cohort_id
      where m.staff_id = ${staffId} and m.ended_at is null and (m.until is null or m.until > now()) and c.program_id <> ${programId}
    union select k.program_id from staff_coaching k where k.coach_id = ${staffId} and k.ended_at is null and k.program_id <> ${programId}`.execute(db);
  return rows.map(({ id }) => id);
}

export interface NamedCenter {
  rowId: string;
  villageCode: string;
  centerId: string;
  center: string;
  village: string;
  since: Date;
}

/** The centres of a program at which a mentor is named now. */
export async function listNamedCenters(db: Kysely<Database>, programId: string, staffId: string): Promise<NamedCenter[]> {
  return db
    .selectFrom("center_mentor as named")
    .innerJoin("internet_center as center", (join) => join.onRef("center.village_code", "=", "named.village_code").onRef("center.id", "=", "named.center_id"))
    .innerJoin("region as village", "village.code", "center.village_code")
    .where("named.program_id", "=", programId)
    .where("named.staff_id", "=", staffId)
    .where("named.ended_at", "is", null)
    .select(["named.id as rowId", "named.village_code as villageCode", "center.id as centerId", "center.name as center", "village.name as village", "named.since"])
    .orderBy("village.name")
    .orderBy("center.name")
    .execute();
}

export interface NewNaming extends Registration {
  villageCode: string;
  centerId: string;
}

/** Names a mentor for a centre. Answers whether they were not yet. */
export async function insertCenterMentor(trx: Transaction<Database>, { id, villageCode, centerId, programId, staffId, since, grantedBy }: NewNaming): Promise<boolean> {
  const inserted = await trx
    .insertInto("center_mentor")
    .values({ village_code: villageCode, id, center_id: centerId, program_id: programId, staff_id: staffId, since, granted_by: grantedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Ends a naming; answers the centre, or nothing where it has ended before. */
export async function endCenterMentor(trx: Transaction<Database>, { rowId, programId, staffId, by, at }: { rowId: string; programId: string; staffId: string; by: string; at: Date }): Promise<string | undefined> {
  const ended = await trx
    .updateTable("center_mentor")
    .set({ ended_at: at, ended_by: by })
    .where("id", "=", rowId)
    .where("program_id", "=", programId)
    .where("staff_id", "=", staffId)
    .where("ended_at", "is", null)
    .returning("center_id as centerId")
    .executeTakeFirst();
  return ended?.centerId;
}

/** Ends a registration with all that it opened; cohorts stay. Answers whether it had not ended. */
export async function endProgramMentor(trx: Transaction<Database>, { programId, staffId, by, at }: { programId: string; staffId: string; by: string; at: Date }): Promise<boolean> {
  const end = { ended_at: at, ended_by: by };
  const ended = await trx.updateTable("program_mentor").set(end).where("program_id", "=", programId).where("staff_id", "=", staffId).where("ended_at", "is", null).executeTakeFirst();
  await trx.updateTable("center_mentor").set(end).where("program_id", "=", programId).where("staff_id", "=", staffId).where("ended_at", "is", null).execute();
  return ended.numUpdatedRows > 0n;
}
