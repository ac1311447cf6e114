import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import type { AttendanceStatus } from "#db/term-schema.ts";

/** A session of the cohort that lasts an hour. */
export async function makeSession({ villageCode, cohortId }: { villageCode: string; cohortId: string }, startsAt = new Date(), minutes = 60) {
  const id = newId();
  await db.insertInto("cohort_session").values({ village_code: villageCode, id, cohort_id: cohortId, starts_at: startsAt, minutes, cancelled_at: null }).execute();
  return { villageCode, sessionId: id, startsAt };
}

export async function markAs(
  { villageCode, sessionId, startsAt }: Awaited<ReturnType<typeof makeSession>>,
  learnerId: string,
  status: AttendanceStatus,
  { by, minutes, reason = null, markedAt = startsAt }: { by: string; minutes?: number; reason?: string | null; markedAt?: Date },
) {
  const usual = status === "present" ? 60 : status === "late" ? 45 : 0;
  await db
    .insertInto("attendance_mark")
    .values({ village_code: villageCode, id: newId(), session_id: sessionId, learner_id: learnerId, status, minutes: minutes ?? usual, reason, marked_at: markedAt, marked_by: by })
    .execute();
}
