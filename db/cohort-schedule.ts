import { type Kysely, sql, type Transaction } from "kysely";
import type { PlannedSession, Slot, StandingSession } from "#app/mentoring/schedule.ts";
import type { CohortKey } from "./enrollments.ts";
import { newId } from "./ids.ts";
import type { Database } from "./schema.ts";

export interface NewCohort extends CohortKey {
  centerId: string;
  programId: string;
  curriculumVersionId: string;
  name: string;
  startsOn: string;
  endsOn: string;
  capacity: number | null;
  createdAt: Date;
  createdBy: string;
}

/** Adds a cohort. Answers whether its id is new in the village. */
export async function insertCohort(db: Kysely<Database>, cohort: NewCohort): Promise<boolean> {
  const inserted = await db
    .insertInto("cohort")
    .values({
      village_code: cohort.villageCode,
      id: cohort.cohortId,
      center_id: cohort.centerId,
      program_id: cohort.programId,
      curriculum_version_id: cohort.curriculumVersionId,
      name: cohort.name,
      starts_on: cohort.startsOn,
      ends_on: cohort.endsOn,
      capacity: cohort.capacity,
      created_at: cohort.createdAt,
      created_by: cohort.createdBy,
    })
    .onConflict((conflict) => conflict.columns(["village_code", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Who created the cohort with this id in the village; undefined when there is none. */
export async function findCreator(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<{ createdBy: string | null } | undefined> {
  return db.selectFrom("cohort").where("village_code", "=", villageCode).where("id", "=", cohortId).select("created_by as createdBy").executeTakeFirst();
}

/** Whether another cohort of the centre that does not end before `today` has this name. */
export async function isNameTaken(db: Kysely<Database>, { villageCode, centerId, cohortId }: CohortKey & { centerId: string }, name: string, today: string): Promise<boolean> {
  const row = await db
    .selectFrom("cohort")
    .where("village_code", "=", villageCode)
    .where("center_id", "=", centerId)
    .where("id", "<>", cohortId)
    .where("ends_on", ">=", today)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** What a mentor may change of a cohort. */
export interface CohortTerms {
  name: string;
  startsOn: string;
  endsOn: string;
  capacity: number | null;
}

/** Holds the cohort until the transaction ends, and tells its terms as they are now. */
export async function lockCohort(trx: Transaction<Database>, { villageCode, cohortId }: CohortKey): Promise<CohortTerms> {
  return trx
    .selectFrom("cohort")
    .where("village_code", "=", villageCode)
    .where("id", "=", cohortId)
    .select(["name", "starts_on as startsOn", "ends_on as endsOn", "capacity"])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

export async function updateTerms(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, terms: CohortTerms): Promise<void> {
  await db
    .updateTable("cohort")
    .set({ name: terms.name, starts_on: terms.startsOn, ends_on: terms.endsOn, capacity: terms.capacity })
    .where("village_code", "=", villageCode)
    .where("id", "=", cohortId)
    .execute();
}

/** When the cohort meets each week, from Monday on. */
export async function listSlots(db: Kysely<Database>, { villageCode, cohortId }: CohortKey): Promise<Slot[]> {
  return db
    .selectFrom("cohort_slot")
    .where("village_code", "=", villageCode)
    .where("cohort_id", "=", cohortId)
    .select(["weekday", sql<string>`to_char(starts_at, 'HH24:MI')`.as("startsAt"), "minutes"])
    .orderBy("weekday")
    .orderBy("starts_at")
    .execute();
}

export async function replaceSlots(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, slots: readonly Slot[]): Promise<void> {
  await db.deleteFrom("cohort_slot").where("village_code", "=", villageCode).where("cohort_id", "=", cohortId).execute();
  if (slots.length === 0) return;
  const rows = slots.map(({ weekday, startsAt, minutes }) => ({ village_code: villageCode, id: newId(), cohort_id: cohortId, weekday, starts_at: startsAt, minutes }));
  await db.insertInto("cohort_slot").values(rows).execute();
}

/** A session with what a list of them shows. */
export interface ScheduledSession extends StandingSession {
  cancelledAt: Date | null;
  /** Whether somebody has marked who came. */
  hasMarks: boolean;
  /** The last reason given for a change. */
  reason: string | null;
  /** The names of the centre's other cohorts that meet at the same time. */
  clashes: string[];
}

/** The cohort's sessions in the order of time. */
export async function listSessions(db: Kysely<Database>, key: CohortKey): Promise<ScheduledSession[]> {
  return selectSessions(db, key).orderBy("session.starts_at").orderBy("session.id").execute();
}

/** One of the cohort's sessions. */
export async function findSession(db: Kysely<Database>, key: CohortKey, sessionId: string): Promise<ScheduledSession | undefined> {
  return selectSessions(db, key).where("session.id", "=", sessionId).executeTakeFirst();
}

/** Holds one of the cohort's sessions until the transaction ends. Call `findSession` after it. */
export async function lockSession(trx: Transaction<Database>, { villageCode, cohortId }: CohortKey, sessionId: string): Promise<void> {
  await trx
    .selectFrom("cohort_session")
    .where("village_code", "=", villageCode)
    .where("cohort_id", "=", cohortId)
    .where("id", "=", sessionId)
    .select("id")
    .forNoKeyUpdate()
    .execute();
}

function selectSessions(db: Kysely<Database>, { villageCode, cohortId }: CohortKey) {
  const ofSession = sql`where c.village_code = session.village_code and c.session_id = session.id`;
  return db
    .selectFrom("cohort_session as session")
    .where("session.village_code", "=", villageCode)
    .where("session.cohort_id", "=", cohortId)
    .select([
      "session.id",
      "session.starts_at as startsAt",
      "session.minutes",
      "session.cancelled_at as cancelledAt",
      sql<boolean>`session.cancelled_at is not null`.as("isCancelled"),
      sql<Date>`coalesce((select c.old_starts_at from cohort_session_change c ${ofSession} order by c.changed_at, c.id limit 1), session.starts_at)`.as("plannedAt"),
      sql<boolean>`(exists (select 1 from cohort_session_change c ${ofSession}) or exists (select 1 from attendance_mark c ${ofSession}))`.as("isTouched"),
      sql<boolean>`exists (select 1 from attendance_mark c ${ofSession})`.as("hasMarks"),
      sql<boolean>`exists (select 1 from cohort_session_change c ${ofSession} and c.kind = 'added')`.as("isExtra"),
      sql<string | null>`(select c.reason from cohort_session_change c ${ofSession} and c.kind <> 'cleared' order by c.changed_at desc, c.id desc limit 1)`.as("reason"),
      sql<string[]>`case when session.cancelled_at is not null then '{}' else array(
        select distinct rival.name from cohort own
        join cohort rival on rival.village_code = own.village_code and rival.center_id = own.center_id and rival.id <> own.id
        join cohort_session other on other.village_code = rival.village_code and other.cohort_id = rival.id
        where own.village_code = session.village_code and own.id = session.cohort_id and other.cancelled_at is null
          and other.starts_at < session.starts_at + session.minutes * interval '1 minute'
          and session.starts_at < other.starts_at + other.minutes * interval '1 minute'
        order by rival.name) end`.as("clashes"),
    ]);
}

/** The names of the centre's cohorts, this one among them, that meet while a session would; the session itself left out. */
export async function listClashes(db: Kysely<Database>, { villageCode, centerId }: { villageCode: string; centerId: string }, { startsAt, minutes }: PlannedSession, exceptId: string): Promise<string[]> {
  const ends = new Date(startsAt.getTime() + minutes * 60_000);
  const rows = await db
    .selectFrom("cohort_session as session")
    .innerJoin("cohort", (join) => join.onRef("cohort.village_code", "=", "session.village_code").onRef("cohort.id", "=", "session.cohort_id"))
    .where("session.village_code", "=", villageCode)
    .where("cohort.center_id", "=", centerId)
    .where("session.id", "<>", exceptId)
    .where("session.cancelled_at", "is", null)
    .where("session.starts_at", "<", ends)
    .where(sql<boolean>`${startsAt} < session.starts_at + session.minutes * interval '1 minute'`)
    .select("cohort.name")
    .distinct()
    .orderBy("cohort.name")
    .execute();
  return rows.map(({ name }) => name);
}

export async function insertSessions(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, sessions: readonly PlannedSession[]): Promise<void> {
  if (sessions.length === 0) return;
  const rows = sessions.map(({ startsAt, minutes }) => ({ village_code: villageCode, id: newId(), cohort_id: cohortId, starts_at: startsAt, minutes }));
  await db.insertInto("cohort_session").values(rows).execute();
}

/** Adds a session that the weekly schedule does not hold, with who added it and why. */
export async function insertExtraSession(
  db: Kysely<Database>,
  { villageCode, cohortId }: CohortKey,
  { sessionId, startsAt, minutes, reason, addedAt, addedBy }: PlannedSession & { sessionId: string; reason: string; addedAt: Date; addedBy: string },
): Promise<void> {
  await db.insertInto("cohort_session").values({ village_code: villageCode, id: sessionId, cohort_id: cohortId, starts_at: startsAt, minutes }).execute();
  const change = { session_id: sessionId, kind: "added" as const, old_starts_at: startsAt, new_starts_at: null, reason, changed_at: addedAt, changed_by: addedBy };
  await db.insertInto("cohort_session_change").values({ village_code: villageCode, id: newId(), ...change }).execute();
}

export async function resizeSession(db: Kysely<Database>, { villageCode }: CohortKey, sessionId: string, minutes: number): Promise<void> {
  await db.updateTable("cohort_session").set({ minutes }).where("village_code", "=", villageCode).where("id", "=", sessionId).execute();
}

/** Takes away sessions that nobody touched. */
export async function deleteSessions(db: Kysely<Database>, { villageCode, cohortId }: CohortKey, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  await db.deleteFrom("cohort_session").where("village_code", "=", villageCode).where("cohort_id", "=", cohortId).where("id", "in", sessionIds).execute();
}

export interface SessionChange {
  changeId: string;
  /** `cleared`: what was noted of who came was taken back; the session itself stays as it is. */
  kind: "moved" | "cancelled" | "restored" | "cleared";
  oldStartsAt: Date;
  newStartsAt: Date | null;
  reason: string;
}

/** Keeps a change and makes it. Answers whether its id is new in the village. */
export async function changeSession(db: Kysely<Database>, { villageCode }: CohortKey, sessionId: string, change: SessionChange & { changedAt: Date; changedBy: string }): Promise<boolean> {
  const { changeId, kind, oldStartsAt, newStartsAt, reason, changedAt, changedBy } = change;
  const kept = await db
    .insertInto("cohort_session_change")
    .values({
      village_code: villageCode,
      id: changeId,
      session_id: sessionId,
      kind,
      old_starts_at: oldStartsAt,
      new_starts_at: newStartsAt,
      reason,
      changed_at: changedAt,
      changed_by: changedBy,
    })
    .onConflict((conflict) => conflict.columns(["village_code", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!kept) return false;
  if (kind === "cleared") return true;
  const made = kind === "moved" && newStartsAt ? { starts_at: newStartsAt } : { cancelled_at: kind === "cancelled" ? changedAt : null };
  await db.updateTable("cohort_session").set(made).where("village_code", "=", villageCode).where("id", "=", sessionId).execute();
  return true;
}

/** Whether this very change was made before: the same form sent twice. */
export async function hasChange(db: Kysely<Database>, { villageCode }: CohortKey, sessionId: string, changeId: string): Promise<boolean> {
  const row = await db
    .selectFrom("cohort_session_change")
    .where("village_code", "=", villageCode)
    .where("session_id", "=", sessionId)
    .where("id", "=", changeId)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Every change of a session with who made it, the last first. */
export async function listChanges(db: Kysely<Database>, { villageCode }: CohortKey, sessionId: string) {
  return db
    .selectFrom("cohort_session_change as change")
    .innerJoin("staff", "staff.id", "change.changed_by")
    .where("change.village_code", "=", villageCode)
    .where("change.session_id", "=", sessionId)
    .select([
      "change.id as changeId",
      "change.kind",
      "change.old_starts_at as oldStartsAt",
      "change.new_starts_at as newStartsAt",
      "change.reason",
      "change.changed_at as changedAt",
      "staff.name as changedBy",
    ])
    .select(sql<number>`(select count(distinct m.learner_id)::int from cleared_mark m where m.village_code = change.village_code and m.change_id = change.id)`.as("cleared"))
    .orderBy("change.changed_at", "desc")
    .orderBy("change.id", "desc")
    .execute();
}
