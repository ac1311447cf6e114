import type { Page } from "playwright";
import { answerRightly, answerWrongly } from "../support/quiz-key.ts";
import { chooseCenter, demoLearner, enter, signIn } from "../support/steps.ts";
import { unenrolledNumber, type World } from "../support/world.ts";
import { accountStates } from "./account-states.ts";
import { programStates } from "./program-states.ts";
import type { State } from "./state.ts";
import { termNotPages, termStates } from "./term-states.ts";

const quizPath = "/belajar/hp-saya/mengenal-hp/kuis";
const testPath = "/belajar/mengenal-internet/tes";
const lessonPath = "/belajar/hp-saya/menyalakan-hp";
const go = (path: string) => (page: Page) => page.goto(path);

const outside: State[] = [
  { name: "choose a centre", route: "masuk", who: null, open: go("/masuk") },
  { name: "nothing typed to find a centre", route: "masuk", who: null, open: go("/masuk?cari=") },
  { name: "nearest villages", route: "masuk", who: null, open: go("/masuk?cari=plosorjo") },
  { name: "no centre found", route: "masuk", who: null, open: go("/masuk?cari=zzzz") },
  { name: "number and PIN", route: "masuk", who: null, open: (page) => chooseCenter(page, "Plosorejo") },
  { name: "number and PIN missing", route: "masuk", who: null, open: (page) => tryToEnter(page, { number: "", pin: "12" }) },
  { name: "wrong PIN", route: "masuk", who: null, open: (page) => tryToEnter(page, { number: "24", pin: "111222" }) },
  { name: "too many wrong PINs", route: "masuk", who: null, open: tryTooOften },
  { name: "wrong password of staff", route: "masuk", who: null, open: tryAsStaff },
  { name: "a card that is not known", route: "masuk", who: null, open: go("/masuk?kartu=x") },
  { name: "a certificate's code to type", route: "sertifikat", who: null, open: go("/sertifikat") },
  { name: "a code that cannot be one", route: "sertifikat", who: null, open: go("/sertifikat?kode=k0qm3") },
  { name: "to sign out", route: "keluar", who: 24, open: go("/keluar") },
  { name: "signed out", route: "keluar", who: null, open: go("/keluar") },
  { name: "about", route: "tentang", who: null, open: go("/tentang") },
  { name: "about, in English", route: "tentang", who: null, lang: "en", open: go("/tentang") },
  { name: "choose a centre, in English", route: "masuk", who: null, lang: "en", open: go("/masuk") },
  { name: "nothing at this address", route: "*", who: null, open: go("/tidak-ada") },
];

const learner: State[] = [
  { name: "home of a new learner", route: "belajar", who: 24, open: go("/belajar") },
  { name: "home of a learner on the way, just saved", route: "belajar", who: 12, open: go("/belajar?tersimpan") },
  { name: "home of a learner who is done", route: "belajar", who: 2, open: go("/belajar") },
  { name: "home of a learner in no cohort", route: "belajar", who: unenrolledNumber, open: go("/belajar") },
  { name: "home, in English", route: "belajar", who: 12, lang: "en", open: go("/belajar") },
  { name: "lesson", route: "belajar/:course/:lesson", who: 24, open: go(lessonPath) },
  { name: "lesson done before", route: "belajar/:course/:lesson", who: 2, open: go(lessonPath) },
  { name: "lesson, in English", route: "belajar/:course/:lesson", who: 24, lang: "en", open: go(lessonPath) },
  { name: "practice phone, PIN", route: "belajar/:course/:lesson/latihan", who: 24, open: openPinPad },
  { name: "practice keyboard, numbers and a hint", route: "belajar/:course/:lesson/latihan", who: 24, open: openNumberKeys },
  { name: "practice keyboard, in English", route: "belajar/:course/:lesson/latihan", who: 24, lang: "en", open: go("/belajar/hp-saya/mengetik/latihan") },
  { name: "quiz", route: "belajar/:course/:module/kuis", who: 12, open: go(quizPath) },
  { name: "quiz, in English", route: "belajar/:course/:module/kuis", who: 12, lang: "en", open: go(quizPath) },
  { name: "quiz with some answers missing", route: "belajar/:course/:module/kuis", who: 12, open: (page) => sendQuiz(page, (index) => index % 2 === 0) },
  { name: "quiz after the session ended", route: "belajar/:course/:module/kuis", who: 12, open: sendWithoutSession },
  { name: "quiz after the session ended, wrong PIN", route: "belajar/:course/:module/kuis", who: null, open: enterOnQuiz },
  { name: "quiz passed", route: "belajar/:course/:module/kuis/:attempt", who: 8, open: (page) => sendQuiz(page, () => true) },
  { name: "quiz not passed", route: "belajar/:course/:module/kuis/:attempt", who: 8, open: sendWrongQuiz },
  { name: "starting test", route: "belajar/:curriculum/tes/:kind", who: 24, open: go(`${testPath}/awal`) },
  { name: "starting test, in English", route: "belajar/:curriculum/tes/:kind", who: 24, lang: "en", open: go(`${testPath}/awal`) },
  { name: "starting test taken", route: "belajar/:curriculum/tes/:kind", who: 12, open: go(`${testPath}/awal`) },
  { name: "closing test taken", route: "belajar/:curriculum/tes/:kind", who: 2, open: go(`${testPath}/akhir`) },
  { name: "questions that come back", route: "belajar/:course/:module/ingat", who: 12, open: openReview },
  { name: "questions that come back, one answer missing", route: "belajar/:course/:module/ingat", who: 12, open: (page) => sendReview(page, (index) => index === 0) },
  { name: "questions that came back, answered", route: "belajar/:course/:module/ingat/:attempt", who: 5, open: (page) => sendReview(page, () => true) },
  { name: "own certificate", route: "sertifikat/saya", who: 2, open: go("/sertifikat/saya") },
  { name: "own certificate, revoked", route: "sertifikat/saya", who: 3, open: go("/sertifikat/saya") },
  { name: "no certificate yet", route: "sertifikat/saya", who: 12, open: go("/sertifikat/saya") },
  { name: "no certificate, in no cohort", route: "sertifikat/saya", who: unenrolledNumber, open: go("/sertifikat/saya") },
  { name: "valid certificate", route: "sertifikat/:code", who: null, open: (page, world) => page.goto(world.certificate) },
  { name: "revoked certificate", route: "sertifikat/:code", who: null, open: (page, world) => page.goto(world.revokedCertificate) },
  { name: "unknown certificate", route: "sertifikat/:code", who: null, open: go("/sertifikat/ABC") },
];

