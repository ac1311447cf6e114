import { expect, it } from "vitest";
import { faultsOfHours, readHours, typedFrom, typedHours } from "#app/programs/plan/hours-form.ts";

const typed = (fields: Record<string, string>) => typedHours((name) => fields[name] ?? "");
const read = (fields: Record<string, string>) => readHours(typed(fields));
const open = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

it("takes Monday's hours for all workdays when asked to, whatever stands in their lines", () => {
  const fields = { "opens-1": "08:00", "closes-1": "16.00", "opens-3": "x", "opens-6": "8", "closes-6": "12:00" };
  expect(read({ ...fields, same: "ya" })).toEqual({ hours: [...[1, 2, 3, 4, 5].map((weekday) => open(weekday, "08:00", "16:00")), open(6, "08:00", "12:00")] });
  expect(read({ ...fields, "opens-3": "" })).toEqual({ hours: [open(1, "08:00", "16:00"), open(6, "08:00", "12:00")] });
});

it("takes an empty form for no hours at all", () => {
  expect([read({}), read({ same: "ya" })]).toEqual([{ hours: [] }, { hours: [] }]);
});

it.each([
  [{ "opens-2": "08:00" }, "half"],
  [{ "closes-2": "08:00" }, "half"],
  [{ "opens-2": "25:00", "closes-2": "26:00" }, "time"],
  [{ "opens-2": "pagi", "closes-2": "sore" }, "time"],
  [{ "opens-2": "a".repeat(10_000), "closes-2": "9" }, "time"],
  [{ "opens-2": "16:00", "closes-2": "08:00" }, "order"],
  [{ "opens-2": "08:00", "closes-2": "08:00" }, "order"],
] as [Record<string, string>, string][])("says of %j that its day is wrong: %s", (fields, fault) => {
  const faults = [null, fault, null, null, null, null, null];
  expect(read(fields)).toEqual({ faults });
  expect(faultsOfHours(typed(fields))).toEqual(faults);
});

it("shows what is recorded, as short as it can", () => {
  const workdays = [1, 2, 3, 4, 5].map((weekday) => open(weekday, "08:00", "16:00"));
  expect(typedFrom(workdays).isSameOnWorkdays).toBe(true);
  expect(typedFrom([])).toMatchObject({ isSameOnWorkdays: true, days: Array.from({ length: 7 }, () => ({ opens: "", closes: "" })) });
  expect(typedFrom(workdays.slice(0, 4)).isSameOnWorkdays).toBe(false);
  expect(readHours(typedFrom([...workdays.slice(0, 4), open(7, "10:00", "11:30")]))).toEqual({ hours: [...workdays.slice(0, 4), open(7, "10:00", "11:30")] });
});
