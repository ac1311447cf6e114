import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSteps, writeSteps } from "#app/practice/steps.ts";
import { longestText, readTyped, typedStep, typedSteps } from "#app/practice/typed.ts";

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

describe("a typed step", () => {
  it("carries any text through the posted form, commas and signs too", () => {
    fc.assert(fc.property(fc.string({ maxLength: longestText }), (text) => {
      const step = typedStep("nama", text);
      expect(readTyped(step)?.text).toBe(text);
      expect(readSteps(form({ steps: writeSteps([step, "send"]) }))).toEqual([step, "send"]);
    }));
  });

  it("cuts what is too long and drops broken letters", () => {
    expect(readTyped(typedStep("nama", "😀".repeat(99)))?.text).toBe("😀".repeat(longestText));
    expect(readTyped(typedStep("nama", "a\ud83d"))?.text).toBe("a");
  });

  it.each(["", "type:", "type:nama", "type:NAMA:a", "type:nama:%", "type:nama:a b", "type:nama:%41", `type:nama:${"a".repeat(61)}`, "send"])("is not %j", (step) => {
    expect(readTyped(step)).toBeUndefined();
  });
});

describe("typedSteps", () => {
  it("is what no longer stands as the page came", () => {
    expect(typedSteps(form({ "was:nama": "Sari", "type:nama": "Sari", "was:kota": "", "type:kota": "Sukamaju, RT 2" })))
      .toEqual(["type:kota:Sukamaju%2C%20RT%202"]);
    expect(typedSteps(form({ "was:nama": "Sari", "type:nama": "" }))).toEqual(["type:nama:"]);
    expect(typedSteps(form({ "type:": "a", "type:A b": "c", "type:d": new Blob(["e"]), other: "f" }))).toEqual([]);
  });

  it("keeps no secret", () => {
    expect(typedSteps(form({ "was:pin": "", "hide:pin": "2580" }))).toEqual(["type:pin:****"]);
  });

  it("comes before the pressed button, and is what undo takes back", () => {
    const typed = { steps: "open", "was:nama": "", "type:nama": "Sari" };
    expect(readSteps(form({ ...typed, step: "send" }))).toEqual(["open", "type:nama:Sari", "send"]);
    expect(readSteps(form({ ...typed, do: "hint" }))).toEqual(["open", "type:nama:Sari"]);
    expect(readSteps(form({ ...typed, do: "undo" }))).toEqual(["open"]);
    expect(readSteps(form({ ...typed, do: "restart" }))).toEqual([]);
  });
});
