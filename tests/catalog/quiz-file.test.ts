import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { QuizFileError, readQuizFile } from "#app/catalog/quiz-file.ts";

type Fields = Record<string, unknown>;
const option = (id: string, correct = false): Fields => ({ id, text: `Pilihan ${id}`, correct, feedback: "Coba lagi." });
const one = (id: string, changes: Fields = {}): Fields => ({ id, kind: "one", ask: "Yang mana?", screen: "A1.1#aku-1", options: [option("a", true), option("b")], ...changes });
const eight = (...questions: Fields[]) => [...questions, ...Array.from({ length: 8 - questions.length }, (_, index) => one(`A1-${20 + index}`))];
const read = (...questions: Fields[]) => readQuizFile(stringify({ module: "A1", questions: eight(...questions) }));
const several = (...options: Fields[]) => one("A1-01", { kind: "several", options });
const order = (steps: Fields[]) => one("A1-01", { kind: "order", options: undefined, feedback: "Lihat lagi.", steps });
const pairs = (rows: Fields[]) => one("A1-01", { kind: "pairs", options: undefined, feedback: "Lihat lagi.", pairs: rows });

describe("a quiz file", () => {
  it("is read with its module, questions and which options are right", () => {
    const { moduleId, questions } = read(one("A1-01", { options: [{ id: "a", text: "Ya", correct: true, feedback: "Benar." }, { id: "b", text: "Tidak", feedback: "Coba." }] }));
    expect(moduleId).toBe("A1");
    expect(questions).toHaveLength(8);
    expect(questions[0]).toMatchObject({ id: "A1-01", kind: "one", options: [{ correct: true }, { correct: false }] });
  });

  it("takes all four kinds", () => {
    const steps = ["a", "b", "c"].map((id) => ({ id, text: id }));
    const rows = ["a", "b"].map((id) => ({ id, left: id, right: `kanan ${id}` }));
    expect(read(several(option("a", true), option("b", true), option("c"))).questions[0]?.kind).toBe("several");
    expect(read(order(steps)).questions[0]?.kind).toBe("order");
    expect(read(pairs(rows)).questions[0]?.kind).toBe("pairs");
  });
});

describe("a fault is told by question", () => {
  const row = (id: string, right = id): Fields => ({ id, left: id, right });
  const step = (id: string): Fields => ({ id, text: id });

  it.each<[string, Fields, RegExp]>([
    ["an id of another shape", one("soal-1"), /questions\.0\.id: a question's id looks like A1-01/],
    ["an id that stands twice", one("A1-20"), /^A1-20: the id stands twice$/],
    ["no right answer", one("A1-01", { options: [option("a"), option("b")] }), /^A1-01: 0 right answers; kind one has exactly 1$/],
    ["two right answers", one("A1-01", { options: [option("a", true), option("b", true)] }), /^A1-01: 2 right answers/],
    ["one right answer of several", several(option("a", true), option("b"), option("c")), /^A1-01: 1 of 3 answers are right/],
    ["nothing wrong among several", several(option("a", true), option("b", true), option("c", true)), /^A1-01: 3 of 3 answers are right/],
    ["two options with one id", one("A1-01", { options: [option("a", true), option("a")] }), /^A1-01: two parts have the same id$/],
    ["two steps with one id", order([step("a"), step("a"), step("b")]), /^A1-01: two parts have the same id$/],
    ["two rows with the same answer", pairs([row("a", "Sama"), row("b", "Sama")]), /^A1-01: two right-hand sides are the same$/],
    ["a single row", pairs([row("a")]), /questions\.0\.pairs: /],
    ["two steps only", order([step("a"), step("b")]), /questions\.0\.steps: /],
    ["an option without feedback", one("A1-01", { options: [option("a", true), { id: "b", text: "B" }] }), /questions\.0\.options\.1\.feedback: /],
    ["nothing asked", one("A1-01", { ask: "  " }), /questions\.0\.ask: /],
    ["a screen of another shape", one("A1-01", { screen: "A1.1" }), /questions\.0\.screen: /],
    ["a kind that there is not", one("A1-01", { kind: "essay" }), /questions\.0\.kind: /],
    ["a field that is not known", one("A1-01", { points: 5 }), /points/],
  ])("%s", (_what, question, message) => {
    expect(() => read(question)).toThrow(QuizFileError);
    expect(() => read(question)).toThrow(message);
  });

  it("all at once, a line each", () => {
    expect(() => read(one("A1-01", { options: [option("a"), option("b")] }), one("A1-02", { options: [option("a"), option("b")] }))).toThrow(/^A1-01: .+\nA1-02: .+$/);
  });

  it("of the whole file: too few questions, or no quiz at all", () => {
    expect(() => readQuizFile(stringify({ module: "A1", questions: [one("A1-01")] }))).toThrow(/^questions: /);
    for (const source of ["", "[]", "halo", "module: A1"]) expect(() => readQuizFile(source)).toThrow(QuizFileError);
  });
});
