import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PracticeConfigError, parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { type Scene, distancesToSafety, reachedFrom } from "#app/practice/skenario-cabang/scenes.ts";
import { type SkenarioCabangConfig, skenarioCabang, talkSoFar } from "#app/practice/skenario-cabang/skenario-cabang.ts";
import { followHints } from "./play.ts";

const config: SkenarioCabangConfig = {
  start: "ring",
  scenes: [
    { id: "ring", who: "Penelepon", says: "Mana kodenya?", choices: [
      { id: "ask", text: "Untuk apa?", to: "push" },
      { id: "give", text: "Ini", to: "harm", safe: false, tell: "Kode itu rahasia." },
      { id: "close", text: "Tutup", to: "safe", safe: true },
    ] },
    { id: "push", who: "Penelepon", says: "Cepat!", choices: [{ id: "give", text: "Ini", to: "harm", safe: false }, { id: "listen", text: "Ya?", to: "trap" }] },
    { id: "trap", who: "Penelepon", says: "Sebutkan.", choices: [{ id: "give", text: "Ini", to: "harm" }] },
    { id: "harm", who: "Akibatnya", says: "Uang hilang.", end: "harm" },
    { id: "safe", who: "Hasilnya", says: "Uang aman.", end: "safe" },
  ],
};
const after = (steps: string[], any = config) => replay(skenarioCabang, any, steps);
const hint = (...steps: string[]) => skenarioCabang.hint(after(steps), config);

describe("SkenarioCabang", () => {
  it("is finished at a safe end, and not at a harmful one", () => {
    expect(isFinished(skenarioCabang, config, ["say:close"])).toBe(true);
    expect(isFinished(skenarioCabang, config, ["say:give"])).toBe(false);
    expect(isFinished(skenarioCabang, config, ["say:give", "back", "say:close"])).toBe(true);
  });

  it("leads on to the scene of the choice, and remembers what was said", () => {
    const state = after(["say:ask", "say:give"]);
    expect(state).toMatchObject({ scene: "harm", turns: [{ scene: "ring", choice: "ask" }, { scene: "push", choice: "give" }] });
    expect(talkSoFar(state, config).map(({ scene, choice }) => [scene.says, choice.text])).toEqual([["Mana kodenya?", "Untuk apa?"], ["Cepat!", "Ini"]]);
  });

  it("tells safe, unsafe and other choices apart, and is gentle at a harmful end", () => {
    expect(after(["say:close"]).notice).toBe("safe");
    expect(after(["say:ask"]).notice).toBe("said");
    expect(after(["say:give"]).notice).toBe("harm");
    const scenes = config.scenes.map((scene) => (scene.id === "ring" ? { ...scene, choices: [{ id: "ask", text: "?", to: "push", safe: false }] } : scene));
    expect(after(["say:ask"], { ...config, scenes }).notice).toBe("unsafe");
  });

  it("steps back from a harmful end and from where every answer leads to harm, not from elsewhere", () => {
    expect(after(["say:give", "back"])).toMatchObject({ scene: "ring", turns: [], notice: "back" });
    expect(after(["say:ask", "say:listen", "say:give", "back", "back", "back"])).toMatchObject({ scene: "ring", turns: [] });
    for (const state of [after([]), after(["say:close"])]) expect(skenarioCabang.take(state, "back", config)).toBe(state);
  });

  it("shows the card with the four steps at any time until the end, unless the author leaves it out", () => {
    for (const steps of [[], ["say:ask"], ["say:give"]]) {
      expect(after([...steps, "card:show"])).toMatchObject({ card: true, notice: "card" });
      expect(after([...steps, "card:show", "card:hide"])).toMatchObject({ card: false, notice: "card-hidden" });
    }
    const without = { ...config, refusal: false };
    expect(after(["card:show"], without).card).toBe(false);
    expect(skenarioCabang.controls(after([], without), without)).toEqual(["say:ask", "say:give", "say:close"]);
  });

  it("hints at the shortest safe way, and at stepping back where there is none", () => {
    expect(hint()).toEqual({ key: "hint.say", values: { text: "Tutup" }, next: "say:close" });
    expect(hint("say:ask")).toEqual({ key: "hint.back", next: "back" });
    expect(hint("say:give")).toEqual({ key: "hint.back", next: "back" });
    expect(hint("say:close")).toEqual({ key: "hint.finished" });
  });

  it.each(["", "say:", "say:listen", "say:GIVE", "back", "card:hide", "close", "toString", "__proto__"])("lets %j change nothing at the start", (step) => {
    const state = after([]);
    expect(skenarioCabang.take(state, step, config)).toBe(state);
  });

  it("takes no steps once finished", () => {
    const state = after(["say:close"]);
    expect(skenarioCabang.controls(state, config)).toEqual([]);
    for (const step of ["back", "card:show", "say:close"]) expect(skenarioCabang.take(state, step, config)).toBe(state);
  });

  it("leaves the keys of a real keyboard to the buttons", () => {
    for (const key of ["1", "a", "Enter", " "]) expect(skenarioCabang.keystroke(after([]), key, config)).toEqual([]);
  });
});

