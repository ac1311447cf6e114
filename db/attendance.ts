import { type Kysely, sql, type Transaction } from "kysely";
import type { Attended, Mark } from "#app/attendance/attendance.ts";
import { aroundToday, type Session, standingOf } from "#app/attendance/session-time.ts";
import { withdrawnAt } from "./consents.ts";
import type { CohortKey } from "./enrollments.ts";
import { newId } from "./ids.ts";
import { isErased } from "./learner-erasure.ts";
import type { Database } from "./schema.ts";
import type { AttendanceStatus } from "./term-schema.ts";

/** A learner on a cohort's roll. */
export interface RollLine {
  learnerId: string;
  enrollmentId: string;
  number: number;
  name: string;
  /** When they came into this cohort, also from another one. */
  enrolledAt: Date;
  /** When they took back their consent to learning: nothing more is recorded of them. Null while they agree, and where they were never asked. */
  withdrawnAt: Date | null;
  /** Whether their data were deleted: they only count. */
  isErased: boolean;
}

/** The cohort's learners by number: the order of the printed sheet. */
export async function listRoll(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<RollLine[]> {
  return db
    .selectFrom("enrollment")
    .innerJoin("learner", (join) => join.onRef("learner.village_code", "=", "enrollment.village_code").onRef("learner.id", "=", "enrollment.learner_id"))
    .where("enrollment.village_code", "=", villageCode)
    .where("enrollment.cohort_id", "=", cohortId)
    .select(["learner.id as learnerId", "enrollment.id as enrollmentId", "learner.number", "learner.name"])
    .select(
      sql<Date>`greatest(enrollment.enrolled_at, (select max(move.moved_at) from enrollment_move move where move.village_code = enrollment.village_code
        and move.enrollment_id = enrollment.id and move.new_cohort_id = enrollment.cohort_id))`.as("enrolledAt"),
    )
    .select(withdrawnAt({ villageCode: "learner.village_code", id: "learner.id" }).as("withdrawnAt"))
    .select(isErased({ villageCode: "learner.village_code", id: "learner.id" }).as("isErased"))
    .orderBy("learner.number")
    .execute();
}

/** A session of the cohort; undefined when it is not one of its own. */
export async function findSession(db: Kysely<Database>, cohort: CohortKey, sessionId: string): Promise<Session | undefined> {
  return (await listSessions(db, cohort)).find((session) => session.sessionId === sessionId);
}

/** All sessions of the cohort in their order. */
export async function listSessions(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<Session[]> {
  return db
    .selectFrom("cohort_session")
    .where("village_code", "=", villageCode)
    .where("cohort_id", "=", cohortId)
    .select(["id as sessionId", "starts_at as startsAt", "minutes", "cancelled_at as cancelledAt"])
    .select(sql<number>`(count(*) filter (where cancelled_at is null) over (order by starts_at, id))::int`.as("ordinal"))
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
}

/** The sessions of several cohorts on the day of `now` in their villages that were not cancelled, in their order. */
export async function listTodaysSessions(db: Kysely<Database>, cohorts: readonly CohortKey[], now: Date): Promise<(Omit<Session, "ordinal"> & CohortKey)[]> {
  if (cohorts.length === 0) return [];
  const { from, until } = aroundToday(now);
  const sessions = await db
    .selectFrom("cohort_session")
    .where((where) => where.or(cohorts.map(({ villageCode, cohortId }) => where.and([where("village_code", "=", villageCode), where("cohort_id", "=", cohortId)]))))
    .where("starts_at", ">=", from)
    .where("starts_at", "<", until)
    .where("cancelled_at", "is", null)
    .select(["village_code as villageCode", "cohort_id as cohortId", "id as sessionId", "starts_at as startsAt", "minutes", "cancelled_at as cancelledAt"])
    .orderBy("starts_at")
    .execute();
  return sessions.filter((session) => standingOf(session, session.villageCode, now) === "today");
}

/** Holds the session until the transaction ends: marks of one session are written one mentor after the other. */
export async function lockSession(trx: Transaction<Database>, { villageCode, cohortId }: CohortKey, sessionId: string): Promise<Omit<Session, "ordinal"> | undefined> {
  return trx
    .selectFrom("cohort_session")
    .where("village_code", "=", villageCode)
    .where("id", "=", sessionId)
    .where("cohort_id", "=", cohortId)
    .select(["id as sessionId", "starts_at as startsAt", "minutes", "cancelled_at as cancelledAt"])
    .forUpdate()
    .executeTakeFirst();
}

/** All that was ever noted at a session, the newest first. */
export async function listMarks(db: Kysely<Database>, villageCode: string, sessionId: string): Promise<Mark[]> {
  return db
    .selectFrom("attendance_mark as mark")
    .innerJoin("staff", "staff.id", "mark.marked_by")
    .where("mark.village_code", "=", villageCode)
    .where("mark.session_id", "=", sessionId)
    .select(["mark.id", "mark.learner_id as learnerId", "mark.status", "mark.minutes", "mark.reason", "mark.marked_at as markedAt", "staff.name as markedBy"])
    .orderBy("mark.marked_at", "desc")
    .orderBy("mark.id", "desc")
    .execute();
}

export async function insertMarks(
  db: Kysely<Database>,
  marks: readonly (Attended & { learnerId: string })[],
  of: { villageCode: string; sessionId: string; markedAt: Date; markedBy: string },
): Promise<void> {
  if (marks.length === 0) return;
  const columns = { village_code: of.villageCode, session_id: of.sessionId, marked_at: of.markedAt, marked_by: of.markedBy };
  await db
    .insertInto("attendance_mark")
    .values(marks.map(({ learnerId, status, minutes, reason }) => ({ ...columns, id: newId(), learner_id: learnerId, status, minutes, reason })))
    .execute();
}

/** Takes back all that was noted at a session, and keeps it beside the change that says why. Answers of how many learners. */
export async function clearMarks(trx: Transaction<Database>, { villageCode, sessionId, changeId }: { villageCode: string; sessionId: string; changeId: string }): Promise<number> {
  const { rows } = await sql<{ learnerId: string }>`
    with taken as (delete from attendance_mark where village_code = ${villageCode} and session_id = ${sessionId} returning *)
    insert into cleared_mark (village_code, id, change_id, learner_id, status, minutes, reason, marked_at, marked_by)
    select village_code, id, ${changeId}, learner_id, status, minutes, reason, marked_at, marked_by from taken
    returning learner_id as "learnerId"`.execute(trx);
  return new Set(rows.map(({ learnerId }) => learnerId)).size;
}

/** What holds of a learner at a session: the newest mark. */
export interface StandingMark {
  sessionId: string;
  learnerId: string;
  status: AttendanceStatus;
  minutes: number;
  reason: string | null;
}

/** What holds of all learners at all sessions of the cohort that were not cancelled. */
export async function listStandingMarks(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<StandingMark[]> {
  return db
    .selectFrom("cohort_session as session")
    .innerJoin("attendance_mark as mark", (join) => join.onRef("mark.village_code", "=", "session.village_code").onRef("mark.session_id", "=", "session.id"))
    .where("session.village_code", "=", villageCode)
    .where("session.cohort_id", "=", cohortId)
    .where("session.cancelled_at", "is", null)
    .distinctOn(["mark.session_id", "mark.learner_id"])
    .select(["mark.session_id as sessionId", "mark.learner_id as learnerId", "mark.status", "mark.minutes", "mark.reason"])
    .orderBy("mark.session_id")
    .orderBy("mark.learner_id")
    .orderBy("mark.marked_at", "desc")
    .orderBy("mark.id", "desc")
    .execute();
}
