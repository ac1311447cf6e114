import { describe, expect, it } from "vitest";
import { arrangeBoard, type CohortLearner, needsHelp } from "#app/mentoring/cohort-board.ts";

const today = "2026-11-21";

/** Noon, Jakarta time, so many days before today. */
function daysAgo(days: number): Date {
  return new Date(Date.parse("2026-11-21T12:00:00+07:00") - days * 86_400_000);
}

/** Enrolled three weeks ago, here yesterday and finished a lesson then: doing well. */
function learner(changes: Partial<CohortLearner> = {}): CohortLearner {
  return {
    learnerId: "018f0000-0000-7000-8000-000000000001",
    number: 1,
    name: "Sari",
    enrolledAt: daysAgo(21),
    lastSeenAt: daysAgo(1),
    lessonsDone: 3,
    lessonsTotal: 8,
    lastQuiz: null,
    failingQuiz: null,
    lastProgressAt: daysAgo(1),
    completedAt: null,
    certificateCode: null,
    ...changes,
  };
}

const newcomer = { lastSeenAt: null, lastProgressAt: null, lessonsDone: 0 };

describe("needsHelp", () => {
  it("leaves alone who was here and finished something", () => {
    expect(needsHelp(learner(), today)).toBeNull();
  });

  it.each([
    [6, null],
    [7, { kind: "never-came", days: 7 }],
    [30, { kind: "never-came", days: 30 }],
  ])("of who never came, enrolled %i days ago: %o", (days, help) => {
    expect(needsHelp(learner({ ...newcomer, enrolledAt: daysAgo(days) }), today)).toEqual(help);
  });

  it("counts a visit before the enrollment, to another cohort, as none", () => {
    expect(needsHelp(learner({ ...newcomer, enrolledAt: daysAgo(8), lastSeenAt: daysAgo(9) }), today)).toEqual({ kind: "never-came", days: 8 });
  });

  it("counts a visit on the day of the enrollment", () => {
    const enrolledAfterVisit = new Date(daysAgo(7).getTime() + 3_600_000);
    expect(needsHelp(learner({ ...newcomer, enrolledAt: enrolledAfterVisit, lastSeenAt: daysAgo(7) }), today)).toEqual({ kind: "not-seen", days: 7 });
  });

  it.each([
    [6, null],
    [7, { kind: "not-seen", days: 7 }],
    [15, { kind: "not-seen", days: 15 }],
  ])("of who was last seen %i days ago: %o", (days, help) => {
    expect(needsHelp(learner({ lastSeenAt: daysAgo(days), lastProgressAt: daysAgo(days) }), today)).toEqual(help);
  });

  it("reckons days by the clock in Jakarta", () => {
    const justAfterMidnight = new Date("2026-11-15T00:01:00+07:00");
    expect(needsHelp(learner({ lastSeenAt: justAfterMidnight, lastProgressAt: justAfterMidnight }), today)).toBeNull();
    const justBefore = new Date("2026-11-14T23:59:00+07:00");
    expect(needsHelp(learner({ lastSeenAt: justBefore, lastProgressAt: justBefore }), today)).toEqual({ kind: "not-seen", days: 7 });
  });

  it.each([
    [1, null],
    [2, { kind: "failing-quiz", moduleTitle: "Mengenal HP", tries: 2 }],
    [5, { kind: "failing-quiz", moduleTitle: "Mengenal HP", tries: 5 }],
  ])("of who failed a quiz %i times: %o", (tries, help) => {
    expect(needsHelp(learner({ failingQuiz: { moduleTitle: "Mengenal HP", tries } }), today)).toEqual(help);
  });

  it("names the absence before the quiz", () => {
    const failingQuiz = { moduleTitle: "Mengenal HP", tries: 4 };
    expect(needsHelp(learner({ lastSeenAt: daysAgo(9), failingQuiz }), today)?.kind).toBe("not-seen");
  });

  it.each([
    // last seen, last progress, help
    [1, 3, null],
    [1, 4, { kind: "no-progress", days: 3 }],
    [6, 9, { kind: "no-progress", days: 3 }],
    [0, 3, null],
    [0, 7, null],
    [0, 8, { kind: "no-progress", days: 8 }],
  ])("of who was seen %i days ago and finished something %i days ago: %o", (seen, progress, help) => {
    expect(needsHelp(learner({ lastSeenAt: daysAgo(seen), lastProgressAt: daysAgo(progress) }), today)).toEqual(help);
  });

  it("counts from the enrollment while nothing has been finished", () => {
    expect(needsHelp(learner({ enrolledAt: daysAgo(5), lastSeenAt: daysAgo(1), lastProgressAt: null }), today)).toEqual({ kind: "no-progress", days: 4 });
    expect(needsHelp(learner({ enrolledAt: daysAgo(3), lastSeenAt: daysAgo(1), lastProgressAt: null }), today)).toBeNull();
  });

  it("never chases who has finished", () => {
    const worst = { lastSeenAt: null, lastProgressAt: null, enrolledAt: daysAgo(90), failingQuiz: { moduleTitle: "Mengenal HP", tries: 9 } };
    expect(needsHelp(learner({ ...worst, completedAt: daysAgo(40) }), today)).toBeNull();
  });
});

describe("arrangeBoard", () => {
  it("puts the most urgent on top, then everybody by name", () => {
    const failing = (tries: number) => ({ failingQuiz: { moduleTitle: "Mengenal HP", tries } });
    const board = arrangeBoard(
      [
        learner({ name: "Zul" }),
        learner({ name: "Ani" }),
        learner({ name: "Macet", lastProgressAt: daysAgo(5) }),
        learner({ name: "Gagal 2", ...failing(2) }),
        learner({ name: "Gagal 3", ...failing(3) }),
        learner({ name: "Hilang 8", lastSeenAt: daysAgo(8) }),
        learner({ name: "Hilang 20", lastSeenAt: daysAgo(20) }),
        learner({ name: "Belum datang", ...newcomer, enrolledAt: daysAgo(7) }),
        learner({ name: "Lulus", completedAt: daysAgo(3) }),
      ],
      today,
    );
    expect(board.lines.map((line) => line.learner.name)).toEqual([
      "Belum datang", "Hilang 20", "Hilang 8", "Gagal 3", "Gagal 2", "Macet", "Ani", "Lulus", "Zul",
    ]);
    expect(board).toMatchObject({ learners: 9, needingHelp: 6, finished: 1 });
  });

  it("keeps namesakes in the order of their numbers", () => {
    const board = arrangeBoard([learner({ number: 12 }), learner({ number: 3 })], today);
    expect(board.lines.map((line) => line.learner.number)).toEqual([3, 12]);
  });

  it("is empty for a cohort without learners", () => {
    expect(arrangeBoard([], today)).toEqual({ lines: [], learners: 0, needingHelp: 0, finished: 0 });
  });
});
