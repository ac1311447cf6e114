import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

export interface HeldRole {
  roleId: string;
  staffId: string;
  name: string;
  username: string;
  role: "lead" | "viewer" | "admin";
  programName: string | null;
  regionCode: string | null;
  regionName: string | null;
  grantedAt: Date;
  /** Who granted it; null for those that came with the installation. */
  grantedBy: string | null;
  reason: string | null;
  ended: { at: Date; by: string | null; reason: string } | null;
}

/** All roles that anybody holds or held, by name; those that ended come after, the last ended first. */
export async function listRoles(db: Kysely<Database>): Promise<HeldRole[]> {
  const rows = await selectRoles(db).orderBy("ended.ended_at", (order) => order.desc().nullsFirst()).orderBy("staff.name").orderBy("role.granted_at").execute();
  return rows.map(roleOf);
}

/** The roles that somebody holds now, the first granted first; none for who has none and for who is not on the staff. */
export async function listRolesHeldBy(db: Kysely<Database>, staffId: string): Promise<HeldRole[]> {
  const rows = await selectRoles(db).where("role.staff_id", "=", staffId).where("ended.role_id", "is", null).orderBy("role.granted_at").execute();
  return rows.map(roleOf);
}

function selectRoles(db: Kysely<Database>) {
  return db
    .selectFrom("staff_role as role")
    .innerJoin("staff", "staff.id", "role.staff_id")
    .leftJoin("program", "program.id", "role.program_id")
    .leftJoin("region", "region.code", "role.region_code")
    .leftJoin("staff as granter", "granter.id", "role.granted_by")
    .leftJoin("staff_role_end as ended", "ended.role_id", "role.id")
    .leftJoin("staff as ender", "ender.id", "ended.ended_by")
    .select([
      "role.id as roleId",
      "staff.id as staffId",
      "staff.name",
      "staff.username",
      "role.role",
      "program.name as programName",
      "role.region_code as regionCode",
      "region.name as regionName",
      "role.granted_at as grantedAt",
      "granter.name as grantedBy",
      "role.reason",
      "ended.ended_at as endedAt",
      "ender.name as endedBy",
      "ended.reason as endReason",
    ]);
}

type RoleRow = Awaited<ReturnType<ReturnType<typeof selectRoles>["execute"]>>[number];

function roleOf({ endedAt, endedBy, endReason, ...role }: RoleRow): HeldRole {
  return { ...role, ended: endedAt ? { at: endedAt, by: endedBy, reason: endReason ?? "" } : null };
}

export interface NewRole {
  id: string;
  staffId: string;
  role: "lead" | "viewer" | "admin";
  programId: string | null;
  regionCode: string | null;
  reason: string;
  grantedAt: Date;
  /** Null: whoever runs the installation. */
  grantedBy: string | null;
}

/** Holds all granting until the transaction ends, so that the last admin cannot be ended twice at once. */
export async function lockRoles(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('staff_role'))`.execute(trx);
}

/** To whom a form granted a role before. */
export async function findHolder(db: Kysely<Database>, roleId: string): Promise<{ holderId: string; name: string; username: string } | undefined> {
  return db.selectFrom("staff_role as role").innerJoin("staff", "staff.id", "role.staff_id").where("role.id", "=", roleId).select(["staff.id as holderId", "staff.name", "staff.username"]).executeTakeFirst();
}

/** Whether somebody holds a role of this scope now. */
export async function holdsRole(db: Kysely<Database>, { staffId, role, programId, regionCode }: Pick<NewRole, "staffId" | "role" | "programId" | "regionCode">): Promise<boolean> {
  const held = await db
    .selectFrom("staff_role as held")
    .where("held.staff_id", "=", staffId)
    .where("held.role", "=", role)
    .where(sql<boolean>`held.program_id is not distinct from ${programId}::uuid and held.region_code is not distinct from ${regionCode}::text`)
    .where(notEnded)
    .select("held.id")
    .executeTakeFirst();
  return held !== undefined;
}

const notEnded = sql<boolean>`not exists (select 1 from staff_role_end e where e.role_id = held.id)`;

export async function insertRole(trx: Transaction<Database>, role: NewRole): Promise<void> {
  await trx
    .insertInto("staff_role")
    .values({ id: role.id, staff_id: role.staffId, role: role.role, program_id: role.programId, region_code: role.regionCode, reason: role.reason, granted_at: role.grantedAt, granted_by: role.grantedBy })
    .execute();
}

/** A role that has not ended. */
export async function findHeldRole(db: Kysely<Database>, roleId: string) {
  return db.selectFrom("staff_role as held").where("held.id", "=", roleId).where(notEnded).select(["held.role", "held.staff_id as staffId", "held.program_id as programId", "held.region_code as regionCode"]).executeTakeFirst();
}

/** How many people are admins of the whole installation. */
export async function countAdmins(db: Kysely<Database>): Promise<number> {
  const { people } = await selectAdmins(db).select(sql<number>`count(distinct held.staff_id)::int`.as("people")).executeTakeFirstOrThrow();
  return people;
}

/** Their user names, in order. */
export async function listAdminNames(db: Kysely<Database>): Promise<string[]> {
  const rows = await selectAdmins(db).innerJoin("staff", "staff.id", "held.staff_id").select("staff.username").distinct().orderBy("staff.username").execute();
  return rows.map(({ username }) => username);
}

function selectAdmins(db: Kysely<Database>) {
  return db.selectFrom("staff_role as held").where("held.role", "=", "admin").where("held.program_id", "is", null).where("held.region_code", "is", null).where(notEnded);
}

export async function insertRoleEnd(trx: Transaction<Database>, end: { roleId: string; endedAt: Date; endedBy: string; reason: string }): Promise<void> {
  await trx.insertInto("staff_role_end").values({ role_id: end.roleId, ended_at: end.endedAt, ended_by: end.endedBy, reason: end.reason }).execute();
}

/** Adds somebody to the staff. Answers whether the user name was free. */
export async function insertStaff(trx: Transaction<Database>, staff: { id: string; username: string; name: string; passwordHash: string }): Promise<boolean> {
  const inserted = await trx
    .insertInto("staff")
    .values({ id: staff.id, username: staff.username, name: staff.name, password_hash: staff.passwordHash })
    .onConflict((conflict) => conflict.column("username").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}
