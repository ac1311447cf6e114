import "../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { adviceOn, type ItemFigures, itemStatistics } from "#app/learning/item-statistics.ts";

const { db } = await import("#db/client.ts");
const { loadDemo } = await import("#db/seed.ts");
const { listFirstAttempts } = await import("#db/quiz-attempts.ts");

const figures: ItemFigures[] = [];

beforeAll(async () => {
  await loadDemo(db, { now: new Date("2026-11-20T03:30:00Z"), report: () => undefined });
  const { curricula, quizzes } = catalog();
  for (const { id } of curricula.flatMap(({ courses }) => courses.flatMap(({ modules }) => modules))) {
    const quiz = quizzes[id];
    if (quiz) figures.push(...itemStatistics(quiz, await listFirstAttempts(db, id)).flatMap((item) => item.figures ?? []));
  }
});

describe("what the demo's first attempts tell of the questions", () => {
  it("is enough to judge hundreds of them by", () => expect(figures.length).toBeGreaterThan(200));

  it("is that most are good, and some are to be looked at", () => {
    const flagged = figures.filter((one) => adviceOn(one) !== null);
    expect(flagged.length).toBeGreaterThan(5);
    expect(flagged.length / figures.length).toBeLessThan(0.15);
  });

  it("is that whoever knows the rest mostly knows the question as well, as far as real answers show that", () => {
    const discriminations = figures.flatMap(({ discrimination }) => discrimination ?? []).sort((one, other) => one - other);
    const [lower, middle, upper] = [0.15, 0.5, 0.85].map((share) => discriminations[Math.floor(discriminations.length * share)]);
    expect(lower).toBeGreaterThan(0.2);
    expect(middle).toBeGreaterThan(0.3);
    expect(middle).toBeLessThan(0.5);
    expect(upper).toBeLessThan(0.6);
  });
});