describe("the ways through scenes", () => {
  it("count the choices to a safe end without those that are unsafe", () => {
    expect(distancesToSafety(config.scenes)).toEqual(new Map([["safe", 0], ["ring", 1]]));
    const round: Scene[] = [
      { id: "a", who: "", says: "", choices: [{ id: "1", text: "", to: "b" }] },
      { id: "b", who: "", says: "", choices: [{ id: "1", text: "", to: "a" }, { id: "2", text: "", to: "c" }] },
      { id: "c", who: "", says: "", end: "safe" },
    ];
    expect(distancesToSafety(round)).toEqual(new Map([["c", 0], ["b", 1], ["a", 2]]));
  });

  it("lead to every scene that a choice leads to", () => {
    expect(reachedFrom("ring", config.scenes)).toEqual(new Set(config.scenes.map(({ id }) => id)));
    expect(reachedFrom("trap", config.scenes)).toEqual(new Set(["trap", "harm"]));
  });
});

/** Scenes 0 to n whose choices lead anywhere; only those that an author could publish are played. */
const configs = fc.integer({ min: 1, max: 6 }).chain((count) => {
  const anyScene = fc.integer({ min: 0, max: count + 1 }).map((number) => `s${number}`);
  const choices = fc.array(fc.record({ to: anyScene, safe: fc.constantFrom(true, false, undefined) }), { minLength: 1, maxLength: 4 });
  return fc.record({ all: fc.array(choices, { minLength: count, maxLength: count }), refusal: fc.constantFrom(true, false, undefined) }).map(({ all, refusal }) => ({
    start: "s0",
    refusal,
    scenes: [
      ...all.map((some, index): Scene => ({ id: `s${index}`, who: "Ia", says: "Begitu.", choices: some.map((choice, at) => ({ ...choice, id: `c${at}`, text: `Jawab ${at}` })) })),
      { id: `s${count}`, who: "Ia", says: "Aman.", end: "safe" as const },
      { id: `s${count + 1}`, who: "Ia", says: "Rugi.", end: "harm" as const },
    ],
  }));
});
const published = configs.filter((any) => !throws(() => parsePractice("SkenarioCabang", any)));
const known = ["back", "card:show", "card:hide", "say:c0", "say:c1", "say:c2", "say:c3"];
const walks = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, fc.string()), { maxLength: 40 });

function throws(what: () => unknown): boolean {
  try {
    what();
    return false;
  } catch (error) {
    if (error instanceof PracticeConfigError) return true;
    throw error;
  }
}

describe("SkenarioCabang after any steps", () => {
  it("is finished by following the hints, which never lead to harm", () => {
    fc.assert(fc.property(published, walks, (any, steps) => {
      const more = followHints(skenarioCabang, any, steps);
      expect(isFinished(skenarioCabang, any, [...steps, ...more])).toBe(true);
      const passed = more.map((step, index) => [step, after([...steps, ...more.slice(0, index + 1)], any).scene]);
      for (const [step, scene] of passed) expect(step === "back" || any.scenes.find(({ id }) => id === scene)?.end !== "harm").toBe(true);
    }), { numRuns: 60 });
  });

  it("offers exactly the steps that change something", () => {
    fc.assert(fc.property(published, walks, (any, steps) => {
      const state = after(steps, any);
      const changing = known.filter((step) => skenarioCabang.take(state, step, any) !== state);
      expect(new Set(changing)).toEqual(new Set(skenarioCabang.controls(state, any)));
    }), { numRuns: 60 });
  });

  it("is the replay of the steps before, once the last one is dropped", () => {
    fc.assert(fc.property(published, walks, (any, steps) => {
      const states = steps.reduce((all, step) => [...all, skenarioCabang.take(all.at(-1)!, step, any)], [skenarioCabang.start(any)]);
      expect(replay(skenarioCabang, any, steps.slice(0, -1))).toEqual(states.at(steps.length === 0 ? 0 : -2));
    }), { numRuns: 60 });
  });
});
