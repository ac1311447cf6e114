import { screenPath } from "#app/catalog/catalog.server.ts";
import type { Copy } from "#app/i18n/translate.tsx";
import { isSomeMissed, isTruthMissed, type QuestionResult } from "./quiz.ts";
import { answerInWords, picturesChosen } from "./quiz-view.ts";
import { withWayBack } from "./way-back.ts";

/** How each question went, as a page tells it: the answer in words, what is said about it, and where to read again. `here`: the result's own path, to come back to. */
export function outcomesOf(results: readonly QuestionResult[], { t }: Pick<Copy, "t">, here?: string) {
  const truth = { true: t("quiz.true"), false: t("quiz.false") };
  return results.map(({ question, answer, correct, feedback }) => ({
    ask: question.ask,
    answer: question.kind === "picture" ? [] : answerInWords(question, answer, truth),
    pictures: picturesChosen(question, answer),
    correct,
    someMissed: isSomeMissed(question, answer),
    truthMissed: isTruthMissed(question, answer),
    feedback,
    readAgain: correct ? null : readAgain(question.screen, here),
  }));
}

function readAgain(screen: string, here: string | undefined): string | null {
  const path = screenPath(screen);
  return path && here ? withWayBack(path, here) : path;
}
