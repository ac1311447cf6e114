import type { Page } from "playwright";
import type { World } from "../support/world.ts";
import { grantToNew } from "./account-states.ts";
import type { State } from "./state.ts";

const program = "program/:program";
const plosorejo = "35.05.04.2014";
const lead = "lead-blitar";
const at = (path: (world: World) => string) => (page: Page, world: World) => page.goto(path(world));
const inBlitar = (path: string) => at((world) => `${world.program}${path}`);
const inEmpty = (path: string) => at((world) => `${world.emptyProgram}${path}`);

const places: State[] = [
  { name: "regions to choose from", route: "wilayah", who: "lead-purwakarta", open: (page) => page.goto("/wilayah") },
  { name: "figures of the nation", route: "wilayah/:region", who: "admin", open: (page) => page.goto("/wilayah/indonesia") },
  { name: "figures of the nation, in English", route: "wilayah/:region", who: "admin", lang: "en", open: (page) => page.goto("/wilayah/indonesia") },
  { name: "figures of a village and its cohorts", route: "wilayah/:region", who: "admin", open: (page) => page.goto(`/wilayah/${plosorejo}`) },
  { name: "figures of a place where nobody learns", route: "wilayah/:region", who: "admin", open: (page) => page.goto("/wilayah/11") },
  { name: "figures of a program in a place", route: `${program}/wilayah/:region`, who: lead, open: inBlitar("/wilayah/35.05") },
  { name: "figures of a program in a place, in English", route: `${program}/wilayah/:region`, who: lead, lang: "en", open: inBlitar("/wilayah/35.05") },
  { name: "files of a program in a place", route: `${program}/wilayah/:region/unduh`, who: lead, open: inBlitar("/wilayah/35.05/unduh") },
  { name: "files of the nation", route: "wilayah/:region/unduh", who: "admin", open: (page) => page.goto("/wilayah/indonesia/unduh") },
  { name: "files of a place, in English", route: "wilayah/:region/unduh", who: "admin", lang: "en", open: (page) => page.goto("/wilayah/35/unduh") },
  { name: "villages behind a number", route: "wilayah/:region/desa", who: "admin", open: (page) => page.goto("/wilayah/indonesia/desa?tahap=mulai") },
  { name: "villages that stalled, in English", route: "wilayah/:region/desa", who: "admin", lang: "en", open: (page) => page.goto("/wilayah/35.05/desa?tahap=berhenti") },
  { name: "villages behind a number of a program", route: `${program}/wilayah/:region/desa`, who: lead, open: inBlitar("/wilayah/35.05/desa?tahap=sasaran") },
  { name: "what to ask about a place", route: "wilayah/:region/tanya", who: "admin", open: (page) => page.goto("/wilayah/35.05/tanya") },
  { name: "nothing to ask about a place", route: "wilayah/:region/tanya", who: "admin", open: (page) => page.goto("/wilayah/11/tanya") },
  { name: "what to ask about a program", route: `${program}/tanya`, who: lead, open: inBlitar("/tanya") },
  { name: "what to ask about a program, one kind, in English", route: `${program}/tanya`, who: lead, lang: "en", open: inBlitar("/tanya?jenis=device") },
  { name: "search for regions", route: "wilayah/cari", who: lead, open: (page) => page.goto("/wilayah/cari") },
  { name: "regions found", route: "wilayah/cari", who: "admin", open: (page) => page.goto("/wilayah/cari?q=pasir+bel") },
  { name: "no regions found", route: "wilayah/cari", who: lead, open: (page) => page.goto("/wilayah/cari?q=zzzz") },
  { name: "too many letters to search for", route: "wilayah/cari", who: lead, open: (page) => page.goto(`/wilayah/cari?q=${"pasir+".repeat(200)}`) },
  { name: "decree to bring in", route: "wilayah/impor", who: "admin", open: (page) => page.goto("/wilayah/impor") },
  { name: "a photo as a decree", route: "wilayah/impor", who: "admin", open: (page) => uploadDecree(page, Buffer.from([0xff, 0xd8, 0xff, 0xe0])) },
  { name: "what a decree would change", route: "wilayah/impor/:import", who: "admin", open: openDecree },
  { name: "what a decree changed", route: "wilayah/impor/:import", who: "admin", open: applyDecree },
];

