import type { Kysely, Transaction } from "kysely";
import { recordAudit } from "#db/audit.ts";
import { endMentorTime, insertMentorTime, listMentorTimes, type MentorTime } from "#db/cohort-mentors.ts";
import { lockCohort } from "#db/cohort-schedule.ts";
import type { CohortKey } from "#db/enrollments.ts";
import type { Database } from "#db/schema.ts";

export interface ChangeMentors {
  cohort: CohortKey;
  /** The form's UUID: the same form never changes anything twice. */
  formId: string;
  staffId: string;
  now: Date;
}

export interface BringMentor extends ChangeMentors {
  /** Who gets the cohort. */
  mentorId: string;
  reason: string;
  /** `add`: one more mentor. `handOver`: in place of `from`, whose time ends. `lend`: a substitute until a moment. */
  how: { kind: "add" } | { kind: "handOver"; fromId: string } | { kind: "lend"; until: Date };
}

export type BringResult = "done" | "alreadyMentor" | "stale";

/**
 * Gives a cohort to a further mentor, to another in place of one, or to a substitute until a moment. A substitute whom
 * the cohort is given to for good is one no more. `alreadyMentor`: it is theirs already (to lend it to a substitute
 * again changes until when). `stale`: whom they follow has no time with the cohort any more. Then nothing changes.
 */
export async function bringMentor(db: Kysely<Database>, request: BringMentor): Promise<BringResult> {
  const { cohort, formId, mentorId, reason, how, staffId, now } = request;
  return db.transaction().execute(async (trx) => {
    await lockCohort(trx, cohort);
    const times = await listMentorTimes(trx, cohort);
    if (times.some(({ rowId }) => rowId === formId)) return "done";
    const mine = times.find((time) => time.staffId === mentorId && isNow(time));
    if (mine && mine.until === null) return "alreadyMentor";
    const from = how.kind === "handOver" ? times.find((time) => time.staffId === how.fromId && isNow(time) && time.until === null) : undefined;
    if (how.kind === "handOver" && !from) return "stale";
    await endRowsOf(trx, cohort, times, mentorId, now);
    if (from) await endMentorTime(trx, cohort, from.rowId, now);
    const until = how.kind === "lend" ? how.until : null;
    await insertMentorTime(trx, { ...cohort, rowId: formId, staffId: mentorId, since: now, until, reason, grantedBy: staffId });
    const details = { mentorId, from: from?.staffId ?? null, until: until?.toISOString() ?? null };
    await recordAudit(trx, cohort.villageCode, { actor: { kind: "staff", id: staffId }, action: actions[how.kind], subjectId: cohort.cohortId, details });
    return "done";
  });
}

const actions = { add: "cohort.add-mentor", handOver: "cohort.hand-over", lend: "cohort.lend" } as const;

// A substitute's row whose day has come is still without an end in the table, and only one such row may stand.
async function endRowsOf(trx: Transaction<Database>, cohort: CohortKey, times: readonly MentorTime[], mentorId: string, now: Date): Promise<void> {
  for (const { rowId } of times.filter((time) => time.staffId === mentorId)) await endMentorTime(trx, cohort, rowId, now);
}

export type EndResult = "done" | "lastMentor" | "unknown";

/**
 * Ends someone's time with a cohort: a loan taken back, or a mentor who leaves. A cohort keeps at least one mentor for
 * good: the last one's time is not ended (`lastMentor`) but handed over.
 */
export async function endMentor(db: Kysely<Database>, { cohort, rowId, staffId, now }: Omit<ChangeMentors, "formId"> & { rowId: string }): Promise<EndResult> {
  return db.transaction().execute(async (trx) => {
    await lockCohort(trx, cohort);
    const times = await listMentorTimes(trx, cohort);
    const time = times.find((one) => one.rowId === rowId);
    if (!time) return "unknown";
    if (!isNow(time)) return "done";
    const others = times.filter((one) => isNow(one) && one.until === null && one.rowId !== rowId);
    if (time.until === null && others.length === 0) return "lastMentor";
    await endMentorTime(trx, cohort, rowId, now);
    const action = time.until === null ? "cohort.end-mentor" : "cohort.take-back";
    await recordAudit(trx, cohort.villageCode, { actor: { kind: "staff", id: staffId }, action, subjectId: cohort.cohortId, details: { mentorId: time.staffId } });
    return "done";
  });
}

function isNow(time: MentorTime): boolean {
  return time.endedAt === null;
}
