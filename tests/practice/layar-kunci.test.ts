import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LayarKunciConfig, layarKunci, layarKunciTasks } from "#app/practice/layar-kunci/layar-kunci.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { followHints } from "./play.ts";

const config: LayarKunciConfig = { tasks: ["charge", "power-on", "unlock", "lock"], pin: "2580" };
const pin = ["key:2", "key:5", "key:8", "key:0", "key:ok"];
const after = (steps: string[], tasks = config.tasks) => replay(layarKunci, { ...config, tasks }, steps);

describe("LayarKunci", () => {
  it("is finished by plugging in, holding the button, swiping, typing the PIN and locking", () => {
    const steps = ["plug", "power-long", "swipe-up", ...pin, "power"];
    expect(isFinished(layarKunci, config, steps)).toBe(true);
    expect(isFinished(layarKunci, config, steps.slice(0, -1))).toBe(false);
  });

  it.each([
    [["power-on"], "off"], [["unlock"], "asleep"], [["charge"], "asleep"], [["lock"], "home"],
    [["unlock", "lock"], "asleep"], [["lock", "unlock"], "home"], [["lock", "power-on"], "off"],
  ] as const)("for the tasks %j starts %s", (tasks, screen) => {
    expect(after([], [...tasks])).toMatchObject({ screen, charging: false, done: [] });
  });

  it("stays off at a short press and says that the button wants a long one", () => {
    expect(after(["power"])).toMatchObject({ screen: "off", notice: "still-off", done: [] });
  });

  it("wakes and sleeps at short presses without counting that as locking", () => {
    const woken = ["power-long", "power", "power"];
    expect(after(woken)).toMatchObject({ screen: "locked", notice: "woke" });
    expect(after(woken).done).toEqual(["power-on"]);
    expect(after([...woken, "swipe-up", "key:2", "power"])).toMatchObject({ screen: "asleep", entry: "" });
  });

  it("switches off at a long press from every screen and keeps what was done", () => {
    for (const steps of [["power-long"], ["power-long", "power"], ["power-long", "swipe-up", "key:1"], ["power-long", "swipe-up", ...pin]]) {
      expect(after([...steps, "power-long"])).toMatchObject({ screen: "off", entry: "" });
      expect(after([...steps, "power-long"]).done).toContain("power-on");
    }
  });

  it("answers another PIN kindly, clears it, and lets the person try again without limit", () => {
    const wrong = Array.from({ length: 30 }, () => ["key:1", "key:ok"]).flat();
    expect(after(["power-long", "swipe-up", ...wrong])).toMatchObject({ screen: "pin", entry: "", notice: "pin-other" });
    expect(after(["power-long", "swipe-up", ...wrong, ...pin])).toMatchObject({ screen: "home", notice: "unlocked" });
  });

  it("deletes digits one by one, asks for a PIN when there is none, and stops at six digits", () => {
    const onPad = ["power-long", "swipe-up"];
    expect(after([...onPad, "key:1", "key:2", "key:del"])).toMatchObject({ entry: "1", notice: "pin-erased" });
    expect(after([...onPad, "key:del"])).toMatchObject({ entry: "", notice: "pin-empty" });
    expect(after([...onPad, "key:ok"])).toMatchObject({ screen: "pin", notice: "pin-empty" });
    expect(after([...onPad, ..."1234567".split("").map((digit) => `key:${digit}`)])).toMatchObject({ entry: "123456", notice: "pin-full" });
  });

  it("keeps the charging done after the cable is pulled out", () => {
    expect(after(["plug", "unplug"])).toMatchObject({ charging: false, done: ["charge"] });
  });

  it.each(["", "key:", "key:10", "key:a", "key:5", "swipe-up", "unplug", "POWER", "constructor", "__proto__"])("lets %j change nothing on a phone that is off", (step) => {
    const state = after([]);
    expect(layarKunci.take(state, step, config)).toBe(state);
  });

  it("lets unknown keys change nothing on the PIN pad", () => {
    const state = after(["power-long", "swipe-up"]);
    for (const step of ["key:", "key:10", "key:x", "key:OK", "swipe-up"]) expect(layarKunci.take(state, step, config)).toBe(state);
  });

  it("hints at the next digit, at deleting another one, and at OK", () => {
    const hint = (...steps: string[]) => layarKunci.hint(after(["plug", "power-long", "swipe-up", ...steps]), config);
    expect(hint()).toEqual({ key: "hint.digit", values: { digit: "2" }, next: "key:2" });
    expect(hint("key:2", "key:2")).toEqual({ key: "hint.key-del", next: "key:del" });
    expect(hint(...pin.slice(0, 4))).toEqual({ key: "hint.key-ok", next: "key:ok" });
  });

  it("reads digits, Backspace and Enter of a real keyboard on the PIN pad only", () => {
    const onPad = after(["power-long", "swipe-up"]);
    expect(["7", "Backspace", "Enter", "a", "Tab", "F5"].map((key) => layarKunci.keystroke(onPad, key, config)))
      .toEqual([["key:7"], ["key:del"], ["key:ok"], [], [], []]);
    expect(layarKunci.keystroke(after([]), "7", config)).toEqual([]);
  });
});

const configs = fc.record({
  tasks: fc.shuffledSubarray([...layarKunciTasks], { minLength: 1 }),
  pin: fc.stringMatching(/^\d{4,6}$/),
});
const known = ["power", "power-long", "plug", "unplug", "swipe-up", "key:del", "key:ok", ..."0123456789".split("").map((digit) => `key:${digit}`)];
const walks = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, fc.string()), { maxLength: 60 });

describe("LayarKunci after any steps", () => {
  it("is finished by following the hints, and never loses a task that was done", () => {
    fc.assert(fc.property(configs, walks, (any, steps) => {
      const more = followHints(layarKunci, any, steps);
      expect(isFinished(layarKunci, any, [...steps, ...more])).toBe(true);
      expect(replay(layarKunci, any, [...steps, ...more]).done).toEqual(expect.arrayContaining([...replay(layarKunci, any, steps).done]));
    }));
  });

  it("offers exactly the steps that change something", () => {
    fc.assert(fc.property(configs, walks, (any, steps) => {
      const state = replay(layarKunci, any, steps);
      const offered = layarKunci.controls(state, any);
      expect(new Set(known.filter((step) => layarKunci.take(state, step, any) !== state))).toEqual(new Set(offered));
    }));
  });

  it("is the replay of the steps before, once the last one is dropped", () => {
    fc.assert(fc.property(configs, walks, (any, steps) => {
      const states = steps.reduce((all, step) => [...all, layarKunci.take(all.at(-1)!, step, any)], [layarKunci.start(any)]);
      expect(replay(layarKunci, any, steps.slice(0, -1))).toEqual(states.at(steps.length === 0 ? 0 : -2));
    }));
  });
});
