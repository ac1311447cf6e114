import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { laptop, phone, useBrowser } from "../support/browser.ts";
import { connectedSite } from "../support/connected-site.ts";
import { embeddedSite } from "../support/embedded-site.ts";
import { signInStaff } from "../support/steps.ts";

const browser = useBrowser();

describe.each([
  ["on the embedded database", embeddedSite],
  ["on the database of DATABASE_URL", connectedSite],
])("a program lead %s", (_where, site) => {
  test("reads at once how many villages have begun", async () => {
    const { page } = await browser.visit({ site, viewport: laptop });
    await signInStaff(page, "lead-blitar");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Literasi Digital Desa Kabupaten Blitar");
    expect(await page.locator(".headline:not(.program-headline)").innerText()).toMatch(/^\d+ dari 20 desa sasaran sudah mulai\. (.* orang terdaftar, .* sudah selesai|Yang terdaftar .* orang, yang sudah selesai .* orang)\.$/);
    await page.getByRole("rowheader", { name: "Plosorejo" }).waitFor();
  });

  test("reads the same figures place by place", async () => {
    const { page } = await browser.visit({ site, viewport: laptop });
    await signInStaff(page, "lead-paser");
    const told = /\d+ orang terdaftar, \d+ sudah selesai/;
    const ofProgram = told.exec(await page.locator(".headline:not(.program-headline)").innerText())?.[0];
    await page.getByRole("link", { name: "Angka tiap wilayah" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Kabupaten Paser");
    expect(await page.locator("#isi").innerText()).toContain(ofProgram);
    await page.getByRole("link", { name: "Kecamatan Paser Belengkong", exact: true }).click();
    await page.getByRole("link", { name: "Desa Pasir Belengkong", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Desa Pasir Belengkong" }).waitFor();
    await page.locator(".completion tfoot").waitFor();
    expect(await page.locator(".completion tbody th[scope=row]").count()).toBe(1);
    expect(await page.locator(".completion tfoot td").first().innerText()).toBe(await page.locator(".completion tbody td").first().innerText());
  });

  test.each(["lead-blitar", "lead-kaltim"])("sees every column of places on a laptop, printed too, and no dashes on a phone (%s)", async (username) => {
    const { page } = await browser.visit({ site, viewport: laptop });
    await signInStaff(page, username);
    await page.goto("/program");
    await page.getByRole("link", { name: "Angka tiap wilayah" }).click();
    const table = page.getByRole("table", { name: "Wilayah di dalamnya, dan jumlah seluruhnya" });
    await table.locator("tfoot").waitFor();
    expect(await table.getByRole("columnheader").count()).toBe(13);
    const hidden = () => table.evaluate((element) => element.scrollWidth - (element.parentElement?.clientWidth ?? 0));
    expect(await hidden()).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: "print" });
    // A4 across, between its margins.
    await page.setViewportSize({ width: 1031, height: 700 });
    expect(await hidden()).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize(phone);
    expect(await table.getByRole("cell", { name: "–", exact: true }).count()).toBe(0);
  });

  test.each(["lead-blitar", "lead-garut"])("downloads exactly the figures of the page (%s)", async (username) => {
    const { page } = await browser.visit({ site, viewport: laptop });
    await signInStaff(page, username);
    await page.getByRole("link", { name: /^Semua desa/ }).click();
    const shown = await readTable(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /CSV/ }).click()]);
    expect(await readCsv(await download.path())).toEqual(shown);
    expect(shown.length).toBeGreaterThan(20);
  });

  test("is told how large a workbook will be, and gets it", async () => {
    const { page } = await browser.visit({ site, viewport: laptop });
    await signInStaff(page, "lead-blitar");
    await page.getByRole("link", { name: "Isi dan besar berkas" }).click();
    expect(await page.locator("#isi").innerText()).toMatch(/Sekitar \d+ baris.*Sekitar \d+ KB/s);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Unduh untuk Excel" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^kabupaten-blitar-literasi-digital-desa-kabupaten-blitar-\d{4}-\d\d-\d\d\.xlsx$/);
    expect(readFileSync(await download.path()).subarray(0, 4)).toEqual(Buffer.from("PK\x03\x04", "latin1"));
  });

  test("does not get to another program", async () => {
    const garut = await browser.visit({ site, viewport: laptop });
    await signInStaff(garut.page, "lead-garut");
    const path = new URL(garut.page.url()).pathname;

    const { page } = await browser.visit({ site, viewport: laptop });
    await signInStaff(page, "lead-blitar");
    for (const address of [path, `${path}/wilayah/32.05/unduh.csv`]) expect([address, (await page.goto(address))?.status()]).toEqual([address, 404]);
  });
});

/** Name, target and the four counts of every village in the table, then of the whole program; as a spreadsheet would hold them. */
async function readTable(page: Page): Promise<string[][]> {
  await page.locator("table.completion tfoot").waitFor();
  const rows = await page.locator("table.completion :is(tbody tr:not(.group), tfoot tr)").evaluateAll((lines) =>
    lines.map((line) => [line.querySelector("th span")?.textContent ?? line.querySelector("th")?.textContent ?? "", ...[...line.querySelectorAll("td.number")].map((cell) => cell.textContent ?? "")]),
  );
  return rows.map(([name = "", ...figures]) => {
    const plain = figures.map((figure) => figure.replaceAll(".", "").replace(/^–$/, ""));
    return [name.trim(), ...(plain.length === 1 ? [...plain, "0", "0", "0", "0"] : plain)];
  });
}

/** The same of the file: the whole stands first in it, and villages without target or people as well. */
async function readCsv(file: string): Promise<string[][]> {
  const [whole, ...rows] = parse<Record<string, string>>(readFileSync(file), { bom: true, columns: true, delimiter: ";" });
  const villages = rows.filter((row) => row["tingkat"] === "Desa atau kelurahan" && (row["desa_sasaran"] === "1" || row["desa_ada_terdaftar"] === "1"));
  return [...villages, { ...whole, desa_atau_kelurahan: "Jumlah seluruh program" }].map((row: Record<string, string>) => [
    row["desa_atau_kelurahan"] ?? "",
    row["orang_sasaran"] ?? "",
    ...["terdaftar", "mulai_belajar", "selesai", "bersertifikat"].map((name) => toldIn(row, name)),
  ]);
}

function toldIn(row: Record<string, string>, name: string): string {
  if (row[`${name}_ketepatan`] === "pasti") return row[name] ?? "";
  return row[`${name}_ketepatan`] === "kurang dari 5" ? "<5" : `${row[`${name}_paling_sedikit`]}–${row[`${name}_paling_banyak`]}`;
}
