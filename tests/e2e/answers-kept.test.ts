import type { Locator, Page } from "playwright";
import { afterAll, describe, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { useBrowser } from "../support/browser.ts";
import { connectedSite as site, databaseUrl } from "../support/connected-site.ts";
import { answerRightly } from "../support/quiz-key.ts";
import { demoLearner, signIn } from "../support/steps.ts";

const browser = useBrowser();
const db = connect(databaseUrl);
afterAll(() => db.destroy());

const quiz = "/belajar/hp-saya/mengenal-hp/kuis";
const startTest = "/belajar/mengenal-internet/tes/awal";
const kept = "Jawaban tadi masih ada. Kita lanjutkan.";

describe.each([
  ["with scripts on", true, { newcomer: 23, quizzed: 6 }],
  ["with scripts off", false, { newcomer: 24, quizzed: 15 }],
])("%s", (_scripts, javaScriptEnabled, { newcomer, quizzed }) => {
  test("Enter in a typed answer hands nothing in, and every answer is still there", async () => {
    const { page } = await browser.visit({ site, javaScriptEnabled });
    await signIn(page, demoLearner(newcomer));
    await page.goto(startTest);
    const box = await goToTextBox(page);
    await box.fill("hp saya");
    await box.press("Enter");
    await expect.poll(async () => (await draftsOf(newcomer))[0]?.typed).toMatchObject({ [await box.getAttribute("name") ?? ""]: ["hp saya"] });
    expect(await testsOf(newcomer)).toEqual([]);

    await page.goto("/belajar");
    await page.getByRole("link", { name: "Tes awal: 20 soal" }).click();
    await page.getByText(kept).waitFor();
    await goToTextBox(page);
    expect(await page.locator('input[type="text"]:visible').inputValue()).toBe("hp saya");
    await db.deleteFrom("answer_draft").where("enrollment_id", "in", enrollmentsOf(newcomer)).execute();
  });

  test("larger letters and another language come back to the same question with every answer", async () => {
    const { page } = await browser.visit({ site, javaScriptEnabled });
    await signIn(page, demoLearner(quizzed));
    await page.goto(quiz);
    await answerRightly(page, (index) => index < 2);
    await page.goto(`${page.url().split("#")[0]}#soal-3`);
    const typed = await ticked(page);
    expect(typed.length).toBeGreaterThan(0);
    for (const name of ["Huruf paling besar", "English", "Bahasa Indonesia", "Normal text", "Huruf biasa"]) {
      const button = page.getByRole("button", { name });
      if ((await button.count()) > 0) await button.click();
      await expect.poll(() => ticked(page)).toEqual(typed);
      expect(page.url()).toMatch(/#soal-3$/);
    }
    await db.deleteFrom("answer_draft").where("enrollment_id", "in", enrollmentsOf(quizzed)).execute();
  });

  test("an incomplete sheet, completed and handed in, leaves nothing behind that Back would have to send again", async () => {
    const { page } = await browser.visit({ site, javaScriptEnabled });
    await signIn(page, demoLearner(quizzed));
    const before = await attemptsOf(quizzed);
    await page.goto(quiz);
    await answerRightly(page, (index) => index !== 4);
    await page.getByRole("button", { name: "Kirim jawaban" }).click();
    await page.getByText("Masih ada 1 soal yang belum lengkap.").waitFor();
    expect(new URL(page.url()).search).toBe("?kurang");
    await page.reload();
    await page.getByText("Masih ada 1 soal yang belum lengkap.").waitFor();
    await answerRightly(page, (index) => index === 0);
    await page.getByRole("button", { name: "Kirim jawaban" }).click();
    await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);
    expect(await page.getByRole("status").innerText()).toContain("Benar 10 dari 10");

    await page.goBack({ waitUntil: "commit" });
    await page.getByRole("heading", { level: 1, name: /^Kuis: / }).waitFor();
    expect(await draftsOf(quizzed)).toEqual([]);
    // A browser may keep the page as it was left: without scripts it can be sent once more, and counts once.
    if (javaScriptEnabled) await expect.poll(() => ticked(page)).toEqual([]);
    else if ((await ticked(page)).length > 0) {
      await page.getByRole("button", { name: "Kirim jawaban" }).click();
      await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);
    }
    expect(await attemptsOf(quizzed)).toBe(1 + before);
  });

  test("a lesson stays on its screen when the letters grow", async () => {
    const { page } = await browser.visit({ site, javaScriptEnabled });
    await signIn(page, demoLearner(newcomer));
    await page.goto("/belajar/hp-saya/menyalakan-hp#cerita");
    await page.getByRole("button", { name: "Huruf paling besar" }).click();
    await page.locator('html[data-text="largest"]').waitFor();
    expect(await page.locator(".screen:visible").getAttribute("id")).toBe("cerita");
  });

  test("a practice goes on where it was when the letters grow and the language changes", async () => {
    const { page } = await browser.visit({ site, javaScriptEnabled });
    await signIn(page, demoLearner(newcomer));
    await page.goto("/belajar/hp-saya/menyalakan-hp/latihan");
    if (javaScriptEnabled) await page.locator(".practice-live").waitFor();
    await page.locator('.practice-stage button[name="step"]:visible').first().click();
    const steps = page.locator('input[name="steps"]');
    await expect.poll(() => steps.inputValue()).not.toBe("");
    const before = await steps.inputValue();
    await page.getByRole("button", { name: "Huruf paling besar" }).click();
    await page.locator('html[data-text="largest"]').waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Bahasa Indonesia" }).waitFor();
    expect(await steps.inputValue()).toBe(before);
    await page.getByRole("button", { name: "Hint" }).waitFor();
  });
});

