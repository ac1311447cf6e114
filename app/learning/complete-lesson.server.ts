import type { Kysely } from "kysely";
import { issueCertificateIfEarned } from "#app/certificates/issue-certificate.server.ts";
import { insertLessonCompletion } from "#db/lesson-progress.ts";
import { touchLearner } from "#db/people.ts";
import type { Database } from "#db/schema.ts";

/** Marks a lesson done; a certificate that it earns is issued with it. `atCenter` is the centre with whose device it was done. */
export async function completeLesson(
  db: Kysely<Database>,
  done: { villageCode: string; learnerId: string; enrollmentId: string; lessonId: string; atCenter?: string | null },
  now: Date,
): Promise<void> {
  const { villageCode, enrollmentId, lessonId, atCenter = null } = done;
  await db.transaction().execute(async (trx) => {
    await insertLessonCompletion(trx, { villageCode, enrollmentId, lessonId, completedAt: now, atCenter });
    await touchLearner(trx, villageCode, done.learnerId, now);
    await issueCertificateIfEarned(trx, { villageCode, enrollmentId }, now);
  });
}
