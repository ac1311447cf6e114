import type { Kysely, Transaction } from "kysely";
import { recordAudit } from "#db/audit.ts";
import { insertExtraSession, listClashes, listSessions, lockCohort } from "#db/cohort-schedule.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { listHolidays } from "#db/holidays.ts";
import type { Database } from "#db/schema.ts";
import { type Holiday, isTogether, type PlannedSession } from "./schedule.ts";
import { clockAt, zoneOf } from "./village-clock.ts";

export interface AddSession {
  cohort: CohortSummary;
  /** The form's UUID becomes the session's: the same form adds one session. */
  sessionId: string;
  extra: PlannedSession & { reason: string };
  /** The moment about which the mentor was warned and that they want all the same. */
  confirmed: Date | null;
  staffId: string;
  now: Date;
}

export type AddResult =
  | { kind: "added" | "outside" | "together" }
  /** Asked once more: the day is a holiday, or others meet at the centre at that time. */
  | { kind: "warned"; holiday: Holiday | null; clashes: string[] };

/**
 * Adds a session that the weekly schedule does not hold, in the future or after the fact. `outside`: the day lies outside
 * the cohort's dates. `together`: the cohort meets at that time already. Unless it answers `added`, nothing is changed.
 */
export async function addSession(db: Kysely<Database>, request: AddSession): Promise<AddResult> {
  const { cohort, sessionId, extra, staffId, now } = request;
  return db.transaction().execute(async (trx) => {
    const { startsOn, endsOn } = await lockCohort(trx, cohort);
    const sessions = await listSessions(trx, cohort);
    if (sessions.some(({ id }) => id === sessionId)) return { kind: "added" };
    const { day } = clockAt(extra.startsAt, zoneOf(cohort.villageCode));
    if (day < startsOn || day > endsOn) return { kind: "outside" };
    if (sessions.some((session) => !session.isCancelled && isTogether(session, extra))) return { kind: "together" };
    const warning = await warningAbout(trx, request, day);
    if (warning) return warning;
    await insertExtraSession(trx, cohort, { sessionId, ...extra, addedAt: now, addedBy: staffId });
    const details = { cohortId: cohort.cohortId, at: extra.startsAt.toISOString(), minutes: extra.minutes };
    await recordAudit(trx, cohort.villageCode, { actor: { kind: "staff", id: staffId }, action: "session.added", subjectId: sessionId, details });
    return { kind: "added" };
  });
}

async function warningAbout(trx: Transaction<Database>, { cohort, sessionId, extra, confirmed }: AddSession, day: string): Promise<AddResult | null> {
  if (confirmed?.getTime() === extra.startsAt.getTime()) return null;
  const [holiday] = await listHolidays(trx, day, day);
  const clashes = await listClashes(trx, cohort, extra, sessionId);
  return holiday || clashes.length > 0 ? { kind: "warned", holiday: holiday ?? null, clashes } : null;
}
