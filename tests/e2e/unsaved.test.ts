import { expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { connectedSite as site } from "../support/connected-site.ts";
import { signInStaff } from "../support/steps.ts";

const browser = useBrowser();

test("attendance that nobody has saved outlives larger letters and another language, and is asked about before it is left", async () => {
  const { page } = await browser.visit({ site });
  await signInStaff(page, "dewi");
  await page.goto("/mentor");
  await page.getByRole("link", { name: "Rombel Melati" }).first().click();
  await page.goto(`${page.url()}/hadir`);
  await page.getByRole("link", { name: /^(Isi daftar hadir|Lihat atau ubah)$/ }).first().click();
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.locator('input[value="late"]').first().check();
  for (const name of ["Huruf besar", "English", "Bahasa Indonesia", "Huruf biasa"]) {
    await page.getByRole("button", { name }).click();
    await expect.poll(() => page.locator('input[value="late"]').first().isChecked()).toBe(true);
  }
  expect(asked).toEqual([]);
  await page.goto("/mentor");
  expect(asked).toEqual(["beforeunload"]);
});
