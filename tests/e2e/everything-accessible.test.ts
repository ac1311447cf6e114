import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { connect } from "#db/client.ts";
import { startApp } from "../support/app-process.ts";
import { laptop, phone, useBrowser, type Visit } from "../support/browser.ts";
import { connectedSite as site, databaseUrl } from "../support/connected-site.ts";
import { openLink } from "../support/link.ts";
import { axeFaults, copyFaults, fitFaults, headFaults, htmlFaults, keyboardFaults, targetFaults } from "../support/page-checks.ts";
import { playExercise } from "../support/play-exercise.ts";
import { lastDocument, showEverything } from "../support/screens.ts";
import { cookieOf, sessionOf } from "../support/sessions.ts";
import { completeWorld, type World } from "../support/world.ts";
import { onePerSimulator } from "../support/year.ts";
import type { State } from "./state.ts";
import { notPages, states } from "./states.ts";

const browser = useBrowser();
const db = connect(databaseUrl);
/** By address, of its first state in Indonesian. */
const titles = new Map<string, string>();
let world: World;
beforeAll(async () => {
  world = await completeWorld(db);
});
afterAll(() => db.destroy());

test("every address in app/routes.ts is on a list of states", () => {
  const listed = new Set([...states.map(({ route }) => route), ...notPages]);
  expect(pathsOf(routes).filter((path) => !listed.has(path))).toEqual([]);
});

describe("in every state", () => {
  test.each(states)("$name", async (state) => {
    const visit = await visitAs(state.who, state.lang);
    const html = lastDocument(visit.page);
    await state.open(visit.page, world);
    if (!state.lang && !titles.has(state.route)) titles.set(state.route, await visit.page.title());
    expect([...(await htmlFaults(await html())), ...(await faultsOf(visit.page, { lang: state.lang ?? "id", isForLearners: typeof state.who !== "string" }))]).toEqual([]);
  });

  test("something broke", async () => {
    const link = await openLink(Number(new URL(databaseUrl).port));
    const app = await startApp({ DATABASE_URL: Object.assign(new URL(databaseUrl), { port: String(link.port) }).href, DEMO: "0" });
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

test.each(onePerSimulator)("the practice $exercise.simulator is so too, at its beginning and at its end", async ({ path, exercise }) => {
  const { page } = await visitAs(24);
  const html = lastDocument(page);
  await page.goto(`${path}/latihan`);
  await page.locator(".practice-live").waitFor();
  const first = [...(await htmlFaults(await html())), ...(await faultsOf(page, { lang: "id", isForLearners: true }))];
  await page.reload();
  await playExercise(page, exercise);
  expect([...first, ...(await faultsOf(page, { lang: "id", isForLearners: true }))]).toEqual([]);
});

// After all states: each leaves the title of its address here.
test("no two addresses have the same title", () => {
  const all = [...titles.values()];
  expect(all.filter((title, index) => all.indexOf(title) !== index)).toEqual([]);
});

async function faultsOf(page: Page, { lang, isForLearners }: { lang: string; isForLearners: boolean }): Promise<string[]> {
  const faults = [...(await headFaults(page, lang)), ...(await copyFaults(page))];
  await showEverything(page);
  for (const [where, viewport] of [["phone", phone], ["laptop", laptop]] as const) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      faults.push(...(await axeFaults(page, { onlyColours: colorScheme === "dark" })).map((fault) => `${where}, ${colorScheme}: ${fault}`));
    }
  }
  await page.setViewportSize(phone);
  if (isForLearners) faults.push(...(await targetFaults(page)));
  return [...faults, ...(await fitFaults(page)), ...(await keyboardFaults(page))];
}

async function visitAs(who: State["who"], lang?: "en"): Promise<Visit> {
  const visit = await browser.visit({ site });
  const cookies = [...(who === null ? [] : [await sessionOf(site, who)]), ...(lang ? [`bahasa=${lang}`] : [])];
  await visit.context.addCookies(cookies.map((cookie) => cookieOf(site, cookie)));
  return visit;
}

function pathsOf(entries: RouteConfigEntry[]): string[] {
  return entries.flatMap((entry) => [...(entry.path ? [entry.path] : entry.index ? ["/"] : []), ...pathsOf(entry.children ?? [])]);
}
