import type { Kysely } from "kysely";
import { recordStaffAudit } from "#db/audit.ts";
import type { Database } from "#db/schema.ts";
import { deleteSessionsOfStaff } from "#db/sessions.ts";
import { findStaffAccount, lockStaff, replacePassword } from "#db/staff-accounts.ts";
import { faultOfPassword, type PasswordFault } from "./password.ts";
import { hashSecret, isSecret } from "./secret-hash.server.ts";
import { forgetTries, type Origin, takeTry, type Turn } from "./sign-in-throttle.server.ts";

export interface TypedPasswords {
  current: string;
  wanted: string;
  again: string;
}

export type ChangeResult = { kind: "changed" } | { kind: "refused"; fault: PasswordFault | "current" } | { kind: "tooOften"; turn: Exclude<Turn, { kind: "allowed" }> };

/** Gives staff the password that they chose, after the one they have, and ends all their sessions. Tries at the present one are counted as at a sign-in. */
export async function changePassword(db: Kysely<Database>, { staffId, typed, origin, now }: { staffId: string; typed: TypedPasswords; origin: Origin; now: Date }): Promise<ChangeResult> {
  const account = await findStaffAccount(db, staffId);
  if (!account) return { kind: "refused", fault: "current" };
  const turn = await takeTry(account, origin);
  if (turn.kind !== "allowed") return { kind: "tooOften", turn };
  if (!(await isSecret(typed.current, account.hash))) return { kind: "refused", fault: "current" };
  await forgetTries(account, origin);
  const fault = faultOfPassword(typed.wanted, { username: account.username, current: typed.current, again: typed.again });
  if (fault) return { kind: "refused", fault };
  const hash = await hashSecret(typed.wanted);
  return db.transaction().execute(async (trx) => {
    // Another change, or a new password from a lead, came first: what was typed is no longer theirs.
    if ((await lockStaff(trx, staffId))?.hash !== account.hash) return { kind: "refused", fault: "current" };
    await replacePassword(trx, { staffId, hash, now });
    await deleteSessionsOfStaff(trx, staffId);
    await recordStaffAudit(trx, { actor: { kind: "staff", id: staffId }, action: "password.change", subjectId: staffId });
    return { kind: "changed" };
  });
}
