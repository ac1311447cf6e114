import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canType, keyStep, keyboardPages, signNames } from "#app/practice/papan-ketik/keyboard.ts";
import { papanKetik } from "#app/practice/papan-ketik/papan-ketik.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { followHints } from "./play.ts";

const config = { lines: ["Bu Sari", "RT 05, ya?"] };
const after = (steps: string[], lines = config.lines) => replay(papanKetik, { lines }, steps);
const hint = (steps: string[], lines?: string[]) => papanKetik.hint(after(steps, lines), { lines: lines ?? config.lines }).next;

const firstLine = ["key:b", "key:u", "space", "shift", "key:s", "key:a", "key:r", "key:i", "done"];
const secondLine = [
  "key:r", "shift", "key:t", "space", "page:num", "key:0", "key:5", "key:comma", "space", "key:y", "key:a", "page:num", "key:question", "done",
];

describe("PapanKetik", () => {
  it("is finished when every line is typed to the letter", () => {
    expect(isFinished(papanKetik, config, [...firstLine, ...secondLine])).toBe(true);
    expect(isFinished(papanKetik, config, [...firstLine, ...secondLine.slice(0, -1)])).toBe(false);
    expect(papanKetik.tasks(after(firstLine), config).map((task) => task.done)).toEqual([true, false]);
  });

  it("starts with a capital by itself, as phones do, and lets the learner switch that off", () => {
    expect(after(["key:b", "key:u"]).text).toBe("Bu");
    expect(after(["shift", "key:b"]).text).toBe("b");
    expect(after(["key:h", "key:i", "key:dot", "space", "key:o"]).text).toBe("Hi. O");
    expect(after(["key:b", "back"]).shift).toBe(true);
    expect(after(firstLine)).toMatchObject({ text: "", shift: true, page: "abc" });
  });

  it("goes back to the letters after a space, as phones do", () => {
    expect(after(["page:num", "key:0", "space"])).toMatchObject({ text: "0 ", page: "abc" });
  });

  it("types another letter than expected, says kindly how to erase it, and hints at erasing", () => {
    const wrong = after(["key:b", "key:i"]);
    expect(wrong).toMatchObject({ text: "Bi", notice: { key: "notice.other" } });
    expect(hint(["key:b", "key:i"])).toBe("back");
    expect(after(["key:b", "key:i", "key:i", "back"]).notice).toEqual({ key: "notice.erase-more" });
    expect(after(["key:b", "key:i", "back"]).notice).toEqual({ key: "notice.erased" });
  });

  it("does not take a line that differs in a capital, a space or a missing letter", () => {
    for (const steps of [["shift", "key:b", ...firstLine.slice(1)], [...firstLine.slice(0, -1), "space", "done"], ["done"]]) {
      expect(after(steps)).toMatchObject({ line: 0, notice: { key: "notice.not-same" } });
    }
  });

  it("hints at the page, at capitals, at the key and at Selesai", () => {
    expect(hint([])).toBe("key:b");
    expect(hint(["shift"])).toBe("shift");
    expect(hint(["page:num"])).toBe("page:abc");
    expect(hint(firstLine.slice(0, -1))).toBe("done");
    expect(hint([], ["05"])).toBe("page:num");
    expect(papanKetik.hint(after(["page:num"], ["?"]), { lines: ["?"] })).toEqual({ key: "hint.key", words: { key: "sign.question" }, next: "key:question" });
    expect(papanKetik.hint(after([...firstLine, ...secondLine]), config)).toEqual({ key: "hint.finished" });
  });

  it("says that there is nothing to erase, and stops at a very long text without losing it", () => {
    expect(after(["back"])).toMatchObject({ text: "", notice: { key: "notice.empty" } });
    const long = after(Array.from({ length: 100 }, () => "key:a"));
    expect(long.text).toHaveLength(80);
    expect(long.notice).toEqual({ key: "notice.full" });
  });

  it("makes the keys bigger and smaller without touching the text", () => {
    expect(after(["key:b", "keys:big"])).toMatchObject({ text: "B", big: true });
    expect(after(["key:b", "keys:big", "keys:small"])).toMatchObject({ text: "B", big: false });
  });

  it.each(["", "key:", "key:A", "key:,", "key:1", "key:ab", "key:😀", "page:abc", "keys:small", "key:constructor", "toString"])("lets %j change nothing on the letters", (step) => {
    const state = after([]);
    expect(papanKetik.take(state, step, config)).toBe(state);
  });

  it("takes no steps once finished", () => {
    const state = after([...firstLine, ...secondLine]);
    expect(papanKetik.controls(state, config)).toEqual([]);
    for (const step of ["key:a", "back", "done", "space", "shift", "keys:big"]) expect(papanKetik.take(state, step, config)).toBe(state);
  });

  it("types what a real keyboard types, capitals and signs too", () => {
    const typed = [..."Bu Sari"].reduce<string[]>((steps, key) => [...steps, ...papanKetik.keystroke(after(steps), key, config)], []);
    expect(typed).toEqual(firstLine.slice(0, -1));
    expect(papanKetik.keystroke(after([]), "a", config)).toEqual(["shift", "key:a"]);
    expect(papanKetik.keystroke(after([]), "?", config)).toEqual(["page:num", "key:question"]);
    expect(["Enter", "Backspace", " ", "Shift", "Dead", "é", "ArrowUp"].map((key) => papanKetik.keystroke(after([]), key, config)))
      .toEqual([["done"], ["back"], ["space"], [], [], [], []]);
  });

  it("gives every key a code without commas and every sign a name", () => {
    const keys = [...Object.values(keyboardPages).flat().join(""), ",", "."];
    expect(new Set(keys.map(keyStep)).size).toBe(keys.length);
    for (const key of keys) {
      expect(keyStep(key)).toMatch(/^key:[a-z0-9]+$/);
      expect(/[a-z0-9]/.test(key) || key in signNames).toBe(true);
    }
  });
});

