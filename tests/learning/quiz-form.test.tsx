import { globSync, readFileSync } from "node:fs";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { readQuizFile } from "#app/catalog/quiz-file.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { readAnswers, type Typed } from "#app/learning/quiz-answers.ts";
import { QuestionScreens, QuestionsToMend } from "#app/learning/quiz-form.tsx";
import { showQuiz } from "#app/learning/quiz-view.ts";
import { choicesOf, type Question, type Quiz } from "#app/learning/question.ts";
import { scoreQuiz } from "#app/learning/quiz.ts";
import { fillIn } from "./quiz-sheet.ts";

/** Every bank that there is, served or not, asked whole. */
const banks = globSync("courses/**/quiz.yaml").map((file): Quiz => ({ ...readQuizFile(readFileSync(file, "utf8")), hash: "h" }));
const itemsOf = ({ questions }: Quiz) => questions.map((question) => ({ id: question.id, shown: choicesOf(question) }));
const shownIn = (quiz: Quiz) => showQuiz(quiz, itemsOf(quiz));
const render = (element: ReactElement) => renderToStaticMarkup(<CopyProvider value={copyIn("id")}>{element}</CopyProvider>);
const typedOf = (quiz: Quiz, wrong = 0): Typed => {
  const typed: Typed = {};
  for (const [name, value] of fillIn(quiz, itemsOf(quiz), wrong)) (typed[name] ??= []).push(value);
  return typed;
};

it("the banks have all nine kinds", () => {
  const kinds = new Set(banks.flatMap(({ questions }) => questions.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(["hotspot", "one", "order", "pairs", "picture", "several", "short", "sort", "truth"]);
});

describe("a form of every bank", () => {
  it("is filled in rightly or wrongly, read and graded as it was meant", () => {
    for (const quiz of banks) {
      const items = itemsOf(quiz);
      for (const wrong of [0, 3, items.length]) {
        const { answers, faults } = readAnswers(quiz, items, typedOf(quiz, wrong));
        expect([quiz.moduleId, faults]).toEqual([quiz.moduleId, {}]);
        const { results } = scoreQuiz(quiz, items, answers);
        expect(results.map(({ correct }) => correct)).toEqual(items.map((_item, index) => index >= wrong));
      }
    }
  });

  it("tells nothing of the key: no mark, no feedback, no id of a choice, inputs alike", () => {
    for (const quiz of banks) {
      const shown = shownIn(quiz);
      expect(JSON.stringify(shown).match(/"(correct|feedback|options|steps|pairs|answer|right|key|accept|wrong|isTrue|group|reasons|cards)":/)).toBeNull();
      const html = render(<QuestionScreens questions={shown} />);
      expect(html.match(/ data-|correct|<!--|style=|<script| on\w+=/)).toBeNull();
      for (const input of html.match(/<input[^>]*>/g) ?? []) {
        expect(input).toMatch(/^<input type="(radio|checkbox)" name="s\d+(\.[01])?"( id="s\d+-\d")? value="\d"\/>$|^<input type="text" name="s\d+" maxLength="60"( inputMode="numeric")? autoComplete="off" autoCapitalize="off" spellcheck="false" value=""\/>$/);
      }
      for (const words of feedbackOf(quiz)) expect(html).not.toContain(words);
    }
  });

  it("has a field of its own for every part, named in words", () => {
    for (const quiz of banks) {
      const html = render(<QuestionScreens questions={shownIn(quiz)} />);
      const names = new Set([...html.matchAll(/ name="(s[\d.]+)"/g)].map((match) => match[1]));
      expect([...names].sort()).toEqual(Object.keys(typedOf(quiz)).sort());
      expect(html.match(/<img(?![^>]* alt="[^"]{4,}")[^>]*>/)).toBeNull();
      expect(html.match(/<svg(?![^>]* aria-label="[^"]{8,}")[^>]*>/)).toBeNull();
    }
  });

  it("keeps what was given when it has to be mended", () => {
    for (const quiz of banks) {
      const typed = typedOf(quiz);
      const html = render(<QuestionsToMend questions={shownIn(quiz)} typed={typed} faults={{}} />);
      const short = quiz.questions.flatMap((question) => (question.kind === "short" ? [question.accept[0]] : []));
      for (const text of short) expect(html).toContain(`value="${text}"`);
      expect((html.match(/ (checked|selected)=""/g) ?? []).length).toBe(Object.values(typed).flat().length - short.length);
    }
  });
});

describe("the spots of a picture", () => {
  const quiz = banks.find(({ questions }) => questions.some(({ kind }) => kind === "hotspot")) as Quiz;
  const question = quiz.questions.find(({ kind }) => kind === "hotspot") as Question & { kind: "hotspot" };
  const html = render(<QuestionScreens questions={shownIn({ ...quiz, questions: [question] })} />);

  it("can be touched in the picture, each choosing the radio of its number", () => {
    const touched = [...html.matchAll(/<foreignObject x="(\d+)" y="(\d+)"[^>]*><label for="(s0-\d)">/g)].map(([, x, y, id]) => ({ x: Number(x), y: Number(y), id }));
    expect(touched).toEqual(question.spots.map(({ x, y }, place) => ({ x, y, id: `s0-${place}` })));
    for (const { id } of touched) expect(html).toContain(`id="${id}"`);
  });

  it("are told by number and name beneath it", () => {
    const labels = [...html.matchAll(/<label class="choice"><input[^>]*>([^<]*)<\/label>/g)].map((match) => match[1]);
    expect(labels).toEqual(question.spots.map(({ label }, place) => `${place + 1}. ${label}`));
  });
});

it("numbers bring the keyboard of numbers, words the other", () => {
  const base = { id: "A1-01", ask: "?", choices: [], kind: "short" as const };
  expect(render(<QuestionScreens questions={[{ ...base, isNumber: true }]} />)).toContain('inputMode="numeric"');
  expect(render(<QuestionScreens questions={[{ ...base, isNumber: false }]} />)).not.toContain("inputMode");
  const quiz = (accept: string[]): Quiz => ({ moduleId: "A1", hash: "h", questions: [{ id: "A1-01", kind: "short", ask: "?", screen: "A1.1#a", accept, wrong: [], feedback: "…" }] });
  const isNumber = (accept: string[]) => shownIn(quiz(accept)).map((shown) => shown.kind === "short" && shown.isNumber);
  expect([["3", "1,5", "2.000"], ["3", "tiga"], ["."]].flatMap(isNumber)).toEqual([true, false, false]);
});

function feedbackOf(quiz: Quiz): string[] {
  const words: string[] = [];
  JSON.stringify(quiz.questions, (key, value: unknown) => {
    if (key === "feedback") words.push(String(value));
    return value;
  });
  return words;
}