const staff: State[] = [
  { name: "cohorts", route: "mentor", who: "dewi", open: go("/mentor") },
  { name: "no cohorts", route: "mentor", who: "lead-blitar", open: go("/mentor") },
  { name: "board", route: "mentor/rombel/:cohort", who: "dewi", open: (page, world) => page.goto(world.cohort) },
  { name: "board, in English", route: "mentor/rombel/:cohort", who: "dewi", lang: "en", open: (page, world) => page.goto(world.cohort) },
  { name: "board without learners", route: "mentor/rombel/:cohort", who: "dewi", open: (page, world) => page.goto(world.emptyCohort) },
  { name: "register", route: "mentor/rombel/:cohort/peserta-baru", who: "dewi", open: (page, world) => page.goto(`${world.cohort}/peserta-baru`) },
  { name: "register, mistaken", route: "mentor/rombel/:cohort/peserta-baru", who: "dewi", open: (page, world) => register(page, world, "1", "2020") },
  { name: "register a namesake", route: "mentor/rombel/:cohort/peserta-baru", who: "dewi", open: (page, world) => register(page, world, "Tumini", "") },
  { name: "registered", route: "mentor/rombel/:cohort/peserta-baru", who: "dewi", open: (page, world) => register(page, world, "Painem Contoh", "1960") },
  { name: "registered before", route: "mentor/rombel/:cohort/peserta-baru", who: "dewi", open: (page, world) => register(page, world, "Painah Contoh", "").then(() => page.reload()) },
  { name: "bring in a list", route: "mentor/rombel/:cohort/impor", who: "dewi", open: (page, world) => page.goto(`${world.cohort}/impor`) },
  { name: "a photo as a list", route: "mentor/rombel/:cohort/impor", who: "dewi", open: uploadPhoto },
  { name: "what a list would do", route: "mentor/rombel/:cohort/impor/:import", who: "dewi", open: uploadList },
  { name: "what a list did, and then undone", route: "mentor/rombel/:cohort/impor/:import", who: "dewi", open: undoList },
  { name: "consent", route: "mentor/rombel/:cohort/peserta/:learner/persetujuan", who: "dewi", open: (page, world) => page.goto(world.pin.replace(/pin$/, "persetujuan")) },
  { name: "add a learner", route: "mentor/rombel/:cohort/tambah", who: "dewi", open: (page, world) => page.goto(`${world.emptyCohort}/tambah`) },
  { name: "add a learner, none found", route: "mentor/rombel/:cohort/tambah", who: "dewi", open: (page, world) => page.goto(`${world.cohort}/tambah?cari=zzzz`) },
  { name: "a learner on the way", route: "mentor/rombel/:cohort/peserta/:learner", who: "dewi", open: openLearner },
  { name: "a learner on the way, in English", route: "mentor/rombel/:cohort/peserta/:learner", who: "dewi", lang: "en", open: openLearner },
  { name: "the steps of a practice", route: "mentor/rombel/:cohort/peserta/:learner/latihan/:attempt", who: "dewi", open: openSteps },
  { name: "guides", route: "mentor/panduan", who: "dewi", open: go("/mentor/panduan") },
  { name: "guide", route: "mentor/panduan/:course/:lesson", who: "dewi", open: go("/mentor/panduan/hp-saya/menyalakan-hp") },
  { name: "guide, in English", route: "mentor/panduan/:course/:lesson", who: "dewi", lang: "en", open: go("/mentor/panduan/hp-saya/menyalakan-hp") },
  { name: "login cards", route: "mentor/rombel/:cohort/kartu", who: "dewi", open: (page, world) => page.goto(`${world.cohort}/kartu`) },
  { name: "login cards, nobody chosen", route: "mentor/rombel/:cohort/kartu", who: "dewi", open: (page, world) => page.goto(`${world.cohort}/kartu?impor=x`).then(() => page.getByRole("button", { name: "Lanjut" }).click()) },
  { name: "login cards to check", route: "mentor/rombel/:cohort/kartu", who: "dewi", open: (page, world) => page.goto(`${world.cohort}/kartu`).then(() => page.getByRole("button", { name: "Lanjut" }).click()) },
  { name: "devices", route: "mentor/perangkat", who: "dewi", open: go("/mentor/perangkat") },
  { name: "devices, in English", route: "mentor/perangkat", who: "dewi", lang: "en", open: go("/mentor/perangkat") },
  { name: "new PIN", route: "mentor/rombel/:cohort/peserta/:learner/pin", who: "dewi", open: (page, world) => page.goto(world.pin) },
  { name: "new PIN given", route: "mentor/rombel/:cohort/peserta/:learner/pin", who: "dewi", open: resetPin },
  { name: "new PIN given before", route: "mentor/rombel/:cohort/peserta/:learner/pin", who: "dewi", open: (page, world) => resetPin(page, world).then(() => page.reload()) },
  { name: "facts", route: "penyunting/fakta", who: "admin", open: go("/penyunting/fakta") },
  { name: "facts, in English", route: "penyunting/fakta", who: "admin", lang: "en", open: go("/penyunting/fakta") },
  { name: "questions in figures", route: "penyunting/soal", who: "admin", open: go("/penyunting/soal") },
  { name: "questions in figures, in English", route: "penyunting/soal", who: "admin", lang: "en", open: go("/penyunting/soal") },
  { name: "programs", route: "program", who: "admin", open: go("/program") },
  { name: "no programs", route: "program", who: "dewi", open: go("/program") },
  { name: "completion", route: "program/:program", who: "lead-blitar", open: (page, world) => page.goto(world.program) },
  { name: "completion, in English", route: "program/:program", who: "lead-blitar", lang: "en", open: (page, world) => page.goto(world.program) },
  { name: "completion, all villages", route: "program/:program", who: "lead-paser", open: (page) => page.goto("/program").then(() => page.getByRole("link", { name: /^Semua desa/ }).click()) },
  { name: "completion, villages that have not begun", route: "program/:program", who: "lead-garut", open: (page) => page.goto("/program").then(() => page.getByRole("link", { name: /^Belum/ }).click()) },
  { name: "completion of a program without villages", route: "program/:program", who: "admin", open: (page, world) => page.goto(world.emptyProgram) },
  { name: "nothing of theirs at this address", route: "*", who: "dewi", open: go("/mentor/rombel/tidak-ada") },
];

