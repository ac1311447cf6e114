import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright";
import { catalog } from "#app/catalog/catalog.server.ts";
import { answerRightly } from "./quiz-key.ts";
import { chooseCenter, demoLearner, enter } from "./steps.ts";

/** One answer as it went over the line. `bytes` are those of its head and of its compressed body. */
interface Transfer {
  path: string;
  bytes: number;
}

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
    await page.waitForLoadState("networkidle");
    weights.push(sumOf(step, scales.take()));
  };
  try {
    await weigh("Halaman pertama", () => page.goto("/"));
    await weigh("Pilih pusat", () => chooseCenter(page, "Plosorejo"));
    await weigh("Masuk, beranda", () => enter(page, demoLearner(number)).then(() => page.waitForURL("**/belajar")));
    for (const { name, path, practice } of lessons()) {
      await weigh(`Pelajaran: ${name}`, () => readLesson(page, path));
      if (!practice) continue;
      await weigh(`Latihan: ${name}`, () => openPractice(page, path));
      await weigh(`Latihan lagi: ${name}`, () => openPractice(page, path));
    }
    for (const { name, path } of quizzes()) {
      await weigh(`Kuis: ${name}`, () => page.goto(path));
      await weigh(`Hasil: ${name}`, () => sendQuiz(page));
    }
    await weigh("Beranda lagi", () => page.goto("/belajar"));
  } finally {
    await context.close();
    await scales.close();
  }
  return weights;
}

function lessons(): { name: string; path: string; practice: boolean }[] {
  const { curricula, lessons } = catalog();
  return curricula.flatMap(({ courses }) =>
    courses.flatMap((course) => course.modules.flatMap((module) => module.lessons.map(({ id, title, slug }) => ({ name: title, path: `/belajar/${course.slug}/${slug}`, practice: Boolean(lessons[id]?.practice) })))),
  );
}

function quizzes(): { name: string; path: string }[] {
  return catalog().curricula.flatMap(({ courses }) => courses.flatMap((course) => course.modules.map(({ title, slug }) => ({ name: title, path: `/belajar/${course.slug}/${slug}/kuis` }))));
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

/** A server on a port of its own that passes everything on to `site` as it is, and counts. */
async function openScales(site: string): Promise<{ site: string; take(): Transfer[]; close(): Promise<void> }> {
  const transfers: Transfer[] = [];
  const server = createServer((asked, answer) => pass(asked, answer, new URL(site), (transfer) => void transfers.push(transfer)));
  await once(server.listen(0, "localhost"), "listening");
  return {
    site: `http://localhost:${(server.address() as AddressInfo).port}`,
    take: () => transfers.splice(0),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(asked: IncomingMessage, answer: ServerResponse, site: URL, count: (transfer: Transfer) => void): void {
  const onward = request({ hostname: site.hostname, port: site.port, path: asked.url, method: asked.method, headers: asked.headers }, (reply) => {
    const before = answer.socket?.bytesWritten ?? 0;
    answer.writeHead(reply.statusCode ?? 502, reply.statusMessage, reply.rawHeaders);
    reply.pipe(answer);
    const { socket } = answer;
    answer.on("finish", () => count({ path: asked.url ?? "", bytes: (socket?.bytesWritten ?? before) - before }));
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}
