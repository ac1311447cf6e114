import type { Locator, Page } from "playwright";
import { findMentorQuiz, findQuiz, findTests } from "#app/catalog/catalog.server.ts";
import type { Question } from "#app/learning/question.ts";

/** The questions that may stand on the page: those of its module, or of its test. Two modules may ask with the same words. */
export function bankOf(page: Page): readonly Question[] {
  const [, , first = "", second = "", third = ""] = new URL(page.url()).pathname.split("/");
  if (first === "belajar") return findMentorQuiz(second)?.quiz.questions ?? [];
  if (second === "tes") return findTests(first)?.tests[third === "awal" ? "start" : "close"].questions ?? [];
  return findQuiz(first, second)?.quiz.questions ?? [];
}

/** Answers every question on the page rightly; those left out of `only` stay as they are. Questions that a screen hides are brought up first. Answers how many there are. */
export async function answerRightly(page: Page, only: (index: number) => boolean = () => true): Promise<number> {
  const first = page.locator("#soal-1");
  // What was answered before is kept, and the page begins behind it.
  if ((await first.count()) > 0 && !(await first.isVisible())) await page.goto(`${page.url().split("#")[0]}#soal-1`);
  const fields = await page.locator("form fieldset").all();
  for (const [index, field] of fields.entries()) {
    if (only(index)) await answer(field, bankOf(page));
    const onward = page.locator(".screen:visible").getByRole("link", { name: "Lanjut", exact: true });
    if (await onward.isVisible()) await onward.click();
  }
  return fields.length;
}

/** Answers every question on the page, those with something to choose from wrongly. */
export async function answerWrongly(page: Page): Promise<void> {
  await answerRightly(page);
  await page.evaluate(() => {
    for (const field of document.querySelectorAll("fieldset")) {
      const others = new Map([...field.querySelectorAll<HTMLInputElement>("[type=radio]:not(:checked)")].map((other) => [other.name, other]));
      for (const other of others.values()) other.checked = true;
      const lists = [...field.querySelectorAll("select")];
      const values = lists.map((list) => list.value);
      lists.forEach((list, index) => (list.value = values.at(index - 1) ?? ""));
    }
  });
}

async function answer(field: Locator, bank: readonly Question[]): Promise<void> {
  const ask = await field.locator("legend span[lang]").innerText();
  const question = bank.find((candidate) => candidate.ask === ask);
  if (!question) throw new Error(`${field.page().url()} has no question in its bank that asks: ${ask}`);
  await answerWith(question, field);
}

async function answerWith(question: Question, field: Locator): Promise<void> {
  const choose = (name: string | RegExp, role: "radio" | "checkbox" = "radio") => field.getByRole(role, { name, exact: true }).check();
  switch (question.kind) {
    case "several":
      for (const option of question.options) if (option.correct) await choose(option.text, "checkbox");
      return;
    case "order":
      for (const [index, step] of question.steps.entries()) await row(field, step.text).selectOption({ index: index + 1 });
      return;
    case "pairs":
      for (const pair of question.pairs) await row(field, pair.left).selectOption({ label: pair.right });
      return;
    case "sort":
      for (const card of question.cards) await row(field, card.text).selectOption({ label: question.groups.find(({ id }) => id === card.group)?.name ?? "" });
      return;
    case "short":
      return field.getByRole("textbox").fill(question.accept[0] ?? "");
    case "truth":
      await field.getByRole("radio").nth(question.isTrue ? 0 : 1).check();
      return choose(rightOf(question.reasons).text);
    case "picture":
      return choose(rightOf(question.options).alt);
    case "hotspot":
      return choose(new RegExp(`^\\d\\. ${escapeRegExp(rightOf(question.spots).label)}$`));
    case "one":
      return choose(rightOf(question.options).text);
  }
}

function rightOf<T extends { correct: boolean }>(options: readonly T[]): T {
  const right = options.find(({ correct }) => correct);
  if (!right) throw new Error("nothing is right");
  return right;
}

/** The list to choose from beside some words; the label's text holds the list's own choices too, so only its start is compared. */
function row(field: Locator, words: string): Locator {
  return field.locator("label.pairing").filter({ has: field.page().locator("span", { hasText: new RegExp(`^${escapeRegExp(words)}$`) }) }).locator("select");
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
