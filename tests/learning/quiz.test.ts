import { describe, expect, it } from "vitest";
import { choicesOf, type Question, type Quiz } from "#app/learning/question.ts";
import { hasPassed, isAnswered, isCorrect, isTruthMissed, passMark, scoreQuiz } from "#app/learning/quiz.ts";
import { answerInWords } from "#app/learning/quiz-view.ts";

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
const picture: Question = {
  id: "A1-05", kind: "picture", ask: "Gambar mana?", screen,
  options: [
    { id: "a", picture: "/gambar/a.svg", alt: "Kamera", correct: true, feedback: "Betul." },
    { id: "b", picture: "/gambar/b.svg", alt: "Gunung", correct: false, feedback: "Itu galeri." },
  ],
};
const spot = { x: 0, y: 0, width: 40, height: 40 };
const hotspot: Question = {
  id: "A1-06", kind: "hotspot", ask: "Sentuh.", screen, picture: "/gambar/c.svg", alt: "Pesan",
  spots: [
    { ...spot, id: "a", label: "Nomor", correct: true, feedback: "Nomornya asing." },
    { ...spot, id: "b", label: "Berkas", correct: true, feedback: "Berkasnya asing.", y: 60 },
    { ...spot, id: "c", label: "Jam", correct: false, feedback: "Jam itu biasa.", y: 120 },
  ],
};
const short: Question = { id: "A1-07", kind: "short", ask: "Sisanya?", screen, accept: ["1", "satu", "satu gigabita"], wrong: ["satu megabita"], feedback: "Hitung lagi." };
const truth: Question = {
  id: "A1-08", kind: "truth", ask: "Pasti hilang.", screen, isTrue: false,
  reasons: [
    { id: "a", text: "Bisa sudah disimpan", correct: true, feedback: "Betul sekali." },
    { id: "b", text: "Selalu tersimpan", correct: false, feedback: "Tidak selalu." },
  ],
};
const sort: Question = {
  id: "A1-09", kind: "sort", ask: "Pilah.", screen, feedback: "Lihat ujungnya.",
  groups: [{ id: "resmi", name: "Resmi" }, { id: "tiruan", name: "Tiruan" }],
  cards: [{ id: "a", text: "a.go.id", group: "resmi" }, { id: "b", text: "b.com", group: "tiruan" }, { id: "c", text: "c.go.id", group: "resmi" }],
};
const quiz: Quiz = { moduleId: "A1", hash: "h", questions: [one, several, order, pairs] };
const newer: Quiz = { moduleId: "A1", hash: "h", questions: [picture, hotspot, short, truth, sort] };
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
    [picture, ["a"], true],
    [picture, ["b"], false],
    [picture, ["a", "b"], false],
    [picture, [], false],
    [hotspot, ["a"], true],
    [hotspot, ["b"], true],
    [hotspot, ["c"], false],
    [hotspot, ["a", "b"], false],
    [hotspot, ["zz"], false],
    [hotspot, [], false],
    [short, ["1"], true],
    [short, ["Satu gigabitta"], true],
    [short, ["satu megabita"], false],
    [short, ["2"], false],
    [short, [""], false],
    [short, [], false],
    [short, ["1", "2"], false],
    [truth, ["false", "a"], true],
    [truth, ["true", "a"], false],
    [truth, ["false", "b"], false],
    [truth, ["false"], false],
    [truth, ["a"], false],
    [sort, ["resmi", "tiruan", "resmi"], true],
    [sort, ["tiruan", "tiruan", "resmi"], false],
    [sort, ["resmi", "tiruan"], false],
    [sort, ["resmi", "tiruan", "resmi", "resmi"], false],
    [sort, [], false],
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
    [picture, ["b"], true],
    [picture, [], false],
    [hotspot, ["c"], true],
    [hotspot, [], false],
    [short, ["2"], true],
    [short, ["  "], false],
    [short, [], false],
    [truth, ["true", "b"], true],
    [truth, ["", "b"], false],
    [truth, ["true", ""], false],
    [truth, ["a", "b"], false],
    [sort, ["resmi", "resmi", "resmi"], true],
    [sort, ["resmi", "", "resmi"], false],
    [sort, ["resmi", "resmi"], false],
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

describe("what is said about a question with pictures, spots, typing, truth or groups", () => {
  const all = newer.questions.map((question) => ({ id: question.id, shown: choicesOf(question) }));
  it.each<[string, string[], string[]]>([
    ["A1-05", ["b"], ["Itu galeri."]],
    ["A1-05", ["a"], ["Betul."]],
    ["A1-06", ["c"], ["Jam itu biasa."]],
    ["A1-06", ["b"], ["Berkasnya asing."]],
    ["A1-07", ["2"], ["Hitung lagi."]],
    ["A1-08", ["false", "b"], ["Tidak selalu."]],
    ["A1-08", ["false", "a"], ["Betul sekali."]],
    ["A1-08", ["true", "a"], []],
    ["A1-07", ["satu"], []],
    ["A1-09", ["tiruan", "tiruan", "resmi"], ["Lihat ujungnya."]],
    ["A1-09", ["resmi", "tiruan", "resmi"], []],
  ])("of %s answered %o: %o", (id, answer, feedback) => {
    const result = scoreQuiz(newer, all, { [id]: answer }).results.find(({ question }) => question.id === id);
    expect(result?.feedback).toEqual(feedback);
  });

  it("leaves it to the page to speak where the truth itself was missed", () => {
    expect([isTruthMissed(truth, ["true", "a"]), isTruthMissed(truth, ["false", "b"]), isTruthMissed(one, ["b"])]).toEqual([true, false, false]);
  });
});

describe("an answer reads back", () => {
  it.each<[Question, string[], string[]]>([
    [one, ["b"], ["Tidak"]],
    [order, ["y", "x", "z"], ["1. y", "2. x", "3. z"]],
    [pairs, ["q", "p"], ["kiri p: kanan q", "kiri q: kanan p"]],
    [picture, ["b"], ["Gunung"]],
    [hotspot, ["c"], ["Jam"]],
    [short, ["Satu GB"], ["Satu GB"]],
    [truth, ["true", "b"], ["Benar", "Selalu tersimpan"]],
    [truth, ["false", "a"], ["Salah", "Bisa sudah disimpan"]],
    [sort, ["resmi", "resmi", "tiruan"], ["a.go.id: Resmi", "b.com: Resmi", "c.go.id: Tiruan"]],
  ])("%o with %o: %o", (question, answer, lines) => {
    expect(answerInWords(question, answer, { true: "Benar", false: "Salah" })).toEqual(lines);
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
