import { describe, expect, it } from "vitest";
import type { CurriculumStructure } from "#app/catalog/course.ts";
import { type Known, proposeSkips } from "#app/mentoring/skip-proposals.ts";

const module = (id: string) => ({ id, title: `Modul ${id}`, lessons: [] });
const structure: CurriculumStructure = { title: "Mengenal Internet", year: 1, courses: [{ id: "A", title: "HP Saya", modules: [module("A1"), module("A2"), module("A3")] }] };
const all = { correct: 2, total: 2 };

function proposed(changes: Partial<Known>) {
  return proposeSkips({ structure, startTest: { A1: all, A2: all, A3: all }, passedModuleIds: new Set(), teachesSafety: () => false, ...changes });
}

describe("proposeSkips", () => {
  it("proposes what the starting test showed to be known, with why, in the curriculum's order", () => {
    const startTest = { A3: { correct: 3, total: 3 }, A1: all, A2: { correct: 1, total: 2 } };
    expect(proposed({ startTest })).toEqual([
      { moduleId: "A1", title: "Modul A1", tally: all },
      { moduleId: "A3", title: "Modul A3", tally: { correct: 3, total: 3 } },
    ]);
  });

  it.each([
    ["before the starting test", { startTest: null }],
    ["from one question, which can be guessed", { startTest: { A1: { correct: 1, total: 1 } } }],
    ["that teaches safety", { teachesSafety: () => true }],
    ["that was passed", { passedModuleIds: new Set(["A1", "A2", "A3"]) }],
    ["that the learner's version does not ask for", { startTest: { B1: all } }],
  ])("proposes nothing %s", (_when, changes) => {
    expect(proposed(changes)).toEqual([]);
  });
});