const plan: State[] = [
  { name: "spread of a program", route: `${program}/sebaran`, who: "lead-paser", open: (page) => page.goto("/program").then(() => page.getByRole("link", { name: "Sebaran" }).click()) },
  { name: "spread of a program, in English", route: `${program}/sebaran`, who: lead, lang: "en", open: inBlitar("/sebaran") },
  { name: "spread of a program without cohorts", route: `${program}/sebaran`, who: "admin", open: inEmpty("/sebaran") },
  { name: "plan", route: `${program}/rencana`, who: lead, open: inBlitar("/rencana") },
  { name: "plan, in English", route: `${program}/rencana`, who: lead, lang: "en", open: inBlitar("/rencana") },
  { name: "plan, page by page", route: `${program}/rencana`, who: "lead-garut", open: (page) => page.goto("/program").then(() => page.getByRole("link", { name: "Rencana desa" }).click()) },
  { name: "plan, villages to add", route: `${program}/rencana`, who: lead, open: inBlitar("/rencana?cari=dadap") },
  { name: "plan, nothing found", route: `${program}/rencana`, who: lead, open: inBlitar("/rencana?cari=zzzz") },
  { name: "plan without villages", route: `${program}/rencana`, who: "admin", open: inEmpty("/rencana") },
  { name: "a village in the plan", route: `${program}/rencana/:village`, who: lead, open: inBlitar(`/rencana/${plosorejo}`) },
  { name: "a village in the plan, mistaken", route: `${program}/rencana/:village`, who: lead, open: changeWrongly },
  { name: "a stage that a village has gone on from, withdrawn", route: `${program}/rencana/:village`, who: lead, open: withdrawPassed },
  { name: "a village in the plan, changed", route: `${program}/rencana/:village`, who: lead, open: changeTarget },
  { name: "a village to add to the plan", route: `${program}/rencana/:village`, who: "admin", open: inEmpty(`/rencana/${plosorejo}`) },
  { name: "waves", route: `${program}/rencana/gelombang`, who: lead, open: inBlitar("/rencana/gelombang") },
  { name: "waves, upside down", route: `${program}/rencana/gelombang`, who: lead, open: addWaveWrongly },
  { name: "list of targets to bring in", route: `${program}/rencana/impor`, who: lead, open: inBlitar("/rencana/impor") },
  { name: "a photo as a list of targets", route: `${program}/rencana/impor`, who: lead, open: (page, world) => uploadTargets(page, world, Buffer.from([0xff, 0xd8, 0xff, 0xe0])) },
  { name: "what a list of targets would change", route: `${program}/rencana/impor/:import`, who: "admin", open: openTargets },
  { name: "what a list of targets changed", route: `${program}/rencana/impor/:import`, who: "admin", open: applyTargets },
];

const keeping: State[] = [
  { name: "a program to change", route: `${program}/ubah`, who: lead, open: inBlitar("/ubah") },
  { name: "a program to change, mistaken", route: `${program}/ubah`, who: lead, open: (page, world) => page.goto(`${world.program}/ubah`).then(() => send(page, { "#name": "", "#endsOn": "2020-01-01" })) },
  { name: "new program", route: "program/baru", who: "admin", open: (page) => page.goto("/program/baru") },
  { name: "new program, mistaken", route: "program/baru", who: "admin", open: (page) => page.goto("/program/baru").then(() => send(page, { "#region": "Sukamaju" })) },
  { name: "roles", route: "peran", who: "admin", open: (page) => page.goto("/peran") },
  { name: "roles, in English", route: "peran", who: "admin", lang: "en", open: (page) => page.goto("/peran") },
  { name: "a role, mistaken", route: "peran", who: "admin", open: (page) => page.goto("/peran").then(() => send(page, { "#username": "tidak-ada" })) },
  { name: "a role not ended", route: "peran", who: "admin", open: endWithoutReason },
  { name: "a role for somebody new", route: "peran", who: "admin", open: grantToNew },
];

