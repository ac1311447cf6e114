import { describe, expect, it } from "vitest";
import type { Question } from "#app/learning/question.ts";
import { chooseReview, dueReview, type ReviewStanding } from "#app/learning/review.ts";

const at = (day: number) => new Date(Date.UTC(2026, 5, 1, 8) + day * 24 * 60 * 60 * 1000);
const standing = (rounds = 0, lastDay: number | null = null, moduleId = "A1"): ReviewStanding => ({ moduleId, passedAt: at(0), rounds, lastAt: lastDay === null ? null : at(lastDay) });

describe("questions come back", () => {
  it.each([
    [standing(), 1.9, undefined],
    [standing(), 2, 1],
    [standing(), 30, 1],
    [standing(1, 2), 6.9, undefined],
    [standing(1, 2), 7, 2],
    [standing(2, 7), 20.9, undefined],
    [standing(2, 7), 21, 3],
    [standing(3, 21), 400, undefined],
  ])("%o on day %d: return %s", (of, day, round) => {
    expect(dueReview([of], at(day))?.round).toBe(round);
  });

  it("as long after the last return as it was meant to be, when that one was late", () => {
    expect(dueReview([standing(1, 40)], at(44))).toBeUndefined();
    expect(dueReview([standing(1, 40)], at(45))).toEqual({ moduleId: "A1", round: 2 });
  });

  it("of the module that waits the longest first", () => {
    expect(dueReview([standing(1, 2, "A1"), { ...standing(0, null, "A2"), passedAt: at(3) }], at(30))).toEqual({ moduleId: "A2", round: 1 });
    expect(dueReview([], at(30))).toBeUndefined();
  });
});

describe("the two questions that come back", () => {
  const question = (id: string, lesson: string): Question => ({ id, kind: "short", ask: "?", screen: `${lesson}#aku-1`, accept: ["1"], wrong: [], feedback: "…" });
  const bank = [question("1", "A1.1"), question("2", "A1.1"), question("3", "A1.2"), question("4", "A1.3")];
  const ids = (lastCorrect: [string, boolean][], random = () => 0.5) => chooseReview(bank, new Map(lastCorrect), random).map(({ id }) => id);

  it("are those that went wrong the last time, before those never asked, before the rest", () => {
    expect(ids([["3", false], ["4", false], ["1", true], ["2", true]])).toEqual(["3", "4"]);
    expect(ids([["3", false], ["1", true], ["2", true]])).toEqual(["3", "4"]);
    expect(ids([["1", true], ["2", true], ["3", true]])[0]).toBe("4");
  });

  it("are of two lessons, where the module has two", () => {
    expect(ids([["1", false], ["2", false]])).toEqual(["1", "3"]);
    expect(chooseReview(bank.slice(0, 2), new Map(), () => 0)).toHaveLength(2);
    expect(chooseReview(bank.slice(0, 1), new Map(), () => 0)).toHaveLength(1);
    expect(chooseReview([], new Map(), () => 0)).toEqual([]);
  });
});
