import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { laptop, useBrowser } from "../support/browser.ts";
import { connectedSite, databaseUrl } from "../support/connected-site.ts";
import { embeddedSite } from "../support/embedded-site.ts";
import { chooseCenter, enter, signIn, signInStaff } from "../support/steps.ts";

const browser = useBrowser();

/** Every place of Rombel Melati is taken. */
const roomy = { cohort: /Kamboja/, village: "Karanggondang" };

describe.each([
  ["on the embedded database", embeddedSite],
  ["on the database of DATABASE_URL", connectedSite],
])("a mentor %s", (_where, site) => {
  test("sees who needs help, and why, before all others", async () => {
    const { page } = await browser.visit({ site, viewport: laptop });
    await openBoard(page, "dewi");
    const rows = await page.locator("table.board tbody tr").all();
    const needing = await page.locator("tr.needs-help").all();
    expect(rows.length).toBeGreaterThanOrEqual(24);
    expect(needing.length).toBeGreaterThanOrEqual(4);
    expect(await page.getByRole("main").innerText()).toContain(`${needing.length} butuh bantuan`);
    for (const [index, row] of rows.entries()) {
      const words = await row.locator(".standing").innerText();
      if (index < needing.length) expect(words).toMatch(/hari tidak datang|belum lulus|Belum datang sejak|tidak ada pelajaran/);
      else expect(words).toMatch(/^(Lancar|Belum pernah datang|Lulus)/);
    }
  });

  test("registers a learner, who then signs in with the card; the PIN is never shown again", async () => {
    const { page } = await browser.visit({ site, viewport: laptop });
    await openBoard(page, "dewi", roomy);
    const card = await register(page, "Suparmi Lestari");
    expect(card.pin).toMatch(/^\d{6}$/);
    await page.reload();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("sudah terdaftar dengan nomor");
    expect(await page.content()).not.toContain(card.pin);

    const learner = await browser.visit({ site });
    await signIn(learner.page, { village: roomy.village, ...card });
    expect(await learner.page.getByRole("heading", { level: 1 }).innerText()).toBe("Halo, Suparmi Lestari");
  });

  test("gives a new PIN: the old one is refused, and whoever used it is signed out", async () => {
    const { page } = await browser.visit({ site, viewport: laptop });
    await openBoard(page, "dewi", roomy);
    const card = await register(page, "Ngatini Rahayu");
    const learner = await browser.visit({ site });
    await signIn(learner.page, { village: roomy.village, ...card });

    await page.getByRole("link", { name: "Kembali ke rombel" }).first().click();
    await page.getByRole("link", { name: "PIN baru untuk Ngatini Rahayu" }).click();
    await page.getByRole("button", { name: "Buat PIN baru" }).click();
    const renewed = await readCard(page);
    expect(renewed.number).toBe(card.number);

    await learner.page.reload();
    await learner.page.waitForURL(/\/masuk/);
    await enter(learner.page, card);
    expect(await learner.page.getByRole("alert").innerText()).toContain("belum cocok");
    await enter(learner.page, renewed);
    await learner.page.getByRole("heading", { name: "Halo, Ngatini Rahayu" }).waitFor();
  });

  test("does not get to another mentor's cohort, nor to anything in it", async () => {
    const other = await browser.visit({ site, viewport: laptop });
    await signInStaff(other.page, "agus");
    await other.page.locator(".cohort a").first().click();
    const pin = new URL(await other.page.getByRole("link", { name: /^PIN baru/ }).first().evaluate((link: HTMLAnchorElement) => link.href)).pathname;
    const board = new URL(other.page.url()).pathname;

    const { page } = await browser.visit({ site, viewport: laptop });
    await signInStaff(page, "dewi");
    for (const path of [board, `${board}/peserta-baru`, `${board}/tambah`, pin]) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 404]);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Halaman ini tidak ada");
      expect(await page.getByRole("banner").innerText()).toContain("Dewi");
    }
    await page.locator(".staff-nav").getByRole("link", { name: "Rombel", exact: true }).click();
    await page.waitForURL(/\/mentor$/);
  });
});

test("a mentor takes a learner who already has a number into the cohort", async () => {
  const site = connectedSite;
  const { page } = await browser.visit({ site, viewport: laptop });
  await openBoard(page, "dewi", roomy);
  const card = await register(page, "Wagiyem Contoh");
  await leaveCohort(page.url(), card.number);

  await page.getByRole("link", { name: "Kembali ke rombel" }).first().click();
  await page.getByRole("link", { name: "Tambah peserta lama" }).waitFor();
  expect(await page.getByRole("rowheader", { name: "Wagiyem Contoh" }).count()).toBe(0);
  await page.getByRole("link", { name: "Tambah peserta lama" }).click();
  await page.getByLabel("Nama atau nomor").fill("wagiyem");
  await page.getByRole("button", { name: "Cari" }).click();
  await page.getByRole("button", { name: "Masukkan Wagiyem Contoh ke rombel" }).click();
  expect(await page.getByRole("status").innerText()).toBe(`Wagiyem Contoh (nomor ${card.number}) sudah masuk rombel ini.`);
  await page.getByRole("link", { name: "Kembali ke rombel" }).first().click();
  await page.getByRole("rowheader", { name: "Wagiyem Contoh" }).waitFor();

  const learner = await browser.visit({ site });
  await chooseCenter(learner.page, roomy.village);
  await enter(learner.page, card);
  await learner.page.getByRole("link", { name: "Lewati dulu" }).waitFor();
});

/** Signs a mentor in and opens a cohort. */
async function openBoard(page: Page, username: string, { cohort } = { cohort: /Melati/ }): Promise<void> {
  await signInStaff(page, username);
  await page.getByRole("link", { name: cohort }).click();
  await page.waitForURL(/\/mentor\/rombel\/[0-9a-f-]{36}$/);
}

/** Registers someone from the board, as another person than any namesake. */
async function register(page: Page, name: string): Promise<{ number: number; pin: string }> {
  await page.getByRole("link", { name: "Daftarkan peserta baru" }).click();
  await page.getByLabel("Nama", { exact: true }).fill(name);
  await page.getByLabel("Sudah dibacakan dan setuju").check();
  await page.getByRole("button", { name: "Simpan dan lihat kartu" }).click();
  return readCard(page);
}

async function readCard(page: Page): Promise<{ number: number; pin: string }> {
  const value = (label: string) => page.locator(".pin-card dl > div").filter({ has: page.getByText(label, { exact: true }) }).locator("dd").innerText();
  return { number: Number(await value("Nomor peserta")), pin: await value("PIN") };
}

/** As if the learner's card were from before this cohort. */
async function leaveCohort(boardUrl: string, number: number): Promise<void> {
  const cohortId = /rombel\/([0-9a-f-]{36})/.exec(boardUrl)?.[1] ?? "";
  const db = connect(databaseUrl);
  await db
    .deleteFrom("enrollment")
    .where("cohort_id", "=", cohortId)
    .where("learner_id", "in", (select) => select.selectFrom("learner").innerJoin("cohort", "cohort.center_id", "learner.center_id").where("cohort.id", "=", cohortId).where("number", "=", number).select("learner.id"))
    .execute();
  await db.destroy();
}
