import { globSync, readFileSync } from "node:fs";
import type { Locator, Page } from "playwright";
import { parse } from "yaml";
import type { Question } from "#app/learning/question.ts";

/** Every question of the courses by its words, as the `quiz.yaml` files have it. */
const questions: ReadonlyMap<string, Question> = new Map(globSync("courses/**/quiz.yaml").flatMap(questionsIn).map((question) => [question.ask, question]));

function questionsIn(file: string): Question[] {
  return (parse(readFileSync(file, "utf8")) as { questions: Question[] }).questions;
}

/** Answers every question on the page rightly; those left out of `only` stay as they are. Questions that a screen hides are brought up first. */
export async function answerRightly(page: Page, only: (index: number) => boolean = () => true): Promise<number> {
  const fields = await page.locator("form fieldset").all();
  for (const [index, field] of fields.entries()) {
    if (only(index)) await answer(field);
    const onward = page.locator(".screen:visible").getByRole("link", { name: "Lanjut", exact: true });
    if (await onward.isVisible()) await onward.click();
  }
  return fields.length;
}

async function answer(field: Locator): Promise<void> {
  const ask = await field.locator("legend span[lang]").innerText();
  const question = questions.get(ask);
  if (!question) throw new Error(`No quiz.yaml asks: ${ask}`);
  if (question.kind === "one" || question.kind === "several") {
    for (const option of question.options) if (option.correct) await field.getByLabel(option.text, { exact: true }).check();
  } else if (question.kind === "order") {
    for (const [index, step] of question.steps.entries()) await row(field, step.text).selectOption({ index: index + 1 });
  } else if (question.kind === "pairs") {
    for (const pair of question.pairs) await row(field, pair.left).selectOption({ label: pair.right });
  }
}

/** The list to choose from beside some words; the label's text holds the list's own choices too, so only its start is compared. */
function row(field: Locator, words: string): Locator {
  return field.locator("label.pairing").filter({ has: field.page().locator("span", { hasText: new RegExp(`^${escapeRegExp(words)}$`) }) }).locator("select");
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
