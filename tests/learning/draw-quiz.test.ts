import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuizFile } from "#app/catalog/quiz-file.ts";
import { drawQuiz, lessonOf, leastDrawn, questionsAsked, randomFrom } from "#app/learning/draw-quiz.ts";
import { choicesOf, type Question, type Quiz } from "#app/learning/question.ts";

const seeds = fc.tuple(fc.integer(), fc.integer(), fc.integer(), fc.integer());
const hands = fc.constantFrom(0, 1, 2);
type Seed = [number, number, number, number];

/** Every bank that there is, served or not. */
const banks = globSync("courses/**/quiz.yaml").map((file): Quiz => ({ ...readQuizFile(readFileSync(file, "utf8")), hash: "h" }));
/** A bank of some length over 4 lessons. */
const bankOf = (length: number): Quiz => ({ moduleId: "A1", hash: "h", questions: Array.from({ length }, (_question, index) => questionOf(index)) });
const questionOf = (index: number): Question => ({
  id: `A1-${String(index).padStart(2, "0")}`,
  kind: "one",
  ask: "?",
  screen: `A1.${(index % 4) + 1}#aku-1`,
  options: ["a", "b", "c"].map((id) => ({ id, text: id, correct: id === "a", feedback: "…" })),
});
const longBanks = [...banks, ...[15, 16, 17, 18, 19, 20, 24, 30].map(bankOf)].filter(({ questions }) => questions.length >= leastDrawn);
/** Seeds as good as those of a digest, the same in every run. */
const seedsFrom = (start: number) => {
  const random = randomFrom([start, 1, 2, 3]);
  for (let turn = 0; turn < 20; turn += 1) random();
  const word = () => Math.floor(random() * 2 ** 32) | 0;
  return (): Seed => [word(), word(), word(), word()];
};
const draw = (quiz: Quiz, hand: number, deal: Seed, form: Seed) => drawQuiz(quiz, { hand, deal: randomFrom(deal), random: randomFrom(form) });
const askedIn = (quiz: Quiz, items: { id: string }[]) => items.map(({ id }) => quiz.questions.find((question) => question.id === id) as Question);

describe("drawing", () => {
  it("asks a bank of fewer than 15 whole, any other 10 questions, each once with each of its choices once", () => {
    fc.assert(
      fc.property(fc.constantFrom(...banks, bankOf(14), bankOf(15), bankOf(40)), hands, seeds, seeds, (quiz, hand, deal, form) => {
        const items = draw(quiz, hand, deal, form);
        expect(items).toHaveLength(quiz.questions.length < 15 ? quiz.questions.length : 10);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        for (const [index, question] of askedIn(quiz, items).entries()) expect([...(items[index]?.shown ?? [])].sort()).toEqual([...choicesOf(question)].sort());
      }),
      { numRuns: 300 },
    );
  });

  it("is the same for the same chance", () => {
    for (const quiz of banks) expect(draw(quiz, 1, [1, 2, 3, 4], [5, 6, 7, 8])).toEqual(draw(quiz, 1, [1, 2, 3, 4], [5, 6, 7, 8]));
  });

  it("asks every question of a long bank sooner or later, whichever hand is left out", () => {
    for (const quiz of longBanks) {
      const seed = seedsFrom(quiz.questions.length);
      const asked = Array.from({ length: 300 }, () => draw(quiz, 0, seed(), seed()).map(({ id }) => id)).flat();
      expect([quiz.moduleId, new Set(asked).size]).toEqual([quiz.moduleId, quiz.questions.length]);
    }
  });

  // Drawn so, the module C1 would ask one kind 5 times if only the lessons were looked at.
  const crowded: [number, Seed, Seed][] = [
    [0, [-372829188, -2133372246, -1408216018, 1102889943], [-788375040, -1399004915, -495928140, 1015911897]],
    [2, [67670014, -1219231615, 236952452, -1514766263], [975854929, 1689751981, -1158895094, -1678384186]],
  ];

  it("asks about every lesson, about each nearly as much, and no kind more than 4 times where there are others", () => {
    fc.assert(
      fc.property(fc.constantFrom(...banks.filter(({ questions }) => questions.length >= leastDrawn)), hands, seeds, seeds, (quiz, hand, deal, form) => {
        const asked = askedIn(quiz, draw(quiz, hand, deal, form));
        const lessons = [...new Set(quiz.questions.map(lessonOf))];
        const counts = lessons.map((lesson) => asked.filter((question) => lessonOf(question) === lesson).length);
        const share = questionsAsked / lessons.length;
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(Math.max(1, Math.floor(share) - 1));
        expect(Math.max(...counts)).toBeLessThanOrEqual(Math.ceil(share) + 1);
        expect(Math.max(...[...Map.groupBy(asked, ({ kind }) => kind).values()].map((same) => same.length))).toBeLessThanOrEqual(4);
      }),
      { numRuns: 500, examples: banks.filter(({ moduleId }) => moduleId === "C1").flatMap((quiz) => crowded.map(([hand, deal, form]): [Quiz, number, Seed, Seed] => [quiz, hand, deal, form])) },
    );
  });
});

