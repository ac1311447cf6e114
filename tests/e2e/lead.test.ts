import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright";
import { describe, expect, inject, test } from "vitest";
import { laptop, useBrowser } from "../support/browser.ts";
import { signInStaff } from "../support/steps.ts";

const browser = useBrowser();

describe.each([
  ["on the embedded database", inject("embeddedSite")],
  ["on the database of DATABASE_URL", inject("connectedSite")],
])("a program lead %s", (_where, site) => {
  test("reads at once how many villages have begun", async () => {
    const { page } = await browser.visit({ site, viewport: laptop });
    await signInStaff(page, "lead-blitar");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Literasi Digital Desa Kabupaten Blitar");
    expect(await page.locator(".headline").innerText()).toMatch(/^\d+ dari 20 desa sasaran sudah mulai\. (.* orang terdaftar, .* sudah selesai|Yang terdaftar .* orang, yang sudah selesai .* orang)\.$/);
    await page.getByRole("rowheader", { name: "Plosorejo" }).waitFor();
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

  test("does not get to another program", async () => {
    const garut = await browser.visit({ site, viewport: laptop });
    await signInStaff(garut.page, "lead-garut");
    const path = new URL(garut.page.url()).pathname;

    const { page } = await browser.visit({ site, viewport: laptop });
    await signInStaff(page, "lead-blitar");
    for (const address of [path, `${path}/csv`]) expect([address, (await page.goto(address))?.status()]).toEqual([address, 404]);
  });
});

/** Name, target and the four counts of every village in the table, then of the whole program; as a spreadsheet would hold them. */
async function readTable(page: Page): Promise<string[][]> {
  const rows = await page.locator("table.completion :is(tbody tr:not(.group), tfoot tr)").evaluateAll((lines) =>
    lines.map((line) => [line.querySelector("th span")?.textContent ?? line.querySelector("th")?.textContent ?? "", ...[...line.querySelectorAll("td.number")].map((cell) => cell.textContent ?? "")]),
  );
  return rows.map(([name = "", ...figures]) => {
    const plain = figures.map((figure) => figure.replaceAll(".", "").replace(/^–$/, ""));
    return [name.trim(), ...(plain.length === 1 ? [...plain, "0", "0", "0", "0"] : plain)];
  });
}

async function readCsv(file: string): Promise<string[][]> {
  const rows = parse<Record<string, string>>(readFileSync(file), { bom: true, columns: true, delimiter: ";" });
  return rows.map(({ desa = "", target = "", terdaftar = "", mulai_belajar = "", selesai = "", bersertifikat = "" }) => [desa, target, terdaftar, mulai_belajar, selesai, bersertifikat]);
}
