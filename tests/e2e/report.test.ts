import type { Page } from "playwright";
import { expect, test } from "vitest";
import { laptop, phone, useBrowser } from "../support/browser.ts";
import { embeddedSite } from "../support/embedded-site.ts";
import { fullestReport } from "../support/fullest-report.tsx";
import { signInStaff } from "../support/steps.ts";

const browser = useBrowser();

/** How many sheets it is printed on; all of the size of the first. */
async function sheetsOf(page: Page): Promise<{ count: number; width: number; height: number }> {
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width, height] = sheets.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/) ?? [];
  return { count: sheets.match(/\/Type\s*\/Page\b/g)?.length ?? 0, width: Math.round(Number(width)), height: Math.round(Number(height)) };
}

const oneA4 = { count: 1, width: 595, height: 842 };

test.each([["lead-blitar", 20], ["lead-purwakarta", 17], ["lead-kaltim", 7], ["lead-garut", 41]])("the report to the regent is one sheet of A4 (%s)", async (username, places) => {
  const { page } = await browser.visit({ site: embeddedSite, viewport: laptop });
  await signInStaff(page, username);
  await page.goto("/program");
  await page.getByRole("link", { name: "Cetak laporan" }).click();
  await page.getByRole("heading", { level: 1, name: /^Laporan / }).waitFor();
  await page.locator(".places tfoot").waitFor();
  expect(await page.locator(".places tbody tr").count()).toBe(places);
  expect(await sheetsOf(page)).toEqual(oneA4);
});

test("the report says one number for one question", async () => {
  const { page } = await browser.visit({ site: embeddedSite, viewport: laptop });
  await signInStaff(page, "lead-purwakarta");
  await page.goto("/program");
  await page.getByRole("link", { name: "Cetak laporan" }).click();
  await page.getByRole("heading", { level: 1, name: /^Laporan / }).waitFor();
  await page.waitForLoadState();
  const text = await page.locator("article").innerText();
  expect(text).toContain("42 dari 183 desa sudah punya pusat internet, di 17 kecamatan.");
  const told = [...text.matchAll(/(\d+ dari \d+) desa( sasaran| dan kelurahan)? sudah mulai/g)].map(([, number, of]) => [number, of]);
  expect(told).toEqual([[await page.locator(".places tfoot td").first().innerText(), " sasaran"]]);
  const legend = (await page.locator(".legend strong").allInnerTexts()).map(Number);
  expect(legend.slice(0, 5).reduce((sum, villages) => sum + villages, 0)).toBe(42);
});

test.each([
  ["regency", 42, 360],
  ["regency", 42, 768],
  ["regency", 42, 1024],
  ["regency", 42, 1366],
  ["province", 38, 1366],
] as const)("the table of places of a %s with %i fits a window of %i px", async (kind, places, width) => {
  const { page } = await browser.visit({ site: embeddedSite, viewport: { ...phone, width } });
  await page.setContent(fullestReport(places, kind).replace("<title>", '<meta name="viewport" content="width=device-width"><title>'));
  expect(await page.locator(".places .wide").evaluateAll((tables) => tables.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length)).toBe(0);
});

test.each([
  ["province", 38, 38],
  ["regency", 1, 1],
  ["regency", 10, 10],
  ["regency", 24, 24],
  ["regency", 25, 25],
  ["regency", 51, 45],
  ["district", 60, 45],
] as const)("the report stays one sheet with all there can be, of a %s with %i places", async (kind, places, shown) => {
  const { page } = await browser.visit({ site: embeddedSite, viewport: laptop });
  await page.setContent(fullestReport(places, kind));
  expect(await page.locator(".places tbody tr").count()).toBe(shown);
  expect(await sheetsOf(page)).toEqual(oneA4);
});
