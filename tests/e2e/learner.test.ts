import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { useBrowser, type Visit } from "../support/browser.ts";
import { connectedSite as connected } from "../support/connected-site.ts";
import { embeddedSite as embedded } from "../support/embedded-site.ts";
import { answerRightly } from "../support/quiz-key.ts";
import { chooseCenter, demoLearner, enter, finishLesson, type LearnerCard, readLesson, signIn, signOut } from "../support/steps.ts";

const browser = useBrowser();

describe("from the first sign-in to the certificate", () => {
  test("on the embedded database", async () => {
    const visit = await browser.visit({ site: embedded });
    await arrive(visit.page, demoLearner(1));
    expect(await visit.page.getByRole("heading", { level: 1 }).innerText()).toBe("Halo, Sari Wahyuni");
    await learnEverything(visit.page);
    await takeCertificate(visit, { site: embedded, name: "Sari Wahyuni" });
    await leave(visit.page, "Sari");
  }, 300_000);

  test("with scripts off, a whole module, and one quiz from done", async () => {
    const newcomer = await browser.visit({ site: embedded, javaScriptEnabled: false });
    await arrive(newcomer.page, demoLearner(22));
    const name = await newcomer.page.locator(".who").innerText();
    await learn(newcomer.page, everyStep().slice(0, 5));
    await leave(newcomer.page, name);
    await finishAs("Tumini", await browser.visit({ site: embedded, javaScriptEnabled: false }), embedded);
  });

  test("on the database of DATABASE_URL, one quiz from done", async () => {
    await finishAs("Tumini", await browser.visit({ site: connected }), connected);
  });
});

test("a learner who comes back finds the place where they stopped", async () => {
  const first = await browser.visit({ site: embedded });
  await signIn(first.page, demoLearner(23));
  await first.page.getByRole("link", { name: "Lewati dulu" }).click();
  await readLesson(first.page);
  await finishLesson(first.page);
  const next = await first.page.getByText("Berikutnya:").innerText();
  await signOut(first.page);

  const second = await browser.visit({ site: embedded });
  await signIn(second.page, demoLearner(23));
  expect(await second.page.getByText("Berikutnya:").innerText()).toBe(next);
  await second.page.getByRole("link", { name: "Lanjutkan" }).click();
  expect(next).toContain(await second.page.getByRole("heading", { level: 1 }).innerText());
});

/** Chooses the centre, mistypes the PIN once, and signs in. */
async function arrive(page: Page, card: LearnerCard): Promise<void> {
  await page.goto("/");
  await chooseCenter(page, card.village);
  await enter(page, { number: card.number, pin: "000111" });
  expect(await page.getByRole("alert").innerText()).toContain("Tidak apa-apa. Masih bisa mencoba 4 kali.");
  expect(await page.getByLabel("Nomor peserta").inputValue()).toBe(String(card.number));
  await enter(page, card);
  await page.waitForURL("**/belajar");
}

/** Follows the big button until it leads to the certificate. */
async function learnEverything(page: Page): Promise<void> {
  const steps = everyStep();
  expect(steps.length).toBeGreaterThan(60);
  await learn(page, steps);
  await page.getByText("Semua pelajaran selesai. Selamat!").waitFor();
  await page.getByRole("link", { name: "Lihat sertifikat" }).click();
}

/** The titles of all lessons and quizzes, in order. */
function everyStep(): string[] {
  return catalog().curricula.flatMap(({ courses }) => courses.flatMap((course) => course.modules.flatMap((module) => [...module.lessons.map(({ title }) => title), `Kuis: ${module.title}`])));
}

/** Follows the big button from the first of the steps to the last: the first lesson screen by screen, every quiz with all its questions. */
async function learn(page: Page, steps: readonly string[]): Promise<void> {
  for (const [index, title] of steps.entries()) {
    await page.getByRole("main").getByRole("link", { name: index === 0 ? "Lewati dulu" : "Lanjutkan" }).click();
    await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
    if (title.startsWith("Kuis: ")) {
      await passQuiz(page);
      await page.goto("/belajar");
    } else {
      if (index === 0) expect((await readLesson(page)).length).toBeGreaterThanOrEqual(9);
      else await page.goto(`${page.url()}#ingat`);
      await finishLesson(page);
      expect(await page.getByRole("status").innerText()).toBe("Tersimpan. Bagus!");
    }
  }
}

/** The last quiz of the learner who has done all else, and the certificate. */
async function finishAs(name: string, visit: Visit, site: string): Promise<void> {
  await arrive(visit.page, demoLearner(9));
  await visit.page.getByRole("link", { name: "Lanjutkan" }).click();
  await visit.page.getByRole("heading", { level: 1, name: /^Kuis: / }).waitFor();
  await passQuiz(visit.page);
  await takeCertificate(visit, { site, name });
  await leave(visit.page, name);
}

async function passQuiz(page: Page): Promise<void> {
  const asked = await answerRightly(page);
  expect(asked).toBe(10);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);
  const status = await page.getByRole("status").innerText();
  expect(status).toContain(`Benar ${asked} dari ${asked}`);
  expect(status).toContain("lulus kuis ini");
}

/** Downloads the certificate, and lets a stranger check it. */
async function takeCertificate({ page }: Visit, { site, name }: { site: string; name: string }): Promise<void> {
  if (!page.url().endsWith("/sertifikat/saya")) await page.getByRole("link", { name: "Lihat sertifikat" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Unduh sertifikat" }).click()]);
  expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe("%PDF-");
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);

  const address = await page.getByRole("link", { name: `${site}/sertifikat/` }).innerText();
  const stranger = await browser.visit({ site });
  await stranger.page.goto(address);
  const shown = await stranger.page.getByRole("main").innerText();
  for (const fact of ["Sertifikat ini sah", name, "Plosorejo", "Mengenal", "Literasi Digital Desa Kabupaten Blitar"]) expect(shown).toContain(fact);
  expect(await stranger.page.getByRole("button", { name: "Keluar" }).count()).toBe(0);
}

/** Signs out; the Back button then shows nothing of the one who left. */
async function leave(page: Page, name: string): Promise<void> {
  await signOut(page);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Sampai jumpa!");
  await page.goBack();
  await page.getByRole("heading", { name: "Masuk", exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/masuk");
  expect(await page.content()).not.toContain(name);
}
