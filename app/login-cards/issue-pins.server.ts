import type { Kysely, Transaction } from "kysely";
import { hashSecrets, newPin } from "#app/accounts/secret-hash.server.ts";
import { unlockLearner } from "#app/accounts/sign-in-throttle.server.ts";
import { recordAudit } from "#db/audit.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { hasConsent } from "#db/consents.ts";
import { insertPin, replacePin } from "#db/learners.ts";
import type { CardLearner } from "#db/login-cards.ts";
import type { Database } from "#db/schema.ts";
import { deleteSessionsOfLearner } from "#db/sessions.ts";
import type { CardPlan } from "./card-form.ts";

export interface IssuePins {
  plan: CardPlan;
  cohort: CohortSummary;
  staffId: string;
  now: Date;
}

/**
 * Gives the planned learners their PINs and has the cards made in the same transaction: nobody gets a PIN that no card
 * shows. Who loses an old PIN is signed out and may try again at once. `makeCards` gets the PINs by learner id; who was
 * given a PIN by somebody else meanwhile is not among them. Null when that leaves no PIN of those that were asked for.
 */
export async function issuePins<Cards>(db: Kysely<Database>, request: IssuePins, makeCards: (pins: ReadonlyMap<string, string>) => Promise<Cards>): Promise<Cards | null> {
  const { plan, cohort } = request;
  const learners = [...plan.issued, ...plan.replaced];
  const made = learners.map(() => newPin());
  const hashes = await hashSecrets(made); // before the transaction: hashing is slow on purpose
  const cards = await db.transaction().execute(async (trx) => {
    const pins = new Map<string, string>();
    for (const [index, learner] of learners.entries()) {
      if (await issuePin(trx, request, learner, hashes[index] as string)) pins.set(learner.learnerId, made[index] as string);
    }
    const isAllStale = pins.size === 0 && learners.length + plan.stale.length > 0;
    return isAllStale ? null : await makeCards(pins);
  });
  if (cards !== null) for (const { number } of plan.replaced) await unlockLearner(cohort.villageCode, cohort.centerId, number);
  return cards;
}

async function issuePin(trx: Transaction<Database>, { cohort: { villageCode }, staffId, now }: IssuePins, { learnerId, pinIssuedAt }: CardLearner, hash: string): Promise<boolean> {
  const pin = { villageCode, learnerId, hash, issuedAt: now, issuedBy: staffId };
  if (!(await hasConsent(trx, pin, "learning"))) return false;
  if (!(pinIssuedAt ? await replacePin(trx, pin, pinIssuedAt) : await insertPin(trx, pin))) return false;
  if (pinIssuedAt) await deleteSessionsOfLearner(trx, villageCode, learnerId);
  const action = pinIssuedAt ? "pin.reset" : "pin.issue";
  await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action, subjectId: learnerId });
  return true;
}
