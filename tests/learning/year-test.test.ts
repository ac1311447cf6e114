import { describe, expect, it } from "vitest";
import type { Curriculum, Pillar } from "#app/catalog/course.ts";
import { lessonOf } from "#app/learning/draw-quiz.ts";
import type { Question } from "#app/learning/question.ts";
import { scoreQuiz } from "#app/learning/quiz.ts";
import { gain, hasFallen, mayTakeTest, modulesToReadAgain, modulesToSkip, tallyTest } from "#app/learning/year-test.ts";

const question = (id: string, screen: string): Question => ({ id, kind: "short", ask: "?", screen, accept: ["ya"], wrong: [], feedback: "…" });
const questions = [question("1", "A1.1#aku-1"), question("2", "A1.2#aku-1"), question("3", "D1.1#aku-1"), question("4", "Z9.1#aku-1")];
const measured = (lessonId: string) => (lessonId.startsWith("Z") ? undefined : { pillar: (lessonId.startsWith("D") ? "aman" : "cakap") as Pillar, moduleId: lessonId.slice(0, 2) });

it("a test is told by pillar and by module; what is served no more counts in neither", () => {
  const items = questions.map(({ id }) => ({ id, shown: [] }));
  const score = scoreQuiz({ moduleId: "t", hash: "h", questions }, items, { 1: ["ya"], 2: ["tidak"], 3: ["ya"], 4: ["ya"] });
  expect(tallyTest(score, measured)).toEqual({
    byPillar: { cakap: { correct: 1, total: 2 }, aman: { correct: 1, total: 1 } },
    byModule: { A1: { correct: 1, total: 2 }, D1: { correct: 1, total: 1 } },
  });
  expect(questions.map(lessonOf)).toEqual(["A1.1", "A1.2", "D1.1", "Z9.1"]);
});

describe("a starting test proposes to skip", () => {
  const all = (total: number) => ({ correct: total, total });
  const isSafety = (moduleId: string) => moduleId.startsWith("D");
  it.each([
    ["a module of which all of two or more were right", { A1: all(2), A2: all(3) }, ["A1", "A2"]],
    ["no module of which one was wrong", { A1: { correct: 2, total: 3 } }, []],
    ["no module of which only one was asked", { A1: all(1) }, []],
    ["no module that teaches safety", { D1: all(2) }, []],
  ])("%s", (_what, byModule, proposed) => {
    expect(modulesToSkip(byModule, isSafety)).toEqual(proposed);
  });
});

describe("who may take a test", () => {
  const lesson = { id: "A1.1", slug: "a", title: "A", goal: "", pillar: "cakap" as const, competences: [], minutes: 15 };
  const curriculum: Curriculum = { id: "Y1", slug: "y", year: 1, title: "Y", courses: [{ id: "A", slug: "a", title: "A", modules: [{ id: "A1", slug: "a1", title: "A1", lessons: [lesson] }] }] };
  const done = (lessons: string[], quizzes: string[] = [], skipped: string[] = []) => ({ lessons: new Set(lessons), quizzes: new Set(quizzes), skipped: new Set(skipped) });
  it.each([
    [done([]), true, false],
    [done(["A1.1"]), true, false],
    [done(["A1.1"], ["A1"]), false, true],
    [done([], [], ["A1"]), true, true],
  ])("%o: the starting one %s, the closing one %s", (what, start, close) => {
    expect([mayTakeTest("start", curriculum, what), mayTakeTest("close", curriculum, what)]).toEqual([start, close]);
  });
});

it.each([
  [5, 15, 50],
  [10, 10, 0],
  [12, 9, -15],
])("from %d to %d of 20 is a gain of %d points", (start, close, points) => {
  expect(gain({ correct: start, total: 20 }, { correct: close, total: 20 })).toBe(points);
});

it("a closing test with fewer right than the starting one has fallen; the three modules with least right are to be read again", () => {
  const of = (correct: number, total = 20) => ({ correct, total });
  expect([hasFallen(of(12), of(9)), hasFallen(of(9), of(9)), hasFallen(of(9), of(12)), hasFallen(undefined, of(1))]).toEqual([true, false, false, false]);
  expect(modulesToReadAgain({ A1: of(2, 2), A2: of(2, 3), B1: of(0, 2), C1: of(1, 2), D1: of(2, 5) })).toEqual(["B1", "D1", "C1"]);
  expect(modulesToReadAgain({ A1: of(2, 2) })).toEqual([]);
});