const pictures: State[] = [
  { name: "comparison of regions", route: "wilayah/banding", who: "lead-purwakarta", open: (page) => page.goto("/wilayah/banding?tempat=32.05&tempat=32.14") },
  { name: "comparison of districts, ticked in their table", route: `${program}/banding`, who: lead, open: compareTicked },
  { name: "comparison of districts, in English", route: `${program}/banding`, who: lead, lang: "en", open: inBlitar("/banding?tempat=35.05.04&tempat=35.05.05") },
  { name: "comparison of nine districts", route: `${program}/banding`, who: lead, open: inBlitar(`/banding?${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((district) => `tempat=35.05.0${district}`).join("&")}`) },
  { name: "comparison of nothing", route: `${program}/banding`, who: lead, open: inBlitar("/banding") },
  { name: "districts to compare, some ticked before", route: `${program}/wilayah/:region`, who: lead, open: inBlitar(`/wilayah/35.05?tempat=35.05.04&tempat=${plosorejo}`) },
  { name: "tiles of villages", route: `${program}/petak/:region`, who: lead, open: inBlitar("/petak/35.05") },
  { name: "tiles of villages, in English", route: `${program}/petak/:region`, who: lead, lang: "en", open: inBlitar("/petak/35.05.04") },
  { name: "stages by regency", route: `${program}/petak/:region`, who: "lead-kaltim", open: (page) => page.goto("/program").then(() => page.getByRole("link", { name: "Petak desa" }).click()) },
  { name: "figures of a village that stands still", route: `${program}/wilayah/:region`, who: "lead-garut", open: openStalled },
  { name: "villages that stand still", route: `${program}/terhenti/:region`, who: "lead-garut", open: at(({ stalled }) => stalled) },
  { name: "villages that stand still, in English", route: `${program}/terhenti/:region`, who: "lead-garut", lang: "en", open: at(({ stalled }) => stalled) },
  { name: "no villages that stand still", route: `${program}/terhenti/:region`, who: lead, open: inBlitar("/terhenti/35.05.05") },
  { name: "report on one sheet", route: `${program}/laporan/:region`, who: "lead-kaltim", open: (page) => page.goto("/program").then(() => page.getByRole("link", { name: "Cetak laporan" }).click()) },
  { name: "report on one sheet, with villages that stand still", route: `${program}/laporan/:region`, who: "lead-garut", open: at(({ stalled }) => stalled.replace("terhenti", "laporan")) },
  { name: "report on one sheet, in English", route: `${program}/laporan/:region`, who: lead, lang: "en", open: inBlitar("/laporan/35.05") },
];

/** Pages of who leads programs and regions. */
export const programStates: readonly State[] = [...places, ...plan, ...keeping, ...pictures];

async function compareTicked(page: Page, world: World): Promise<void> {
  await page.goto(`${world.program}/wilayah/35.05`);
  await page.getByRole("checkbox", { name: "Bandingkan Kecamatan Kademangan" }).check();
  await page.getByRole("checkbox", { name: "Bandingkan Kecamatan Bakung" }).check();
  await page.getByRole("button", { name: "Bandingkan yang dicentang" }).click();
  await page.getByRole("heading", { level: 1, name: "Bandingkan tempat" }).waitFor();
}

/** Fills in fields and sends the last form of the page, which is refused. */
async function send(page: Page, typed: Record<string, string>): Promise<void> {
  for (const [field, text] of Object.entries(typed)) await page.locator(field).fill(text);
  await page.locator("main form[method=post] button[type=submit]").last().click();
  await page.locator(".error").first().waitFor();
}

async function changeWrongly(page: Page, world: World): Promise<void> {
  await page.goto(`${world.program}/rencana/${plosorejo}`);
  await page.locator("#learners").fill("banyak");
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await page.locator(".error").first().waitFor();
}

