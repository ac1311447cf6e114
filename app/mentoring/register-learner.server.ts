import type { Kysely, Transaction } from "kysely";
import { hashSecret, newPin } from "#app/accounts/secret-hash.server.ts";
import { type Actor, recordAudit } from "#db/audit.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { findLearnerOfCohort } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import { type CenterLearner, insertLearner, insertPin, listNamesakes, lockCenter, nextLearnerNumber } from "#db/learners.ts";
import type { Database } from "#db/schema.ts";
import { listWaiting } from "#db/waiting-list.ts";
import { enrollLearner } from "./enroll-learner.server.ts";
import { type Consent, consentPurposes } from "./consent/consent.ts";
import { recordConsent } from "./consent/record-consent.server.ts";
import type { Registration } from "./registration.ts";

export interface RegisterLearner {
  /** The form's UUID, which becomes the learner's id: the same form never registers two people. */
  learnerId: string;
  registration: Registration;
  /** What they agreed to, by the text of this version. */
  consent: Consent;
  textVersion: number;
  cohort: CohortSummary;
  staffId: string;
  now: Date;
}

export type RegisterResult =
  /** `waits`: every place of the cohort is taken, and they stand on its waiting list. */
  | { kind: "registered"; learnerId: string; number: number; name: string; pin: string; waits: boolean }
  | { kind: "already"; learnerId: string; number: number; name: string; waits: boolean }
  | { kind: "namesakes"; namesakes: CenterLearner[] }
  | { kind: "id-taken" };

/**
 * Registers a learner at the cohort's centre under its next number, records what they agreed to, gives them a PIN and
 * enrolls them.
 * The PIN is in the answer and nowhere else. A form that was sent before answers `already`; a name that
 * the centre knows answers `namesakes` until the mentor says that this is another person; a form UUID
 * that belongs to a learner elsewhere answers `id-taken`.
 */
export async function registerLearner(db: Kysely<Database>, request: RegisterLearner): Promise<RegisterResult> {
  const pin = newPin();
  const hash = await hashSecret(pin); // before the lock: hashing is slow on purpose
  return db.transaction().execute(async (trx) => {
    await lockCenter(trx, request.cohort);
    const before = await findMember(trx, request);
    if (before) return { kind: "already", learnerId: before.learnerId, number: before.number, name: before.name, waits: "waitingId" in before };
    const namesakes = await listNamesakes(trx, request.cohort, request.registration.name);
    if (namesakes.length > 0 && !request.registration.isAnotherPerson) return { kind: "namesakes", namesakes };
    const number = await insertNextLearner(trx, request);
    if (number === null) return { kind: "id-taken" };
    await issuePin(trx, request, hash);
    const { cohort, learnerId, textVersion, staffId, now } = request;
    await recordConsent(trx, { villageCode: cohort.villageCode, learnerId, formId: newId(), textVersion, staffId, now }, consentPurposes, request.consent);
    const result = await enrollLearner(trx, request);
    return { kind: "registered", learnerId: request.learnerId, number, name: request.registration.name, pin, waits: result === "waiting" };
  });
}

/** The learner whom the form made before: in the cohort, or waiting for a place in it. */
async function findMember(trx: Transaction<Database>, { cohort, learnerId }: RegisterLearner) {
  const enrolled = await findLearnerOfCohort(trx, cohort, learnerId);
  return enrolled ?? (await listWaiting(trx, cohort)).find((waiting) => waiting.learnerId === learnerId);
}

async function insertNextLearner(trx: Transaction<Database>, { learnerId, registration, cohort, staffId, now }: RegisterLearner): Promise<number | null> {
  const { villageCode, centerId } = cohort;
  const { name, birthYear, gender } = registration;
  const number = await nextLearnerNumber(trx, cohort);
  const learner = { villageCode, centerId, learnerId, number, name, birthYear, gender, registeredAt: now, registeredBy: staffId };
  if (!(await insertLearner(trx, learner))) return null;
  await recordAudit(trx, villageCode, { actor: actorOf(staffId), action: "learner.register", subjectId: learnerId, details: { number } });
  return number;
}

async function issuePin(trx: Transaction<Database>, { learnerId, cohort, staffId, now }: RegisterLearner, hash: string): Promise<void> {
  const { villageCode } = cohort;
  await insertPin(trx, { villageCode, learnerId, hash, issuedAt: now, issuedBy: staffId });
  await recordAudit(trx, villageCode, { actor: actorOf(staffId), action: "pin.issue", subjectId: learnerId });
}

function actorOf(staffId: string): Actor {
  return { kind: "staff", id: staffId };
}
