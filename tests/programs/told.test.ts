import { describe, expect, it } from "vitest";
import type { PublishedCounts, Range } from "#app/programs/stages.ts";
import { toldBeside } from "#app/programs/told.ts";

const registered = (low: number, high = low): PublishedCounts => {
  const none: Range = { low: 0, high: 0 };
  return { registered: { low, high }, started: none, finished: none, certified: none };
};

describe("toldBeside", () => {
  it("tells the whole no closer than its programs where one of them is hidden", () => {
    expect(toldBeside(registered(90), [registered(60), registered(25, 40)]).registered).toEqual({ low: 60, high: 100 });
    expect(toldBeside(registered(90), [registered(60), registered(30)]).registered).toEqual({ low: 90, high: 90 });
  });

  it("never tells less than the places in it together", () => {
    const [programs, provinces] = [[registered(105, 120), registered(160), registered(146)], [registered(160), registered(105, 120), registered(146)]];
    expect(toldBeside(registered(416), programs, provinces).registered).toEqual({ low: 411, high: 426 });
  });
});
