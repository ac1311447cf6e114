import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { embeddedSite as site } from "../support/embedded-site.ts";
import { kilobyte, type StepWeight, weighColdPractices, weighSession } from "../support/page-weight.ts";

let browser: Browser;
let weights: StepWeight[];
beforeAll(async () => {
  browser = await launchChromium();
  weights = await weighSession(browser, site, 24);
}, 600_000);
afterAll(() => browser.close());

test("the first page takes at most 14 KB, with everything on it", () => {
  const [first] = weights;
  expect((first?.bytes ?? Infinity) + (first?.pictureBytes ?? 0)).toBeLessThanOrEqual(14 * kilobyte);
});

test("a lesson takes at most 10 KB besides its pictures", () => {
  expect(tooHeavy(/^Pelajaran: /, 10, 51)).toEqual([]);
});

test("the first practice takes at most 110 KB, every other at most 20 KB", () => {
  const practices = weights.filter(({ step }) => step.startsWith("Latihan"));
  expect(practices).toHaveLength(102);
  expect(practices[0]?.bytes).toBeLessThanOrEqual(110 * kilobyte);
  expect(practices.slice(1).filter(({ bytes }) => bytes > 20 * kilobyte)).toEqual([]);
});

test("whichever practice is the first on a device takes at most 110 KB, with all that other pages would have brought", async () => {
  const practices = await weighColdPractices(browser, site, 24);
  expect(practices).toHaveLength(23);
  expect(practices.filter(({ bytes, pictureBytes }) => bytes + pictureBytes > 110 * kilobyte)).toEqual([]);
});

test("a quiz and its result take at most 10 KB each", () => {
  expect(tooHeavy(/^(Kuis|Hasil): /, 10, 24)).toEqual([]);
});

test("the learners' stylesheet takes less than 6 KB", async () => {
  const page = await (await fetch(`${site}/masuk`)).text();
  const href = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? "";
  const answer = await fetch(site + href, { method: "HEAD", headers: { "accept-encoding": "gzip" } });
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(Number(answer.headers.get("content-length"))).toBeLessThan(6 * kilobyte);
});

function tooHeavy(steps: RegExp, most: number, count: number): StepWeight[] {
  const weighed = weights.filter(({ step }) => steps.test(step));
  expect(weighed).toHaveLength(count);
  return weighed.filter(({ bytes }) => bytes > most * kilobyte);
}
