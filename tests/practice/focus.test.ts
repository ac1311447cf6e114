import { describe, expect, it } from "vitest";
import { focusAfter } from "#app/practice/focus.ts";
import { layarKunci } from "#app/practice/layar-kunci/layar-kunci.ts";
import { papanKetik } from "#app/practice/papan-ketik/papan-ketik.ts";
import { pilahKartu } from "#app/practice/pilah-kartu/pilah-kartu.ts";
import { skenarioCabang } from "#app/practice/skenario-cabang/skenario-cabang.ts";

const phone = (...steps: string[]) => focusAfter(layarKunci, { tasks: ["power-on", "unlock"], pin: "2580" }, steps);

describe("focusAfter", () => {
  it("stays on the control that was pressed, or on the one in its place", () => {
    expect(phone("power-long")).toBe("power-long");
    expect(phone("plug")).toBe("unplug");
    expect(focusAfter(papanKetik, { lines: ["A"] }, ["page:num"])).toBe("page:abc");
  });

  it("goes to the first control on the phone's screen when the pressed one is gone", () => {
    expect(phone("power-long", "swipe-up")).toBe("key:1");
  });

  it("goes to the button that leads on after a card was put elsewhere, and to the groups after that", () => {
    const config = { groups: [{ id: "a", name: "A" }, { id: "b", name: "B" }], cards: [{ id: "1", text: "1", group: "a", why: "A." }] };
    expect(focusAfter(pilahKartu, config, ["to:b"])).toBe("next");
    expect(focusAfter(pilahKartu, config, ["to:b", "next"])).toBe("to:a");
    expect(focusAfter(pilahKartu, config, ["to:a"])).toBe("finish");
  });

  it("goes to the first answer of the next scene, and stays on the button of the four steps", () => {
    const choices = [{ id: "x", text: "X", to: "end" }];
    const scenes = [{ id: "one", who: "A", says: "A.", choices: [{ id: "on", text: "On", to: "two" }] }, { id: "two", who: "A", says: "A.", choices }, { id: "end", who: "A", says: "A.", end: "safe" as const }];
    expect(focusAfter(skenarioCabang, { start: "one", scenes }, ["say:on"])).toBe("say:x");
    expect(focusAfter(skenarioCabang, { start: "one", scenes }, ["card:show"])).toBe("card:hide");
    expect(focusAfter(skenarioCabang, { start: "one", scenes }, ["say:on", "say:x"])).toBe("finish");
  });

  it("goes to the finish button when the phone offers nothing more", () => {
    expect(focusAfter(papanKetik, { lines: ["A"] }, ["key:a", "done"])).toBe("finish");
  });

  it("stays on the button beside the phone, and nowhere before the first press", () => {
    expect(phone()).toBeUndefined();
    expect(focusAfter(papanKetik, { lines: ["A"] }, ["key:a"], "undo")).toBe("undo");
    expect(focusAfter(papanKetik, { lines: ["A"] }, ["key:a"], "finish")).toBe("hint");
  });
});
