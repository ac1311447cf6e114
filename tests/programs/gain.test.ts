import { describe, expect, it } from "vitest";
import { pillars } from "#app/catalog/course.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { pillarNames } from "#app/learning/pillar-names.ts";
import { figuresOf } from "#app/programs/area-figures.ts";
import { headOf } from "#app/programs/download/area-cells.ts";
import { areaColumns } from "#app/programs/download/area-columns.ts";
import { type PillarSums, reportGain } from "#app/programs/gain.ts";
import { exactly } from "#app/programs/stages.ts";

const sums = (people: number, correct: { start: number; close: number }): PillarSums[] =>
  ["aman", "cakap", "budaya", "etis"].map((pillar) => ({ pillar, people, start: { correct: correct.start, total: 5 * people }, close: { correct: correct.close, total: 5 * people } }));

describe("what a program's people gained", () => {
  it("is told by pillar, always in the same order, and in all", () => {
    const report = reportGain(sums(10, { start: 20, close: 45 }), exactly(10));
    if (report.kind !== "told") throw new Error(report.kind);
    expect(report.people).toBe(10);
    expect(report.rows.map(({ pillar }) => pillar)).toEqual(["cakap", "etis", "budaya", "aman", null]);
    for (const row of report.rows) expect(row).toMatchObject({ start: 0.4, close: 0.9, points: 50 });
  });

  it("is not told of fewer than 5 people", () => {
    expect(reportGain(sums(4, { start: 5, close: 9 }), exactly(9))).toEqual({ kind: "few" });
    expect(reportGain(sums(5, { start: 5, close: 9 }), exactly(9)).kind).toBe("told");
    expect(reportGain(sums(0, { start: 0, close: 0 }), exactly(0))).toEqual({ kind: "none" });
    expect(reportGain([], exactly(0))).toEqual({ kind: "none" });
  });

  it("does not tell how many finished where that is hidden, nor the few who finished without the closing test", () => {
    const people = (finished: { low: number; high: number }) => {
      const report = reportGain(sums(10, { start: 20, close: 45 }), finished);
      return report.kind === "told" ? report.people : undefined;
    };
    expect([exactly(10), exactly(15), exactly(12), { low: 10, high: 13 }].map(people)).toEqual([10, 10, null, null]);
  });

  it("says the same of nobody, few and more while the number of those who finished may be below 5", () => {
    const kinds = [0, 3, 9].map((people) => reportGain(people === 0 ? [] : sums(people, { start: 5, close: 9 }), { low: 0, high: 9 }).kind);
    expect(kinds).toEqual(["few", "few", "few"]);
  });

  it("is rounded the coarser the fewer they are", () => {
    const stepOf = (people: number, finished = people) => {
      const report = reportGain(sums(people, { start: 5, close: 9 }), exactly(finished));
      return report.kind === "told" ? report.step : null;
    };
    expect([5, 9, 10, 19, 20, 99, 100, 2_000_000].map((people) => stepOf(people))).toEqual([20, 20, 10, 10, 5, 5, 1, 1]);
    expect([stepOf(9, 200), stepOf(200, 9)]).toEqual([20, 20]);
  });

  // Somebody reads the gain of a place and of the one part that is told: the rest is one person.
  it("hardly ever gives away what one person answered when a part is taken from the whole", () => {
    const right = (correct: number, people: number) => {
      const report = reportGain(sums(people, { start: correct, close: 0 }), exactly(people));
      return report.kind === "told" ? report.rows[0]?.start : null;
    };
    const answers = [0, 1, 2, 3, 4, 5];
    for (const people of [5, 9, 12, 25, 60]) {
      const all = answers.flatMap((one) => Array.from({ length: 5 * people + 1 }, (_none, correct) => ({ one, read: [right(correct, people), right(correct + one, people + 1)].join(" ") })));
      const givenAway = [...Map.groupBy(all, ({ read }) => read).values()].filter((group) => new Set(group.map(({ one }) => one)).size === 1);
      expect(givenAway.flat().length / all.length, `${people} people`).toBeLessThan(0.05);
    }
  });

  it("is the difference of the shares beside it", () => {
    const report = reportGain(sums(20, { start: 37.4, close: 79.6 }), exactly(20));
    if (report.kind !== "told") throw new Error(report.kind);
    for (const { start, close, points } of report.rows) expect(points).toBe(Math.round(close * 100) - Math.round(start * 100));
  });

  // 30.4 and 88.6 percent: 58.2 points, but 59 between what is shown.
  it("is the same on the pages of places and in their files as on the program's page", () => {
    const told = reportGain(sums(100, { start: 152, close: 443 }), exactly(100));
    const facets = Object.fromEntries(pillars.map((pillar) => [`gain:${pillar}`, [100, 152, 500, 443, 500]]));
    const { gain } = figuresOf({ code: "32.14", kind: "regency", name: "Purwakarta" }, 192, { told: { registered: exactly(100), started: exactly(100), finished: exactly(100), certified: exactly(100) }, figures: facets, lastOn: null }, { activeSince: "2026-11-01", programId: "p" });
    if (told.kind !== "told") throw new Error(told.kind);
    expect(told.rows.map(({ points }) => points)).toEqual([59, 59, 59, 59, 59]);
    expect([...pillars.map((pillar) => gain?.byPillar[pillar]), gain?.all]).toEqual([59, 59, 59, 59, 59]);
    for (const { before, after } of Object.values(gain?.shares ?? {})) expect([before, after]).toEqual([30, 89]);
  });

  it("goes by the pillars' plain names in the files too", () => {
    const { t } = copyIn("id");
    const heads = areaColumns.map(({ key }) => headOf(key));
    for (const pillar of pillars) {
      const name = t(pillarNames[pillar]);
      expect(heads).toContain(`Kenaikan ${name.charAt(0).toLowerCase()}${name.slice(1)}`);
    }
  });
});
