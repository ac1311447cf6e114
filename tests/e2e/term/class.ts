import type { Download, Page } from "playwright";
import { signInStaff } from "../../support/steps.ts";
import type { Calendar } from "./stage.ts";

/** What the steps of the term hand on to each other. */
export interface Term {
  /** The cohort's address, `/mentor/rombel/<id>`. */
  path: string;
  villageCode: string;
  centerId: string;
  village: string;
  /** The PIN of everybody whose card was printed, by name. */
  pins: Map<string, string>;
  /** The cookies of the paired PC. */
  device: { name: string; value: string; domain: string; path: string }[];
}

export const cohortName = "Rombel Kenanga";

/** A page's address within the site. */
export function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}

/** Fills in the form of a new cohort of the mentor's centre, and sends it. */
export async function createCohort(page: Page, { startsOn, endsOn, slots }: Calendar, name: string, capacity = ""): Promise<void> {
  await page.goto("/mentor");
  await page.getByRole("link", { name: "Buat rombel baru" }).click();
  const place = page.locator("main ul.people a").first();
  await place.or(page.getByLabel("Nama rombel")).waitFor();
  if (await place.isVisible()) await place.click();
  await page.getByLabel("Nama rombel").fill(name);
  await page.getByLabel("Tanggal mulai").fill(startsOn);
  await page.getByLabel("Tanggal selesai").fill(endsOn);
  await page.getByLabel("Paling banyak berapa peserta? (boleh kosong)").fill(capacity);
  for (const [index, { weekday, time }] of slots.entries()) {
    const line = page.getByRole("group", { name: `Pertemuan ke-${index + 1} dalam seminggu` });
    await line.getByLabel("Hari").selectOption(String(weekday));
    await line.getByLabel("Jam mulai").fill(time);
  }
  await page.getByRole("button", { name: "Buat rombel" }).click();
  await page.waitForURL(/\/jadwal\?/);
}

/** Presses a link of the cohort's board. */
export async function openFromBoard(page: Page, path: string, link: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("main").getByRole("link", { name: link, exact: true }).first().click();
}

/** Uploads a list and comes to what it would do. */
export async function bring(page: Page, path: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await openFromBoard(page, path, "Masukkan daftar peserta");
  await page.getByLabel("Berkas daftar").setInputFiles(file);
  await page.getByRole("button", { name: "Periksa daftar" }).click();
  await page.getByRole("heading", { name: "Yang akan terjadi" }).waitFor();
}

/** Says of every name that may be known that it is somebody else's, and applies the list. */
export async function applyAll(page: Page): Promise<number> {
  const others = await page.getByLabel("Orang lain, peserta baru").all();
  for (const other of others) await other.check();
  await page.getByRole("button", { name: "Terapkan" }).click();
  await page.getByRole("button", { name: "Batalkan semuanya" }).waitFor();
  return others.length;
}

/** Signs in a learner on the PC of the centre, who touches their name and types their PIN. */
export async function signInByName(page: Page, name: string, pin: string): Promise<void> {
  await page.goto("/masuk");
  await page.getByRole("link", { name: new RegExp(`\\b${name} No\\. `) }).click();
  await page.getByLabel(`PIN ${name}`).fill(pin);
  await page.getByRole("button", { name: "Masuk", exact: true }).first().click();
  await page.waitForURL("**/belajar");
}

/** Pairs the device with its mentor's centre, and leaves it to the learners. */
export async function pairDevice(page: Page, username: string, village: string): Promise<void> {
  await signInStaff(page, username);
  await page.goto("/mentor/perangkat");
  const center = page.getByRole("radio", { name: new RegExp(village) });
  if ((await center.count()) > 0) await center.check();
  await page.getByLabel("Nama perangkat").fill("PC 3");
  await page.getByRole("button", { name: "Pasangkan perangkat ini" }).click();
  await page.getByText("Perangkat ini adalah “PC 3”").waitFor();
  await page.getByRole("button", { name: "Keluar" }).click();
  await page.waitForURL("**/keluar");
}

/** A row of the board during class. */
export function rowOf(page: Page, name: string) {
  return page.locator(".class-board tbody tr").filter({ has: page.getByRole("link", { name, exact: true }) });
}

/** The PINs on printed cards, by name. */
export function pinsOn(lines: readonly string[]): Map<string, string> {
  const cards = lines.flatMap((line, at) => (line === "PIN (rahasia)" ? [at] : []));
  // A card reads: name, village, centre, “Nomor peserta”, the number, “PIN (rahasia)”, the PIN.
  return new Map(cards.map((at) => [lines[at - 5] ?? "", (lines[at + 1] ?? "").replace(" ", "")]));
}

/** What a browser downloaded. */
export async function contentOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
