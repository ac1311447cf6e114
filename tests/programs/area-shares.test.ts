import { describe, expect, it } from "vitest";
import { ageShares, genderShares } from "#app/programs/area-figures.ts";
import { exactly, type PublishedCounts } from "#app/programs/stages.ts";

const figures = { "people:female:17-30": [63, 63, 52, 52], "people:male:61+": [60, 60, 51, 51] };
const told = (counts: Partial<PublishedCounts>): PublishedCounts => ({ registered: exactly(123), started: exactly(123), finished: exactly(103), certified: exactly(103), ...counts });

describe("who the people of a place are", () => {
  it("is told in shares rounded to 5 %", () => {
    expect(genderShares(figures, told({}))?.find(({ key }) => key === "female")).toEqual({ key: "female", ofRegistered: 0.5, ofFinished: 0.5 });
    expect(ageShares(figures, told({}))?.map(({ ofRegistered }) => ofRegistered).reduce((sum, share) => sum + share, 0)).toBe(1);
  });

  it("says nothing of a range that is told: there are shares only where it leaves no doubt that there are 100 people", () => {
    expect(genderShares(figures, told({ finished: { low: 98, high: 106 } }))?.map(({ ofFinished }) => ofFinished)).toEqual([null, null, null]);
    expect(ageShares(figures, told({ registered: { low: 98, high: 126 } }))).toBeNull();
    expect(genderShares(figures, told({ finished: { low: 100, high: 106 } }))?.[0]?.ofFinished).toBe(0.5);
  });
});
