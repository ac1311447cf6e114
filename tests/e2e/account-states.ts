import type { Page } from "playwright";
import type { World } from "../support/world.ts";
import type { State } from "./state.ts";

const program = "program/:program";
const plosorejo = "35.05.04.2014";
const lead = "lead-blitar";
const inBlitar = (path: string) => (page: Page, world: World) => page.goto(`${world.program}${path}`);
const centers = inBlitar(`/rencana/${plosorejo}/pusat`);

/** Pages about accounts, and about the centres where they begin. */
export const accountStates: readonly State[] = [
  { name: "own password", route: "sandi", who: lead, open: (page) => page.goto("/sandi") },
  { name: "own password, in English", route: "sandi", who: lead, lang: "en", open: (page) => page.goto("/sandi") },
  { name: "own password, mistaken", route: "sandi", who: lead, open: changeWrongly },
  { name: "own password, changed", route: "sandi", who: lead, open: (page) => page.goto("/sandi?diganti") },
  { name: "a mentor to register", route: `${program}/pendamping/baru`, who: lead, open: inBlitar("/pendamping/baru") },
  { name: "a mentor to register, in English", route: `${program}/pendamping/baru`, who: lead, lang: "en", open: inBlitar("/pendamping/baru") },
  { name: "a mentor to register, mistaken", route: `${program}/pendamping/baru`, who: lead, open: (page, world) => register(page, world, "1").then(() => page.locator(".error").waitFor()) },
  { name: "a mentor registered", route: `${program}/pendamping/baru`, who: lead, open: (page, world) => register(page, world, "Siti Contoh").then(() => page.locator(".one-password").waitFor()) },
  { name: "a mentor's account", route: `${program}/pendamping/:mentor`, who: lead, open: (page, world) => openAccount(page, world, "Agus") },
  { name: "a mentor's account, in English", route: `${program}/pendamping/:mentor`, who: lead, lang: "en", open: (page, world) => openAccount(page, world, "Agus") },
  { name: "a mentor's new password", route: `${program}/pendamping/:mentor`, who: lead, open: givePassword },
  { name: "a mentor's first sign-in", route: "sandi", who: lead, open: (page, world) => givePassword(page, world).then(() => enterFirst(page)) },
  { name: "account of a lead", route: "peran/:staff", who: "admin", open: (page) => openHolder(page, "Norhayati") },
  { name: "account of a lead, in English", route: "peran/:staff", who: "admin", lang: "en", open: (page) => openHolder(page, "Norhayati") },
  { name: "account of a lead, without a reason", route: "peran/:staff", who: "admin", open: giveWithoutReason },
  { name: "account of an admin, one's own", route: "peran/:staff", who: "admin", open: (page) => openHolder(page, "Ayu") },
  { name: "a viewer's new password", route: "peran/:staff", who: "admin", open: giveHolderPassword },
  { name: "a viewer's new password, asked for twice", route: "peran/:staff", who: "admin", open: (page) => openHolder(page, "Norhayati").then(() => page.goto(`${page.url()}?sudah`)) },
  { name: "a viewer's first sign-in after it", route: "sandi", who: "admin", open: (page) => giveHolderPassword(page).then(() => enterFirst(page)) },
  { name: "centres of a village", route: `${program}/rencana/:village/pusat`, who: lead, open: centers },
  { name: "centres of a village, in English", route: `${program}/rencana/:village/pusat`, who: lead, lang: "en", open: centers },
  { name: "a centre that is in use", route: `${program}/rencana/:village/pusat`, who: lead, open: closeInUse },
  { name: "hours of a centre, the same on workdays", route: `${program}/rencana/:village/pusat`, who: lead, open: openHours },
  { name: "hours of a centre, in English", route: `${program}/rencana/:village/pusat`, who: lead, lang: "en", open: (page, world) => openHours(page, world).then(() => page.locator("article [name=same]").first().uncheck()) },
  { name: "hours of a centre, mistaken", route: `${program}/rencana/:village/pusat`, who: lead, open: recordWrongHours },
  { name: "a centre to add, mistaken", route: `${program}/rencana/:village/pusat`, who: lead, open: addWrongly },
];

async function changeWrongly(page: Page): Promise<void> {
  await page.goto("/sandi");
  for (const field of ["#sekarang", "#baru", "#ulang"]) await page.locator(field).fill(field === "#sekarang" ? "desa-blitar-2026" : "pendek");
  await page.locator("main form button[type=submit]").click();
  await page.locator(".error").waitFor();
}

