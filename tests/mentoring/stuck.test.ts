import { describe, expect, it } from "vitest";
import { type ClassSignals, paceOf, stuckReason } from "#app/mentoring/stuck.ts";
import { judge, kolibriSays, labelledSet } from "./stuck-set.ts";

const calm: ClassSignals = { minutesOnScreen: 1, minutesUntouched: 0.2, expectedMinutes: 1.5, classPace: 1, failedTries: 0, longPractices: 0, hasAsked: false };

describe("who is stuck in class", () => {
  it("is nobody who goes along", () => {
    expect(stuckReason(calm)).toBeNull();
    expect(stuckReason({ ...calm, minutesOnScreen: 3.9, expectedMinutes: 1 })).toBeNull();
    expect(stuckReason({ ...calm, failedTries: 1, longPractices: 1 })).toBeNull();
  });

  it("is who asks, who fails a quiz twice, and who goes astray in a practice twice", () => {
    expect(stuckReason({ ...calm, hasAsked: true, failedTries: 3 })).toEqual({ kind: "asked" });
    expect(stuckReason({ ...calm, failedTries: 2 })).toEqual({ kind: "quiz", tries: 2 });
    expect(stuckReason({ ...calm, longPractices: 2 })).toEqual({ kind: "practice", times: 2 });
  });

  it("is who works on one screen three times as long as the class", () => {
    expect(stuckReason({ ...calm, minutesOnScreen: 4.6 })).toEqual({ kind: "screen", usual: 2 });
    expect(stuckReason({ ...calm, minutesOnScreen: 4.6, classPace: 2 })).toBeNull();
    expect(stuckReason({ ...calm, minutesOnScreen: 9, classPace: 2 })).toEqual({ kind: "screen", usual: 3 });
    expect(stuckReason({ ...calm, minutesOnScreen: 9, minutesUntouched: 6 })).toBeNull();
  });

  it("is measured by the class only where there is one", () => {
    const one = (minutesOnScreen: number) => ({ minutesOnScreen, expectedMinutes: 2 });
    expect(paceOf([one(20), one(20), one(20)])).toBe(1);
    expect(paceOf([one(2), one(4), one(6), one(40)])).toBe(2.5);
  });
});

describe("the rule beside Kolibri's, on people made up by a described model", () => {
  it.each([20261122, 4, 77])("finds more of the stuck and calls fewer wrongly (seed %i)", (seed) => {
    const set = labelledSet(seed, 100);
    const ours = judge("ours", set, ({ signals }) => stuckReason(signals) !== null);
    const kolibri = judge("Kolibri", set, kolibriSays);
    console.log([ours, kolibri].map(({ rule, precision, recall }) => `${seed} ${rule}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`).join("; "));
    expect(ours.precision).toBeGreaterThan(kolibri.precision);
    expect(ours.recall).toBeGreaterThan(kolibri.recall);
    expect(ours.precision).toBeGreaterThan(0.75);
    expect(ours.recall).toBeGreaterThan(0.65);
  });
});
