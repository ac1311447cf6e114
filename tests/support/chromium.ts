import { type Browser, chromium } from "playwright";
import { findBrowser } from "#app/launch/browser.ts";

/** A Chromium without a window, from `CHROMIUM_PATH` or wherever one is found. It keeps pages for the Back button, as people's browsers do. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] || (await findBrowser(() => undefined)),
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
}
