import { describe, expect, test } from "vitest";
import { laptop, useBrowser } from "../support/browser.ts";
import { embeddedSite } from "../support/embedded-site.ts";
import { signInStaff } from "../support/steps.ts";

const browser = useBrowser();

/** What each program is first asked, who asks it, and what the page answers. */
const questions: [question: string, lead: string, answer: RegExp][] = [
  ["In how many of Garut's villages is the plan of two years?", "lead-garut", /^421 dari 421 desa ada dalam rencana 2 tahun\. 10 desa sudah mulai\.$/],
  ["How many of Purwakarta's villages have an internet center?", "lead-purwakarta", /^42 dari 183 desa sudah punya pusat internet, di 17 kecamatan\.$/],
  ["How many of Kaltim's villages are chosen?", "lead-kaltim", /^50 dari 841 desa sudah terpilih, di 7 kabupaten\. 7 desa sudah mulai\.$/],
  ["Who comes to Blitar's workshop?", "lead-blitar", /^Lokakarya 2 hari, 2 sesi: 120 orang dari 20 desa\. .+ orang sudah terdaftar\.$/],
  ["How far has Paser's program spread?", "lead-paser", /^15 dari 139 desa menjadi percontohan: 3 duta membina 15 duta desa, dan .+ warga sudah terdaftar\.$/],
];

describe("a program's page answers at its top", () => {
  test.each(questions)("%s", async (_question, lead, answer) => {
    const { page } = await browser.visit({ site: embeddedSite, viewport: laptop });
    await signInStaff(page, lead);
    await page.goto("/program");
    expect(await page.locator(".program-headline").innerText()).toMatch(answer);
  });

  test("and Paser's spread names three levels, and each of the ambassadors", async () => {
    const { page } = await browser.visit({ site: embeddedSite, viewport: laptop });
    await signInStaff(page, "lead-paser");
    await page.getByRole("link", { name: "Sebaran" }).click();
    expect(await page.locator(".headline").innerText()).toMatch(/^3 tingkat sampai ke warga: .+ di 15 desa\.$/);
    await expect.poll(() => page.locator(".tree > li").count()).toBe(3);
    await expect.poll(() => page.locator(".tree ul > li").count()).toBe(15);
  });
});
