import { describe, expect, it } from "vitest";
import { headlineOf, type ProgramFacts } from "#app/programs/headline.ts";
import { exactly } from "#app/programs/stages.ts";

const facts: ProgramFacts = {
  regionVillages: 183,
  isProvince: false,
  targets: { villages: 42, learners: 504, districts: 17, regencies: 1 },
  stages: { internet: 42, center: 42, cohort: 8, graduates: 3 },
  centerDistricts: 17,
  years: 1,
  event: null,
  registered: exactly(80),
  cascade: null,
};

describe("headlineOf", () => {
  it("says how many villages have an internet center", () => {
    expect(headlineOf(facts)).toEqual({ kind: "centers", centers: 42, regionVillages: 183, districts: 17 });
  });

  it("says that a plan is for every village, and for how many years", () => {
    expect(headlineOf({ ...facts, regionVillages: 42, years: 2 })).toEqual({ kind: "everywhere", villages: 42, regionVillages: 42, years: 2, begun: 8 });
  });

  it("says how many of a province are chosen, in how many regencies", () => {
    expect(headlineOf({ ...facts, isProvince: true, targets: { ...facts.targets, regencies: 7 } })).toMatchObject({ kind: "chosen", villages: 42, regencies: 7 });
  });

  it("says who comes to a workshop: those who are invited, or whom the villages mean to reach", () => {
    expect(headlineOf({ ...facts, event: { days: 2, sessions: 2, people: 120 } })).toMatchObject({ kind: "workshop", people: 120, days: 2, sessions: 2 });
    expect(headlineOf({ ...facts, event: { days: 1, sessions: 1, people: null } })).toMatchObject({ people: 504 });
  });

  it("says how far coaching has spread, with people as they may be told", () => {
    expect(headlineOf({ ...facts, cascade: { coaches: 3, coached: 15 }, registered: { low: 90, high: 93 } })).toMatchObject({ kind: "cascade", coaches: 3, coached: 15, registered: { low: 90, high: 93 } });
  });

  it("says so when there are no targets", () => {
    expect(headlineOf({ ...facts, targets: { villages: 0, learners: 0, districts: 0, regencies: 0 } })).toEqual({ kind: "empty", regionVillages: 183 });
  });
});
