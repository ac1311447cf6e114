import { randomInt } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { type Actor, recordStaffAudit } from "#db/audit.ts";
import { newId } from "#db/ids.ts";
import { deleteSessionsOfStaff } from "#db/sessions.ts";
import { insertPasswordIssue, isIssueKnown, lockStaff, replacePassword } from "#db/staff-accounts.ts";
import { insertStaff } from "#db/staff-roles.ts";
import type { Database } from "#db/schema.ts";
import { hashSecret } from "./secret-hash.server.ts";
import { unlockStaff } from "./sign-in-throttle.server.ts";

/** A password for one sign-in, with its hash: it is told once and kept nowhere. */
export interface OneTimePassword {
  password: string;
  hash: string;
}

export async function newOneTimePassword(): Promise<OneTimePassword> {
  const password = newPassword();
  return { password, hash: await hashSecret(password) };
}

/** Adds somebody to the staff, who must change the password at the first sign-in. Answers whether the user name was free. */
export async function addStaff(trx: Transaction<Database>, person: { staffId: string; username: string; name: string; hash: string }, { actor, now }: { actor: Actor; now: Date }): Promise<boolean> {
  const { staffId, username, name, hash } = person;
  if (!(await insertStaff(trx, { id: staffId, username, name, passwordHash: hash }))) return false;
  await insertPasswordIssue(trx, { id: newId(), staffId, issuedAt: now, issuedBy: actor.id, reason: null });
  await recordStaffAudit(trx, { actor, action: "staff.create", subjectId: staffId });
  return true;
}

export interface NewPassword {
  /** The same form gives one password. */
  formId: string;
  staffId: string;
  /** Null where none is asked for. */
  reason: string | null;
}

export type NewPasswordResult<Bar> = { kind: "given"; username: string; password: string } | { kind: "givenBefore" } | { kind: "barred"; bar: Bar };

/** Gives somebody who forgot theirs a new password for one sign-in, ends their sessions and lets them try again at once; unless `findBar` finds what stands in the way. */
export async function giveNewPassword<Bar>(db: Kysely<Database>, wanted: NewPassword, { actor, now, findBar }: { actor: Actor; now: Date; findBar: (trx: Transaction<Database>) => Promise<Bar | null> }): Promise<NewPasswordResult<Bar>> {
  const { password, hash } = await newOneTimePassword();
  const result = await db.transaction().execute(async (trx): Promise<NewPasswordResult<Bar>> => {
    const account = await lockStaff(trx, wanted.staffId);
    if (!account || (await isIssueKnown(trx, wanted.formId))) return { kind: "givenBefore" };
    const bar = await findBar(trx);
    if (bar !== null) return { kind: "barred", bar };
    await issuePassword(trx, { ...wanted, hash }, { actor, now });
    return { kind: "given", username: account.username, password };
  });
  if (result.kind === "given") await unlockStaff(result.username);
  return result;
}

/** Gives somebody a new password, to be changed at the next sign-in, and signs them out everywhere. */
export async function issuePassword(trx: Transaction<Database>, { formId, staffId, reason, hash }: NewPassword & { hash: string }, { actor, now }: { actor: Actor; now: Date }): Promise<void> {
  await replacePassword(trx, { staffId, hash, now });
  await insertPasswordIssue(trx, { id: formId, staffId, issuedAt: now, issuedBy: actor.id, reason });
  await deleteSessionsOfStaff(trx, staffId);
  await recordStaffAudit(trx, { actor, action: "password.issue", subjectId: staffId, ...(reason ? { details: { reason } } : {}) });
}

/** Twelve letters and digits in groups of four, without those that look alike: 59 bits, easy to read over a telephone. */
function newPassword(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return letters.replaceAll(/(.{4})(?=.)/g, "$1-");
}

const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
