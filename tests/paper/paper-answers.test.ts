import { describe, expect, it } from "vitest";
import type { Question, Quiz } from "#app/learning/question.ts";
import { type DrawnItem, scoreQuiz } from "#app/learning/quiz.ts";
import { newSheetCode, paperBank, patternOf, readPaperAnswer, readSheetCode } from "#app/paper/paper-answers.ts";

const base = { ask: "?", screen: "A1.1#a" };
const option = (id: string, correct = false) => ({ id, text: id, correct, feedback: id });
const one: Question = { ...base, id: "one", kind: "one", options: [option("x", true), option("y"), option("z")] };
const several: Question = { ...one, id: "several", kind: "several" };
const order: Question = { ...base, id: "order", kind: "order", feedback: "", steps: ["first", "second", "third"].map((id) => ({ id, text: id })) };
const pairs: Question = { ...base, id: "pairs", kind: "pairs", feedback: "", pairs: ["p", "q", "r"].map((id) => ({ id, left: `l${id}`, right: `r${id}` })) };
const truth: Question = { ...base, id: "truth", kind: "truth", isTrue: false, reasons: [option("why", true), option("not")] };
const sort: Question = { ...base, id: "sort", kind: "sort", feedback: "", groups: [{ id: "safe", name: "aman" }, { id: "bad", name: "bahaya" }], cards: [{ id: "c1", text: "1", group: "safe" }, { id: "c2", text: "2", group: "bad" }, { id: "c3", text: "3", group: "safe" }] };
const short: Question = { ...base, id: "short", kind: "short", accept: ["12"], wrong: [], feedback: "" };

const read = (question: Question, shown: string[], text: string) => readPaperAnswer(question, { id: question.id, shown }, text);

describe("reading what was written on paper", () => {
  it("takes letters for the choices as they stand on the sheet", () => {
    expect(read(one, ["z", "x", "y"], "b")).toEqual({ answer: ["x"] });
    expect(read(several, ["z", "x", "y"], "A, c")).toEqual({ answer: ["z", "y"] });
    expect(read(several, ["z", "x", "y"], "BB")).toEqual({ answer: ["x"] });
  });

  it("takes the numbers before the steps, from the top", () => {
    expect(read(order, ["third", "first", "second"], "3 1 2")).toEqual({ answer: ["first", "second", "third"] });
    for (const wrong of ["31", "3112", "3 1 1", "3 1 4", "CAB"]) expect(read(order, ["third", "first", "second"], wrong)).toEqual({ fault: "wrong" });
  });

  it("takes a letter for each row, and a dash for a row left empty", () => {
    expect(read(pairs, ["r", "p", "q"], "bca")).toEqual({ answer: ["p", "q", "r"] });
    expect(read(pairs, ["r", "p", "q"], "B–A")).toEqual({ answer: ["p", "", "r"] });
    expect(read(sort, ["c3", "c1", "c2"], "AAB")).toEqual({ answer: ["safe", "bad", "safe"] });
    expect(read(sort, ["c3", "c1", "c2"], "AAC")).toEqual({ fault: "wrong" });
    expect(read(pairs, ["r", "p", "q"], "BC")).toEqual({ fault: "wrong" });
  });

  it("takes true or false, then the reason", () => {
    expect(read(truth, ["not", "why"], "SB")).toEqual({ answer: ["false", "why"] });
    expect(read(truth, ["not", "why"], "b-")).toEqual({ answer: ["true", ""] });
    for (const wrong of ["B", "XA", "SC", "SBA"]) expect(read(truth, ["not", "why"], wrong)).toEqual({ fault: "wrong" });
  });

  it("takes words as they stand, but for what no database takes", () => {
    expect(read(short, [], "  dua\u0000 belas ")).toEqual({ answer: ["dua  belas"] });
  });

  it("tells nothing typed from nothing written, and one letter from two", () => {
    expect(read(one, ["z", "x", "y"], "  ")).toEqual({ fault: "blank" });
    expect(read(one, ["z", "x", "y"], "-")).toEqual({ answer: [] });
    for (const wrong of ["AB", "D", "1", "é"]) expect(read(one, ["z", "x", "y"], wrong)).toEqual({ fault: "wrong" });
  });

  it("grades what was left empty as wrong", () => {
    const quiz: Quiz = { moduleId: "A1", hash: "h", questions: [one, several, order, pairs, truth, sort, short] };
    const items: DrawnItem[] = quiz.questions.map(({ id }) => ({ id, shown: [] }));
    const answers = Object.fromEntries(quiz.questions.map((question) => [question.id, (readPaperAnswer(question, { id: question.id, shown: [] }, "-") as { answer: string[] }).answer]));
    expect(scoreQuiz(quiz, items, answers)).toMatchObject({ correct: 0, total: 7 });
  });
});

it("says of each question how it is typed over", () => {
  expect([one, several, order, pairs, truth, sort, short].map(patternOf)).toEqual([
    { kind: "one", last: "C" },
    { kind: "several", last: "C" },
    { kind: "order", count: 3 },
    { kind: "rows", count: 3, last: "C" },
    { kind: "truth", last: "B" },
    { kind: "rows", count: 3, last: "B" },
    { kind: "words" },
  ]);
});

it("asks on paper nothing that is answered on a picture", () => {
  const picture: Question = { ...base, id: "picture", kind: "picture", options: [] };
  const hotspot: Question = { ...base, id: "hotspot", kind: "hotspot", picture: "", alt: "", spots: [] };
  expect(paperBank({ moduleId: "A1", hash: "h", questions: [picture, one, hotspot] }).questions).toEqual([one]);
});

it("reads a sheet's code as it was written, and nothing else", () => {
  let turn = 0;
  const code = newSheetCode(() => (turn += 1) / 25);
  expect(readSheetCode(` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)} `)).toBe(code);
  for (const none of ["", "K7M", "K7MA2", "O0I1", "' or 1"]) expect(readSheetCode(none)).toBeNull();
});
