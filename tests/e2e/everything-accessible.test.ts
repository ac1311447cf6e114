import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import routes from "#app/routes.ts";
import { connect } from "#db/client.ts";
import { startApp } from "../support/app-process.ts";
import { laptop, phone, useBrowser, type Visit } from "../support/browser.ts";
import { signInLearner } from "../support/http-learner.ts";
import { openLink } from "../support/link.ts";
import { axeFaults, headFaults, htmlFaults, keyboardFaults, sidewaysFaults, targetFaults } from "../support/page-checks.ts";
import { demoStaff, playPractice } from "../support/steps.ts";
import { completeWorld, type World } from "../support/world.ts";
import { cardOf, notPages, type State, states } from "./states.ts";

const browser = useBrowser();
const site = inject("connectedSite");
const db = connect(inject("databaseUrl"));
let world: World;
beforeAll(async () => {
  world = await completeWorld(db);
});
afterAll(() => db.destroy());

const lessons = catalog().curricula.flatMap(({ courses }) =>
  courses.flatMap((course) => course.modules.flatMap((module) => module.lessons.map(({ id, slug }) => ({ path: `/belajar/${course.slug}/${slug}`, simulator: catalog().lessons[id]?.practice?.simulator })))),
);

/** The first lesson that uses each simulator. */
function onePerSimulator(): { path: string; simulator: string | undefined }[] {
  const first = new Map(lessons.filter(({ simulator }) => simulator).reverse().map((lesson) => [lesson.simulator, lesson]));
  return [...first.values()];
}

test("every address in app/routes.ts is on a list of states", () => {
  const listed = new Set([...states.map(({ route }) => route), ...notPages]);
  expect(pathsOf(routes).filter((path) => !listed.has(path))).toEqual([]);
});

describe("in every state", () => {
  test.each(states)("$name", async (state) => {
    const visit = await visitAs(state.who, state.lang);
    const html = lastDocument(visit.page);
    await state.open(visit.page, world);
    expect([...(await htmlFaults(await html())), ...(await faultsOf(visit.page, { lang: state.lang ?? "id", isForLearners: typeof state.who !== "string" }))]).toEqual([]);
  });

  test("something broke", async () => {
    const link = await openLink(Number(new URL(inject("databaseUrl")).port));
    const app = await startApp({ DATABASE_URL: inject("databaseUrl").replace(/:\d+\/melek/, `:${link.port}/melek`), DEMO: "0" });
    const { page } = await browser.visit({ site: app.url, expected: /status of 500|^500 for/ });
    const html = lastDocument(page);
    link.cut();
    await page.goto("/masuk");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Ada yang tidak beres");
    expect([...(await htmlFaults(await html())), ...(await faultsOf(page, { lang: "id", isForLearners: true }))]).toEqual([]);
    link.mend();
    await page.getByRole("link", { name: "Coba lagi" }).click();
    await page.getByRole("heading", { name: "Masuk", exact: true }).waitFor();
    await app.stop();
    await link.close();
  });
});

test("every lesson is valid, accessible and fits a narrow screen", async () => {
  const { page } = await visitAs(24);
  const html = lastDocument(page);
  const faults: string[] = [];
  for (const { path } of lessons) {
    await page.goto(path);
    await showEverything(page);
    const found = [...(await htmlFaults(await html())), ...(await axeFaults(page)), ...(await targetFaults(page)), ...(await fitFaults(page))];
    faults.push(...found.map((fault) => `${path} ${fault}`));
  }
  expect(faults).toEqual([]);
});

test.each(onePerSimulator())("the practice $simulator is so too, at its beginning and at its end", async ({ path }) => {
  const { page } = await visitAs(24);
  const html = lastDocument(page);
  await page.goto(`${path}/latihan`);
  await page.locator(".practice-live").waitFor();
  const first = [...(await htmlFaults(await html())), ...(await faultsOf(page, { lang: "id", isForLearners: true }))];
  await page.reload();
  await playPractice(page);
  expect([...first, ...(await faultsOf(page, { lang: "id", isForLearners: true }))]).toEqual([]);
});

test("no two addresses have the same title", async () => {
  const titles = new Map<string, string>();
  for (const state of states) {
    if (state.lang || titles.has(state.route)) continue;
    const { page, context } = await visitAs(state.who);
    await state.open(page, world);
    titles.set(state.route, await page.title());
    await context.close();
  }
  const all = [...titles.values()];
  expect(all.filter((title, index) => all.indexOf(title) !== index)).toEqual([]);
});

async function faultsOf(page: Page, { lang, isForLearners }: { lang: string; isForLearners: boolean }): Promise<string[]> {
  const faults = await headFaults(page, lang);
  await showEverything(page);
  for (const [where, viewport] of [["phone", phone], ["laptop", laptop]] as const) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      faults.push(...(await axeFaults(page)).map((fault) => `${where}, ${colorScheme}: ${fault}`));
    }
  }
  await page.setViewportSize(phone);
  if (isForLearners) faults.push(...(await targetFaults(page)));
  return [...faults, ...(await fitFaults(page)), ...(await keyboardFaults(page))];
}

/** What does not fit: on a window of 320 px, and on the phone with text twice as large. */
async function fitFaults(page: Page): Promise<string[]> {
  await page.setViewportSize({ ...phone, width: 320 });
  const narrow = await sidewaysFaults(page);
  await page.setViewportSize(phone);
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  const large = await sidewaysFaults(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
  await session.detach();
  return [...narrow, ...large.map((fault) => `text at 200 %: ${fault}`)];
}

/** All screens of a lesson or quiz beneath each other, as browsers without `:has` show them. */
async function showEverything(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector(".lesson")?.classList.remove("lesson"));
}

/** The HTML of the page that was navigated to last. */
function lastDocument(page: Page): () => Promise<string> {
  let html = Promise.resolve("");
  page.on("response", (response) => {
    const isPage = response.request().isNavigationRequest() && response.headers()["content-type"]?.startsWith("text/html");
    if (isPage) html = response.text();
    html.catch(() => undefined);
  });
  return () => html;
}

async function visitAs(who: State["who"], lang?: "en"): Promise<Visit> {
  const visit = await browser.visit({ site });
  const cookies = [...(who === null ? [] : [await sessionOf(who)]), ...(lang ? [`bahasa=${lang}`] : [])];
  await visit.context.addCookies(cookies.map((cookie) => ({ name: cookie.split("=")[0] ?? "", value: cookie.split("=")[1] ?? "", url: site })));
  return visit;
}

const sessions = new Map<number | string, Promise<string>>();

/** The cookie of someone who signed in once, for all states in which they are seen. */
function sessionOf(who: number | string): Promise<string> {
  const session = sessions.get(who) ?? (typeof who === "number" ? signInLearner(site, cardOf(who)) : staffCookie(who));
  sessions.set(who, session);
  return session;
}

async function staffCookie(username: string): Promise<string> {
  const body = new URLSearchParams({ sebagai: "staf", nama: username, sandi: demoStaff(username).password });
  const answer = await fetch(`${site}/masuk`, { method: "POST", redirect: "manual", headers: { origin: site }, body });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`${username} cannot sign in: ${answer.status}`);
  return cookie;
}

function pathsOf(entries: RouteConfigEntry[]): string[] {
  return entries.flatMap((entry) => [...(entry.path ? [entry.path] : entry.index ? ["/"] : []), ...pathsOf(entry.children ?? [])]);
}
