import { describe, expect, it } from "vitest";
import { adviceOn, type FirstAttempt, itemStatistics } from "#app/learning/item-statistics.ts";
import type { Question, Quiz } from "#app/learning/question.ts";

const options = ["a", "b", "c"].map((id) => ({ id, text: id, correct: id === "a", feedback: "…" }));
const question = (id: string): Question => ({ id, kind: "one", ask: "?", screen: "A1.1#aku-1", options });
const quiz: Quiz = { moduleId: "A1", hash: "h", questions: ["1", "2", "3"].map(question) };
const attempt = (answers: Record<string, string>): FirstAttempt => ({
  items: Object.keys(answers).map((id) => ({ id, shown: ["a", "b", "c"] })),
  answers: Object.fromEntries(Object.entries(answers).map(([id, option]) => [id, [option]])),
});
const many = (count: number, answers: Record<string, string>) => Array.from({ length: count }, () => attempt(answers));
const of = (attempts: FirstAttempt[], id: string) => itemStatistics(quiz, attempts).find((item) => item.question.id === id)!;

describe("what first attempts tell of a question", () => {
  it("is nothing before it was asked 30 times", () => {
    expect(of(many(29, { 1: "a", 2: "a" }), "1")).toMatchObject({ asked: 29, figures: null });
    expect(of(many(30, { 1: "a", 2: "a" }), "1").figures).toMatchObject({ difficulty: 1, discrimination: null, trap: null });
    expect(of(many(40, { 1: "a" }), "3")).toMatchObject({ asked: 0, figures: null });
  });

  it("is how many were right, and which option misled most", () => {
    const attempts = [...many(15, { 1: "a", 2: "a" }), ...many(10, { 1: "b", 2: "a" }), ...many(5, { 1: "c", 2: "a" })];
    expect(of(attempts, "1").figures).toMatchObject({ difficulty: 0.5, trap: { optionId: "b", share: 10 / 30 } });
  });

  it("is whether it parts those who know the rest from those who do not", () => {
    const parting = [...many(20, { 1: "a", 2: "a", 3: "a" }), ...many(20, { 1: "b", 2: "b", 3: "b" })];
    expect(of(parting, "1").figures?.discrimination).toBeCloseTo(1);
    const turned = [...many(20, { 1: "b", 2: "a", 3: "a" }), ...many(20, { 1: "a", 2: "b", 3: "b" })];
    expect(of(turned, "1").figures?.discrimination).toBeCloseTo(-1);
    const unrelated = [{ 1: "a", 2: "a" }, { 1: "a", 2: "b" }, { 1: "b", 2: "a" }, { 1: "b", 2: "b" }].flatMap((answers) => many(10, answers));
    expect(of(unrelated, "1").figures?.discrimination).toBeCloseTo(0);
  });

  it("leaves out questions that are in the bank no more", () => {
    expect(of(many(30, { 9: "a", 1: "a", 2: "b" }), "1").figures?.difficulty).toBe(1);
  });

  it.each([
    [{ difficulty: 0.2, discrimination: 0.5, trap: null }, "hard"],
    [{ difficulty: 0.99, discrimination: null, trap: null }, "easy"],
    [{ difficulty: 0.6, discrimination: 0.1, trap: null }, "poor"],
    [{ difficulty: 0.6, discrimination: 0.4, trap: null }, null],
  ])("%o: %s", (figures, advice) => {
    expect(adviceOn(figures)).toBe(advice);
  });
});
