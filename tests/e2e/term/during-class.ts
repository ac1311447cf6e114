import { expect, test } from "vitest";
import { dayAfter } from "#app/mentoring/village-clock.ts";
import { answerWrongly } from "../../support/quiz-key.ts";
import { finishLesson, readLesson } from "../../support/steps.ts";
import { pathOf, rowOf } from "./class.ts";
import { changeSession, enrolledFromTheFirst, markAll, markOne, sessionsOf } from "./held.ts";
import { caller, struggler, walkIn } from "./people.ts";
import { main, told, type Stage } from "./stage.ts";

/** The meetings of the term: who came, who calls, who is stuck, what is done. */
export function duringClass(stage: Stage): void {
  const { db, term, asMentor, asLearner } = stage;

  test("one meeting is cancelled and one moved, each with its reason, and both stay to be seen in the schedule", async () => {
    const page = await asMentor("yoga");
    const [, , third, fourth] = await sessionsOf(db, term);
    await changeSession(page, term.path, third, { reason: "Panen raya" });
    expect(await main(page)).toContain("Dibatalkan.");
    await changeSession(page, term.path, fourth, { to: { day: dayAfter(stage.calendar.today, -9), time: "10:00" }, reason: "Balai desa dipakai rapat" });
    expect(await main(page)).toMatch(/Dipindah dari .* pukul 09\.00 ke .* pukul 10\.00\./);
    await page.goto(`${term.path}/jadwal`);
    expect(await main(page)).toContain("Alasan: Panen raya");
    expect(await main(page)).toMatch(/Dipindah dari .*, pukul 09\.00\./);
  });

  test("who came is noted at six meetings with one tap a person, in less than a minute, and a correction keeps what was noted before", async () => {
    const page = await asMentor("yoga");
    await enrolledFromTheFirst(db, term);
    const held = await sessionsOf(db, term, { untilNow: true });
    expect(held).toHaveLength(6);
    const [first, ...others] = held;
    await page.goto(`${term.path}/hadir/${first}`);
    const begun = Date.now();
    const taps = await markOne(page, "Hadir");
    expect(await told(page)).toBe("24 orang tersimpan.");
    expect(taps).toBe(25);
    expect(Date.now() - begun).toBeLessThan(60_000);
    for (const session of others) {
      await page.goto(`${term.path}/hadir/${session}`);
      await markAll(page);
      expect(await told(page)).toBe("24 orang tersimpan.");
    }

    await page.goto(`${term.path}/hadir/${first}`);
    const line = page.getByRole("group", { name: new RegExp(walkIn.name) });
    await line.getByRole("radio", { name: "Izin" }).check();
    await page.getByRole("button", { name: "Simpan" }).last().click();
    expect(await page.getByRole("alert").innerText()).toContain("1 orang belum tersimpan.");
    await line.getByLabel("Alasan").fill("Acara desa");
    await page.getByRole("button", { name: "Simpan" }).last().click();
    expect(await told(page)).toBe("1 orang tersimpan.");
    await page.getByText("Catatan lama").click();
    expect((await page.locator(".mark-history dd").allInnerTexts()).map((text) => text.split(", oleh")[0])).toEqual(["Izin (Acara desa)", "Hadir 60 menit"]);
  });

  test("in class a learner calls for help, the board shows it within 3 seconds, and the learner sees that it was answered", async () => {
    const board = await asMentor("yoga");
    await board.goto(`${term.path}/kelas`);
    await board.getByText("Halaman ini berubah sendiri.", { exact: true }).waitFor();
    await board.evaluate(() => void (document.body.dataset["stays"] = "yes"));
    const learner = await asLearner(caller);
    await learner.getByRole("link", { name: "Lewati dulu" }).click();
    await learner.getByRole("button", { name: "Minta bantuan" }).click();
    await rowOf(board, caller).getByText("Memanggil.").waitFor({ timeout: 3000 });
    expect(await rowOf(board, caller).innerText()).toContain("Pelajaran “");
    expect(await board.evaluate(() => document.body.dataset["stays"])).toBe("yes");
    expect(await learner.getByRole("status").first().innerText()).toContain("Pendamping sudah diberi tahu.");

    await board.getByRole("button", { name: `Sudah dibantu untuk ${caller}` }).click();
    await rowOf(board, caller).getByText("Lancar").waitFor();
    expect(await main(board)).toContain("1 panggilan sudah dibantu hari ini");
    await learner.goto("/belajar");
    await learner.getByRole("button", { name: "Minta bantuan" }).waitFor();
    expect(await learner.getByText("Pendamping sudah diberi tahu.").count()).toBe(0);
  });

  test("who fails the same quiz twice is shown as stuck, also to a mentor whose browser runs no scripts", async () => {
    const board = await asMentor("yoga", { javaScriptEnabled: false });
    await board.goto(`${term.path}/kelas`);
    expect(await rowOf(board, struggler).isVisible()).toBe(false);
    const learner = await asLearner(struggler);
    for (let tries = 0; tries < 2; tries += 1) {
      await learner.goto("/belajar/hp-saya/mengenal-hp/kuis");
      await answerWrongly(learner);
      await learner.getByRole("button", { name: "Kirim jawaban" }).click();
      await learner.getByText("Belum lulus, dan itu tidak apa-apa").waitFor();
    }
    // The page loads itself anew every 15 seconds.
    await rowOf(board, struggler).getByText("Sudah 2 kali berturut-turut gagal di kuis ini.").waitFor({ timeout: 20_000 });
  });

  test("a learner finishes a lesson and does its task on their own phone, and the mentor has seen it", async () => {
    const learner = await asLearner(caller);
    await learner.getByRole("link", { name: "Lewati dulu" }).click();
    const lesson = pathOf(learner);
    const title = await learner.getByRole("heading", { level: 1 }).innerText();
    await readLesson(learner);
    await finishLesson(learner);
    await learner.goto(lesson);
    const screen = await learner.getByRole("button", { name: "Sudah saya coba di HP", includeHidden: true }).evaluate((button) => button.closest("section")?.id ?? "");
    await learner.goto(`${lesson}#${screen}`);
    await learner.getByRole("button", { name: "Sudah saya coba di HP" }).click();
    expect(await told(learner)).toContain("Bagus! Tugas di HP sudah dicatat.");

    const page = await asMentor("yoga");
    await page.goto(term.path);
    await page.getByRole("link", { name: caller, exact: true }).click();
    const task = page.locator("table.tasks tbody tr").filter({ hasText: title });
    expect(await task.innerText()).toMatch(/Sudah, \d+ \p{L}+ \d{4}/u);
    await task.getByRole("button", { name: "Tugas sudah saya lihat" }).click();
    await task.getByText("Yoga Nugraha").waitFor();
  });
}
