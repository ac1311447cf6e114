import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { type PilahKartuConfig, pilahKartu } from "#app/practice/pilah-kartu/pilah-kartu.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { followHints } from "./play.ts";

const config: PilahKartuConfig = {
  groups: [{ id: "asli", name: "Asli" }, { id: "palsu", name: "Palsu" }],
  cards: [
    { id: "a", text: "desa.id", group: "asli", why: "Milik desa." },
    { id: "b", text: "hadiah.com", group: "palsu", why: "Bukan milik desa." },
    { id: "c", text: "go.id", group: "asli", why: "Milik pemerintah." },
  ],
};
const after = (steps: string[], any = config) => replay(pilahKartu, any, steps);

describe("PilahKartu", () => {
  it("is finished when every card lies in its own group", () => {
    const steps = ["to:asli", "to:palsu", "to:asli"];
    expect(isFinished(pilahKartu, config, steps)).toBe(true);
    expect(isFinished(pilahKartu, config, steps.slice(0, -1))).toBe(false);
    expect(pilahKartu.tasks(after(["to:asli"]), config)).toEqual([
      { id: "sort", done: false, label: { key: "task.sort", values: { all: "3", sorted: "1" } } },
    ]);
  });

  it("says why after a right answer, and lays the next card on the table", () => {
    expect(after(["to:asli"])).toEqual({ left: ["b", "c"], missed: false, notice: { key: "notice.right", values: { why: "Milik desa." } } });
  });

  it("says why after another answer, keeps the card in sight, and waits", () => {
    expect(after(["to:palsu"])).toEqual({ left: ["a", "b", "c"], missed: true, notice: { key: "notice.missed", values: { why: "Milik desa." } } });
    expect(pilahKartu.controls(after(["to:palsu"]), config)).toEqual(["next"]);
  });

  it("lets the card come back after the others, as often as needed", () => {
    expect(after(["to:palsu", "next"])).toMatchObject({ left: ["b", "c", "a"], missed: false, notice: { key: "notice.back" } });
    const last = ["to:asli", "to:palsu", ...Array.from({ length: 20 }, () => ["to:palsu", "next"]).flat()];
    expect(after(last)).toMatchObject({ left: ["c"], notice: { key: "notice.again" } });
    expect(isFinished(pilahKartu, config, [...last, "to:asli"])).toBe(true);
  });

  it("hints at the group with the reason, and at the next card", () => {
    expect(pilahKartu.hint(after([]), config)).toEqual({ key: "hint.to", values: { why: "Milik desa.", name: "Asli" }, next: "to:asli" });
    expect(pilahKartu.hint(after(["to:palsu"]), config)).toEqual({ key: "hint.next", next: "next" });
    expect(pilahKartu.hint(after(["to:asli", "to:palsu", "to:asli"]), config)).toEqual({ key: "hint.finished" });
  });

  it.each(["", "to:", "to:a", "to:ASLI", "next", "asli", "constructor", "__proto__"])("lets %j change nothing while a card lies there", (step) => {
    const state = after([]);
    expect(pilahKartu.take(state, step, config)).toBe(state);
  });

  it("takes no group while a card waits to be put back, and no steps once finished", () => {
    const missed = after(["to:palsu"]);
    for (const step of ["to:asli", "to:palsu"]) expect(pilahKartu.take(missed, step, config)).toBe(missed);
    const finished = after(["to:asli", "to:palsu", "to:asli"]);
    expect(pilahKartu.controls(finished, config)).toEqual([]);
    for (const step of ["to:asli", "to:palsu", "next"]) expect(pilahKartu.take(finished, step, config)).toBe(finished);
  });

  it("leaves the keys of a real keyboard to the buttons", () => {
    for (const key of ["1", "a", "Enter", " "]) expect(pilahKartu.keystroke(after([]), key, config)).toEqual([]);
  });
});

const configs = fc.integer({ min: 2, max: 4 }).chain((count) => {
  const groups = Array.from({ length: count }, (_, index) => ({ id: `g${index}`, name: `Kelompok ${index}` }));
  return fc.array(fc.constantFrom(...groups), { minLength: 1, maxLength: 8 }).map((chosen) => ({
    groups,
    cards: [...groups, ...chosen].map((group, index) => ({ id: `c${index}`, text: `Kartu ${index}`, group: group.id, why: "Begitu." })),
  }));
});
const known = ["next", "to:g0", "to:g1", "to:g2", "to:g3"];
const walks = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, fc.string()), { maxLength: 60 });

describe("PilahKartu after any steps", () => {
  it("is finished by following the hints, and never loses a card or takes a right one back", () => {
    fc.assert(fc.property(configs, walks, (any, steps) => {
      expect(() => parsePractice("PilahKartu", any)).not.toThrow();
      expect(isFinished(pilahKartu, any, [...steps, ...followHints(pilahKartu, any, steps)])).toBe(true);
      const lefts = steps.map((_, index) => replay(pilahKartu, any, steps.slice(0, index + 1)).left);
      lefts.reduce((before, now) => { expect(before).toEqual(expect.arrayContaining([...now])); return now; }, any.cards.map(({ id }) => id));
    }), { numRuns: 50 });
  });

  it("offers exactly the steps that change something", () => {
    fc.assert(fc.property(configs, walks, (any, steps) => {
      const state = replay(pilahKartu, any, steps);
      const changing = known.filter((step) => pilahKartu.take(state, step, any) !== state);
      expect(new Set(changing)).toEqual(new Set(pilahKartu.controls(state, any)));
    }));
  });

  it("is the replay of the steps before, once the last one is dropped", () => {
    fc.assert(fc.property(configs, walks, (any, steps) => {
      const states = steps.reduce((all, step) => [...all, pilahKartu.take(all.at(-1)!, step, any)], [pilahKartu.start(any)]);
      expect(replay(pilahKartu, any, steps.slice(0, -1))).toEqual(states.at(steps.length === 0 ? 0 : -2));
    }));
  });
});
