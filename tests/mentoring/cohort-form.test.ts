import { describe, expect, it } from "vitest";
import { nothingTyped, readCohort, readDay, readTime, type TypedCohort, typedFrom } from "#app/mentoring/cohort-form.ts";

const right: TypedCohort = {
  ...nothingTyped(),
  name: "  Rombel   Melati ",
  startsOn: "2026-12-01",
  endsOn: "2027-02-26",
  capacity: "24",
  slots: [{ weekday: "2", startsAt: "09:00", minutes: "60" }, { weekday: "5", startsAt: "13.30", minutes: "" }, { weekday: "", startsAt: "", minutes: "60" }],
};

describe("the form of a cohort", () => {
  it("reads what is right, and leaves out empty lines", () => {
    expect(readCohort(right)).toEqual({
      times: {
        name: "Rombel Melati",
        startsOn: "2026-12-01",
        endsOn: "2027-02-26",
        capacity: 24,
        slots: [{ weekday: 2, startsAt: "09:00", minutes: 60 }, { weekday: 5, startsAt: "13:30", minutes: 60 }],
      },
    });
  });

  it("shows again what it read", () => {
    const read = readCohort(right);
    if (!("times" in read)) throw new Error("not read");
    expect(readCohort(typedFrom(read.times))).toEqual(read);
  });

  it.each([
    ["name", { name: "1" }],
    ["startsOn", { startsOn: "2026-02-30" }],
    ["endsOn", { endsOn: "besok" }],
    ["endsBefore", { endsOn: "2026-11-30" }],
    ["tooLong", { endsOn: "2027-12-03" }],
    ["capacity", { capacity: "0" }],
    ["capacity", { capacity: "banyak" }],
    ["noSlots", { slots: nothingTyped().slots }],
  ])("tells of %s", (fault, typed) => {
    expect(readCohort({ ...right, ...typed })).toMatchObject({ faults: [fault] });
  });

  it.each([
    ["weekday", { weekday: "", startsAt: "09:00", minutes: "60" }],
    ["weekday", { weekday: "8", startsAt: "09:00", minutes: "60" }],
    ["time", { weekday: "3", startsAt: "25:00", minutes: "60" }],
    ["minutes", { weekday: "3", startsAt: "09:00", minutes: "5" }],
    ["minutes", { weekday: "3", startsAt: "09:00", minutes: "satu jam" }],
    ["together", { weekday: "2", startsAt: "09:30", minutes: "60" }],
    ["midnight", { weekday: "3", startsAt: "23:30", minutes: "120" }],
  ])("tells which line has a wrong %s", (fault, line) => {
    expect(readCohort({ ...right, slots: [right.slots[0] ?? line, line] })).toMatchObject({ faults: [], slotFaults: [null, fault] });
  });
});

it.each([["24-11-2026", "2026-11-24"], ["1/2/2027", "2027-02-01"], ["2026-11-24", "2026-11-24"], ["2026-13-01", null], ["1999-01-01", null], ["", null]])("“%s” is the day %s", (text, day) => {
  expect(readDay(text)).toBe(day);
});

it.each([["9", "09:00"], ["9.30", "09:30"], ["09:30", "09:30"], ["09:30:00", "09:30"], ["24:00", null], ["sore", null]])("“%s” is the time %s", (text, time) => {
  expect(readTime(text)).toBe(time);
});
