import { describe, expect, it } from "vitest";
import { dayIn, daysToExpiry, readLevel, standingOf, type TypedLevel } from "#app/mentoring/mentor-level.ts";

const today = "2026-11-22";

describe("a level", () => {
  it.each([
    [null, "valid"],
    ["2027-01-22", "valid"],
    ["2027-01-21", "expiring"],
    ["2026-11-22", "expiring"],
    ["2026-11-21", "expired"],
  ])("that ends on %s is %s", (expiresOn, standing) => {
    expect(daysToExpiry).toBe(60);
    expect(standingOf({ expiresOn }, today)).toBe(standing);
  });
});

describe("what is typed of a level", () => {
  const typed: TypedLevel = { programme: " Pandu  Digital ", level: "Merah", number: "", issuedOn: "2025-09-28", expiresOn: "" };
  const faultsOf = (changes: Partial<TypedLevel>) => readLevel({ ...typed, ...changes }, today);

  it("is read, tidied; number and end may be missing", () => {
    expect(readLevel(typed, today)).toEqual({ level: { programme: "Pandu Digital", level: "Merah", number: null, issuedOn: "2025-09-28", expiresOn: null } });
    expect(faultsOf({ number: " PD-1 ", expiresOn: "28/9/2028" })).toMatchObject({ level: { number: "PD-1", expiresOn: "2028-09-28" } });
  });

  it.each<[Partial<TypedLevel>, string[]]>([
    [{ programme: "" }, ["programme"]],
    [{ programme: "–" }, ["programme"]],
    [{ level: " " }, ["level"]],
    [{ number: "9".repeat(61) }, ["number"]],
    [{ issuedOn: "" }, ["issuedOn"]],
    [{ issuedOn: "2026-02-30" }, ["issuedOn"]],
    [{ issuedOn: "kemarin" }, ["issuedOn"]],
    [{ issuedOn: "2026-11-23" }, ["issuedLater"]],
    [{ expiresOn: "31-11-2027" }, ["expiresOn"]],
    [{ expiresOn: "2025-09-27" }, ["expiresBefore"]],
    [{ level: "", issuedOn: "2027-01-01", expiresOn: "2026-01-01" }, ["level", "issuedLater", "expiresBefore"]],
  ])("%j is told as %j", (changes, faults) => {
    expect(faultsOf(changes)).toEqual({ faults });
  });

  it("may be a day as people write it", () => {
    expect(["2026-11-22", "22-11-2026", "2/1/2026", "2 1 2026", "1926-01-01", "2026-13-01", "22-11-26"].map(dayIn)).toEqual(["2026-11-22", "2026-11-22", "2026-01-02", "2026-01-02", null, null, null]);
  });
});
