import { clockAt, dayAfter, momentAt, weekdayOf, type Zone } from "./village-clock.ts";

/** When a cohort meets each week. Monday is 1; the time is `HH:MM` on the village's clock. */
export interface Slot {
  weekday: number;
  startsAt: string;
  minutes: number;
}

export interface Holiday {
  /** `YYYY-MM-DD`. */
  day: string;
  name: string;
  /** False for a day that is only expected to be one. */
  isDecreed: boolean;
}

export interface PlannedSession {
  startsAt: Date;
  minutes: number;
}

export interface SchedulePlan {
  sessions: PlannedSession[];
  /** The holidays on which the cohort would have met. */
  skipped: Holiday[];
}

/** The sessions of a term from its first day to its last, both included: every slot of every week, except on holidays. */
export function planSessions({ startsOn, endsOn, slots, holidays, zone }: { startsOn: string; endsOn: string; slots: readonly Slot[]; holidays: readonly Holiday[]; zone: Zone }): SchedulePlan {
  const plan: SchedulePlan = { sessions: [], skipped: [] };
  const inOrder = slots.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  for (let day = startsOn; day <= endsOn; day = dayAfter(day, 1)) {
    const meetings = inOrder.filter((slot) => slot.weekday === weekdayOf(day));
    const holiday = holidays.find((one) => one.day === day);
    if (holiday && meetings.length > 0) plan.skipped.push(holiday);
    else plan.sessions.push(...meetings.map(({ startsAt, minutes }) => ({ startsAt: momentAt(day, startsAt, zone), minutes })));
  }
  return plan;
}

/** A session as it stands. */
export interface StandingSession extends PlannedSession {
  id: string;
  /** Where it stood before anyone moved it. */
  plannedAt: Date;
  /** Somebody moved, cancelled or restored it, or marked who came: it is never planned anew. */
  isTouched: boolean;
  /** A mentor added it by hand: the weekly schedule never held it. */
  isExtra: boolean;
  isCancelled: boolean;
}

export interface Revision {
  add: PlannedSession[];
  resize: { id: string; minutes: number }[];
  remove: string[];
}

/**
 * What a new plan changes. What has begun and what somebody touched stays as it is, and stands for the planned session
 * of its day (of that day's, the nearest in time), unless it was added by hand; of the rest, a session at the same moment keeps its id.
 */
export function reviseSessions(planned: readonly PlannedSession[], standing: readonly StandingSession[], now: Date, zone: Zone): Revision {
  const isKept = (session: StandingSession) => session.isTouched || session.startsAt <= now;
  const kept = standing.filter(isKept);
  const loose = standing.filter((session) => !isKept(session));
  const wanted = withoutKept(planned.filter((session) => session.startsAt > now), kept, zone);
  const sameMoment = (session: PlannedSession) => loose.find(({ startsAt }) => startsAt.getTime() === session.startsAt.getTime());
  const staying = wanted.flatMap((session) => ({ session, old: sameMoment(session) })).flatMap(({ session, old }) => (old ? [{ session, old }] : []));
  return {
    add: wanted.filter((session) => !sameMoment(session)),
    resize: staying.filter(({ session, old }) => session.minutes !== old.minutes).map(({ session, old }) => ({ id: old.id, minutes: session.minutes })),
    remove: loose.filter((old) => !staying.some((pair) => pair.old.id === old.id)).map(({ id }) => id),
  };
}

function withoutKept(planned: readonly PlannedSession[], kept: readonly StandingSession[], zone: Zone): PlannedSession[] {
  let wanted = [...planned];
  const dayOf = (moment: Date) => clockAt(moment, zone).day;
  for (const { plannedAt } of kept.filter(({ isExtra }) => !isExtra)) {
    const sameDay = wanted.filter((session) => dayOf(session.startsAt) === dayOf(plannedAt));
    const distance = (session: PlannedSession) => Math.abs(session.startsAt.getTime() - plannedAt.getTime());
    const nearest = sameDay.toSorted((a, b) => distance(a) - distance(b))[0];
    wanted = wanted.filter((session) => session !== nearest);
  }
  return wanted.filter((session) => !kept.some((other) => !other.isCancelled && isTogether(session, other)));
}

/** Whether two sessions have a minute in common. */
export function isTogether(a: PlannedSession, b: PlannedSession): boolean {
  return a.startsAt.getTime() < endOf(b) && b.startsAt.getTime() < endOf(a);
}

function endOf({ startsAt, minutes }: PlannedSession): number {
  return startsAt.getTime() + minutes * 60_000;
}
