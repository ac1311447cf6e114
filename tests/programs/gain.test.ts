import { describe, expect, it } from "vitest";
import { type PillarSums, reportGain } from "#app/programs/gain.ts";

const sums = (people: number, correct: { start: number; close: number }): PillarSums[] =>
  ["aman", "cakap", "budaya", "etis"].map((pillar) => ({ pillar, people, start: { correct: correct.start, total: 5 * people }, close: { correct: correct.close, total: 5 * people } }));

describe("what a program's people gained", () => {
  it("is told by pillar, always in the same order, and in all", () => {
    const report = reportGain(sums(10, { start: 20, close: 45 }));
    if (report.kind !== "told") throw new Error(report.kind);
    expect(report.people).toBe(10);
    expect(report.rows.map(({ pillar }) => pillar)).toEqual(["cakap", "etis", "budaya", "aman", null]);
    for (const row of report.rows) expect(row).toMatchObject({ start: 0.4, close: 0.9, points: 50 });
  });

  it("is not told of fewer than 5 people", () => {
    expect(reportGain(sums(4, { start: 5, close: 9 }))).toEqual({ kind: "few" });
    expect(reportGain(sums(5, { start: 5, close: 9 })).kind).toBe("told");
    expect(reportGain(sums(0, { start: 0, close: 0 }))).toEqual({ kind: "none" });
    expect(reportGain([])).toEqual({ kind: "none" });
  });
});