/** Of a village with a cohort, so that it has been through all stages before. */
async function withdrawPassed(page: Page, world: World): Promise<void> {
  await page.goto(`${world.program}/rencana/${plosorejo}`);
  await page.getByText("Batalkan: Punya pusat internet").click();
  await page.locator("#internet-withdraw-reason").fill("Salah desa");
  await page.getByRole("button", { name: "Batalkan tahap ini" }).first().click();
  await page.getByText("Desa ini sudah sampai tahap yang lebih jauh").waitFor();
}

async function openStalled(page: Page, world: World): Promise<void> {
  await page.goto(world.stalled);
  await page.locator("table.stalled tbody a").first().click();
  await page.getByText("Desa ini terhenti sejak").waitFor();
}

/** Changes the target by one, unless a state before did the same: then there is nothing to change. */
async function changeTarget(page: Page, world: World): Promise<void> {
  await page.goto(`${world.program}/rencana/${plosorejo}`);
  const learners = Number(await page.locator("#learners").inputValue());
  await page.locator("#learners").fill(String(learners + 1));
  await page.locator("#reason-target").fill("Surat Dinas 12/2026");
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await page.locator(".notice-ok").waitFor();
}

async function addWaveWrongly(page: Page, world: World): Promise<void> {
  await page.goto(`${world.program}/rencana/gelombang`);
  await send(page, { "#wave-new-name": "Gelombang akhir", "#wave-new-starts": "2027-05-01", "#wave-new-ends": "2027-01-01" });
}

async function upload(page: Page, field: string, content: Buffer | string): Promise<void> {
  await page.locator(field).setInputFiles({ name: "daftar.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  await page.locator("main form[method=post] button[type=submit]").click();
}

async function uploadTargets(page: Page, { emptyProgram, program: own }: World, content: Buffer | string): Promise<void> {
  await page.goto(`${typeof content === "string" ? emptyProgram : own}/rencana/impor`);
  await upload(page, "#daftar", content);
  if (typeof content !== "string") await page.locator(".error").waitFor();
}

/** A list with villages to add, one twice, and codes that are unknown or lie elsewhere. */
async function openTargets(page: Page, world: World): Promise<void> {
  await uploadTargets(page, world, `kode;target;gelombang\n${plosorejo};12;1\n35.05.04.2013;8;1\n${plosorejo};12;1\n35.05.04.9999;5;1\n64.01.03.2006;5;1\n`);
  await page.waitForURL(/\/impor\/[0-9a-f-]{36}$/);
}

async function applyTargets(page: Page, world: World): Promise<void> {
  await openTargets(page, world);
  await page.locator("#reason").fill("SK Bupati 7/2026");
  await page.locator("main form[method=post] button[type=submit]").click();
  await page.locator(".notice-ok").waitFor();
}

async function uploadDecree(page: Page, content: Buffer | string): Promise<void> {
  await page.goto("/wilayah/impor");
  await page.locator("#keputusan").fill("Kepmendagri 7 Tahun 2026");
  await page.locator("#berlaku").fill("2026-07-01");
  await upload(page, "#berkas", content);
  if (typeof content !== "string") await page.locator(".error").first().waitFor();
}

/** A decree that gives one village another name, adds one, and has a row that cannot be read. */
async function openDecree(page: Page): Promise<void> {
  await uploadDecree(page, "kode,nama,kode_lama\n11.01.01.2001,Contoh Berganti Nama,\n11.01.01.2901,Contoh Baru,11.01.01.2002\n11.01.01.29,Contoh Salah,\n");
  await page.waitForURL(/\/impor\/[0-9a-f-]{36}$/);
}

async function applyDecree(page: Page): Promise<void> {
  await openDecree(page);
  await page.locator("main form[method=post] button[type=submit]").click();
  await page.locator(".notice-ok").waitFor();
}

async function endWithoutReason(page: Page): Promise<void> {
  await page.goto("/peran");
  await page.locator("details", { hasText: "Norhayati" }).locator("summary").click();
  await page.getByRole("button", { name: "Akhiri peran Norhayati" }).click();
  await page.locator(".error").first().waitFor();
}