async function register(page: Page, world: World, name: string): Promise<void> {
  await page.goto(`${world.program}/pendamping/baru`);
  await page.locator("#name").fill(name);
  await page.locator("main form[method=post] button[type=submit]").click();
}

async function openAccount(page: Page, world: World, name: string): Promise<void> {
  await page.goto(`${world.program}/pendamping`);
  await page.locator("main article a", { hasText: name }).first().click();
  await page.waitForURL(/\/pendamping\/[0-9a-f-]{36}$/);
}

/** To somebody new: whoever is asked for in another state keeps their password. */
async function givePassword(page: Page, world: World): Promise<void> {
  await register(page, world, "Wati Contoh");
  await page.getByRole("link", { name: "Akun Wati Contoh" }).click();
  await page.waitForURL(/\/pendamping\/[0-9a-f-]{36}$/);
  await page.locator("form", { has: page.locator("input[value=password]") }).locator("button").click();
  await page.locator(".one-password").waitFor();
}

async function openHolder(page: Page, name: string): Promise<void> {
  await page.goto("/peran");
  await page.locator("main tr", { has: page.locator("th", { hasText: name }) }).locator("a").first().click();
  await page.waitForURL(/\/peran\/[0-9a-f-]{36}$/);
}

async function giveWithoutReason(page: Page): Promise<void> {
  await openHolder(page, "Norhayati");
  await page.getByRole("button", { name: "Beri sandi baru" }).click();
  await page.locator(".error").waitFor();
}

/** To somebody new: whoever is asked for in another state keeps their password. */
async function giveHolderPassword(page: Page): Promise<void> {
  const username = await grantToNew(page);
  await page.getByRole("link", { name: "Kembali ke Peran" }).click();
  await openHolder(page, username);
  await page.locator("#reason").fill("Lupa sandi, menelepon sendiri");
  await page.getByRole("button", { name: "Beri sandi baru" }).click();
  await page.getByRole("heading", { level: 1, name: "Sandi baru untuk Wulan Contoh" }).waitFor();
}

/** Makes Wulan, who looks at Blitar; answers her user name, another one each time. */
export async function grantToNew(page: Page): Promise<string> {
  const username = `pengamat-${Date.now().toString(36)}`;
  await page.goto("/peran");
  await page.getByRole("radio", { name: "Orang baru" }).check();
  await page.locator("#username").fill(username);
  await page.locator("#name").fill("Wulan Contoh");
  await page.getByRole("radio", { name: /^Pengamat/ }).check();
  await page.getByRole("radio", { name: "Satu wilayah" }).check();
  await page.locator("#region").fill("35.05");
  await page.locator("#reason").last().fill("Surat tugas 5/2026");
  await page.getByRole("button", { name: "Beri peran" }).click();
  await page.locator(".one-password").waitFor();
  return username;
}

async function enterFirst(page: Page): Promise<void> {
  const [username, password] = [await page.locator(".pin-card dd").nth(1).innerText(), await page.locator(".one-password").innerText()];
  await page.context().clearCookies({ name: "melek_staf" });
  await page.goto("/masuk");
  await page.locator("summary", { hasText: "pendamping atau petugas" }).click();
  await page.locator("[name=nama]").fill(username);
  await page.locator("[name=sandi]").fill(password);
  await page.locator("[name=sandi]").press("Enter");
  await page.waitForURL(/\/sandi$/);
}

async function closeInUse(page: Page, world: World): Promise<void> {
  await centers(page, world);
  await page.locator("article summary", { hasText: "Tutup" }).first().click();
  await page.locator("textarea").first().fill("Gedung dipakai puskesmas");
  await page.locator("form", { has: page.locator("input[value=close]") }).first().locator("button").click();
  await page.locator(".error").first().waitFor();
}

async function openHours(page: Page, world: World): Promise<void> {
  await centers(page, world);
  await page.locator("details:has(input[value=hours]) summary").first().click();
}

async function recordWrongHours(page: Page, world: World): Promise<void> {
  await openHours(page, world);
  const hours = page.locator("form:has(input[value=hours])").first();
  await hours.locator("[name=closes-1]").fill("06:00");
  await hours.locator("[name=opens-7]").fill("08:00");
  await hours.locator("button").click();
  await page.locator(".error").first().waitFor();
}

async function addWrongly(page: Page, world: World): Promise<void> {
  await centers(page, world);
  await page.locator("form", { has: page.locator("input[value=add]") }).locator("button").click();
  await page.locator(".error").first().waitFor();
}