export const states: readonly State[] = [...outside, ...learner, ...staff, ...programStates, ...accountStates, ...termStates];

/** Addresses that answer with something else than a page. */
export const notPages: readonly string[] = ["/", "tampilan", "mentor/rombel/:cohort/kartu/pdf", "mentor/rombel/:cohort/impor/contoh", "mentor/rombel/:cohort/impor/:import/ditolak", "wilayah/:region/:file", "program/:program/wilayah/:region/:file", "sertifikat/:code/pdf", "sehat", "pekerja-layanan.js", ...termNotPages];

async function tryToEnter(page: Page, typed: { number: string; pin: string }): Promise<void> {
  await chooseCenter(page, "Plosorejo");
  await enter(page, typed);
  await page.locator(".error, .notice-error").first().waitFor();
}

async function tryTooOften(page: Page): Promise<void> {
  await chooseCenter(page, "Plosorejo");
  for (let tries = 0; tries < 5; tries += 1) await enter(page, { number: "901234", pin: "111222" });
  await page.getByText("Sudah 5 kali belum cocok").waitFor();
}

async function tryAsStaff(page: Page): Promise<void> {
  await page.goto("/masuk");
  await page.getByText("Masuk sebagai pendamping atau petugas").click();
  await page.getByLabel("Nama pengguna").fill("siapa");
  await page.getByLabel("Sandi").fill("salah");
  await page.locator("details.staff").getByRole("button").click();
  await page.locator(".notice-error").waitFor();
}

