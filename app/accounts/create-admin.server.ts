import type { Kysely } from "kysely";
import { recordStaffAudit } from "#db/audit.ts";
import { newId } from "#db/ids.ts";
import { findStaffByUsername } from "#db/people.ts";
import type { Database } from "#db/schema.ts";
import { isAdminNow } from "#db/staff-accounts.ts";
import { insertRole, lockRoles } from "#db/staff-roles.ts";
import { addStaff, giveNewPassword, newOneTimePassword } from "./one-time-password.server.ts";

const actor = { kind: "system", id: null } as const;
const reason = "Dibuat saat pemasangan";

/** Makes an account with the role of an admin, for whoever runs the installation. Answers its password, to be changed at the first sign-in; null where the user name is taken. */
export async function createAdmin(db: Kysely<Database>, { username, name, now }: { username: string; name: string; now: Date }): Promise<string | null> {
  const [staffId, roleId] = [newId(), newId()];
  const { password, hash } = await newOneTimePassword();
  return db.transaction().execute(async (trx) => {
    await lockRoles(trx);
    if (!(await addStaff(trx, { staffId, username, name, hash }, { actor, now }))) return null;
    await insertRole(trx, { id: roleId, staffId, role: "admin", programId: null, regionCode: null, reason, grantedAt: now, grantedBy: null });
    await recordStaffAudit(trx, { actor, action: "role.grant", subjectId: roleId, details: { staffId, role: "admin", reason } });
    return password;
  });
}

/** Gives an admin who forgot theirs a new password, to be changed at the next sign-in; null where no admin has the user name. */
export async function resetAdmin(db: Kysely<Database>, { username, now }: { username: string; now: Date }): Promise<string | null> {
  const admin = await findStaffByUsername(db, username);
  if (!admin || !(await isAdminNow(db, admin.staffId))) return null;
  const result = await giveNewPassword(db, { formId: newId(), staffId: admin.staffId, reason: null }, { actor, now, findBar: async () => null });
  return result.kind === "given" ? result.password : null;
}
