import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { laptop } from "../../support/browser.ts";
import { linesOfPdf } from "../../support/pdf.ts";
import { chooseCenter, signOut } from "../../support/steps.ts";
import { applyAll, bring, cohortName, contentOf, createCohort, openFromBoard, pairDevice, pathOf, pinsOn } from "./class.ts";
import { caller, listFile, newcomers, walkIn } from "./people.ts";
import { main, someoneOf, told, type Stage } from "./stage.ts";

/** From an empty cohort to a learner who is signed in. */
export function beforeClass(stage: Stage): void {
  const { browser, site, db, term, asMentor, asLearner } = stage;

  test("a mentor makes a cohort: its meetings stand in the schedule, and a holiday is left out", async () => {
    const page = await asMentor("yoga");
    await createCohort(page, stage.calendar, cohortName, "24");

    // Eight weeks of today's weekday, seven of the other, and one of those is a holiday.
    expect(await told(page)).toBe("Rombel sudah dibuat dengan 14 pertemuan. 1 hari libur dilewati.");
    expect(await main(page)).toContain(stage.calendar.holiday.name);
    term.path = pathOf(page).replace(/\/jadwal$/, "");
    const cohort = await db.selectFrom("cohort").innerJoin("region", "region.code", "cohort.village_code").where("cohort.id", "=", term.path.split("/").at(-1) ?? "").select(["village_code", "center_id", "region.name"]).executeTakeFirstOrThrow();
    Object.assign(term, { villageCode: cohort.village_code, centerId: cohort.center_id, village: cohort.name });
  });

  test("a list of people is looked at, applied, undone and applied again, and what it refused comes back to be mended", async () => {
    const known = await someoneOf(db, term.centerId);
    const page = await asMentor("yoga");
    await bring(page, term.path, listFile(known));
    expect(await main(page)).toContain("Kolom ini tidak dibaca dan tidak disimpan: NIK.");
    expect(await main(page)).toContain("2 ditolak");
    expect(await page.getByRole("group", { name: new RegExp(known, "i") }).innerText()).toContain("Orang lain, peserta baru");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Unduh baris yang ditolak" }).click()]);
    const refused: string[][] = parse(await contentOf(download), { bom: true, delimiter: ";" });
    expect(refused.slice(1).map((row) => row.at(-1))).toEqual([expect.stringContaining("Nama diawali tanda"), expect.stringContaining("Tahun lahir tidak terbaca")]);

    expect(await applyAll(page)).toBeGreaterThanOrEqual(1);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Daftar sudah diterapkan: peserta.csv");
    await page.getByRole("button", { name: "Batalkan semuanya" }).click();
    await page.getByText("Semuanya kembali seperti sebelum daftar diterapkan.").waitFor();
    await page.goto(term.path);
    expect(await main(page)).toContain("belum punya peserta");

    await bring(page, term.path, listFile(known));
    await applyAll(page);
    await page.goto(term.path);
    expect(await page.locator("table.board tbody tr").count()).toBe(newcomers.length + 1);
  });

  test("who comes to the first meeting without being on the list is registered in a few taps, with consent, and the cohort is full", async () => {
    const page = await asMentor("yoga");
    await openFromBoard(page, term.path, "Daftarkan peserta baru");
    await page.getByLabel("Nama", { exact: true }).fill(walkIn.name);
    await page.getByLabel("Tahun lahir").fill(walkIn.birthYear);
    await page.getByLabel("Perempuan").check();
    await page.getByRole("button", { name: "Simpan dan lihat kartu" }).click();
    expect(await main(page)).toContain("Bacakan teksnya dan centang kalau setuju. Tanpa itu belum boleh didaftarkan.");
    await page.getByLabel("Sudah dibacakan dan setuju").check();
    await page.getByRole("button", { name: "Simpan dan lihat kartu" }).click();
    await page.locator(".pin-card").waitFor();
    expect(await page.locator(".pin-card").innerText()).toMatch(/\b\d{6}\b/);
    await page.goto(term.path);
    expect(await main(page)).toContain("Rombel penuh: 24 dari 24 tempat terisi.");
  });

  test("who was brought in by the list gets no PIN before the text was read to all of them and their consent is recorded", async () => {
    const page = await asMentor("yoga");
    await openFromBoard(page, term.path, "Kartu masuk");
    await page.getByRole("link", { name: "Catat persetujuan" }).click();
    const boxes = page.getByRole("checkbox");
    await expect.poll(() => boxes.count()).toBe(23);
    for (const box of await boxes.all()) await box.check();
    await page.getByRole("button", { name: "Catat yang dicentang" }).click();
    expect(await main(page)).toContain("Persetujuan 23 orang dicatat.");
  });

  test("login cards are printed for all, and the PINs on them are shown once", async () => {
    const page = await asMentor("yoga");
    await openFromBoard(page, term.path, "Kartu masuk");
    await page.getByRole("button", { name: "Lanjut" }).click();
    expect(await main(page)).toContain("24 kartu, 3 lembar A4.");
    expect(await main(page)).toContain("23 orang mendapat PIN baru.");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Buat PDF" }).click()]);
    const lines = linesOfPdf(await contentOf(download));
    expect(lines.filter((line) => line === "PIN: tetap yang lama")).toHaveLength(1);
    term.pins = pinsOn(lines);
    expect(term.pins.size).toBe(23);

    await page.getByRole("button", { name: "Buat PDF" }).click();
    await page.waitForURL(/\/kartu\?sudah/);
    expect(await page.getByRole("alert").innerText()).toContain("PIN tidak bisa ditampilkan dua kali.");
  });

  test("on a PC that the mentor paired a learner touches their name and types the PIN; no other device shows a name", async () => {
    const pc = await browser.visit({ site, viewport: laptop });
    await pairDevice(pc.page, "yoga", term.village);
    term.device = (await pc.context.cookies()).filter(({ name }) => !name.startsWith("melek_"));
    const page = await asLearner(caller);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(`Halo, ${caller}`);
    await signOut(page);

    const own = await browser.visit({ site });
    await chooseCenter(own.page, term.village);
    for (const path of ["/masuk", "/masuk?rombel", "/masuk?peserta=1"]) {
      await own.page.goto(path);
      for (const name of [...newcomers, walkIn.name]) expect(await own.page.content()).not.toContain(name);
    }
  });
}
