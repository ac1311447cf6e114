import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PublishedCounts, type Range, type StageCounts, stages } from "#app/programs/stages.ts";
import { publishCounts, publishRow } from "#app/programs/suppression.ts";

function counts(registered: number, started: number, finished: number, certified: number): StageCounts {
  return { registered, started, finished, certified };
}

const told = (published: PublishedCounts) =>
  stages.map((stage) => published[stage]).map(({ low, high }) => (low === high ? `${low}` : `${low}-${high}`));

describe("a row", () => {
  it("is told whole when every group has none or at least five people", () => {
    expect(told(publishRow(counts(24, 19, 10, 10)))).toEqual(["24", "19", "10", "10"]);
    expect(told(publishRow(counts(0, 0, 0, 0)))).toEqual(["0", "0", "0", "0"]);
  });

  it("hides groups of one to four", () => {
    expect(told(publishRow(counts(3, 2, 0, 0)))).toEqual(["1-4", "1-4", "0", "0"]);
    expect(told(publishRow(counts(24, 12, 2, 2)))).toEqual(["24", "12", "1-4", "1-4"]);
  });

  it("hides the few who are missing, at every stage", () => {
    expect(told(publishRow(counts(24, 23, 10, 10)))).toEqual(["24", "20-23", "10", "10"]);
    expect(told(publishRow(counts(24, 24, 23, 20)))).toEqual(["24", "24", "20-23", "16-23"]);
  });

  it("tells in a village of six only whether nobody, some or everybody", () => {
    expect(told(publishRow(counts(6, 5, 3, 3)))).toEqual(["6", "1-5", "1-5", "1-5"]);
    expect(told(publishRow(counts(6, 6, 6, 6)))).toEqual(["6", "6", "6", "6"]);
  });

  it("always tells the truth, never a block of fewer than four, and keeps the stages in order", () => {
    fc.assert(
      fc.property(village(60), (row) => {
        const published = publishRow(row);
        for (const [index, stage] of stages.entries()) {
          const { low, high } = published[stage];
          const before = published[stages[index - 1] ?? stage];
          expect(low <= row[stage] && row[stage] <= high).toBe(true);
          expect(low === high || high - low >= 3).toBe(true);
          expect(low <= before.low && high <= before.high).toBe(true);
        }
      }),
    );
  });
});

describe("totals", () => {
  it("are exact when nothing is hidden", () => {
    expect(told(publishCounts([counts(24, 19, 10, 10), counts(12, 12, 6, 0)]).totals)).toEqual(["36", "31", "16", "10"]);
  });

  it("are exact over three hidden numbers that stay open", () => {
    const rows = [counts(24, 12, 2, 0), counts(24, 12, 3, 0), counts(24, 12, 4, 0)];
    expect(told(publishCounts(rows).totals)).toEqual(["72", "36", "9", "0"]);
  });

  it("are a range over one or two hidden numbers", () => {
    const rows = [counts(24, 12, 2, 0), counts(24, 12, 6, 0)];
    expect(told(publishCounts(rows).totals)).toEqual(["48", "24", "7-10", "0"]);
  });

  it("are a range when three ones would be the only way to three", () => {
    const rows = [counts(24, 12, 1, 0), counts(24, 12, 1, 0), counts(24, 12, 1, 0)];
    expect(told(publishCounts(rows).totals)).toEqual(["72", "36", "3-12", "0"]);
  });

  it("are a range where almost every hidden row would have to be at its end", () => {
    const rows = [5, 5, 5, 5, 4, 5, 5, 5].map((registered) => counts(registered, registered - 1, 0, 0));
    expect(told(publishCounts(rows).totals)).toEqual(["36-39", "8-32", "0", "0"]);
  });

  it("are a range when they differ by fewer than five themselves", () => {
    const rows = [counts(24, 23, 0, 0), counts(24, 23, 0, 0), counts(24, 22, 0, 0)];
    expect(told(publishCounts(rows).totals)).toEqual(["72", "60-69", "0", "0"]);
  });

  it("hold the truth", () => {
    fc.assert(
      fc.property(fc.array(village(30), { maxLength: 12 }), (rows) => {
        const { totals } = publishCounts(rows);
        for (const stage of stages) {
          const total = rows.reduce((sum, row) => sum + row[stage], 0);
          expect(totals[stage].low <= total && total <= totals[stage].high).toBe(true);
        }
      }),
    );
  });
});

