import { db } from "#db/client.ts";
import { insertConsents, type LearnerKey } from "#db/consents.ts";
import { newId } from "#db/ids.ts";

/** Records that a learner agrees to learning. */
export async function agreeToLearning({ villageCode, learnerId }: LearnerKey, { by, at = new Date() }: { by: { staffId: string }; at?: Date }): Promise<void> {
  const answer = { villageCode, learnerId, textVersion: 1, purpose: "learning" as const, channel: "paper" as const, guardianName: null, witnessId: by.staffId };
  await insertConsents(db, [{ ...answer, consentId: newId(), given: true, recordedAt: at }]);
}

/** Records that a learner agreed to learning a day before `at`, and took it back then. */
export async function withdrawLearning({ villageCode, learnerId }: LearnerKey, { by, at = new Date() }: { by: { staffId: string }; at?: Date }): Promise<void> {
  const answer = { villageCode, learnerId, textVersion: 1, purpose: "learning" as const, channel: "paper" as const, guardianName: null, witnessId: by.staffId };
  await insertConsents(db, [
    { ...answer, consentId: newId(), given: true, recordedAt: new Date(at.getTime() - 86_400_000) },
    { ...answer, consentId: newId(), given: false, recordedAt: at },
  ]);
}
