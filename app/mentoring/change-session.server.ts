import type { Kysely, Transaction } from "kysely";
import { clearMarks } from "#db/attendance.ts";
import { recordAudit } from "#db/audit.ts";
import { changeSession, findSession, hasChange, listClashes, listSessions, lockSession, type ScheduledSession, type SessionChange } from "#db/cohort-schedule.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { listHolidays } from "#db/holidays.ts";
import type { Database } from "#db/schema.ts";
import { type Holiday, isTogether } from "./schedule.ts";
import { clockAt, runsPastMidnight, zoneOf } from "./village-clock.ts";

/** Where a session is to be moved, or what else is to become of it; `clear` takes back what was noted of who came. */
export type SessionWish = { startsAt: Date } | "cancel" | "restore" | "clear";

export interface ChangeSession {
  cohort: CohortSummary;
  sessionId: string;
  /** The form's UUID: the same form never changes a session twice. */
  changeId: string;
  /** `sessionStamp` of what the form showed. */
  seen: string;
  /** All but a move leave the time as it is. */
  to: SessionWish;
  reason: string;
  /** The moment about which the mentor was warned and that they want all the same. */
  confirmed: Date | null;
  staffId: string;
  now: Date;
}

export type ChangeResult =
  | { kind: "changed" | "stale" | "unknown" | "held" | "outside" | "same" | "together" | "midnight" }
  /** Asked once more: the new day is a holiday, or others meet at the centre at that time. */
  | { kind: "warned"; holiday: Holiday | null; clashes: string[] };

/**
 * Moves, cancels or restores a session, or clears its attendance, and keeps the change. `stale`: somebody changed it since the form was shown, or
 * what is asked cannot be done to it as it is. `held`: it has begun and somebody marked who came, and the marks were not cleared. `outside`: the new day
 * lies outside the cohort's dates. `together`: the cohort meets at that time already. `midnight`: it would run into the next day. Unless it answers `changed`, nothing is changed.
 */
export async function changeCohortSession(db: Kysely<Database>, request: ChangeSession): Promise<ChangeResult> {
  const { cohort, sessionId, changeId, seen, to, staffId, now } = request;
  return db.transaction().execute(async (trx) => {
    await lockSession(trx, cohort, sessionId);
    const session = await findSession(trx, cohort, sessionId);
    if (!session) return { kind: "unknown" };
    if (await hasChange(trx, cohort, sessionId, changeId)) return { kind: "changed" };
    if (sessionStamp(session) !== seen || session.isCancelled !== (to === "restore")) return { kind: "stale" };
    if (to === "clear" && !session.hasMarks) return { kind: "stale" };
    if (session.hasMarks && session.startsAt <= now && to !== "restore" && to !== "clear") return { kind: "held" };
    const obstacle = to === "cancel" || to === "clear" ? null : await obstacleTo(trx, request, session, to === "restore" ? session.startsAt : to.startsAt);
    if (obstacle) return obstacle;
    const change = changeOf(session, request);
    if (!(await changeSession(trx, cohort, sessionId, { ...change, changedAt: now, changedBy: staffId }))) return { kind: "stale" };
    const learners = to === "clear" ? await clearMarks(trx, { villageCode: cohort.villageCode, sessionId, changeId }) : null;
    const details: Record<string, string | number | null> = { ...(learners === null ? {} : { learners }), cohortId: cohort.cohortId, from: change.oldStartsAt.toISOString(), to: change.newStartsAt?.toISOString() ?? null };
    await recordAudit(trx, cohort.villageCode, { actor: { kind: "staff", id: staffId }, action: `session.${change.kind}`, subjectId: sessionId, details });
    return { kind: "changed" };
  });
}

async function obstacleTo(trx: Transaction<Database>, { cohort, to, confirmed }: ChangeSession, session: ScheduledSession, startsAt: Date): Promise<ChangeResult | null> {
  const { day } = clockAt(startsAt, zoneOf(cohort.villageCode));
  if (to !== "restore" && startsAt.getTime() === session.startsAt.getTime()) return { kind: "same" };
  if (to !== "restore" && (day < cohort.startsOn || day > cohort.endsOn)) return { kind: "outside" };
  const planned = { startsAt, minutes: session.minutes };
  if (to !== "restore" && runsPastMidnight(planned, zoneOf(cohort.villageCode))) return { kind: "midnight" };
  const others = (await listSessions(trx, cohort)).filter(({ id, isCancelled }) => id !== session.id && !isCancelled);
  if (others.some((other) => isTogether(other, planned))) return { kind: "together" };
  if (confirmed?.getTime() === startsAt.getTime()) return null;
  const [holiday] = await listHolidays(trx, day, day);
  const clashes = await listClashes(trx, cohort, planned, session.id);
  return holiday || clashes.length > 0 ? { kind: "warned", holiday: holiday ?? null, clashes } : null;
}

function changeOf(session: ScheduledSession, { changeId, to, reason }: ChangeSession): SessionChange {
  const base = { changeId, oldStartsAt: session.startsAt, reason };
  return typeof to === "object" ? { ...base, kind: "moved", newStartsAt: to.startsAt } : { ...base, kind: kinds[to], newStartsAt: null };
}

const kinds = { cancel: "cancelled", restore: "restored", clear: "cleared" } as const;

/** What a form about the session shows of it: two forms that show the same have the same stamp. */
export function sessionStamp({ startsAt, cancelledAt }: Pick<ScheduledSession, "startsAt" | "cancelledAt">): string {
  return `${startsAt.toISOString()}|${cancelledAt?.toISOString() ?? ""}`;
}
