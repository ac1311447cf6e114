import type { Browser, Page } from "playwright";
import { answerRightly } from "./quiz-key.ts";
import { openScales, type Transfer } from "./scales.ts";
import { cookieOf, sessionOf } from "./sessions.ts";
import { chooseCenter, demoLearner, enter } from "./steps.ts";
import { everyLesson, everyModule, onePerSimulator } from "./year.ts";

/** What one step of a session loaded. Bytes of pictures are counted apart from all others. */
export interface StepWeight {
  step: string;
  /** What was asked for, pictures left out. */
  paths: string[];
  bytes: number;
  pictures: number;
  pictureBytes: number;
}

export const kilobyte = 1024;

/**
 * Weighs a learner's whole session in a browser that has nothing yet: signing in, home, every lesson with all its
 * screens, every practice twice, every quiz and its result. It stands between the browser and `site`, so everything counts that
 * anybody in the browser asks for: pages, the service worker, the browser itself. `number` is a learner of Rombel Melati.
 */
export async function weighSession(browser: Browser, site: string, number: number): Promise<StepWeight[]> {
  const scales = await openScales(site);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: scales.site, reducedMotion: "reduce" });
  const page = await context.newPage();
  const weights: StepWeight[] = [];
  const weigh = async (step: string, walk: () => Promise<unknown>) => {
    scales.take();
    await walk();
    await page.waitForLoadState();
    await scales.rest();
    weights.push(sumOf(step, scales.take()));
  };
  try {
    await weigh("Halaman pertama", () => page.goto("/"));
    await weigh("Pilih pusat", () => chooseCenter(page, "Plosorejo"));
    await weigh("Masuk, beranda", () => enter(page, demoLearner(number)).then(() => page.waitForURL("**/belajar")));
    for (const { title, path } of everyLesson) {
      await weigh(`Pelajaran: ${title}`, () => readLesson(page, path));
      await weigh(`Latihan: ${title}`, () => openPractice(page, path));
      await weigh(`Latihan lagi: ${title}`, () => openPractice(page, path));
    }
    for (const { title, quizPath } of everyModule) {
      await weigh(`Kuis: ${title}`, () => page.goto(quizPath));
      await weigh(`Hasil: ${title}`, () => sendQuiz(page));
    }
    await weigh("Beranda lagi", () => page.goto("/belajar"));
  } finally {
    await context.close();
    await scales.close();
  }
  return weights;
}

/** Weighs a practice page of every simulator in a browser that has nothing at all, for a learner of Rombel Melati who is signed in. */
export async function weighColdPractices(browser: Browser, site: string, number: number): Promise<StepWeight[]> {
  const scales = await openScales(site);
  const session = cookieOf(scales.site, await sessionOf(site, number));
  const weights: StepWeight[] = [];
  for (const { path, exercise } of onePerSimulator) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: scales.site });
    await context.addCookies([session]);
    const page = await context.newPage();
    scales.take();
    await openPractice(page, path);
    await page.waitForLoadState();
    await scales.rest();
    weights.push(sumOf(exercise.simulator, scales.take()));
    await context.close();
  }
  await scales.close();
  return weights;
}

/** Turns over all screens of a lesson, so that every picture is loaded. */
async function readLesson(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const onward = page.locator(".screen:visible").getByRole("link", { name: "Lanjut", exact: true });
  while (await onward.isVisible()) {
    await onward.click();
    await page.waitForFunction(() => [...document.images].every((picture) => !picture.checkVisibility() || picture.complete));
  }
}

async function openPractice(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/latihan`);
  await page.locator(".practice-live").waitFor();
}

async function sendQuiz(page: Page): Promise<void> {
  await answerRightly(page);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.waitForURL(/\/kuis\/[0-9a-f-]{36}$/);
}

function sumOf(step: string, transfers: Transfer[]): StepWeight {
  const pictures = transfers.filter(({ path }) => path.startsWith("/gambar/"));
  const others = transfers.filter(({ path }) => !path.startsWith("/gambar/"));
  const total = (of: Transfer[]) => of.reduce((sum, { bytes }) => sum + bytes, 0);
  return { step, paths: others.map(({ path }) => path), bytes: total(others), pictures: pictures.length, pictureBytes: total(pictures) };
}
