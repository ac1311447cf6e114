import { describe, expect, it } from "vitest";
import { type Attended, decideLine, type Mark, readLine, tallyOf, timesAwayInARow, typedOf } from "#app/attendance/attendance.ts";
import { sessionTime, standingOf } from "#app/attendance/session-time.ts";

const typed = (status: string, minutes = "", reason = "") => ({ status, minutes, reason });
const came: Attended = { status: "present", minutes: 60, reason: null };
const away: Attended = { status: "absent", minutes: 0, reason: null };
const marked = (id: string, attended: Attended): Mark => ({ ...attended, id, learnerId: "sari", markedAt: new Date(0), markedBy: "Dewi" });

describe("reading a line", () => {
  it("takes the session's length for who came, and less for who came late", () => {
    expect(readLine(typed("present"), 60)).toEqual({ attended: came });
    expect(readLine(typed("late"), 60)).toEqual({ attended: { status: "late", minutes: 45, reason: null } });
    expect(readLine(typed("late", " 20 "), 60)).toEqual({ attended: { status: "late", minutes: 20, reason: null } });
  });

  it("takes minutes within the session only", () => {
    for (const minutes of ["0", "61", "-5", "1,5", "sejam", "6e1"]) expect(readLine(typed("present", minutes), 60)).toEqual({ fault: "minutes" });
    expect(readLine(typed("present", "60"), 60)).toEqual({ attended: came });
  });

  it("asks who is excused for a reason, and keeps it for who stayed away", () => {
    expect(readLine(typed("excused", "", "  \n "), 60)).toEqual({ fault: "reason" });
    expect(readLine(typed("excused", "30", "  sakit \u0000 gigi "), 60)).toEqual({ attended: { status: "excused", minutes: 0, reason: "sakit gigi" } });
    expect(readLine(typed("absent"), 60)).toEqual({ attended: away });
    expect(readLine(typed("present", "", "sakit"), 60)).toEqual({ attended: came });
  });

  it("says nothing of who was not marked", () => {
    expect(readLine(typed("", "12", "x"), 60)).toEqual({ attended: null });
    expect(readLine(typed("gone"), 60)).toEqual({ attended: null });
  });

  it("shows usual minutes as nothing typed, so that a correction brings its own", () => {
    expect(typedOf(came, 60)).toEqual(typed("present"));
    expect(typedOf({ ...came, minutes: 30 }, 60)).toEqual(typed("present", "30"));
    expect(typedOf(null, 60)).toEqual(typed(""));
  });
});

describe("deciding about a line", () => {
  const before = marked("m1", came);

  it("writes what is new and what is corrected", () => {
    expect(decideLine(came, "", [])).toEqual({ kind: "write", attended: came });
    expect(decideLine(away, "m1", [before])).toEqual({ kind: "write", attended: away });
  });

  it("writes nothing twice, even from a form that is old", () => {
    expect(decideLine(came, "m1", [before])).toEqual({ kind: "keep" });
    expect(decideLine(came, "", [before])).toEqual({ kind: "keep" });
    expect(decideLine(null, "", [before])).toEqual({ kind: "keep" });
  });

  it("leaves what another mentor corrected to a form that only repeats what it was shown", () => {
    expect(decideLine(came, "m1", [marked("m2", away), before])).toEqual({ kind: "keep" });
  });

  it("tells what another mentor wrote when both wrote something new", () => {
    const other = marked("m2", { status: "excused", minutes: 0, reason: "sakit" });
    expect(decideLine(away, "m1", [other, before])).toEqual({ kind: "clash", latest: other });
    expect(decideLine(came, "", [other])).toEqual({ kind: "clash", latest: other });
    expect(decideLine(came, "forged", [other])).toEqual({ kind: "clash", latest: other });
  });
});

it("counts how often in a row somebody was away, leaving out what nobody noted", () => {
  expect(timesAwayInARow(["absent", "present", "absent", null, "excused"])).toBe(2);
  expect(timesAwayInARow(["absent", "late"])).toBe(0);
  expect(timesAwayInARow([null, null])).toBe(0);
  expect(timesAwayInARow(["absent", "absent"])).toBe(2);
});

it("tallies a roll", () => {
  expect(tallyOf(["present", "late", null, "present"])).toEqual({ present: 2, late: 1, excused: 0, absent: 0, unmarked: 1 });
});

describe("when a session is", () => {
  const startsAt = new Date("2026-11-24T23:30:00Z");

  it("is told on the village's own clock", () => {
    expect(sessionTime({ startsAt, minutes: 60 }, "35.05.04.2014")).toEqual({ day: "2026-11-25", from: "06.30", until: "07.30", zone: "WIB" });
    expect(sessionTime({ startsAt, minutes: 90 }, "64.01.04.2016")).toEqual({ day: "2026-11-25", from: "07.30", until: "09.00", zone: "WITA" });
  });

  it("is today for the whole of the village's day", () => {
    const standing = (now: string, cancelledAt: Date | null = null) => standingOf({ startsAt, cancelledAt }, "35.05.04.2014", new Date(now));
    expect(standing("2026-11-24T17:00:00Z")).toBe("today");
    expect(standing("2026-11-24T16:59:00Z")).toBe("coming");
    expect(standing("2026-11-25T17:00:00Z")).toBe("past");
    expect(standing("2026-11-25T17:00:00Z", new Date(0))).toBe("cancelled");
  });
});
