import type { Page } from "playwright";
import { afterAll, describe, expect, test } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { connect } from "#db/client.ts";
import { useBrowser, type Visit, type VisitOptions } from "../support/browser.ts";
import { connectedSite as site, databaseUrl } from "../support/connected-site.ts";
import { keyboardOf } from "../support/keyboard.ts";
import { axeFaults, fitFaults, htmlFaults, targetFaults } from "../support/page-checks.ts";
import { finger, type Hands, playExercise } from "../support/play-exercise.ts";
import { lastDocument, showEverything, turnScreens } from "../support/screens.ts";
import { cookieOf, sessionOf } from "../support/sessions.ts";
import { everyLesson, everyModule, onePerSimulator, type ServedLesson } from "../support/year.ts";

const browser = useBrowser();
const db = connect(databaseUrl);
afterAll(() => db.destroy());

/** Learners with numbers next to each other, who have never been here; they get other questions from a bank. */
const learner = 23;
const neighbour = 24;

test("year one is served whole", () => {
  const simulators = new Set(everyLesson.map(({ exercise }) => exercise.simulator));
  expect([everyLesson.length, everyModule.length, simulators.size, Object.keys(catalog().tests).length]).toEqual([51, 12, 23, 1]);
});

describe("every screen can be seen on a phone:", () => {
  test.each(everyLesson)("lesson $id, $title", async ({ path, screens }) => {
    const { page } = await visitAs(learner);
    const html = lastDocument(page);
    await page.goto(path);
    const turned = await turnScreens(page);
    expect(turned).toMatchObject({ screens, faults: [] });
    expect(turned.pictures).toBeGreaterThan(0);
    expect([...(await htmlFaults(await html())), ...(await wholeFaults(page))]).toEqual([]);
  });

  test.each(everyModule)("quiz $id, $title, whatever is asked", async ({ quizPath, bank }) => {
    const visits = [await visitAs(learner), await visitAs(neighbour)];
    const left = new Set(bank);
    for (let form = 0; left.size > 0 && form < 60; form += 1) {
      const { page } = visits[form % 2] as Visit;
      const html = lastDocument(page);
      await page.goto(quizPath);
      for (const ask of await page.locator("legend span[lang]").allTextContents()) left.delete(ask);
      expect(await turnScreens(page)).toMatchObject({ screens: 10, faults: [] });
      if (form < 2) expect([...(await htmlFaults(await html())), ...(await wholeFaults(page))]).toEqual([]);
    }
    expect([...left]).toEqual([]);
  });
});

describe("the exercise is finished, and kept, by following its hints:", () => {
  test.each(everyLesson)("with a finger, lesson $id ($exercise.simulator)", async (lesson) => {
    const { page } = await visitAs(learner);
    await open(page, lesson);
    const before = await axeFaults(page);
    await playExercise(page, lesson.exercise);
    expect([...before, ...(await axeFaults(page))]).toEqual([]);
    await expectKept(page, lesson);
  });

  test.each(onePerSimulator)("with a keyboard alone, $exercise.simulator", async (lesson) => {
    const { page } = await visitAs(learner);
    await open(page, lesson);
    const hands = keyboardOf(page);
    await playExercise(page, lesson.exercise, hands);
    await expectKept(page, lesson, hands);
  });

  test.each(["LayarKunci", "Formulir", "Percakapan", "SkenarioCabang", "EditorGambar"])("without scripts, %s", async (simulator) => {
    const lesson = everyLesson.find(({ exercise }) => exercise.simulator === simulator) as ServedLesson;
    const { page } = await visitAs(learner, { javaScriptEnabled: false });
    await page.goto(`${lesson.path}/latihan`);
    await playExercise(page, lesson.exercise);
    await expectKept(page, lesson);
  });
});

async function visitAs(who: number, options: Partial<VisitOptions> = {}): Promise<Visit> {
  const visit = await browser.visit({ site, ...options });
  await visit.context.addCookies([cookieOf(site, await sessionOf(site, who))]);
  return visit;
}

async function open(page: Page, { path }: ServedLesson): Promise<void> {
  await page.goto(`${path}/latihan`);
  await page.locator(".practice-live").waitFor();
}

/** All screens at once: valid, accessible, large enough to touch, and no wider than the narrowest phone. */
async function wholeFaults(page: Page): Promise<string[]> {
  await showEverything(page);
  return [...(await axeFaults(page)), ...(await targetFaults(page)), ...(await fitFaults(page))];
}

/** Hands in: one attempt more is kept, and the lesson goes on where the learner takes their own phone. */
async function expectKept(page: Page, { id, path, ownPhone }: ServedLesson, hands: Hands = finger): Promise<void> {
  const formId = await page.locator("form.practice input[name=formId]").inputValue();
  await hands.press(page.locator(".practice-finish"));
  await page.waitForURL((url) => url.pathname === path && url.hash === `#${ownPhone}`);
  await page.locator(`#${ownPhone}`).waitFor();
  const kept = await db.selectFrom("practice_attempt").where("id", "=", formId).select(["lesson_id", "finished"]).execute();
  expect(kept).toEqual([{ lesson_id: id, finished: true }]);
}
