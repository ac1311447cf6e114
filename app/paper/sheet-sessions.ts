import { type Session, villageDay } from "#app/attendance/session-time.ts";

/** The sessions at which sheets that were printed since `printedAt` can have been filled in, the latest first. */
export function sessionsForSheets(sessions: readonly Session[], printedAt: Date, now: Date, villageCode: string): Session[] {
  const [first, last] = [villageDay(printedAt, villageCode), villageDay(now, villageCode)];
  const isBetween = (day: string) => day >= first && day <= last;
  return sessions.filter(({ startsAt, cancelledAt }) => cancelledAt === null && isBetween(villageDay(startsAt, villageCode))).toReversed();
}
