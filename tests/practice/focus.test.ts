import { describe, expect, it } from "vitest";
import { focusAfter } from "#app/practice/focus.ts";
import { layarKunci } from "#app/practice/layar-kunci/layar-kunci.ts";
import { papanKetik } from "#app/practice/papan-ketik/papan-ketik.ts";

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

  it("goes to the finish button when the phone offers nothing more", () => {
    expect(focusAfter(papanKetik, { lines: ["A"] }, ["key:a", "done"])).toBe("finish");
  });

  it("stays on the button beside the phone, and nowhere before the first press", () => {
    expect(phone()).toBeUndefined();
    expect(focusAfter(papanKetik, { lines: ["A"] }, ["key:a"], "undo")).toBe("undo");
    expect(focusAfter(papanKetik, { lines: ["A"] }, ["key:a"], "finish")).toBe("hint");
  });
});
