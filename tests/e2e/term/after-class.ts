import { expect, test } from "vitest";
import { dayAfter } from "#app/mentoring/village-clock.ts";
import { cohortName, contentOf, createCohort, openFromBoard } from "./class.ts";
import { bringMentor, paperAnswers, sessionsOf } from "./held.ts";
import { caller, leaver, walkIn } from "./people.ts";
import { readCsv, readPdf, readScreen } from "./reports.ts";
import { main, told, type Stage } from "./stage.ts";

/** What stays of the term, and to whom the cohort goes. */
export function afterClass(stage: Stage): void {
  const { db, term, asMentor, asLearner } = stage;

  test("who cannot use the screen yet answers a quiz on paper, which is typed over and shown as such", async () => {
    const page = await asMentor("yoga");
    await openFromBoard(page, term.path, "Kuis di kertas");
    await page.getByRole("link", { name: /^A1 / }).click();
    await page.getByLabel(new RegExp(walkIn.name)).check();
    await page.getByRole("button", { name: "Cetak untuk yang dipilih" }).click();
    await page.waitForURL(/\/cetak\//);
    expect(await page.getByRole("region", { name: walkIn.name }).innerText()).toMatch(/Kode lembar\s+[A-Z0-9]{4}/);
    await page.getByRole("link", { name: "Masukkan jawaban dari kertas" }).click();
    const answers = await paperAnswers(db, term, "A1");
    const boxes = await page.locator("main input[name^='a.']").all();
    for (const [index, box] of boxes.entries()) await box.fill(answers[index] ?? "");
    await page.getByRole("button", { name: "Simpan dan nilai" }).click();
    expect(await told(page)).toBe("1 lembar tersimpan dan dinilai.");
    expect(await main(page)).toContain("10 dari 10, lulus (diisi dari kertas oleh Yoga Nugraha)");
    await page.goto(term.path);
    await page.getByRole("link", { name: walkIn.name, exact: true }).click();
    expect(await main(page)).toContain("diisi dari kertas oleh Yoga Nugraha");
  });

  test("a note that the learner may see is seen by the learner, another is not", async () => {
    const page = await asMentor("yoga");
    await page.goto(term.path);
    await page.getByRole("link", { name: caller, exact: true }).click();
    for (const [note, isForLearner] of [["Duduk dekat jendela saja.", true], ["Perlu waktu lebih lama.", false]] as const) {
      await page.getByRole("link", { name: "Tulis catatan" }).click();
      await page.getByLabel(`Catatan tentang ${caller}`).fill(note);
      if (isForLearner) await page.getByLabel("Peserta boleh melihat catatan ini").check();
      await page.getByRole("button", { name: "Simpan catatan" }).click();
      expect(await told(page)).toBe("Catatan sudah disimpan.");
      await page.getByRole("link", { name: `Kembali ke ${caller}` }).click();
    }
    const learner = await asLearner(caller);
    expect(await learner.getByRole("region", { name: "Pesan dari pendamping" }).innerText()).toContain("Duduk dekat jendela saja.");
    expect(await learner.content()).not.toContain("Perlu waktu lebih lama.");
  });

  test("a learner moves to another cohort of the mentor's, and how they came there stays", async () => {
    const page = await asMentor("yoga");
    await createCohort(page, { ...stage.calendar, slots: [{ weekday: 6, time: "19:00" }] }, "Rombel Cempaka");
    await page.goto(term.path);
    await page.getByRole("link", { name: leaver, exact: true }).click();
    await page.getByRole("link", { name: /^Pindah rombel/ }).click();
    await page.getByRole("radio", { name: /^Rombel Cempaka/ }).check();
    await page.getByLabel("Alasan").fill("Bekerja siang hari");
    await page.getByRole("button", { name: "Pindahkan" }).click();
    await page.waitForURL(/#riwayat-rombel$/);
    expect(await main(page)).toContain(`Pindah dari ${cohortName} ke Rombel Cempaka.`);
    await page.goto(term.path);
    expect(await page.getByRole("rowheader", { name: leaver }).count()).toBe(0);
    expect(await main(page)).toContain("23 dari 24 tempat terisi.");
  });

  test("reports write themselves, the same on screen, as a spreadsheet and on paper, and say what each still lacks", async () => {
    const page = await asMentor("yoga");
    const today = (await sessionsOf(db, term, { untilNow: true })).at(-1);
    await page.goto(`${term.path}/laporan/${today}`);
    const figures = await page.locator("dl.report-figures dd").allInnerTexts();
    expect(figures).toEqual(["24 dari 24 orang", "0", "1440", "1", "3, lulus 1", expect.stringMatching(/^\d+$/)]);
    const text = await page.getByLabel("Untuk pembina atau petugas program. Ada nama peserta: jangan kirim ke grup.").inputValue();
    expect(text).toContain("Datang: 24 dari 24 orang, 1440 menit seluruhnya.");
    expect(await page.locator("tr").filter({ hasText: walkIn.name }).innerText()).toContain("(di kertas)");

    await openFromBoard(page, term.path, "Laporan rombel");
    const shown = await readScreen(page);
    expect(Object.keys(shown)).toHaveLength(24);
    expect(shown[walkIn.name]?.slice(0, 3)).toEqual([5, 6, 300]);
    expect(shown[caller]?.slice(0, 4)).toEqual([6, 6, 360, 1]);
    const [csv] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Unduh untuk Excel (CSV)" }).click()]);
    const [pdf] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Unduh PDF" }).click()]);
    expect(readCsv(await contentOf(csv))).toEqual(shown);
    expect(readPdf(await contentOf(pdf), Object.keys(shown))).toEqual(shown);
    expect(await page.locator("tr").filter({ hasText: caller }).locator(".term-lacks li").first().innerText()).toMatch(/: \d+ pelajaran dan kuis$/);
  });

  test("messages are ready to be sent with WhatsApp", async () => {
    const page = await asMentor("yoga");
    await openFromBoard(page, term.path, "Pesan WhatsApp");
    const text = await page.getByLabel("Pengingat pertemuan").inputValue();
    expect(text).toContain(`Kelas ${cohortName} berikutnya hari`);
    const link = new URL((await page.getByRole("link", { name: "Buka WhatsApp Pengingat pertemuan" }).getAttribute("href")) ?? "");
    expect([link.origin, link.pathname, link.searchParams.get("text")]).toEqual(["https://wa.me", "/", text]);
  });

  test("the cohort is handed over: the new mentor marks, and the first one finds nothing of it any more", async () => {
    const before = await asMentor("yoga");
    const [first] = await sessionsOf(db, term, { untilNow: true });
    await before.goto(`${term.path}/hadir/${first}`);
    const page = await asMentor("yoga");
    await bringMentor(page, term.path, "retno", "Serahkan rombel");
    expect(await told(page)).toBe("Rombel sudah diserahkan. Ibu/Bapak tidak mendampinginya lagi.");
    expect((await page.goto(term.path))?.status()).toBe(404);
    await before.getByRole("group", { name: new RegExp(caller) }).getByRole("radio", { name: "Tidak hadir" }).check();
    await before.getByRole("button", { name: "Simpan" }).last().click();
    expect(await before.getByRole("heading", { level: 1 }).innerText()).toBe("Halaman ini tidak ada");

    const next = await asMentor("retno");
    await next.goto(`${term.path}/hadir/${first}`);
    expect(await next.getByRole("group", { name: new RegExp(caller) }).getByRole("radio", { name: "Hadir", exact: true }).isChecked()).toBe(true);
    await next.getByRole("group", { name: new RegExp(caller) }).getByRole("radio", { name: "Terlambat" }).check();
    await next.getByRole("button", { name: "Simpan" }).last().click();
    expect(await told(next)).toBe("1 orang tersimpan.");
  });

  test("a substitute has the cohort until the day that was said, and not after it is taken back", async () => {
    const page = await asMentor("retno");
    await bringMentor(page, term.path, "agus", "Pinjamkan sementara", dayAfter(stage.calendar.today, 7));
    expect(await told(page)).toBe("Daftar pendamping sudah diperbarui.");
    const substitute = await asMentor("agus");
    const [first] = await sessionsOf(db, term, { untilNow: true });
    await substitute.goto(`${term.path}/hadir/${first}`);
    await substitute.getByRole("group", { name: new RegExp(caller) }).getByRole("radio", { name: "Hadir", exact: true }).check();
    await substitute.getByRole("button", { name: "Simpan" }).last().click();
    expect(await told(substitute)).toBe("1 orang tersimpan.");
    await substitute.goto(`${term.path}/pendamping`);
    expect(await main(substitute)).toContain("Ibu/Bapak pengganti sementara.");
    await page.getByRole("button", { name: "Ambil kembali untuk Agus Priyambodo" }).click();
    expect(await told(page)).toBe("Daftar pendamping sudah diperbarui.");
    expect((await substitute.goto(term.path))?.status()).toBe(404);
  });
}
