import { expect, it } from "vitest";
import { draftOf, placeToGoOn } from "#app/learning/draft.ts";

it.each([
  [[], 0],
  [[false, false, false], 0],
  [[true, false, false], 1],
  [[false, true, false], 2],
  [[true, false, true], 1],
  [[true, true, true], 2],
])("of %j, question %i is where one goes on", (complete, place) => {
  expect(placeToGoOn(complete)).toBe(place);
});

it("what is empty is not kept", () => {
  expect(draftOf({ s0: ["1", "2"], s1: [""], "s2.0": [" "], s3: ["tiga\u0000"] })).toEqual({ s0: ["1", "2"], s3: ["tiga"] });
});
