import type { Kysely } from "kysely";
import type { Page } from "playwright";
import { catalog } from "#app/catalog/catalog.server.ts";
import { listSessions } from "#db/cohort-schedule.ts";
import { listSheets } from "#db/paper-sheets.ts";
import type { Database } from "#db/schema.ts";
import { fillPaper } from "../../paper/fill-paper.ts";
import type { Term } from "./class.ts";

/** The ids of the cohort's meetings in their order; `untilNow`: of those that have begun and were not cancelled. */
export async function sessionsOf(db: Kysely<Database>, { path, villageCode }: Term, { untilNow = false } = {}): Promise<string[]> {
  const sessions = await listSessions(db, { villageCode, cohortId: path.split("/").at(-1) ?? "" });
  return sessions.filter(({ isCancelled, startsAt }) => !untilNow || (!isCancelled && startsAt <= new Date())).map(({ id }) => id);
}

/** The story's term began weeks ago: so did those who learn in it. */
export async function enrolledFromTheFirst(db: Kysely<Database>, { path, villageCode }: Term): Promise<void> {
  const cohortId = path.split("/").at(-1) ?? "";
  const [first] = await listSessions(db, { villageCode, cohortId });
  if (!first) throw new Error("the cohort has no meetings");
  await db.updateTable("enrollment").set({ enrolled_at: first.startsAt }).where("village_code", "=", villageCode).where("cohort_id", "=", cohortId).execute();
}

/** Moves a meeting, or cancels it where nowhere is said. Nobody may be asked twice. */
export async function changeSession(page: Page, path: string, session: string | undefined, { to, reason }: { to?: { day: string; time: string }; reason: string }): Promise<void> {
  await page.goto(`${path}/jadwal/${session}`);
  const form = page.locator("form.card").filter({ hasText: to ? "Pindah ke waktu lain" : "Batalkan pertemuan ini" });
  if (to) {
    await form.getByLabel("Tanggal baru").fill(to.day);
    await form.getByLabel("Jam baru").fill(to.time);
  }
  await form.getByLabel("Alasan").fill(reason);
  await form.getByRole("button").click();
  await page.getByRole("heading", { name: "Riwayat perubahan" }).waitFor();
}

/** Taps a status for each person, one after the other, and saves. Answers how many taps that took. */
export async function markOne(page: Page, status: string): Promise<number> {
  const choices = await page.getByRole("radio", { name: status, exact: true }).all();
  for (const choice of choices) await choice.click();
  await page.getByRole("button", { name: "Simpan" }).last().click();
  await page.getByRole("status").waitFor();
  return choices.length + 1;
}

/** Everybody was there: one tap. */
export async function markAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Semua hadir" }).click();
  await page.getByRole("status").waitFor();
}

/** What is typed over from the one sheet of a module that waits, by somebody who knew everything. */
export async function paperAnswers(db: Kysely<Database>, { path, villageCode }: Term, moduleId: string): Promise<string[]> {
  const sheets = await listSheets(db, { villageCode, cohortId: path.split("/").at(-1) ?? "" }, moduleId);
  const [sheet] = sheets.filter(({ enteredAt }) => enteredAt === null);
  const quiz = catalog().quizzes[moduleId];
  if (!sheet || !quiz) throw new Error(`No sheet of ${moduleId} waits`);
  return fillPaper(quiz, sheet.items);
}

/** Finds somebody of the staff and gives them the cohort in one of the ways that the form has. */
export async function bringMentor(page: Page, path: string, who: string, how: string, until?: string): Promise<void> {
  await page.goto(`${path}/pendamping`);
  await page.getByLabel("Nama atau nama pengguna").fill(who);
  await page.getByRole("button", { name: "Cari" }).click();
  await page.getByRole("link", { name: /^Pilih/ }).first().click();
  await page.getByRole("radio", { name: new RegExp(`^${how}`) }).check();
  if (until) await page.getByLabel("Sampai tanggal (hanya untuk pinjaman)").fill(until);
  await page.getByLabel("Alasan").fill("Cuti");
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.waitForURL(/diserahkan|diubah/);
}
