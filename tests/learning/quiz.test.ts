import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesOf, drawQuiz, hasPassed, isAnswered, isCorrect, passMark, type Question, type Quiz, randomFrom, scoreQuiz } from "#app/learning/quiz.ts";

const screen = "A1.1#aku-1";
const one: Question = {
  id: "A1-01", kind: "one", ask: "Satu?", screen,
  options: [
    { id: "a", text: "Ya", correct: true, feedback: "Benar." },
    { id: "b", text: "Tidak", correct: false, feedback: "Coba lihat lagi." },
  ],
};
const several: Question = {
  id: "A1-02", kind: "several", ask: "Mana saja?", screen,
  options: [
    { id: "a", text: "A", correct: true, feedback: "A benar." },
    { id: "b", text: "B", correct: true, feedback: "B juga." },
    { id: "c", text: "C", correct: false, feedback: "C bukan." },
  ],
};
const order: Question = { id: "A1-03", kind: "order", ask: "Urutkan.", screen, feedback: "Mulai dari atas.", steps: ["x", "y", "z"].map((id) => ({ id, text: id })) };
const pairs: Question = { id: "A1-04", kind: "pairs", ask: "Pasangkan.", screen, feedback: "Lihat lagi.", pairs: ["p", "q"].map((id) => ({ id, left: `kiri ${id}`, right: `kanan ${id}` })) };
const quiz: Quiz = { moduleId: "A1", hash: "h", questions: [one, several, order, pairs] };
const items = quiz.questions.map((question) => ({ id: question.id, shown: choicesOf(question) }));
const key = { "A1-01": ["a"], "A1-02": ["a", "b"], "A1-03": ["x", "y", "z"], "A1-04": ["p", "q"] };

describe("an answer is right", () => {
  it.each<[Question, string[], boolean]>([
    [one, ["a"], true],
    [one, ["b"], false],
    [one, [], false],
    [one, ["a", "b"], false],
    [several, ["a", "b"], true],
    [several, ["b", "a"], true],
    [several, ["a"], false],
    [several, ["a", "b", "c"], false],
    [several, ["a", "b", "zz"], true],
    [order, ["x", "y", "z"], true],
    [order, ["y", "x", "z"], false],
    [order, ["x", "y"], false],
    [order, ["x", "y", "z", "z"], false],
    [pairs, ["p", "q"], true],
    [pairs, ["q", "p"], false],
    [pairs, ["p", ""], false],
    [pairs, [], false],
  ])("%o with %o: %s", (question, answer, right) => {
    expect(isCorrect(question, answer)).toBe(right);
  });
});

describe("an answer is complete", () => {
  it.each<[Question, string[], boolean]>([
    [one, ["b"], true],
    [one, [], false],
    [several, ["c"], true],
    [order, ["z", "y", "x"], true],
    [order, ["z", "z", "x"], false],
    [pairs, ["q", "q"], true],
    [pairs, ["p", ""], false],
    [pairs, ["p"], false],
  ])("%o with %o: %s", (question, answer, complete) => {
    expect(isAnswered(question, answer)).toBe(complete);
  });
});

describe("a score", () => {
  it("counts what is right of what was asked", () => {
    expect(scoreQuiz(quiz, items, key)).toMatchObject({ correct: 4, total: 4, passed: true });
    expect(scoreQuiz(quiz, items, { ...key, "A1-01": ["b"] })).toMatchObject({ correct: 3, total: 4, passed: false });
    expect(scoreQuiz(quiz, items, {})).toMatchObject({ correct: 0, total: 4, passed: false });
  });

  it("leaves out a question that is in the quiz no more", () => {
    const smaller = { ...quiz, questions: [one, order] };
    expect(scoreQuiz(smaller, items, key)).toMatchObject({ correct: 2, total: 2, passed: true });
    expect(scoreQuiz({ ...quiz, questions: [] }, items, key)).toMatchObject({ total: 0, passed: false });
  });

  it.each<[string, string[], string[]]>([
    ["A1-01", ["b"], ["Coba lihat lagi."]],
    ["A1-01", ["a"], ["Benar."]],
    ["A1-02", ["a", "c"], ["C bukan."]],
    ["A1-02", ["a"], ["B: B juga."]],
    ["A1-02", ["a", "b"], ["A benar.", "B juga."]],
    ["A1-03", ["z", "y", "x"], ["Mulai dari atas."]],
  ])("of %s answered %o says %o", (id, answer, feedback) => {
    const result = scoreQuiz(quiz, items, { [id]: answer }).results.find(({ question }) => question.id === id);
    expect(result?.feedback).toEqual(feedback);
  });
});

describe("the pass mark", () => {
  it("is reached at exactly 80 % and not below, for every length of quiz", () => {
    expect(passMark).toBe(0.8);
    for (let total = 1; total <= 100; total += 1) {
      const needed = Math.ceil((total * 4) / 5);
      expect([total, hasPassed(needed, total), hasPassed(needed - 1, total)]).toEqual([total, true, false]);
      expect(Math.ceil(total * passMark), "what the result page tells").toBe(needed);
    }
    expect(hasPassed(0, 0)).toBe(false);
  });
});

describe("drawing", () => {
  const seeds = fc.tuple(fc.integer(), fc.integer(), fc.integer(), fc.integer());

  it("shows each question and each of its choices once, the same for the same seed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = drawQuiz(quiz, randomFrom(seed));
        expect(drawQuiz(quiz, randomFrom(seed))).toEqual(drawn);
        expect(drawn.map(({ id }) => id).sort()).toEqual(quiz.questions.map(({ id }) => id));
        for (const { id, shown } of drawn) {
          const question = quiz.questions.find((candidate) => candidate.id === id);
          expect([...shown].sort()).toEqual(question && [...choicesOf(question)].sort());
        }
      }),
      { numRuns: 200 },
    );
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
});
