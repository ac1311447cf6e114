import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCourses, idsAccepted } from "#app/catalog/check-courses.server.ts";
import { type Files, ids, module, questions, tinyCourses } from "./tiny-courses.ts";

const told = async (changes: Files) => (await checkCourses(tinyCourses(changes))).findings.filter(({ file }) => file === "ids.txt").map(({ line, message }) => `${line} ${message}`);
const quiz = (list: readonly object[]) => ({ "k/c/m/quiz.yaml": { module: "A1", questions: list } });
const [first, ...others] = questions;

describe("published ids", () => {
  it("that are all there have no fault", async () => {
    expect(await told({})).toEqual([]);
  });

  it.each<[string, Files, string[]]>([
    ["a question that is gone", quiz(others), ["2 A1-01 is missing; progress is kept under it"]],
    ["an option that is gone", { "ids.txt": ids.replace("A1-01 A1 one: a b", "A1-01 A1 one: a b c") }, ["2 A1-01: c is missing; progress is kept under it"]],
    ["a screen that is gone", { "ids.txt": ids.replace("s-8", "s-8 s-9") }, ["1 A1.1: s-9 is missing; progress is kept under it"]],
    ["a question of another kind", { "ids.txt": ids.replace("A1-01 A1 one", "A1-01 A1 truth") }, ["2 A1-01 was in A1 truth, and is now in A1 one; take another id"]],
    ["a lesson in another module", { "ids.txt": ids.replace("A1.1 A1:", "A1.1 A2:") }, ["1 A1.1 was in A2, and is now in A1; take another id"]],
    ["an option that was given up and is back", { "ids.txt": ids.replace("A1-01 A1 one: a b", "A1-01 A1 one: a ~b") }, ["2 A1-01: b was given up before; take another id"]],
    ["a question that nobody accepted", { "ids.txt": ids.replace(/^A1-01 .*$/m, "") }, ["1 1 new id (A1-01): npm run courses:check -- --accept"]],
    ["a question that was given up", { ...quiz([...others, { ...first, id: "A1-99" }]), "ids.txt": `${ids.replace(/^A1-01/m, "~A1-01")}\nA1-99 A1 one: a b` }, []],
  ])("tell of %s", async (_what, changes, message) => {
    expect(await told(changes)).toEqual(message);
  });

  it("are added when they are accepted, and none is taken out", async () => {
    const folder = tinyCourses({ "ids.txt": `${ids.replace(/^A1-02 .*$/m, "").replace("A1-01 A1 one: a b", "A1-01 A1 one: a")}\nA9-01 A9 one: a b` });
    const accepted = idsAccepted(folder, await checkCourses(folder));
    expect(accepted).toContain("\nA1-01 A1 one: a b\nA1-02 A1 several: a b c\n");
    expect(accepted).toContain("\nA9-01 A9 one: a b\n");
    writeFileSync(join(folder, "ids.txt"), accepted);
    const { findings, ...compilation } = await checkCourses(folder);
    expect(findings.map(({ message }) => message)).toEqual(["A9-01 is missing; progress is kept under it"]);
    expect(idsAccepted(folder, { findings, ...compilation })).toBe(accepted);
  });

  it("of drafts are not kept yet", async () => {
    const course = { id: "T1-A", draft: true, title: "Kursus", modules: [module] };
    expect(await told({ "ids.txt": "", "k/c/course.yaml": course })).toEqual([]);
  });
});