test("leaving a test and coming back finds the same questions in the same order, with what was answered, at the next one", async () => {
  const { page } = await browser.visit({ site });
  await signIn(page, demoLearner(23));
  await page.goto(startTest);
  await answerRightly(page, (index) => index < 3);
  const [asked, typed] = [await questions(page), await ticked(page)];
  await page.getByRole("link", { name: "Melek Desa", exact: true }).click();
  await page.waitForURL("**/belajar");
  await expect.poll(async () => Object.keys((await draftsOf(23))[0]?.typed ?? {}).length).toBeGreaterThan(2);

  await page.goBack({ waitUntil: "commit" });
  await expect.poll(async () => [await questions(page), await ticked(page)]).toEqual([asked, typed]);
  await page.goto("/belajar");
  await page.getByRole("link", { name: "Tes awal: 20 soal" }).click();
  await page.getByText(kept).waitFor();
  expect([await questions(page), await ticked(page)]).toEqual([asked, typed]);
  expect(await page.locator(".screen:visible").getAttribute("id")).toBe("soal-4");
});

test("an answer is kept a second after it was given: what the power takes is less", async () => {
  const { page, context } = await browser.visit({ site });
  await signIn(page, demoLearner(6));
  await page.goto(quiz);
  await answerRightly(page, (index) => index === 0);
  await expect.poll(async () => (await draftsOf(6)).length, { timeout: 5000 }).toBe(1);
  await context.close();
  await db.deleteFrom("answer_draft").where("enrollment_id", "in", enrollmentsOf(6)).execute();
});

/** Goes to the first question with a box to type in. */
async function goToTextBox(page: Page): Promise<Locator> {
  const screen = await page.locator(".screen", { has: page.locator('input[type="text"]') }).first().getAttribute("id");
  await page.goto(`${page.url().split("#")[0]}#${screen}`);
  return page.locator(`#${screen} input[type="text"]`);
}

/** How often a demo learner handed in the quiz. */
async function attemptsOf(number: number): Promise<number> {
  const attempts = await db.selectFrom("quiz_attempt").where("enrollment_id", "in", enrollmentsOf(number)).where("module_id", "=", "A1").select("id").execute();
  return attempts.length;
}

const questions = (page: Page) => page.locator("legend span[lang]").allTextContents();

/** What is answered, as the form would send it. */
async function ticked(page: Page): Promise<string[]> {
  const fields = page.locator("#lembar");
  const chosen = await fields.locator("input:checked").evaluateAll((inputs) => inputs.map((input) => `${(input as HTMLInputElement).name}=${(input as HTMLInputElement).value}`));
  const listed = await fields.locator('select, input[type="text"]').evaluateAll((inputs) => inputs.map((input) => `${(input as HTMLInputElement).name}=${(input as HTMLInputElement).value}`));
  return [...chosen, ...listed.filter((field) => !field.endsWith("="))];
}

function draftsOf(number: number) {
  return db.selectFrom("answer_draft").where("enrollment_id", "in", enrollmentsOf(number)).select("typed").execute();
}

function testsOf(number: number) {
  return db.selectFrom("year_test_attempt").where("enrollment_id", "in", enrollmentsOf(number)).select("kind").execute();
}

/** Of the learner of Plosorejo with this number. */
function enrollmentsOf(number: number) {
  const learners = db.selectFrom("learner").where("village_code", "=", "35.05.04.2014").where("number", "=", number).select("id");
  return db.selectFrom("enrollment").where("learner_id", "in", learners).select("id");
}