describe("two learners side by side", () => {
  // Their numbers differ by 1 or 2, so their hands do; the deal is the week's.
  const pairs = fc.tuple(fc.constantFrom<[number, number]>([0, 1], [1, 2], [2, 0]), seeds, seeds, seeds);

  it("never have more than half of the questions in common, whatever the bank", () => {
    fc.assert(
      fc.property(fc.constantFrom(...longBanks), pairs, (quiz, [[one, other], deal, form, otherForm]) => {
        expect(commonIn(draw(quiz, one, deal, form), draw(quiz, other, deal, otherForm))).toBeLessThanOrEqual(questionsAsked / 2);
      }),
      { numRuns: 1000 },
    );
  });

  // In a bank of 15, two forms of 10 have at least 5 in common: half is the least that there can be.
  it.each([
    [15, 5, 5],
    [16, 4.5, 5],
    [17, 4, 5],
    [18, 3.9, 4.5],
    [19, 3.7, 4.5],
    [20, 3.5, 4.2],
    [24, 2.6, 3.6],
    [30, 1.8, 3],
  ])("have, of a bank of %i, between %d and %d in common on average", (length, least, most) => {
    const quiz = bankOf(length);
    const seed = seedsFrom(length);
    const common = Array.from({ length: 1000 }, (_pair, turn) => {
      const deal = seed();
      return commonIn(draw(quiz, turn % 3, deal, seed()), draw(quiz, (turn + 1) % 3, deal, seed()));
    });
    const mean = common.reduce((sum, count) => sum + count, 0) / common.length;
    expect(mean).toBeGreaterThanOrEqual(least);
    expect(mean).toBeLessThanOrEqual(most);
  });
});

function commonIn(one: { id: string }[], other: { id: string }[]): number {
  return one.filter(({ id }) => other.some((item) => item.id === id)).length;
}

it("numbers the spots of a picture as it is read, from above and from the left", () => {
  const spot = (id: string, x: number, y: number) => ({ id, label: id, x, y, width: 10, height: 10, correct: id === "a", feedback: "…" });
  const question: Question = { id: "A1-01", kind: "hotspot", ask: "?", screen: "A1.1#aku-1", picture: "", alt: "", spots: [spot("a", 0, 90), spot("b", 50, 5), spot("c", 5, 5)] };
  expect(draw({ moduleId: "A1", hash: "h", questions: [question] }, 0, [1, 2, 3, 4], [1, 2, 3, 4])).toEqual([{ id: "A1-01", shown: ["c", "b", "a"] }]);
});

it("takes numbers from 0 to below 1 only, spread evenly", () => {
  const random = randomFrom([1, 2, 3, 4]);
  const tenths = Array<number>(10).fill(0);
  for (let count = 0; count < 20_000; count += 1) {
    const tenth = Math.floor(random() * 10);
    tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
  }
  expect(tenths).toHaveLength(10);
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
});
