import { describe, expect, it } from "vitest";
import { type PlannedSession, planSessions, reviseSessions, type StandingSession } from "#app/mentoring/schedule.ts";
import { clockAt, momentAt, weekdayOf, zoneOf } from "#app/mentoring/village-clock.ts";
import { nationalHolidays } from "#db/national-holidays.ts";

const tuesdays = { weekday: 2, startsAt: "09:00", minutes: 60 };
const fridays = { weekday: 5, startsAt: "13:30", minutes: 90 };
const christmas = { day: "2026-12-25", name: "Hari Natal", isDecreed: true };

function daysOf(sessions: readonly PlannedSession[]): string[] {
  return sessions.map(({ startsAt }) => clockAt(startsAt, "WIB").day);
}

describe("the clock of a village", () => {
  it.each([["35.05.04.2014", "WIB"], ["61", "WIB"], ["64.01.04.2016", "WITA"], ["51.01", "WITA"], ["81", "WIT"], ["95.01", "WIT"]])("of %s is %s", (code, zone) => {
    expect(zoneOf(code)).toBe(zone);
  });

  it("tells the same moment by three clocks", () => {
    const moment = momentAt("2026-12-01", "00:30", "WIT");
    expect(clockAt(moment, "WIT")).toEqual({ day: "2026-12-01", time: "00:30" });
    expect(clockAt(moment, "WIB")).toEqual({ day: "2026-11-30", time: "22:30" });
  });

  it("counts the days of the week from Monday", () => {
    expect(["2026-11-23", "2026-11-28", "2026-11-29"].map(weekdayOf)).toEqual([1, 6, 7]);
  });
});

describe("planning a term", () => {
  it("makes every slot of every week from the first day to the last", () => {
    const { sessions, skipped } = planSessions({ startsOn: "2026-12-01", endsOn: "2026-12-11", slots: [fridays, tuesdays], holidays: [], zone: "WITA" });
    expect(sessions.map(({ startsAt, minutes }) => [startsAt.toISOString(), minutes])).toEqual([
      ["2026-12-01T01:00:00.000Z", 60],
      ["2026-12-04T05:30:00.000Z", 90],
      ["2026-12-08T01:00:00.000Z", 60],
      ["2026-12-11T05:30:00.000Z", 90],
    ]);
    expect(skipped).toEqual([]);
  });

  it("leaves holidays out and says which, and none on which nobody would meet", () => {
    const newYear = { day: "2027-01-01", name: "Tahun Baru Masehi", isDecreed: true };
    const epiphany = { day: "2027-01-05", name: "Isra Mikraj", isDecreed: false };
    const plan = planSessions({ startsOn: "2026-12-18", endsOn: "2027-01-08", slots: [fridays], holidays: [christmas, newYear, epiphany], zone: "WIB" });
    expect(daysOf(plan.sessions)).toEqual(["2026-12-18", "2027-01-08"]);
    expect(plan.skipped).toEqual([christmas, newYear]);
  });
});

describe("planning anew", () => {
  const now = momentAt("2026-12-02", "10:00", "WIB");
  const standing = (id: string, day: string, more: Partial<StandingSession> = {}): StandingSession => {
    const startsAt = momentAt(day, "09:00", "WIB");
    return { id, startsAt, minutes: 60, plannedAt: startsAt, isTouched: false, isExtra: false, isCancelled: false, ...more };
  };
  const plan = (slots = [tuesdays]) => planSessions({ startsOn: "2026-12-01", endsOn: "2026-12-29", slots, holidays: [], zone: "WIB" }).sessions;

  it("changes nothing when the schedule is the same", () => {
    const all = ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"].map((day) => standing(day, day));
    expect(reviseSessions(plan(), all, now, "WIB")).toEqual({ add: [], resize: [], remove: [] });
  });

  it("leaves what has begun, and takes away and adds only what is to come", () => {
    const revision = reviseSessions(plan([{ ...tuesdays, weekday: 3 }]), [standing("past", "2026-12-01"), standing("next", "2026-12-08")], now, "WIB");
    expect(revision.remove).toEqual(["next"]);
    expect(daysOf(revision.add)).toEqual(["2026-12-09", "2026-12-16", "2026-12-23"]);
  });

  it("keeps the id of a session that only lasts longer", () => {
    const revision = reviseSessions(plan([{ ...tuesdays, minutes: 90 }]), [standing("a", "2026-12-08")], now, "WIB");
    expect(revision).toMatchObject({ resize: [{ id: "a", minutes: 90 }], remove: [] });
  });

  it("does not make again the session that was moved or cancelled, on the day where it stood", () => {
    const moved = standing("moved", "2026-12-10", { plannedAt: momentAt("2026-12-08", "09:00", "WIB"), isTouched: true });
    const cancelled = standing("cancelled", "2026-12-15", { isTouched: true, isCancelled: true });
    const revision = reviseSessions(plan([{ ...tuesdays, startsAt: "10:00" }]), [moved, cancelled], now, "WIB");
    expect(revision.remove).toEqual([]);
    expect(daysOf(revision.add)).toEqual(["2026-12-22", "2026-12-29"]);
  });

  it("makes the afternoon anew where the morning of the same day was moved", () => {
    const moved = standing("moved", "2026-12-10", { plannedAt: momentAt("2026-12-08", "09:00", "WIB"), isTouched: true });
    const revision = reviseSessions(plan([tuesdays, { ...tuesdays, startsAt: "14:00" }]), [moved], now, "WIB");
    expect(revision.add.filter(({ startsAt }) => clockAt(startsAt, "WIB").day === "2026-12-08").map(({ startsAt }) => clockAt(startsAt, "WIB").time)).toEqual(["14:00"]);
  });

  it("puts nothing on top of a session that was moved there", () => {
    const moved = standing("moved", "2026-12-22", { plannedAt: momentAt("2026-12-17", "09:00", "WIB"), isTouched: true });
    expect(daysOf(reviseSessions(plan(), [moved], now, "WIB").add)).toEqual(["2026-12-08", "2026-12-15", "2026-12-29"]);
  });
});

describe("the national holidays", () => {
  it("are the 17 of the decree for 2026 and the 18 of that for 2027, each with its source", () => {
    expect(nationalHolidays.filter(({ day }) => day.startsWith("2026")).every(({ isDecreed }) => isDecreed)).toBe(true);
    for (const [year, days] of [["2026", 17], ["2027", 18]] as const) expect(nationalHolidays.filter(({ day }) => day.startsWith(year))).toHaveLength(days);
    expect(nationalHolidays.filter(({ source }) => source === "")).toEqual([]);
    expect(new Set(nationalHolidays.map(({ day }) => day)).size).toBe(nationalHolidays.length);
  });

  it("whose day follows the new moon are expected until the minister has seen it", () => {
    const expected = nationalHolidays.filter(({ isDecreed }) => !isDecreed);
    expect(expected.map(({ day }) => day)).toEqual(["2027-03-10", "2027-03-11", "2027-05-17"]);
  });
});
