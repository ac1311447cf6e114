import type { Kysely } from "kysely";
import { hashSecret, newPin } from "#app/accounts/secret-hash.server.ts";
import { endSessionsOfLearner } from "#app/accounts/session.server.ts";
import { unlockLearner } from "#app/accounts/sign-in-throttle.server.ts";
import { recordAudit } from "#db/audit.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { hasConsent, hasWithdrawnLearning } from "#db/consents.ts";
import { insertPin, replacePin } from "#db/learners.ts";
import type { Database } from "#db/schema.ts";

export interface ResetPin {
  learner: { learnerId: string; number: number };
  /** When the PIN that the mentor wants replaced was issued; null when the learner had none. */
  replaced: Date | null;
  cohort: CohortSummary;
  staffId: string;
  now: Date;
}

/**
 * Replaces a learner's PIN, signs them out everywhere and lets them try again at once. Answers the new
 * PIN, which is kept nowhere; `stale` when the PIN has been replaced since the mentor asked, so that a form
 * sent twice changes it once; `withdrawn` when the learner took back their consent to learning, and gets none; `unasked` when nothing is recorded of
 * whether they agree to it.
 */
export async function resetPin(db: Kysely<Database>, { learner, replaced, cohort, staffId, now }: ResetPin): Promise<{ kind: "reset"; pin: string } | { kind: "stale" | "withdrawn" | "unasked" }> {
  const { villageCode, centerId } = cohort;
  const { learnerId, number } = learner;
  const pin = newPin();
  const issued = { villageCode, learnerId, hash: await hashSecret(pin), issuedAt: now, issuedBy: staffId };
  const kind = await db.transaction().execute(async (trx) => {
    if (!(await hasConsent(trx, issued, "learning"))) return (await hasWithdrawnLearning(trx, issued)) ? "withdrawn" : "unasked";
    if (!(replaced ? await replacePin(trx, issued, replaced) : await insertPin(trx, issued))) return "stale";
    await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action: "pin.reset", subjectId: learnerId });
    return "reset";
  });
  if (kind !== "reset") return { kind };
  await endSessionsOfLearner(villageCode, learnerId);
  await unlockLearner(villageCode, centerId, number);
  return { kind, pin };
}
