import type { Kysely } from "kysely";
import { recordStaffAudit } from "#db/audit.ts";
import { findStaffNamed } from "#db/cohort-mentors.ts";
import { newId } from "#db/ids.ts";
import { findProgram } from "#db/programs.ts";
import { listRegionsNamed, type NamedRegion } from "#db/region-names.ts";
import type { Database } from "#db/schema.ts";
import { hasRole } from "#db/staff-accounts.ts";
import { countAdmins, findHeldRole, findHolder, holdsRole, insertRole, insertRoleEnd, lockRoles } from "#db/staff-roles.ts";
import type { GrantFault, ReadGrant } from "./role-form.ts";
import { addStaff, giveNewPassword, newOneTimePassword, type NewPasswordResult } from "./one-time-password.server.ts";

export type GrantResult =
  /** `password` is a new person's, told this once. A form that was taken before is granted without it. */
  | { kind: "granted"; password: string | null; holderId: string; name: string; username: string }
  | { kind: "refused"; fault: GrantFault; regions: NamedRegion[] };

/** Grants a role, to somebody new where asked, and keeps who did it and why. The form's UUID becomes the role's id. */
export async function grantRole(db: Kysely<Database>, { formId, grant, staffId, now }: { formId: string; grant: ReadGrant; staffId: string; now: Date }): Promise<GrantResult> {
  const once = grant.isNewPerson ? await newOneTimePassword() : null;
  return db.transaction().execute(async (trx) => {
    await lockRoles(trx);
    const person = await findStaffNamed(trx, grant.username);
    const before = await findHolder(trx, formId);
    if (before) return { kind: "granted", password: null, ...before };
    const scope = await findScope(trx, grant);
    if ("fault" in scope) return { kind: "refused", ...scope };
    if (!grant.isNewPerson && !person) return refused("username");
    const holderId = person && !grant.isNewPerson ? person.staffId : newId();
    const actor = { kind: "staff", id: staffId } as const;
    if (once && !(await addStaff(trx, { staffId: holderId, username: grant.username, name: grant.name, hash: once.hash }, { actor, now }))) return refused("usernameTaken");
    const role = { staffId: holderId, role: grant.role, ...scope };
    if (await holdsRole(trx, role)) return refused("known");
    await insertRole(trx, { id: formId, ...role, reason: grant.reason, grantedAt: now, grantedBy: staffId });
    await recordStaffAudit(trx, { actor, action: "role.grant", subjectId: formId, details: { ...role, reason: grant.reason } });
    return { kind: "granted", password: once?.password ?? null, holderId, name: grant.isNewPerson ? grant.name : (person?.name ?? ""), username: grant.username };
  });
}

function refused(fault: GrantFault): GrantResult {
  return { kind: "refused", fault, regions: [] };
}

async function findScope(db: Kysely<Database>, { scope }: ReadGrant): Promise<{ programId: string | null; regionCode: string | null } | { fault: GrantFault; regions: NamedRegion[] }> {
  if (scope === null) return { programId: null, regionCode: null };
  if ("programId" in scope) return (await findProgram(db, scope.programId)) ? { programId: scope.programId, regionCode: null } : { fault: "program", regions: [] };
  const regions = await listRegionsNamed(db, scope.region);
  const [region] = regions;
  if (!region) return { fault: "region", regions: [] };
  return regions.length > 1 ? { fault: "regionSeveral", regions } : { programId: null, regionCode: region.code };
}

/** Ends a role with the reason. One that has ended, or does not exist, is `unknown`; the last admin stays. */
export async function endRole(db: Kysely<Database>, { roleId, reason, staffId, now }: { roleId: string; reason: string; staffId: string; now: Date }): Promise<"ended" | "unknown" | "lastAdmin"> {
  return db.transaction().execute(async (trx) => {
    await lockRoles(trx);
    const role = await findHeldRole(trx, roleId);
    if (!role) return "unknown";
    const isForAll = role.role === "admin" && !role.programId && !role.regionCode;
    if (isForAll && (await countAdmins(trx)) <= 1) return "lastAdmin";
    await insertRoleEnd(trx, { roleId, endedAt: now, endedBy: staffId, reason });
    await recordStaffAudit(trx, { actor: { kind: "staff", id: staffId }, action: "role.end", subjectId: roleId, details: { staffId: role.staffId, role: role.role, reason } });
    return "ended";
  });
}

/** Gives somebody who holds a role a new password, as `giveNewPassword` does, and keeps why. Who holds none is barred: nothing of theirs is an admin's to open. */
export async function giveHolderPassword(db: Kysely<Database>, { formId, holderId, reason, staffId, now }: { formId: string; holderId: string; reason: string; staffId: string; now: Date }): Promise<NewPasswordResult<"none">> {
  const findBar = async (trx: Kysely<Database>) => ((await hasRole(trx, holderId)) ? null : "none");
  return giveNewPassword(db, { formId, staffId: holderId, reason }, { actor: { kind: "staff", id: staffId }, now, findBar });
}
