import { describe, expect, it } from "vitest";
import { homeOf, isWithin, mayLead, type StaffRole } from "#app/accounts/role.ts";

const program = { id: "p", regionCode: "35.05" };
const role = (part: Partial<StaffRole>): StaffRole[] => [{ role: "lead", programId: null, regionCode: null, ...part }];

describe("who may see a program's figures", () => {
  it.each([
    ["its lead", role({ programId: "p" }), true],
    ["the lead of another program", role({ programId: "q" }), false],
    ["the lead of its regency", role({ regionCode: "35.05" }), true],
    ["the lead of its province", role({ regionCode: "35" }), true],
    ["the lead of one of its districts", role({ regionCode: "35.05.04" }), false],
    ["the lead of a regency whose code begins alike", role({ regionCode: "35.0" }), false],
    ["an admin of everything", role({ role: "admin" }), true],
    ["an admin of another province", role({ role: "admin", regionCode: "64" }), false],
    ["a lead of nothing", role({}), false],
    ["someone without a role", [], false],
  ])("%s: %s", (_who, roles, may) => {
    expect(mayLead(roles, program)).toBe(may);
  });

  it("follows the dots of region codes", () => {
    expect(isWithin("32.05.01", "32.05")).toBe(true);
    expect(isWithin("32.05", "32.05")).toBe(true);
    expect(isWithin("32.051", "32.05")).toBe(false);
    expect(isWithin("32", "32.05")).toBe(false);
  });
});

it("leads everyone to their own first page", () => {
  const staff = { kind: "staff", staffId: "s", name: "Dewi", roles: [], mustChangePassword: false } as const;
  expect(homeOf({ ...staff, roles: [], isMentor: true })).toBe("/mentor");
  expect(homeOf({ ...staff, roles: [], isMentor: false })).toBe("/program");
  expect(homeOf({ ...staff, roles: [{ role: "lead", programId: "p", regionCode: null }], isMentor: true })).toBe("/program");
  expect(homeOf({ kind: "learner", villageCode: "", learnerId: "", centerId: "", number: 1, name: "", enrollments: [] })).toBe("/belajar");
});