const typable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(canType);
const lines = fc.array(fc.string({ unit: fc.constantFrom(...typable), minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 });
const known = [
  ...[...Object.values(keyboardPages).flat().join(""), ",", "."].map(keyStep),
  "shift", "page:num", "page:abc", "back", "space", "done", "keys:big", "keys:small",
];
const walks = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, fc.string()), { maxLength: 60 });

describe("PapanKetik after any steps", () => {
  it("is finished by following the hints, and never loses a line that was done", () => {
    fc.assert(fc.property(lines, walks, (any, steps) => {
      const more = followHints(papanKetik, { lines: any }, steps);
      expect(isFinished(papanKetik, { lines: any }, [...steps, ...more])).toBe(true);
    }));
  });

  it("offers exactly the steps that change something", () => {
    fc.assert(fc.property(lines, walks, (any, steps) => {
      const state = after(steps, any);
      const changing = known.filter((step) => papanKetik.take(state, step, { lines: any }) !== state);
      expect(new Set(changing)).toEqual(new Set(papanKetik.controls(state, { lines: any })));
    }));
  });

  it("types any line from a real keyboard", () => {
    fc.assert(fc.property(lines, ([line = ""]) => {
      const steps = [...line].reduce<string[]>((all, key) => [...all, ...papanKetik.keystroke(after(all, [line]), key, { lines: [line] })], []);
      expect(after(steps, [line]).text).toBe(line);
    }));
  });

  it("is the replay of the steps before, once the last one is dropped", () => {
    fc.assert(fc.property(lines, walks, (any, steps) => {
      const states = steps.reduce((all, step) => [...all, papanKetik.take(all.at(-1)!, step, { lines: any })], [papanKetik.start({ lines: any })]);
      expect(after(steps.slice(0, -1), any)).toEqual(states.at(steps.length === 0 ? 0 : -2));
    }));
  });
});
