import { afterAll, describe, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { useBrowser } from "../support/browser.ts";
import { connectedSite as site, databaseUrl } from "../support/connected-site.ts";
import { answerRightly } from "../support/quiz-key.ts";
import { demoLearner, signIn } from "../support/steps.ts";

const browser = useBrowser();
const db = connect(databaseUrl);
afterAll(() => db.destroy());

const startTest = "Tes awal: 20 soal";
const thanks = "Terima kasih. Ini awal belajar kita. Yang belum tahu, nanti kita pelajari bersama.";

describe.each([
  ["with scripts on", true, { newcomer: 22, returning: 12 }],
  ["with scripts off", false, { newcomer: 1, returning: 14 }],
])("%s", (_scripts, javaScriptEnabled, { newcomer, returning }) => {
  test("a new learner takes the starting test, leaves open what they do not know yet, and is thanked; it is not asked again", async () => {
    const { page } = await browser.visit({ site, javaScriptEnabled });
    await signIn(page, demoLearner(newcomer));
    await page.getByRole("link", { name: startTest }).click();
    await page.getByRole("heading", { level: 1, name: "Tes awal", exact: true }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain("Ini bukan ujian.");
    expect(await answerRightly(page, (index) => index % 3 !== 0)).toBe(20);
    await page.getByRole("button", { name: "Kirim jawaban" }).click();
    await page.getByText(thanks).waitFor();

    await page.reload();
    await page.getByText(thanks).waitFor();
    expect(await page.locator("fieldset").count()).toBe(0);
    await page.getByRole("link", { name: "Lanjut belajar" }).click();
    await page.getByRole("link", { name: "Mulai belajar" }).waitFor();
    expect(await page.getByRole("link", { name: startTest }).count()).toBe(0);
    expect(await testsOf(newcomer)).toEqual([{ kind: "start", correct_items: 13, total_items: 20 }]);
  });

  test("a learner who passed a module some days ago is asked two of its questions again, and sees how that went", async () => {
    const { page } = await browser.visit({ site, javaScriptEnabled });
    await signIn(page, demoLearner(returning));
    const reminder = await page.getByText(/^Dari pelajaran .+, supaya tidak lupa\.$/).innerText();
    await page.getByRole("link", { name: "Masih ingat? 2 soal" }).click();
    await page.getByRole("heading", { level: 1, name: /^Masih ingat\? ./ }).waitFor();
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    expect(reminder).toBe(`Dari pelajaran ${heading.replace("Masih ingat? ", "")}, supaya tidak lupa.`);
    const before = await countReviews(returning);
    expect(await answerRightly(page)).toBe(2);
    await page.getByRole("button", { name: "Kirim jawaban" }).click();
    await page.waitForURL(/\/ingat\/[0-9a-f-]{36}$/);

    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(heading);
    expect(await page.getByRole("status").innerText()).toMatch(/^Benar 2 dari 2\s+Bagus, masih ingat semua!$/);
    await page.reload();
    expect(await countReviews(returning)).toBe(before + 1);
    await page.getByRole("link", { name: "Lanjut belajar" }).click();
    await page.waitForURL("**/belajar");
    expect(await page.getByText(reminder).count()).toBe(0);
  });
});

function testsOf(number: number) {
  return db.selectFrom("year_test_attempt").where("enrollment_id", "in", enrollmentsOf(number)).select(["kind", "correct_items", "total_items"]).execute();
}

async function countReviews(number: number): Promise<number> {
  return (await db.selectFrom("review_attempt").where("enrollment_id", "in", enrollmentsOf(number)).select("id").execute()).length;
}

/** Of the learner of Plosorejo with this number. */
function enrollmentsOf(number: number) {
  const learners = db.selectFrom("learner").where("village_code", "=", "35.05.04.2014").where("number", "=", number).select("id");
  return db.selectFrom("enrollment").where("learner_id", "in", learners).select("id");
}
