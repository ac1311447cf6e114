import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxSteps, nextSteps, readAction, readSteps, writeSteps } from "#app/practice/steps.ts";

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

describe("readSteps", () => {
  it("adds the pressed step to the steps so far", () => {
    expect(readSteps(form({ steps: "plug,power-long", step: "swipe-up" }))).toEqual(["plug", "power-long", "swipe-up"]);
    expect(readSteps(form({ steps: "", step: "plug" }))).toEqual(["plug"]);
  });

  it("undoes, restarts, and leaves the steps alone for a hint and at the finish", () => {
    expect(readSteps(form({ steps: "plug,power", do: "undo" }))).toEqual(["plug"]);
    expect(readSteps(form({ steps: "", do: "undo" }))).toEqual([]);
    expect(readSteps(form({ steps: "plug,power", do: "restart" }))).toEqual([]);
    expect(readSteps(form({ steps: "plug,power", do: "hint" }))).toEqual(["plug", "power"]);
    expect(readSteps(form({ steps: "plug,power", do: "finish" }))).toEqual(["plug", "power"]);
  });

  it("drops what is not a step and keeps no more than 2,000", () => {
    expect(readSteps(form({}))).toEqual([]);
    expect(readSteps(form({ steps: new Blob(["plug"]), step: new Blob(["plug"]) }))).toEqual([]);
    expect(readSteps(form({ steps: ",,plug,," + "x".repeat(99) + ",", step: "a,b" }))).toEqual(["plug"]);
    const full = writeSteps(Array.from({ length: 5000 }, () => "power"));
    expect(readSteps(form({ steps: full, step: "plug" }))).toHaveLength(maxSteps);
    expect(readSteps(form({ steps: full, do: "undo" }))).toHaveLength(maxSteps - 1);
  });

  it("reads back what writeSteps wrote, and never throws", () => {
    const codes = fc.array(fc.stringMatching(/^[a-z:0-9-]{1,24}$/), { maxLength: 50 });
    fc.assert(fc.property(codes, (steps) => {
      expect(readSteps(form({ steps: writeSteps(steps) }))).toEqual(steps);
    }));
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (steps, step, action) => {
      expect(readSteps(form({ steps, step, do: action })).every((code) => !code.includes(","))).toBe(true);
    }));
  });
});

describe("readAction", () => {
  it("knows the four buttons beside the phone and nothing else", () => {
    expect(["undo", "restart", "hint", "finish"].map((name) => readAction(form({ do: name })))).toEqual(["undo", "restart", "hint", "finish"]);
    expect(readAction(form({ do: "delete" }))).toBeUndefined();
    expect(readAction(form({ step: "power" }))).toBeUndefined();
  });
});

describe("nextSteps", () => {
  it("undoes exactly the step taken before", () => {
    expect(nextSteps(nextSteps(["plug"], "power"), "", "undo")).toEqual(["plug"]);
  });
});