async function openPinPad(page: Page): Promise<void> {
  await page.goto(`${lessonPath}/latihan`);
  await page.getByRole("button", { name: "Tekan lama" }).click();
  await page.getByRole("button", { name: "Geser ke atas" }).click();
  await page.getByRole("button", { name: "5", exact: true }).click();
}

async function openNumberKeys(page: Page): Promise<void> {
  await page.goto("/belajar/hp-saya/mengetik/latihan");
  await page.getByRole("button", { name: "?123, angka dan tanda" }).click();
  await page.getByRole("button", { name: "Petunjuk", exact: true }).click();
}

async function sendQuiz(page: Page, only: (index: number) => boolean): Promise<void> {
  await page.goto(quizPath);
  await answerRightly(page, only);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.locator(".notice").first().waitFor();
}

async function sendWrongQuiz(page: Page): Promise<void> {
  await page.goto(quizPath);
  await answerWrongly(page);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByText("Belum lulus, dan itu tidak apa-apa").waitFor();
}

async function openReview(page: Page): Promise<void> {
  await page.goto("/belajar");
  await page.getByRole("link", { name: "Masih ingat?" }).click();
  await page.getByRole("heading", { level: 1, name: /^Masih ingat\?/ }).waitFor();
}

async function sendReview(page: Page, only: (index: number) => boolean): Promise<void> {
  await openReview(page);
  await answerRightly(page, only);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.locator(".notice").first().waitFor();
}

async function sendWithoutSession(page: Page): Promise<void> {
  await page.goto(quizPath);
  await answerRightly(page);
  await page.context().clearCookies({ name: "melek_peserta" });
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByText("kita perlu masuk lagi").waitFor();
}

async function enterOnQuiz(page: Page): Promise<void> {
  await signIn(page, demoLearner(12));
  await sendWithoutSession(page);
  await page.getByLabel("Nomor peserta").fill("12");
  await page.getByLabel("PIN 6 angka").fill("111222");
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.locator(".notice-error").waitFor();
}

async function register(page: Page, world: World, name: string, birthYear: string): Promise<void> {
  await page.goto(`${world.emptyCohort}/peserta-baru`);
  await page.getByLabel("Nama", { exact: true }).fill(name);
  await page.getByLabel("Tahun lahir").fill(birthYear);
  await page.getByLabel("Sudah dibacakan dan setuju").check();
  await page.getByRole("button", { name: "Simpan dan lihat kartu" }).click();
  await page.locator(".notice, .pin-card").first().waitFor();
}

/** Uploads a list with a new person, a namesake and a row that is refused. */
async function uploadList(page: Page, world: World): Promise<void> {
  await page.goto(`${world.cohort}/impor`);
  const list = "nama;tahun lahir;jenis kelamin;NIK\nPaimin Contoh;1961;L;1\nTumini;;P;2\n=1+1;1970;;3\n";
  await page.getByLabel("Berkas daftar").setInputFiles({ name: "daftar.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByRole("button", { name: "Periksa daftar" }).click();
  await page.getByText("Yang akan terjadi").waitFor();
}

async function uploadPhoto(page: Page, world: World): Promise<void> {
  await page.goto(`${world.cohort}/impor`);
  await page.getByLabel("Berkas daftar").setInputFiles({ name: "daftar.csv", mimeType: "text/csv", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
  await page.getByRole("button", { name: "Periksa daftar" }).click();
  await page.getByText("Berkas ini foto").waitFor();
}

async function applyList(page: Page, world: World): Promise<void> {
  await uploadList(page, world);
  await page.getByLabel("Orang lain, peserta baru").check();
  await page.getByRole("button", { name: "Terapkan" }).click();
  await page.getByRole("button", { name: "Batalkan semuanya" }).waitFor();
}

async function undoList(page: Page, world: World): Promise<void> {
  await applyList(page, world);
  await page.getByRole("button", { name: "Batalkan semuanya" }).click();
  await page.getByText("Semuanya kembali seperti sebelum").waitFor();
}

async function resetPin(page: Page, world: World): Promise<void> {
  await page.goto(world.pin);
  await page.getByRole("button", { name: "Buat PIN baru" }).click();
  await page.locator(".pin-card").waitFor();
}

async function openLearner(page: Page, world: World): Promise<void> {
  await page.goto(world.pin.replace(/\/pin$/, ""));
}

async function openSteps(page: Page, world: World): Promise<void> {
  await openLearner(page, world);
  await page.locator(".practices a").first().click();
  await page.locator(".steps").waitFor();
}
