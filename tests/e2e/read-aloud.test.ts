import type { BrowserContext } from "playwright";
import { expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { connectedSite as site } from "../support/connected-site.ts";
import { demoLearner, signIn } from "../support/steps.ts";

// Headless Chromium has no voices: the device's speech engine is stood in for, our own script is the real one.
const browser = useBrowser();
const lesson = "/belajar/hp-saya/menyalakan-hp#cerita";

test("a screen is read aloud sentence by sentence, each marked while it is read, where the device has an Indonesian voice", async () => {
  const { page, context } = await browser.visit({ site });
  await giveVoice(context, "id-ID");
  await signIn(page, demoLearner(4));
  await page.goto(lesson);

  await page.getByRole("button", { name: "Bacakan" }).click();
  await expect.poll(() => page.locator(".speaking").textContent()).toBe(await spoken(page, 0));
  expect(await page.evaluate(() => window.said[0]?.lang)).toBe("id-ID");

  await page.evaluate(() => {
    window.said[0]?.onend?.(new Event("end") as SpeechSynthesisEvent);
  });
  await expect.poll(() => page.locator(".speaking").textContent()).toBe(await spoken(page, 1));
  await page.getByRole("button", { name: "Berhenti membaca" }).click();
  expect(await page.locator(".speaking").count()).toBe(0);
});

test("there is no button to read aloud where the device has no Indonesian voice", async () => {
  const { page, context } = await browser.visit({ site });
  await giveVoice(context, "en-US");
  await signIn(page, demoLearner(4));
  await page.goto(lesson);
  expect(await page.getByRole("heading", { level: 2 }).count()).toBeGreaterThan(0);
  expect(await page.getByRole("button", { name: "Bacakan" }).count()).toBe(0);
});

async function spoken(page: { evaluate(read: (index: number) => string, index: number): Promise<string> }, index: number): Promise<string> {
  return page.evaluate((at) => window.said[at]?.text ?? "", index);
}

async function giveVoice(context: BrowserContext, lang: string): Promise<void> {
  await context.addInitScript((spokenLanguage) => {
    window.said = [];
    const engine = {
      getVoices: () => [{ lang: spokenLanguage }],
      speak: (utterance: SpeechSynthesisUtterance) => window.said.push(utterance),
      cancel: () => undefined,
      addEventListener: () => undefined,
    };
    Object.defineProperty(window, "speechSynthesis", { value: engine });
    Object.defineProperty(window, "SpeechSynthesisUtterance", {
      value: function (this: { text: string }, text: string) {
        this.text = text;
      },
    });
  }, lang);
}

declare global {
  interface Window {
    said: SpeechSynthesisUtterance[];
  }
}
