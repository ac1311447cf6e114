import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthsOf } from "#app/programs/area-figures.ts";
import { isHidden, stages } from "#app/programs/stages.ts";
import { publishRow } from "#app/programs/suppression.ts";

const today = "2026-11-22";
const monthly = fc.dictionary(fc.integer({ min: 1, max: 11 }).map((month) => `month:2026-${String(month).padStart(2, "0")}`), fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 }).map((amounts) => amounts.toSorted((one, other) => other - one)));

/** How many people there are in all, each stage holding the next. */
function totalOf(figures: Record<string, number[]>) {
  const sums = [0, 1, 2, 3].map((stage) => Object.values(figures).reduce((sum, amounts) => sum + (amounts[stage] ?? 0), 0));
  const [registered = 0, started = 0, finished = 0, certified = 0] = sums;
  return { registered, started, finished, certified };
}

describe("the last twelve months", () => {
  it("end with what is told now; of months that are over no number is told but nobody", () => {
    fc.assert(
      fc.property(monthly, (figures) => {
        const told = publishRow(totalOf(figures));
        const months = monthsOf(figures, told, today);
        if (stages.some((stage) => isHidden(told[stage]))) {
          expect(months).toEqual([]);
          return;
        }
        expect(months.map(({ month }) => month)).toHaveLength(12);
        expect(months.at(-1)).toEqual({ month: "2026-11", counts: told });
        for (const { counts } of months.slice(0, -1)) {
          for (const stage of stages) {
            const { low, high } = counts[stage];
            // Five numbers that it may be, of which none is above what there are now.
            const lowest = low === 1 ? 0 : low;
            expect(high).toBe(high === 0 ? 0 : Math.min(lowest + 4, told[stage].high));
            expect(low).toBe(high === 0 ? 0 : Math.max(1, Math.floor(high / 5) * 5));
          }
        }
      }),
    );
  });

  it("hold the true numbers between theirs", () => {
    const figures = { "month:2025-01": [7, 0, 0, 0], "month:2026-02": [3, 0, 0, 0], "month:2026-10": [10, 10, 10, 10] };
    const months = monthsOf(figures, publishRow(totalOf(figures)), today);
    const registered = (month: string) => months.find((one) => one.month === month)?.counts.registered;
    expect(registered("2025-12")).toEqual({ low: 5, high: 9 });
    expect(registered("2026-02")).toEqual({ low: 10, high: 14 });
    // There are 20 now, and nobody who registered leaves.
    expect(registered("2026-10")).toEqual({ low: 20, high: 20 });
    expect(registered("2026-11")).toEqual({ low: 20, high: 20 });
  });
});
