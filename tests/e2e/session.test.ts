import type { Page } from "playwright";
import { afterAll, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { useBrowser } from "../support/browser.ts";
import { connectedSite as site, databaseUrl } from "../support/connected-site.ts";
import { openLink } from "../support/link.ts";
import { answerRightly } from "../support/quiz-key.ts";
import { demoLearner, enter, signIn } from "../support/steps.ts";

const browser = useBrowser();
const db = connect(databaseUrl);
afterAll(() => db.destroy());

const quiz = "/belajar/hp-saya/mengenal-hp/kuis";

test("a quiz sent twice from one page, and once more from a second tab with the same page, is one attempt", async () => {
  const { page, context } = await browser.visit({ site });
  await signIn(page, demoLearner(4));
  await page.goto(quiz);
  await answerRightly(page);
  const other = await context.newPage();
  await duplicate(page, other);
  const before = await countAttempts(4);

  await page.getByRole("button", { name: "Kirim jawaban" }).dblclick();
  await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);
  await other.getByRole("button", { name: "Kirim jawaban" }).click();
  await other.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);

  expect(other.url()).toBe(page.url());
  expect(await countAttempts(4)).toBe(before + 1);
});

test("a quiz whose result got lost on the way is one attempt after a reload", async () => {
  const link = await openLink(Number(new URL(site).port));
  const { page } = await browser.visit({ site: `http://localhost:${link.port}`, expected: /ERR_|Failed to load/ });
  await signIn(page, demoLearner(7));
  await page.goto(quiz);
  await answerRightly(page);
  const before = await countAttempts(7);

  link.loseAnswers();
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect.poll(() => countAttempts(7)).toBe(before + 1);
  await page.waitForURL(/chrome-error/);
  link.mend();
  await page.reload();
  await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);

  expect(await page.getByRole("status").innerText()).toContain("Benar 10 dari 10");
  expect(await countAttempts(7)).toBe(before + 1);
  await link.close();
});

test("a session that ends in the middle of a quiz costs no answer: the learner signs in on that page, and the quiz is graded", async () => {
  const { page } = await browser.visit({ site });
  await signIn(page, demoLearner(18));
  await page.goto(quiz);
  await answerRightly(page);
  const before = await countAttempts(18);
  await endSessions(18);

  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByText("Jawaban Ibu/Bapak tetap ada.").waitFor();
  expect(await countAttempts(18)).toBe(before);
  await page.getByLabel("Nomor peserta").fill("18");
  await page.getByLabel("PIN 6 angka").fill("999999");
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByText("belum cocok").waitFor();
  await page.getByLabel("Nomor peserta").fill("18");
  await page.getByLabel("PIN 6 angka").fill(demoLearner(18).pin);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);

  expect(await page.getByRole("status").innerText()).toContain("Benar 10 dari 10");
  expect(await countAttempts(18)).toBe(before + 1);
});

test("answers never end up with the neighbour who signed in meanwhile", async () => {
  const { page, context } = await browser.visit({ site });
  await signIn(page, demoLearner(19));
  await page.goto(quiz);
  await answerRightly(page);
  const before = { first: await countAttempts(19), neighbour: await countAttempts(20) };

  const other = await context.newPage();
  await other.goto("/belajar");
  await other.getByRole("button", { name: "Keluar" }).click();
  await other.goto("/masuk");
  await enter(other, demoLearner(20));
  await other.waitForURL("**/belajar");

  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByText("Jawaban Ibu/Bapak tetap ada.").waitFor();
  expect([await countAttempts(19), await countAttempts(20)]).toEqual([before.first, before.neighbour]);

  await page.getByLabel("Nomor peserta").fill("19");
  await page.getByLabel("PIN 6 angka").fill(demoLearner(19).pin);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);
  expect([await countAttempts(19), await countAttempts(20)]).toEqual([before.first + 1, before.neighbour]);
});

/** Shows the first page's form in the second with all that is filled in, as a duplicated tab does. */
async function duplicate(from: Page, to: Page): Promise<void> {
  await to.goto(from.url());
  const form = await from.locator("form", { has: from.locator("fieldset") }).evaluate((element) => {
    for (const input of element.querySelectorAll("input")) {
      input.toggleAttribute("checked", input.checked);
      if (input.type === "text") input.setAttribute("value", input.value);
    }
    for (const option of element.querySelectorAll("option")) option.toggleAttribute("selected", option.selected);
    return element.outerHTML;
  });
  await to.locator("form", { has: to.locator("fieldset") }).evaluate((element, html) => {
    element.outerHTML = html;
    // The screen that is named in the address is a new one now.
    const { hash } = location;
    location.hash = "";
    location.hash = hash;
  }, form);
}

async function countAttempts(number: number): Promise<number> {
  const { count } = await db
    .selectFrom("quiz_attempt")
    .innerJoin("enrollment", "enrollment.id", "quiz_attempt.enrollment_id")
    .where("enrollment.learner_id", "in", learnersNumbered(number))
    .select((select) => select.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function endSessions(number: number): Promise<void> {
  await db.deleteFrom("learner_session").where("learner_id", "in", learnersNumbered(number)).execute();
}

/** The learner of Plosorejo with this number. */
function learnersNumbered(number: number) {
  return db.selectFrom("learner").where("village_code", "=", "35.05.04.2014").where("number", "=", number).select("id");
}
