import { randomInt } from "node:crypto";
import type { Transaction } from "kysely";
import { type Actor, recordStaffAudit } from "#db/audit.ts";
import { newId } from "#db/ids.ts";
import { deleteSessionsOfStaff } from "#db/sessions.ts";
import { insertPasswordIssue, replacePassword } from "#db/staff-accounts.ts";
import { insertStaff } from "#db/staff-roles.ts";
import type { Database } from "#db/schema.ts";
import { hashSecret } from "./secret-hash.server.ts";

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
  await insertPasswordIssue(trx, { id: newId(), staffId, issuedAt: now, issuedBy: actor.id });
  await recordStaffAudit(trx, { actor, action: "staff.create", subjectId: staffId });
  return true;
}

/** Gives somebody a new password, to be changed at the next sign-in, and signs them out everywhere. */
export async function issuePassword(trx: Transaction<Database>, { formId, staffId, hash }: { formId: string; staffId: string; hash: string }, { actor, now }: { actor: Actor; now: Date }): Promise<void> {
  await replacePassword(trx, { staffId, hash, now });
  await insertPasswordIssue(trx, { id: formId, staffId, issuedAt: now, issuedBy: actor.id });
  await deleteSessionsOfStaff(trx, staffId);
  await recordStaffAudit(trx, { actor, action: "password.issue", subjectId: staffId });
}

/** Twelve letters and digits in groups of four, without those that look alike: 59 bits, easy to read over a telephone. */
function newPassword(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return letters.replaceAll(/(.{4})(?=.)/g, "$1-");
}

const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
