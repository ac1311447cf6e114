import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { outcomesOf } from "#app/learning/outcomes.server.ts";
import type { Question, Quiz } from "#app/learning/question.ts";
import { OutcomeList } from "#app/learning/quiz-outcome.tsx";
import { type QuizAnswers, scoreQuiz } from "#app/learning/quiz.ts";

const option = (id: string, correct: boolean) => ({ id, text: `Pilihan ${id}`, picture: `/gambar/${id}.svg`, alt: `Gambar ${id}`, correct, feedback: `Kata ${id}.` });
const questions: Question[] = [
  { id: "Q1", kind: "several", ask: "Mana yang benar?", screen: "A1.1#a", options: [option("a", true), option("b", true), option("c", false)] },
  { id: "Q2", kind: "picture", ask: "Gambar mana?", screen: "A1.1#a", options: [option("d", true), option("e", false)] },
];
const quiz: Quiz = { moduleId: "A1", hash: "h", questions };
const resultOf = (answers: QuizAnswers) => {
  const { results } = scoreQuiz(quiz, questions.map(({ id }) => ({ id, shown: [] })), answers);
  return renderToStaticMarkup(<CopyProvider value={copyIn("id")}><OutcomeList outcomes={outcomesOf(results, copyIn("id"))} /></CopyProvider>);
};
const missed = "Yang dipilih sudah benar, tetapi masih ada yang kurang:";

it("numbers the questions as they were asked", () => {
  const html = resultOf({ Q1: ["a", "b"], Q2: ["d"] });
  expect(["Soal 1 dari 2", "Soal 2 dari 2"].filter((words) => html.includes(words))).toHaveLength(2);
});

it("says that what was chosen is right where only something is missing", () => {
  const html = resultOf({ Q1: ["a"], Q2: ["d"] });
  expect(html).toContain(`${missed}</p><p>Pilihan b: Kata b.</p>`);
  for (const answer of [["a", "b"], ["a", "c"], ["c"], []]) expect(resultOf({ Q1: answer, Q2: ["d"] })).not.toContain(missed);
});

it("shows the picture that was chosen, not its description", () => {
  const html = resultOf({ Q1: ["a", "b"], Q2: ["e"] });
  expect(html).toContain('<li><img src="/gambar/e.svg" alt="Gambar e"');
  expect(html).not.toContain("<li>Gambar e</li>");
  expect(resultOf({ Q1: ["a"], Q2: [] })).not.toContain("<img");
});
