import { describe, expect, it } from "vitest";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { daysTogether, hoursStamp, isWithinHours, type OpenDay } from "#app/mentoring/opening-hours.ts";
import { openingTimes } from "#app/mentoring/session-words.ts";

const day = (weekday: number, opens: string, closes: string): OpenDay => ({ weekday, opens, closes });
const week = [...[1, 2, 3, 4].map((weekday) => day(weekday, "08:00", "16:00")), day(5, "08:00", "11:00"), day(7, "08:00", "11:00")];

describe("the hours of a week", () => {
  it("take days together that follow each other and are the same", () => {
    expect(daysTogether(week.toReversed())).toEqual([
      { from: 1, until: 4, opens: "08:00", closes: "16:00" },
      { from: 5, until: 5, opens: "08:00", closes: "11:00" },
      { from: 7, until: 7, opens: "08:00", closes: "11:00" },
    ]);
    expect(daysTogether([])).toEqual([]);
  });

  it("have the same stamp when they are the same, in whatever order", () => {
    expect(hoursStamp(week)).toBe(hoursStamp(week.toReversed()));
    expect(hoursStamp(week)).not.toBe(hoursStamp(week.slice(1)));
    expect(hoursStamp([])).toBe("");
  });

  it("are told in one sentence, on the village's clock", () => {
    const copy = copyFor(new Request("http://melek.test"));
    expect(openingTimes(week, "WITA", copy)).toBe("Jam buka pusat: Senin sampai Kamis 08.00–16.00; Jumat 08.00–11.00; Minggu 08.00–11.00 WITA. Hari lain tutup.");
    expect(openingTimes([1, 2, 3, 4, 5, 6, 7].map((weekday) => day(weekday, "07:30", "21:00")), "WIB", copy)).toBe("Jam buka pusat: Senin sampai Minggu 07.30–21.00 WIB.");
  });
});

describe("a moment", () => {
  const isOpen = (moment: string, marginMinutes = 60, hours: OpenDay[] = week) => isWithinHours(new Date(moment), hours, { zone: "WIB", marginMinutes });

  it("lies within the hours of its day, or the margin around them", () => {
    // 2026-11-19 is a Thursday.
    expect(["07:00", "08:00", "12:00", "16:00", "17:00"].map((time) => isOpen(`2026-11-19T${time}:00+07:00`))).toEqual([true, true, true, true, true]);
    expect(["06:59", "17:01", "23:00"].map((time) => isOpen(`2026-11-19T${time}:00+07:00`))).toEqual([false, false, false]);
    expect([isOpen("2026-11-20T11:30:00+07:00"), isOpen("2026-11-20T15:00:00+07:00"), isOpen("2026-11-21T10:00:00+07:00")]).toEqual([true, false, false]);
  });

  it("is told on the village's clock", () => {
    const lateInWib = new Date("2026-11-19T16:30:00+07:00");
    expect((["WIB", "WITA", "WIT"] as const).map((zone) => isWithinHours(lateInWib, week, { zone, marginMinutes: 60 }))).toEqual([true, false, false]);
  });

  it("shortly after midnight still belongs to an evening that ended late", () => {
    const late = [day(4, "18:00", "23:45")];
    expect([isOpen("2026-11-20T00:30:00+07:00", 60, late), isOpen("2026-11-20T01:00:00+07:00", 60, late), isOpen("2026-11-19T00:30:00+07:00", 60, late)]).toEqual([true, false, false]);
  });
});
