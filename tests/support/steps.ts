import type { Page } from "playwright";
import { type Credentials, demoPeople } from "#db/demo/people.ts";
import { demoPassword, demoStaff as allStaff } from "#db/demo/staff.ts";
import { sharedPin } from "#db/demo/stories.ts";

export type LearnerCard = Pick<Extract<Credentials, { kind: "learner" }>, "village" | "number" | "pin">;

/** A learner of Rombel Melati in Plosorejo, by number. */
export function demoLearner(number: number): LearnerCard {
  const named = demoPeople.map(({ credentials }) => credentials).find((one) => one.kind === "learner" && one.number === number);
  return named?.kind === "learner" ? named : { village: "Plosorejo", number, pin: sharedPin };
}

/** What a staff member signs in with. */
export function demoStaff(username: string): { username: string; password: string } {
  const found = allStaff.find((member) => member.username === username);
  if (!found) throw new Error(`No demo staff member is called ${username}`);
  return { username, password: demoPassword(found.program) };
}

/** From the first page to the form for number and PIN. */
export async function chooseCenter(page: Page, village: string): Promise<void> {
  await page.goto("/masuk?ganti");
  await page.getByLabel("Nama desa atau kecamatan").fill(village);
  await page.getByRole("button", { name: "Cari" }).click();
  await page.getByRole("button", { name: new RegExp(village) }).first().click();
  await page.getByLabel("Nomor peserta").waitFor();
}

/** Fills in number and PIN, and sends them. */
export async function enter(page: Page, { number, pin }: { number: number | string; pin: string }): Promise<void> {
  await page.getByLabel("Nomor peserta").fill(String(number));
  await page.getByLabel("PIN 6 angka").fill(pin);
  await page.getByRole("button", { name: "Masuk", exact: true }).first().click();
}

/** Signs a learner in on a device that knows no centre yet. */
export async function signIn(page: Page, card: LearnerCard): Promise<void> {
  await chooseCenter(page, card.village);
  await enter(page, card);
  await page.waitForURL("**/belajar");
}

export async function signInStaff(page: Page, username: string): Promise<void> {
  const { password } = demoStaff(username);
  await page.goto("/masuk");
  await page.getByText("Masuk sebagai pendamping atau petugas").click();
  await page.getByLabel("Nama pengguna").fill(username);
  await page.getByLabel("Sandi").fill(password);
  await page.locator("details.staff").getByRole("button", { name: "Masuk" }).click();
  await page.waitForURL(/\/(mentor|program)/);
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Keluar" }).click();
  await page.waitForURL("**/keluar");
}

/** Does the exercise on the page by following its hints, and hands it in. */
export async function finishPractice(page: Page): Promise<void> {
  await playPractice(page);
  await page.locator(".practice-finish").click();
  await page.waitForURL((url) => !url.pathname.endsWith("/latihan"));
}

/** Follows the hints until nothing is left to do. */
export async function playPractice(page: Page): Promise<void> {
  const finish = page.locator(".practice-finish");
  while (!(await finish.isVisible())) {
    await page.getByRole("button", { name: "Petunjuk", exact: true }).click();
    const hinted = page.locator("[data-hint]").last();
    if ((await hinted.evaluate(({ tagName }) => tagName)) === "INPUT") {
      // A hint at a field quotes what to type; the next press of any button takes it along.
      await hinted.fill(/“(.+)”/.exec(await page.locator("#practice-status").innerText())?.[1] ?? "");
      continue;
    }
    await hinted.click();
    // The next page, or the same one drawn anew, no longer marks the hint.
    await page.locator("form.practice:not(:has([data-hint]))").waitFor();
  }
}

/** Reads the lesson on the page screen by screen and does its exercise. Answers the screens' titles. */
export async function readLesson(page: Page): Promise<string[]> {
  const titles: string[] = [];
  for (;;) {
    const screen = page.locator(".screen:visible");
    const title = await screen.getByRole("heading", { level: 2 }).innerText();
    const practice = screen.getByRole("link", { name: "Buka HP latihan" });
    if (titles.at(-1) !== title) titles.push(title);
    if (await practice.isVisible()) {
      await practice.click();
      await finishPractice(page);
      continue;
    }
    const onward = screen.getByRole("link", { name: "Lanjut", exact: true });
    if (!(await onward.isVisible())) return titles;
    await onward.click();
  }
}

/** Says, on the lesson's last screen, that it is finished. */
export async function finishLesson(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Saya sudah selesai" }).click();
  await page.waitForURL("**/belajar?tersimpan");
}
