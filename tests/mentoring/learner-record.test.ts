import { describe, expect, it } from "vitest";
import { arrangeRecord, compareTests, type Taken } from "#app/mentoring/learner-record.ts";

const structure = {
  title: "Mengenal Internet",
  year: 1,
  courses: [
    {
      id: "A",
      title: "HP Saya",
      modules: [
        { id: "A1", title: "Mengenal HP", lessons: [{ id: "A1.1", title: "Menyalakan", minutes: 15 }, { id: "A1.2", title: "Mengetik", minutes: 15 }] },
        { id: "A2", title: "HP Nyaman", lessons: [{ id: "A2.1", title: "Huruf", minutes: 15 }] },
      ],
    },
  ],
};

describe("arrangeRecord", () => {
  it("tells each module that is asked for, and nothing else", () => {
    const courses = arrangeRecord({
      structure,
      lessonIds: ["A1.2", "Z9.9"],
      quizzes: [{ moduleId: "A1", correct: 9, total: 12, passed: false, enteredBy: null }],
      skippedModuleIds: ["A2"],
      reviews: [{ moduleId: "A1", round: 1, correct: 2, total: 2 }, { moduleId: "Z9", round: 1, correct: 0, total: 2 }],
    });
    const reviews = [{ round: 1, correct: 2, total: 2 }];
    expect(courses).toEqual([
      {
        title: "HP Saya",
        modules: [
          { id: "A1", title: "Mengenal HP", lessonsDone: 1, lessonsTotal: 2, quiz: { correct: 9, total: 12, passed: false, enteredBy: null }, skipped: false, reviews },
          { id: "A2", title: "HP Nyaman", lessonsDone: 0, lessonsTotal: 1, quiz: null, skipped: true, reviews: [] },
        ],
      },
    ]);
  });
});

const submittedAt = new Date("2026-11-22T03:00:00Z");
const start: Taken = { kind: "start", byPillar: { cakap: { correct: 1, total: 4 }, aman: { correct: 2, total: 4 } }, correct: 3, total: 8, submittedAt };
const close: Taken = { kind: "close", byPillar: { cakap: { correct: 4, total: 4 }, aman: { correct: 1, total: 4 } }, correct: 5, total: 8, submittedAt };

describe("compareTests", () => {
  it("tells what was gained, in percentage points, in the order of the pillars and then of all", () => {
    expect(compareTests([start, close]).map(({ pillar, points }) => [pillar, points])).toEqual([["cakap", 75], ["aman", -25], ["all", 25]]);
  });

  it("gains nothing while a test lacks, and is empty before any", () => {
    expect(compareTests([start]).map(({ start: of, close: after, points }) => [of?.correct, after, points])).toEqual([[1, null, null], [2, null, null], [3, null, null]]);
    expect(compareTests([])).toEqual([]);
  });
});
