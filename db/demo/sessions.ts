import { dayOf } from "#app/i18n/locale.ts";
import { planSessions, type Slot } from "#app/mentoring/schedule.ts";
import { dayAfter, zoneOf } from "#app/mentoring/village-clock.ts";
import { nationalHolidays } from "../national-holidays.ts";
import { classMinutes, daysBefore, jakartaTime, minutesAfter } from "./calendar.ts";
import { demoId } from "./chance.ts";
import type { DemoCohort } from "./cohorts.ts";
import type { World } from "./stories.ts";

export interface DemoSession {
  id: string;
  startsAt: Date;
  /** Where the timetable has it. */
  plannedAt: Date;
  cancelledAt: Date | null;
  change: { kind: "moved" | "cancelled"; reason: string; at: Date } | null;
}

type Times = Pick<World, "now" | "opened">;

/** When the cohort meets each week. */
export function slotsOf({ timetable }: DemoCohort): Slot[] {
  return timetable.weekdays.map((day) => ({ weekday: day || 7, startsAt: `${String(timetable.hour).padStart(2, "0")}:00`, minutes: classMinutes }));
}

/** The cohort's sessions as its timetable has them. Nobody was enrolled on the first day. */
export function plainSessions(cohort: DemoCohort, { now, opened }: Times): DemoSession[] {
  const [startsOn, endsOn] = [dayAfter(dayOf(opened), 1), dayOf(daysBefore(now, -cohort.daysLeft))];
  const { sessions } = planSessions({ startsOn, endsOn, slots: slotsOf(cohort), holidays: nationalHolidays, zone: zoneOf(cohort.villageCode) });
  return sessions.map(({ startsAt }) => ({ id: demoId(`session/${cohort.id}/${startsAt.toISOString()}`, opened), startsAt, plannedAt: startsAt, cancelledAt: null, change: null }));
}

/**
 * The same with a class that is on at `now`, whatever the day and the hour of it: the one that the timetable has, or
 * the next one, moved ahead. Of those that come after it, the second is cancelled and the third moved.
 */
export function livelySessions(cohort: DemoCohort, times: Times): DemoSession[] {
  const plain = plainSessions(cohort, times);
  const on = onNow(plain, times.now);
  const [, second, third] = plain.slice(plain.indexOf(on) + 1);
  const at = daysBefore(times.now, 1);
  return plain.map((session) => {
    if (session === on) return isWellOn(on, times.now) ? on : moved(on, classStart(times.now), "Dimajukan: balai desa dipakai rapat RT pada hari itu", at);
    if (session === second) return { ...session, cancelledAt: at, change: { kind: "cancelled", reason: "Pendamping ikut rapat kabupaten", at } };
    return session === third ? moved(session, minutesAfter(session.plannedAt, 4 * 60), "Pagi harinya ada posyandu", at) : session;
  });
}

/** Of a cohort's sessions, the one that is on at `now`. */
export function sessionNow(sessions: readonly DemoSession[], now: Date): DemoSession {
  return sessions.find(({ startsAt, cancelledAt }) => cancelledAt === null && startsAt <= now && now < minutesAfter(startsAt, classMinutes)) as DemoSession;
}

/** The sessions that are over at `now`. */
export function sessionsBefore(sessions: readonly DemoSession[], now: Date): DemoSession[] {
  return sessions.filter(({ startsAt }) => minutesAfter(startsAt, classMinutes) <= now);
}

function onNow(plain: readonly DemoSession[], now: Date): DemoSession {
  const on = plain.find((session) => isWellOn(session, now)) ?? plain.find(({ startsAt }) => startsAt > daysBefore(now, 1 / 48));
  if (!on) throw new Error("The demo's cohort has no class to come");
  return on;
}

/** On for half an hour at least: by then some have done something. */
function isWellOn({ startsAt }: DemoSession, now: Date): boolean {
  return minutesAfter(startsAt, 30) <= now && now < minutesAfter(startsAt, classMinutes);
}

/** The quarter of an hour that struck 40 to 55 minutes ago; not before today. */
function classStart(now: Date): Date {
  const quarter = 15 * 60_000;
  const struck = Math.floor(minutesAfter(now, -40).getTime() / quarter) * quarter;
  return new Date(Math.max(struck, jakartaTime(now, 0, 0).getTime()));
}

function moved(session: DemoSession, startsAt: Date, reason: string, at: Date): DemoSession {
  return { ...session, startsAt, change: { kind: "moved", reason, at } };
}
