import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { useBrowser } from "../support/browser.ts";
import { connectedSite, databaseUrl } from "../support/connected-site.ts";
import { type Link, openLink } from "../support/link.ts";
import { axeFaults, headFaults, htmlFaults, keyboardFaults, targetFaults } from "../support/page-checks.ts";
import { answerRightly } from "../support/quiz-key.ts";
import { demoLearner, signIn, signOut } from "../support/steps.ts";

const browser = useBrowser();
const db = connect(databaseUrl);
let link: Link;
beforeAll(async () => {
  link = await openLink(Number(new URL(connectedSite).port));
});
afterEach(() => link.mend());
afterAll(async () => {
  await link.close();
  await db.destroy();
});

const lesson = "/belajar/hp-saya/menyalakan-hp";
const quiz = "/belajar/hp-saya/mengenal-hp/kuis";

test("a page that cannot be had because the link is down says so, and leads back once it is up", async () => {
  const page = await learnerWithWorker(5);
  link.cut();
  await page.goto("/belajar/hp-saya/mengetik").catch(() => undefined);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Sambungan terputus");
  await page.getByRole("link", { name: "Coba lagi" }).click();
  await page.getByRole("heading", { name: "Sambungan terputus" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  link.mend();
  await page.getByRole("link", { name: "Coba lagi" }).click();
  await page.waitForURL("**/mengetik");
  expect(await page.locator(".screen:visible").count()).toBe(1);
});

test("a quiz sent while the link is down is kept on the page and stored once, however often it is sent again", async () => {
  const page = await learnerWithWorker(16);
  await page.goto(quiz);
  await answerRightly(page);
  const before = await countAttempts(16);
  link.cut();
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByText("masih ada di halaman ini").waitFor();
  await page.getByRole("button", { name: "Kirim lagi" }).click();
  await page.getByText("masih ada di halaman ini").waitFor();
  expect(await countAttempts(16)).toBe(before);
  expect(await faultsOf(page)).toEqual([]);

  link.mend();
  await page.getByRole("button", { name: "Kirim lagi" }).dblclick();
  await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);
  expect(await page.getByRole("status").innerText()).toContain("Benar 10 dari 10");
  expect(await countAttempts(16)).toBe(before + 1);
});

test("a quiz that arrived while its result got lost is not stored again when it is sent again", async () => {
  const page = await learnerWithWorker(21);
  await page.goto(quiz);
  await answerRightly(page);
  const before = await countAttempts(21);
  link.loseAnswers();
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByRole("button", { name: "Kirim lagi" }).waitFor();
  await expect.poll(() => countAttempts(21)).toBe(before + 1);
  link.mend();
  await page.getByRole("button", { name: "Kirim lagi" }).click();
  await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);
  expect(await countAttempts(21)).toBe(before + 1);
});

test("what stays on the device after signing out is shared by all: pictures and files, nothing of a person", async () => {
  const page = await learnerWithWorker(5);
  const name = await page.locator(".who").innerText();
  await page.goto("/belajar/hp-saya/menyentuh-layar#cerita");
  await page.waitForFunction(() => [...document.images].some((picture) => picture.src.includes("/gambar/") && picture.naturalWidth > 0));
  await page.goto(quiz);
  await signOut(page);
  const kept = await page.evaluate(async () => {
    const found: [string, string][] = [];
    for (const store of await caches.keys()) {
      const cache = await caches.open(store);
      for (const request of await cache.keys()) found.push([new URL(request.url).pathname, (await (await cache.match(request))?.text()) ?? ""]);
    }
    return found;
  });
  expect(kept.map(([path]) => path).filter((path) => !/^\/(assets|gambar)\//.test(path))).toEqual([]);
  expect(kept.some(([path]) => path.startsWith("/gambar/"))).toBe(true);
  expect(kept.some(([path]) => path.endsWith(".css"))).toBe(true);
  expect(kept.filter(([, text]) => text.includes(name))).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
});

/** A learner with a lesson open, from which on the service worker answers for the link. */
async function learnerWithWorker(number: number): Promise<Page> {
  const { page } = await browser.visit({ site: `http://localhost:${link.port}`, expected: /ERR_|Failed to load|^503 for/ });
  await signIn(page, demoLearner(number));
  await page.goto(lesson);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

async function faultsOf(page: Page): Promise<string[]> {
  const html = await htmlFaults(await page.content());
  return [...html, ...(await headFaults(page, "id")), ...(await axeFaults(page)), ...(await targetFaults(page)), ...(await keyboardFaults(page))];
}

async function countAttempts(number: number): Promise<number> {
  const rows = await db
    .selectFrom("quiz_attempt")
    .innerJoin("enrollment", "enrollment.id", "quiz_attempt.enrollment_id")
    .innerJoin("learner", "learner.id", "enrollment.learner_id")
    .where("learner.village_code", "=", "35.05.04.2014")
    .where("learner.number", "=", number)
    .select("quiz_attempt.id")
    .execute();
  return rows.length;
}
