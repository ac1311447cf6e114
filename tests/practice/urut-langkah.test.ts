import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { shownOrder } from "#app/practice/urut-langkah/shown-order.ts";
import { type UrutLangkahConfig, urutLangkah } from "#app/practice/urut-langkah/urut-langkah.ts";
import { followHints } from "./play.ts";

const config: UrutLangkahConfig = {
  steps: [
    { id: "a", text: "Berhenti" },
    { id: "b", text: "Hubungi bank", why: "Berhenti dulu." },
    { id: "c", text: "Lapor" },
  ],
  distractors: [{ id: "x", text: "Diam saja", why: "Ini bukan salah kita." }],
};
const after = (steps: string[], any = config) => replay(urutLangkah, any, steps);
const finished = ["pick:a", "pick:b", "pick:c"];

describe("UrutLangkah", () => {
  it("is finished when the steps were tapped in their order, with or without the distractors", () => {
    expect(isFinished(urutLangkah, config, finished)).toBe(true);
    expect(isFinished(urutLangkah, config, ["pick:x", ...finished])).toBe(true);
    expect(isFinished(urutLangkah, config, finished.slice(0, -1))).toBe(false);
    expect(urutLangkah.tasks(after(["pick:a"]), config)).toEqual([
      { id: "order", done: false, label: { key: "task.order", values: { all: "3", placed: "1" } } },
    ]);
  });

  it("counts the steps that are in their places", () => {
    expect(after(["pick:a"])).toEqual({ placed: 1, aside: [], notice: { key: "notice.right", values: { number: "1" } } });
    expect(after(["pick:a", "pick:b"]).notice).toEqual({ key: "notice.one-left", values: { number: "2" } });
  });

  it("leaves a step that was tapped too early, and says why it has to wait if the author did", () => {
    expect(after(["pick:b"])).toEqual({ placed: 0, aside: [], notice: { key: "notice.early-why", values: { why: "Berhenti dulu." } } });
    expect(after(["pick:c"])).toEqual({ placed: 0, aside: [], notice: { key: "notice.early" } });
  });

  it("puts a distractor aside and says why", () => {
    expect(after(["pick:x"])).toEqual({ placed: 0, aside: ["x"], notice: { key: "notice.other", values: { why: "Ini bukan salah kita." } } });
    expect(urutLangkah.controls(after(["pick:x"]), config)).not.toContain("pick:x");
  });

  it("keeps the cards where they are until they are tapped", () => {
    const first = urutLangkah.controls(after([]), config);
    expect(urutLangkah.controls(after(["pick:c", "pick:a"]), config)).toEqual(first.filter((step) => step !== "pick:a"));
  });

  it("hints at the step that comes next", () => {
    expect(urutLangkah.hint(after(["pick:a"]), config)).toEqual({ key: "hint.pick", values: { text: "Hubungi bank" }, next: "pick:b" });
    expect(urutLangkah.hint(after(finished), config)).toEqual({ key: "hint.finished" });
  });

  it.each(["", "pick:", "pick:A", "pick:z", "a", "toString", "__proto__"])("lets %j change nothing", (step) => {
    const state = after([]);
    expect(urutLangkah.take(state, step, config)).toBe(state);
  });

  it("takes nothing twice, and no steps once finished", () => {
    const state = after(["pick:a", "pick:x"]);
    for (const step of ["pick:a", "pick:x"]) expect(urutLangkah.take(state, step, config)).toBe(state);
    const end = after(finished);
    expect(urutLangkah.controls(end, config)).toEqual([]);
    for (const step of ["pick:a", "pick:x"]) expect(urutLangkah.take(end, step, config)).toBe(end);
  });

  it("leaves the keys of a real keyboard to the buttons", () => {
    for (const key of ["1", "a", "Enter", " "]) expect(urutLangkah.keystroke(after([]), key, config)).toEqual([]);
  });
});

const words = fc.uniqueArray(fc.stringMatching(/^[A-Za-z]{1,12}$/), { minLength: 3, maxLength: 8 });
const configs = fc.tuple(words, fc.integer({ min: 0, max: 4 })).map(([texts, extra]) => ({
  steps: texts.map((text, index) => ({ id: `s${index}`, text })),
  distractors: Array.from({ length: extra }, (_, index) => ({ id: `x${index}`, text: `Bukan ${index}`, why: "Bukan." })),
}));
const known = [..."01234567"].map((digit) => `pick:s${digit}`).concat([..."0123"].map((digit) => `pick:x${digit}`));
const walks = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, fc.string()), { maxLength: 60 });

describe("shownOrder", () => {
  it("shows everything once, the same each time, and never the first step first", () => {
    fc.assert(fc.property(configs, ({ steps, distractors }) => {
      const shown = shownOrder([...steps, ...distractors]);
      expect(new Set(shown)).toEqual(new Set([...steps, ...distractors]));
      expect(shownOrder([...steps, ...distractors])).toEqual(shown);
      expect(shown[0]).not.toBe(steps[0]);
    }));
  });
});

describe("UrutLangkah after any steps", () => {
  it("is finished by following the hints, and never loses a place", () => {
    fc.assert(fc.property(configs, walks, (any, steps) => {
      expect(() => parsePractice("UrutLangkah", any)).not.toThrow();
      expect(isFinished(urutLangkah, any, [...steps, ...followHints(urutLangkah, any, steps)])).toBe(true);
      const places = steps.map((_, index) => replay(urutLangkah, any, steps.slice(0, index + 1)).placed);
      expect(places).toEqual([...places].sort((one, other) => one - other));
    }), { numRuns: 50 });
  });

  it("offers exactly the steps that change something", () => {
    fc.assert(fc.property(configs, walks, (any, steps) => {
      const state = replay(urutLangkah, any, steps);
      const changing = known.filter((step) => urutLangkah.take(state, step, any) !== state);
      expect(new Set(changing)).toEqual(new Set(urutLangkah.controls(state, any)));
    }));
  });

  it("is the replay of the steps before, once the last one is dropped", () => {
    fc.assert(fc.property(configs, walks, (any, steps) => {
      const states = steps.reduce((all, step) => [...all, urutLangkah.take(all.at(-1)!, step, any)], [urutLangkah.start(any)]);
      expect(replay(urutLangkah, any, steps.slice(0, -1))).toEqual(states.at(steps.length === 0 ? 0 : -2));
    }));
  });
});
