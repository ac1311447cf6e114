import { describe, expect, it } from "vitest";
import { daysBetween, stalledOf, type VillageFacts } from "#app/programs/pictures/stalled.ts";
import { publishRow } from "#app/programs/suppression.ts";

const today = "2026-11-22";
const place = { villageCode: "35.05.04.2014", village: "Plosorejo", district: "Kademangan", regency: "Kabupaten Blitar" };
const nothing: VillageFacts = { ...place, waveSince: null, centerSince: null, newestOn: null, lastOn: null, hasNext: false, told: null, workedOn: null };
const told = (registered: number, started = 0, finished = 0) => publishRow({ registered, started, finished, certified: 0 });
const running = { newestOn: "2026-03-01", lastOn: "2026-12-19" };
const why = (facts: Partial<VillageFacts>) => stalledOf([{ ...nothing, ...facts }], { today, isPart: false }).map(({ reason, since }) => [reason, since])[0] ?? null;

describe("a village stands still", () => {
  it.each<[string, Partial<VillageFacts>, [string, string | null]]>([
    ["with its wave under way and nothing there", { waveSince: "2026-10-23" }, ["noCenter", "2026-10-23"]],
    ["with a center and no cohort", { waveSince: "2026-01-05", centerSince: "2026-05-01" }, ["noCohort", "2026-05-01"]],
    ["with a cohort and nobody in it", { ...running }, ["nobody", "2026-03-01"]],
    ["with people who never began", { ...running, told: told(12) }, ["notBegun", "2026-03-01"]],
    ["when people stopped 30 days ago", { ...running, told: told(12, 8), workedOn: "2026-10-23" }, ["quiet", "2026-10-23"]],
    ["when a cohort ended and nobody finished", { newestOn: "2026-03-01", lastOn: "2026-09-01", told: told(12, 8), workedOn: "2026-08-01" }, ["noGraduates", "2026-09-01"]],
  ])("%s", (_name, facts, expected) => {
    expect(why(facts)).toEqual(expected);
  });

  it("without a day that would be that of a handful of people", () => {
    expect(why({ ...running, told: told(12, 3), workedOn: "2026-06-01" })).toEqual(["quiet", null]);
    expect(why({ ...running, told: told(3, 3), workedOn: "2026-06-01" })).toEqual(["quiet", null]);
    const ofOneCurriculum = stalledOf([{ ...nothing, ...running, told: told(12, 8), workedOn: "2026-06-01" }], { today, isPart: true });
    expect(ofOneCurriculum.map(({ reason, since }) => [reason, since])).toEqual([["quiet", null]]);
  });
});

describe("a village does not", () => {
  it.each<[string, Partial<VillageFacts>]>([
    ["without anything that could have begun", {}],
    ["before 30 days have passed", { waveSince: "2026-10-24" }],
    ["while a cohort is still to come", { centerSince: "2026-05-01", hasNext: true }],
    ["while people work", { ...running, told: told(12, 8), workedOn: "2026-10-24" }],
    ["while a new cohort has just begun after an old one", { newestOn: "2026-11-02", lastOn: "2026-12-19", told: told(12, 8, 6), workedOn: "2026-05-01" }],
    ["when everybody has finished before the cohort ends", { ...running, told: told(12, 12, 12), workedOn: "2026-08-01" }],
    ["when its cohorts ended with graduates, however few", { newestOn: "2026-03-01", lastOn: "2026-09-01", told: told(12, 8, 1), workedOn: "2026-08-01" }],
    ["when a cohort ended and another is to come", { newestOn: "2026-03-01", lastOn: "2026-09-01", hasNext: true, told: told(12, 8), workedOn: "2026-08-01" }],
  ])("%s", (_name, facts) => {
    expect(why(facts)).toBeNull();
  });
});

it("tells the villages that stand still longest first, and last those without a day", () => {
  const facts = (villageCode: string, rest: Partial<VillageFacts>) => ({ ...nothing, ...rest, villageCode });
  const rows = stalledOf(
    [
      facts("35.05.04.2001", { ...running, told: told(9, 2), workedOn: "2026-04-01" }),
      facts("35.05.04.2002", { centerSince: "2026-08-01" }),
      facts("35.05.04.2003", { ...running }),
      facts("35.05.04.2004", { centerSince: "2026-08-01" }),
    ],
    { today, isPart: false },
  );
  expect(rows.map(({ villageCode }) => villageCode.slice(-1))).toEqual(["3", "2", "4", "1"]);
  expect(daysBetween("2026-10-23", today)).toBe(30);
});
