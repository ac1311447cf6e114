import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { phone, useBrowser, type VisitOptions } from "../support/browser.ts";
import { connectedSite as site } from "../support/connected-site.ts";
import { brokenWords } from "../support/page-checks.ts";
import { cookieOf, sessionOf } from "../support/sessions.ts";
import { chooseCenter, demoLearner, enter, finishPractice } from "../support/steps.ts";

const browser = useBrowser();
const lesson = "/belajar/hp-saya/menyalakan-hp";

async function visitAs(number: number, cookies: string[] = [], options: Partial<VisitOptions> = {}): Promise<Page> {
  const { context, page } = await browser.visit({ site, ...options });
  await context.addCookies([await sessionOf(site, number), ...cookies].map((cookie) => cookieOf(site, cookie)));
  return page;
}

describe("Back", () => {
  test.each([["on a new device", false], ["on one whose pages are kept by the service worker", true]])("after a wrong PIN and the right one leads to no error, %s", async (_device, hasWorker) => {
    const { page } = await browser.visit({ site });
    await chooseCenter(page, "Plosorejo");
    if (hasWorker) {
      await page.evaluate(async () => {
        await navigator.serviceWorker.register("/pekerja-layanan.js");
        await navigator.serviceWorker.ready;
      });
      await page.reload();
    }
    await enter(page, { number: 24, pin: "111222" });
    expect(await page.getByRole("alert").innerText()).toContain("belum cocok");
    await enter(page, demoLearner(24));
    await page.waitForURL("**/belajar");
    await page.goBack();
    await page.waitForURL("**/belajar");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("Halo");
  });

  test("to the page of farewell, when the next one has signed in, says who is signed in", async () => {
    const page = await visitAs(13);
    await page.goto("/belajar");
    const name = await page.locator(".who").innerText();
    await page.goto("/keluar");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(name);
    await page.getByRole("link", { name: "Lanjut belajar" }).click();
    await page.waitForURL("**/belajar");
    await page.goBack({ waitUntil: "commit" });
    await page.getByRole("main").getByRole("button", { name: "Keluar" }).click();
    await page.getByRole("heading", { name: "Sampai jumpa!" }).waitFor();
  });
});

test("a practice that does not exist says so, and goes on saying so once scripts have run", async () => {
  const page = await visitAs(24);
  await page.goto("/belajar/hp-saya/zzz/latihan", { waitUntil: "networkidle" });
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Halaman ini tidak ada");
  expect(await page.locator("script").count()).toBe(0);
});

test.each(["/belajar", "/keluar", lesson, `${lesson}#ingat`, `${lesson}/latihan`, "/belajar/hp-saya/mengenal-hp/kuis", "/sertifikat", "/masuk?cari=kademangan"])(
  "with the largest letters no button of %s is broken within a word",
  async (path) => {
    const page = await visitAs(24, ["huruf=largest"]);
    if (path.startsWith("/masuk")) await page.context().clearCookies({ name: /^melek_/ });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    expect(await brokenWords(page)).toEqual([]);
  },
);

test("a new learner sees the starting test first, with a way around it, without scrolling", async () => {
  const page = await visitAs(24);
  await page.goto("/belajar");
  for (const name of ["Tes awal: 20 soal", "Lewati dulu"]) {
    const box = await page.getByRole("link", { name }).boundingBox();
    expect((box?.y ?? phone.height) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.height);
  }
  expect(await page.locator("main .button-main").count()).toBe(1);
  await page.getByRole("link", { name: "Lewati dulu" }).click();
  await page.locator(".screen:visible").waitFor();
});

describe.each([["with scripts on", true, 24], ["with scripts off", false, 23]])("%s", (_scripts, javaScriptEnabled, number) => {
  test("a practice that was left says that it starts anew; once finished its lesson says so", async () => {
    const page = await visitAs(number, [], { javaScriptEnabled });
    await page.goto(`${lesson}/latihan`);
    expect(await page.getByText("Mulai dari awal lagi").count()).toBe(0);
    await page.reload();
    await page.getByText("Mulai dari awal lagi. Tidak apa-apa.").waitFor();
    await finishPractice(page);
    expect(await page.locator(".screen:visible").innerText()).toContain("Latihan ini sudah selesai. Bagus!");
    await page.goto(`${lesson}#kamu`);
    expect(await page.locator(".screen:visible").innerText()).toContain("Latihan ini sudah selesai. Bagus!");
    await page.goto(`${lesson}/latihan`);
    expect(await page.getByText("Mulai dari awal lagi").count()).toBe(0);
  });

  test("a lesson that was opened from a result leads back to it from every screen", async () => {
    const page = await visitAs(24, [], { javaScriptEnabled });
    const result = "/belajar/hp-saya/mengenal-hp/kuis/01a201c1-758c-71f1-9343-9cd790000000";
    await page.goto(`${lesson}?dari=${result}#aku-1`);
    for (;;) {
      const back = page.locator(".screen:visible").getByRole("link", { name: "Kembali ke hasil" });
      expect(await back.getAttribute("href")).toBe(result);
      await back.waitFor();
      expect((await back.boundingBox())?.y).toBeGreaterThanOrEqual(0);
      const onward = page.locator(".screen:visible").getByRole("link", { name: "Lanjut", exact: true });
      if (!(await onward.isVisible())) break;
      await onward.click();
    }
    expect(await page.locator(".screen:visible .button-main").innerText()).toBe("Kembali ke hasil");
    await page.getByRole("button", { name: "Huruf besar" }).click();
    expect(new URL(page.url()).search).toBe(`?dari=${result}`);
    await page.getByRole("button", { name: "Minta bantuan" }).click();
    expect(new URL(page.url()).search).toBe(`?dari=${result}&bantuan`);
    await page.getByRole("button", { name: "Batal" }).click();
    expect(new URL(page.url()).search).toBe(`?dari=${result}`);
  });
});
