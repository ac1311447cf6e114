import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldName, longestAnswer, readAnswers, type Typed } from "#app/learning/quiz-answers.ts";
import { choicesOf, type Question, type Quiz } from "#app/learning/question.ts";
import { isAnswered } from "#app/learning/quiz.ts";

const screen = "A1.1#aku-1";
const options = ["a", "b", "c"].map((id) => ({ id, text: id, correct: id === "a", feedback: "…" }));
const questions: Question[] = [
  { id: "Q1", kind: "one", ask: "?", screen, options },
  { id: "Q2", kind: "several", ask: "?", screen, options },
  { id: "Q3", kind: "order", ask: "?", screen, feedback: "…", steps: ["x", "y", "z"].map((id) => ({ id, text: id })) },
  { id: "Q4", kind: "pairs", ask: "?", screen, feedback: "…", pairs: ["p", "q"].map((id) => ({ id, left: id, right: id })) },
  { id: "Q5", kind: "picture", ask: "?", screen, options: ["a", "b"].map((id) => ({ id, picture: id, alt: id, correct: id === "a", feedback: "…" })) },
  { id: "Q6", kind: "hotspot", ask: "?", screen, picture: "p", alt: "p", spots: ["m", "n"].map((id) => ({ id, label: id, x: 0, y: 0, width: 9, height: 9, correct: id === "m", feedback: "…" })) },
  { id: "Q7", kind: "short", ask: "?", screen, accept: ["titik"], wrong: [], feedback: "…" },
  { id: "Q8", kind: "truth", ask: "?", screen, isTrue: false, reasons: options },
  { id: "Q9", kind: "sort", ask: "?", screen, feedback: "…", groups: ["g", "h"].map((id) => ({ id, name: id })), cards: ["k", "l"].map((id) => ({ id, text: id, group: id === "k" ? "g" : "h" })) },
];
const quiz: Quiz = { moduleId: "A1", hash: "h", questions };
// Shown backwards, so that a place is never the written one.
const items = questions.map((question) => ({ id: question.id, shown: choicesOf(question).toReversed() }));

const complete: Typed = { s0: ["2"], s1: ["0", "2"], "s2.0": ["3"], "s2.1": ["2"], "s2.2": ["1"], "s3.0": ["1"], "s3.1": ["0"], s4: ["1"], s5: ["0"], s6: [" Titik "], "s7.0": ["1"], "s7.1": ["2"], "s8.0": ["1"], "s8.1": ["0"] };
// The cards of Q9 were shown backwards too; its answer stands in their written order.
const newer = { Q5: ["a"], Q6: ["n"], Q7: ["Titik"], Q8: ["false", "a"], Q9: ["g", "h"] };
const read = (typed: Typed) => readAnswers(quiz, items, { ...complete, ...typed });

describe("reading answers", () => {
  it("takes places as they were shown", () => {
    expect(read({})).toEqual({ answers: { Q1: ["a"], Q2: ["c", "a"], Q3: ["x", "y", "z"], Q4: ["p", "q"], ...newer }, faults: {} });
  });

  it.each<[string, Typed, string, string]>([
    ["nothing chosen", { s0: [] }, "Q1", "unanswered"],
    ["a place that was not shown", { s0: ["3"] }, "Q1", "unanswered"],
    ["a place below the first", { s0: ["-1"] }, "Q1", "unanswered"],
    ["the id of a choice instead of its place", { s0: ["a"] }, "Q1", "unanswered"],
    ["words of a prototype", { s0: ["constructor"], s1: ["__proto__"] }, "Q2", "unanswered"],
    ["a step without a number", { "s2.1": [""] }, "Q3", "partly"],
    ["a number given twice", { "s2.1": ["3"] }, "Q3", "twice"],
    ["a number beyond the last", { "s2.1": ["4"] }, "Q3", "twice"],
    ["a pair left open", { "s3.1": [""] }, "Q4", "partly"],
    ["no picture chosen", { s4: [] }, "Q5", "unanswered"],
    ["a spot that was not shown", { s5: ["2"] }, "Q6", "unanswered"],
    ["nothing typed", { s6: [" \u0000 "] }, "Q7", "unanswered"],
    ["neither true nor false", { "s7.0": [] }, "Q8", "partly"],
    ["something else than true or false", { "s7.0": ["2"] }, "Q8", "partly"],
    ["no reason", { "s7.1": [] }, "Q8", "partly"],
    ["a card without a group", { "s8.1": [""] }, "Q9", "partly"],
    ["a group that there is not", { "s8.0": ["2"] }, "Q9", "partly"],
    ["a pair with a place that was not shown", { "s3.1": ["2"] }, "Q4", "partly"],
  ])("tells of %s", (_what, typed, id, fault) => {
    expect(read(typed).faults).toMatchObject({ [id]: fault });
  });

  it("takes the first of two where one is asked for, and each once where several are", () => {
    expect(read({ s0: ["1", "2"], s1: ["0", "0", "1"] }).answers).toMatchObject({ Q1: ["b"], Q2: ["c", "b"] });
  });

  it("tells of every question when nothing was sent", () => {
    expect(Object.keys(readAnswers(quiz, items, {}).faults)).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9"]);
  });

  it("takes what is typed as it is, but for what a database cannot hold and for what is beyond its length", () => {
    expect(read({ s6: ["a\u0000b\tc\ud800"] }).answers["Q7"]).toEqual(["a b c"]);
    expect([...(read({ s6: ["😀".repeat(200)] }).answers["Q7"]?.[0] ?? "")]).toHaveLength(longestAnswer);
    expect(read({ s6: ["  1,5  "] }).answers["Q7"]).toEqual(["1,5"]);
  });

  it("lets one right-hand side be given to two rows: that is an answer, and a wrong one", () => {
    expect(read({ "s3.0": ["0"], "s3.1": ["0"] })).toMatchObject({ answers: { Q4: ["q", "q"] }, faults: {} });
  });

  it("leaves out what is in the quiz no more, and fields that no question has", () => {
    const { answers } = readAnswers({ ...quiz, questions: questions.slice(0, 1) }, items, { ...complete, s9: ["0"], x: ["y"] });
    expect(answers).toEqual({ Q1: ["a"] });
  });

  it("never fails, whatever is sent: choices of the question or a fault come out", () => {
    const names = [...Object.keys(complete), "s0.0", "s9", "formId"];
    const value = fc.oneof(fc.constantFrom("0", "1", "2", "3", "", "00", "1e0", " 1"), fc.string());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.array(value, { maxLength: 4 })), (typed) => {
        const { answers, faults } = readAnswers(quiz, items, typed);
        for (const question of questions) {
          const answer = answers[question.id] ?? [];
          expect(answer.every((id) => id === "" || mayBeIn(question).includes(id) || question.kind === "short")).toBe(true);
          expect(question.id in faults).toBe(!isAnswered(question, answer));
        }
      }),
      { numRuns: 300 },
    );
  });
});

function mayBeIn(question: Question): string[] {
  if (question.kind === "sort") return question.groups.map(({ id }) => id);
  return question.kind === "truth" ? ["true", "false", ...choicesOf(question)] : choicesOf(question);
}

it("names a field by the question's place, and each row's by the row's", () => {
  expect([fieldName(3), fieldName(3, 0)]).toEqual(["s3", "s3.0"]);
});