describe("an attacker who knows everything told and the rule itself", () => {
  it("cannot pin a hidden number or a small group to one value", () => {
    fc.assert(
      fc.property(fc.array(village(13), { minLength: 1, maxLength: 4 }), (rows) => {
        const published = publishCounts(rows);
        const choices = published.rows.map(rowsThatLookLike);
        fc.pre(choices.reduce((product, list) => product * list.length, 1) <= 60_000);
        const open = secretsOf(rows, published);
        everyCombination(choices, (other) => {
          if (![...open].some(([, secret]) => secret.read(other) !== secret.value)) return false;
          if (!looksLike(publishCounts(other), published)) return false;
          for (const [name, secret] of open) if (secret.read(other) !== secret.value) open.delete(name);
          return open.size === 0;
        });
        expect([...open.keys()]).toEqual([]);
      }),
      { numRuns: 250 },
    );
  }, 60_000);
});

type Published = ReturnType<typeof publishCounts>;
interface Secret {
  value: number;
  read(rows: readonly StageCounts[]): number;
}

/** Hidden cells and totals, and every group of 1-4 between two stages, each with its true value. */
function secretsOf(rows: readonly StageCounts[], published: Published): Map<string, Secret> {
  const secrets = new Map<string, Secret>();
  const add = (name: string, read: Secret["read"]) => secrets.set(name, { value: read(rows), read });
  const isHidden = ({ low, high }: Range) => low < high;
  const remaining = (row: StageCounts | undefined, from: number, to: number) =>
    (row?.[stages[from] ?? "registered"] ?? 0) - (stages[to] ? (row?.[stages[to]] ?? 0) : 0);
  const isSmall = (group: number) => group > 0 && group < 5;
  for (const [from, stage] of stages.entries()) {
    if (isHidden(published.totals[stage])) add(`total ${stage}`, (all) => all.reduce((sum, row) => sum + row[stage], 0));
    for (const [index, row] of published.rows.entries()) {
      if (isHidden(row[stage])) add(`row ${index} ${stage}`, (all) => all[index]?.[stage] ?? 0);
    }
    for (let to = from + 1; to <= stages.length; to++) {
      const total = (all: readonly StageCounts[]) => all.reduce((sum, row) => sum + remaining(row, from, to), 0);
      if (isSmall(total(rows))) add(`all from ${from} to ${to}`, total);
      for (const [index, row] of rows.entries()) {
        if (isSmall(remaining(row, from, to))) add(`row ${index} from ${from} to ${to}`, (all) => remaining(all[index], from, to));
      }
    }
  }
  return secrets;
}

function rowsThatLookLike(published: PublishedCounts): StageCounts[] {
  const found: StageCounts[] = [];
  const { registered, started, finished, certified } = published;
  for (let r = registered.low; r <= registered.high; r++)
    for (let s = started.low; s <= Math.min(r, started.high); s++)
      for (let f = finished.low; f <= Math.min(s, finished.high); f++)
        for (let c = certified.low; c <= Math.min(f, certified.high); c++) found.push(counts(r, s, f, c));
  return found;
}

/** Calls `visit` with each choice of one row per list until it answers true. */
function everyCombination(lists: StageCounts[][], visit: (rows: StageCounts[]) => boolean, chosen: StageCounts[] = []): boolean {
  const list = lists[chosen.length];
  return list ? list.some((row) => everyCombination(lists, visit, [...chosen, row])) : visit(chosen);
}

function looksLike(one: Published, other: Published): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function village(most: number): fc.Arbitrary<StageCounts> {
  const stage = fc.oneof(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 6 }));
  return fc.tuple(stage, stage, stage, stage).map((numbers) => {
    const [registered = 0, started = 0, finished = 0, certified = 0] = numbers.sort((a, b) => b - a);
    return counts(registered, started, finished, certified);
  });
}
