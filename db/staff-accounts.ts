import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";

export interface StaffAccount {
  staffId: string;
  username: string;
  name: string;
  hash: string;
}

export async function findStaffAccount(db: Kysely<Database>, staffId: string): Promise<StaffAccount | undefined> {
  return db.selectFrom("staff").where("id", "=", staffId).select(["id as staffId", "username", "name", "password_hash as hash"]).executeTakeFirst();
}

/** Holds one account until the transaction ends, so that its password is changed once at a time. */
export async function lockStaff(trx: Transaction<Database>, staffId: string): Promise<StaffAccount | undefined> {
  return trx.selectFrom("staff").where("id", "=", staffId).select(["id as staffId", "username", "name", "password_hash as hash"]).forNoKeyUpdate().executeTakeFirst();
}

/** Keeps a new password. Whatever was issued before is replaced by it. */
export async function replacePassword(trx: Transaction<Database>, { staffId, hash, now }: { staffId: string; hash: string; now: Date }): Promise<void> {
  await trx.updateTable("staff").set({ password_hash: hash }).where("id", "=", staffId).execute();
  await trx.updateTable("staff_password_issue").set({ replaced_at: now }).where("staff_id", "=", staffId).where("replaced_at", "is", null).execute();
}

export interface PasswordIssue {
  /** The form's UUID: the same form never gives two passwords. */
  id: string;
  staffId: string;
  issuedAt: Date;
  /** Null: whoever runs the installation. */
  issuedBy: string | null;
  /** Null where none is asked for: to mentors, and from the command line. */
  reason: string | null;
}

/** Notes that the present password was made by somebody else, and is to be changed by its owner. */
export async function insertPasswordIssue(trx: Transaction<Database>, { id, staffId, issuedAt, issuedBy, reason }: PasswordIssue): Promise<void> {
  await trx.insertInto("staff_password_issue").values({ id, staff_id: staffId, issued_at: issuedAt, issued_by: issuedBy, reason }).execute();
}

/** Whether the form was taken before. */
export async function isIssueKnown(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await db.selectFrom("staff_password_issue").where("id", "=", id).select("id").executeTakeFirst()) !== undefined;
}

/** The last password that somebody else made; `isOpen` while its owner has made no other. */
export async function findLastIssue(db: Kysely<Database>, staffId: string): Promise<{ at: Date; by: string | null; reason: string | null; isOpen: boolean } | undefined> {
  return db
    .selectFrom("staff_password_issue as issue")
    .leftJoin("staff as issuer", "issuer.id", "issue.issued_by")
    .where("issue.staff_id", "=", staffId)
    .select(["issue.issued_at as at", "issuer.name as by", "issue.reason", sql<boolean>`issue.replaced_at is null`.as("isOpen")])
    .orderBy("issue.issued_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Whether the staff member is an admin of the whole installation now. */
export async function isAdminNow(db: Kysely<Database>, staffId: string): Promise<boolean> {
  return (await heldRoles(db, staffId).where("held.role", "=", "admin").where("held.program_id", "is", null).where("held.region_code", "is", null).executeTakeFirst()) !== undefined;
}

/** Whether the staff member leads, looks or keeps anything now. */
export async function hasRole(db: Kysely<Database>, staffId: string): Promise<boolean> {
  return (await heldRoles(db, staffId).executeTakeFirst()) !== undefined;
}

function heldRoles(db: Kysely<Database>, staffId: string) {
  return db
    .selectFrom("staff_role as held")
    .where("held.staff_id", "=", staffId)
    .where(sql<boolean>`not exists (select 1 from staff_role_end e where e.role_id = held.id)`)
    .select("held.id")
    .limit(1);
}

/** Those of the user names that begin with `stem` that are taken. */
export async function listUsernamesFrom(db: Kysely<Database>, stem: string): Promise<string[]> {
  const rows = await db.selectFrom("staff").where(sql<boolean>`starts_with(username, ${stem})`).select("username").execute();
  return rows.map(({ username }) => username);
}
