import { clockAt, timeAfter, zoneOf } from "#app/mentoring/village-clock.ts";

/** A session of a cohort. */
export interface Session {
  sessionId: string;
  startsAt: Date;
  /** How long it lasts. */
  minutes: number;
  cancelledAt: Date | null;
  /** The how-manieth of the cohort's sessions it is, cancelled ones left out. */
  ordinal: number;
}

/** When a session is, on the clock of its village. */
export interface SessionTime {
  /** `YYYY-MM-DD` */
  day: string;
  /** `HH.MM` */
  from: string;
  until: string;
  zone: string;
}

export function sessionTime({ startsAt, minutes }: Pick<Session, "startsAt" | "minutes">, villageCode: string): SessionTime {
  const zone = zoneOf(villageCode);
  const { day, time } = clockAt(startsAt, zone);
  return { day, from: time.replace(":", "."), until: timeAfter(time, minutes).replace(":", "."), zone };
}

/** The day on a village's clock. */
export function villageDay(moment: Date, villageCode: string): string {
  return clockAt(moment, zoneOf(villageCode)).day;
}

/** Whether somebody was in the cohort on the village's day of a session. */
export function wasEnrolled(enrolledAt: Date, { startsAt }: Pick<Session, "startsAt">, villageCode: string): boolean {
  return villageDay(enrolledAt, villageCode) <= villageDay(startsAt, villageCode);
}

/** Who of a cohort's roll a session asks for: who was in it on that day and was not deleted since, and who was marked all the same. */
export function rollOf<Line extends { learnerId: string; enrolledAt: Date; isErased: boolean }>(roll: readonly Line[], session: Pick<Session, "startsAt">, villageCode: string, marked: { has: (learnerId: string) => boolean }): Line[] {
  return roll.filter(({ learnerId, enrolledAt, isErased }) => marked.has(learnerId) || (!isErased && wasEnrolled(enrolledAt, session, villageCode)));
}

export type SessionStanding = "cancelled" | "today" | "past" | "coming";

/** Where a session stands on the village's day of `now`. */
export function standingOf(session: Pick<Session, "startsAt" | "cancelledAt">, villageCode: string, now: Date): SessionStanding {
  if (session.cancelledAt) return "cancelled";
  const [day, today] = [villageDay(session.startsAt, villageCode), villageDay(now, villageCode)];
  if (day === today) return "today";
  return day < today ? "past" : "coming";
}

const day = 24 * 60 * 60 * 1000;

/** Between which moments a session of today may begin, on whatever clock. */
export function aroundToday(now: Date): { from: Date; until: Date } {
  return { from: new Date(now.getTime() - day), until: new Date(now.getTime() + day) };
}
