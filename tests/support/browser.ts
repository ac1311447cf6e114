import type { Browser, BrowserContext, BrowserContextOptions, ConsoleMessage, Page } from "playwright";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchChromium } from "./chromium.ts";

export const phone = { width: 360, height: 740 };
export const laptop = { width: 1366, height: 768 };

export interface VisitOptions extends Pick<BrowserContextOptions, "viewport" | "colorScheme" | "javaScriptEnabled"> {
  /** The address of the application; requests to any other origin are complained of. */
  site: string;
  /** What the console may say besides, as when the link is cut on purpose. */
  expected?: RegExp;
}

/** A browser of its own on somebody's device, without anything kept from before. */
export interface Visit {
  context: BrowserContext;
  page: Page;
}

/**
 * A Chromium for the test file. Every page of every visit is watched: a console error, a script that
 * fails, a breach of the content security policy, an answer of 500 or more, or a request to another
 * origin fails the test in which it happened. Visits end with their test.
 */
export function useBrowser(): { visit(options: VisitOptions): Promise<Visit> } {
  let browser: Browser;
  let visits: { context: BrowserContext; complaints: () => string[] }[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    const ended = visits;
    visits = [];
    const complaints = ended.flatMap((visit) => visit.complaints());
    await Promise.all(ended.map(({ context }) => context.close()));
    if (complaints.length > 0) throw new Error(`The pages complained:\n${complaints.join("\n")}`);
  });
  afterAll(() => browser.close());

  return {
    visit: async ({ site, expected, ...options }) => {
      const context = await browser.newContext({ viewport: phone, baseURL: site, reducedMotion: "reduce", ...options });
      context.setDefaultTimeout(30_000);
      visits.push({ context, complaints: await watch(context, site, expected) });
      return { context, page: await context.newPage() };
    },
  };
}

async function watch(context: BrowserContext, site: string, expected: RegExp = /^$/): Promise<() => string[]> {
  const complaints: { text: string; about: string }[] = [];
  const refused = new Set<string>();
  const complain = (text: string, about = "") => void (expected.test(text) || complaints.push({ text, about }));

  context.on("console", (message) => void (isError(message) && complain(message.text(), message.location().url)));
  context.on("weberror", (error) => complain(String(error.error())));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && origin !== new URL(site).origin) complain(`a request to ${origin}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) complain(`${response.status()} for ${response.url()}`);
    else if (response.status() >= 400 && response.request().isNavigationRequest()) refused.add(response.url());
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => console.error(`against the policy: ${violatedDirective} ${blockedURI}`));
  });
  // Chromium reports a page answered with 404 as an error, though we meant it.
  return () => complaints.filter(({ text, about }) => !(refused.has(about) && /status of 4\d\d/.test(text))).map(({ text, about }) => `${text} ${about}`);
}

function isError(message: ConsoleMessage): boolean {
  return message.type() === "error";
}
