import type { Kysely, Transaction } from "kysely";
import { endSessionsOfLearner } from "#app/accounts/session.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { recordAudit } from "#db/audit.ts";
import { lockCohort } from "#db/cohort-schedule.ts";
import { hasConsent, insertConsents, type LearnerKey, listWithoutConsent } from "#db/consents.ts";
import type { CohortKey } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import { deletePin } from "#db/learners.ts";
import type { Database } from "#db/schema.ts";
import type { ConsentPurpose } from "#db/term-schema.ts";
import { type Consent, mayBeChild } from "./consent.ts";

interface Recording extends LearnerKey {
  /** The form's UUID: the same form is recorded once. */
  formId: string;
  textVersion: number;
  staffId: string;
  now: Date;
}

/** Records the answer to every purpose that was asked: ticked is yes, not ticked is no. Sent twice, once. */
export async function recordConsent(trx: Transaction<Database>, { formId, textVersion, staffId, now, ...key }: Recording, asked: readonly ConsentPurpose[], { given, channel, guardianName }: Consent): Promise<void> {
  const { villageCode, learnerId } = key;
  const consents = asked.map((purpose) => ({ villageCode, learnerId, textVersion, purpose, given: given.includes(purpose), channel, guardianName, recordedAt: now, witnessId: staffId }));
  const [first, ...others] = consents.map((consent, index) => ({ ...consent, consentId: index === 0 ? formId : newId() }));
  if (!first || (await insertConsents(trx, [first])) === 0) return;
  if (others.length > 0) await insertConsents(trx, others);
  const details = { version: textVersion, channel, given: given.join(","), byGuardian: guardianName !== null };
  await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action: "consent.record", subjectId: learnerId, details });
}

/** Who of a cohort agreed to learning together, after the text was read aloud to all of them. */
interface GroupRecording {
  cohort: CohortKey;
  learnerIds: readonly string[];
  textVersion: number;
  staffId: string;
  now: Date;
}

/**
 * Records for each of `learnerIds` that they agree to learning, the text read aloud to them. Answers how many were
 * recorded: who was asked before, is not of the cohort, or may be a child (a guardian agrees for them) is not among them.
 */
export async function recordGroupConsent(db: Kysely<Database>, { cohort, learnerIds, textVersion, staffId, now }: GroupRecording): Promise<number> {
  const thisYear = Number(dayOf(now).slice(0, 4));
  return db.transaction().execute(async (trx) => {
    await lockCohort(trx, cohort);
    const open = (await listWithoutConsent(trx, cohort)).filter(({ learnerId, withdrawnAt, birthYear }) => learnerIds.includes(learnerId) && !withdrawnAt && !mayBeChild(birthYear, thisYear));
    for (const { learnerId } of open) {
      const recording = { villageCode: cohort.villageCode, learnerId, formId: newId(), textVersion, staffId, now };
      await recordConsent(trx, recording, ["learning"], { given: ["learning"], channel: "read-aloud", guardianName: null });
    }
    return open.length;
  });
}

/**
 * Records that a learner takes back what they agreed to. Without consent to learning nothing more may be recorded: they
 * are signed out everywhere and their PIN is deleted. Changes nothing for a purpose to which they do not agree now.
 */
export async function withdrawConsent(db: Kysely<Database>, { formId, textVersion, staffId, now, ...key }: Recording, purpose: ConsentPurpose): Promise<void> {
  const { villageCode, learnerId } = key;
  const isWithdrawn = await db.transaction().execute(async (trx) => {
    if (!(await hasConsent(trx, key, purpose))) return false;
    const answer = { consentId: formId, textVersion, purpose, given: false, channel: "read-aloud" as const, guardianName: null, recordedAt: now, witnessId: staffId };
    if ((await insertConsents(trx, [{ villageCode, learnerId, ...answer }])) === 0) return false;
    if (purpose === "learning") await deletePin(trx, key);
    await recordAudit(trx, villageCode, { actor: { kind: "staff", id: staffId }, action: "consent.withdraw", subjectId: learnerId, details: { purpose } });
    return true;
  });
  if (isWithdrawn && purpose === "learning") await endSessionsOfLearner(villageCode, learnerId);
}
