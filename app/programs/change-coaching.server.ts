import type { Kysely } from "kysely";
import { recordStaffAudit } from "#db/audit.ts";
import { coaches, endCoaching, insertCoaching, listCoaching, lockCoaching } from "#db/coaching.ts";
import type { Database } from "#db/schema.ts";

export interface BeginCoaching {
  /** The form's UUID: the same form never adds two. */
  coachingId: string;
  programId: string;
  coachId: string;
  mentorId: string;
  staffId: string;
  /** Whether whoever gives the coaching may give it to themselves: a lead sees no learner, but a coach does. */
  mayBeOwn: boolean;
  now: Date;
}

export type CoachingResult = "begun" | "self" | "own" | "circle" | "known";

/**
 * Makes somebody the coach of somebody in a program: `coachId` may look into the program's cohorts of `mentorId` and of
 * all whom these coach. `circle`: the other coaches them already, directly or through others. `own`: they give it to themselves and may not. Then nothing changes.
 */
export async function beginCoaching(db: Kysely<Database>, { coachingId, programId, coachId, mentorId, staffId, mayBeOwn, now }: BeginCoaching): Promise<CoachingResult> {
  if (coachId === mentorId) return "self";
  if (coachId === staffId && !mayBeOwn) return "own";
  return db.transaction().execute(async (trx) => {
    await lockCoaching(trx, programId);
    const standing = (await listCoaching(trx, programId)).find((one) => one.coachId === coachId && one.mentorId === mentorId);
    if (standing) return standing.coachingId === coachingId ? "begun" : "known";
    if (await coaches(trx, programId, mentorId, coachId)) return "circle";
    if (!(await insertCoaching(trx, { id: coachingId, programId, coachId, mentorId, since: now, grantedBy: staffId }))) return "begun";
    await recordStaffAudit(trx, { actor: { kind: "staff", id: staffId }, action: "coaching.begin", subjectId: coachingId, details: { programId, coachId, mentorId } });
    return "begun";
  });
}

/** Ends a coaching of the program; one that has ended stays as it was. */
export async function stopCoaching(db: Kysely<Database>, { programId, coachingId, staffId, now }: Pick<BeginCoaching, "programId" | "coachingId" | "staffId" | "now">): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await endCoaching(trx, programId, coachingId, now))) return;
    await recordStaffAudit(trx, { actor: { kind: "staff", id: staffId }, action: "coaching.end", subjectId: coachingId, details: { programId } });
  });
}
