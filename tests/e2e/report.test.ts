import { expect, inject, test } from "vitest";
import { laptop, useBrowser } from "../support/browser.ts";
import { signInStaff } from "../support/steps.ts";

const browser = useBrowser();

test.each(["lead-blitar", "lead-purwakarta", "lead-kaltim"])("the report to the regent is one sheet of A4 (%s)", async (username) => {
  const { page } = await browser.visit({ site: inject("embeddedSite"), viewport: laptop });
  await signInStaff(page, username);
  await page.goto("/program");
  await page.getByRole("link", { name: "Cetak laporan" }).click();
  await page.getByRole("heading", { level: 1, name: /^Laporan / }).waitFor();
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = sheets.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
});
