import "../../support/database.ts";
import { parse } from "csv-parse/sync";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { clockAt, momentAt } from "#app/mentoring/village-clock.ts";
import { cohortCsv, cohortCsvColumns } from "#app/reports/cohort-csv.ts";
import { renderCohortReport } from "#app/reports/cohort-pdf.server.ts";
import { readCohortReport } from "#app/reports/cohort-report.server.ts";
import { CohortReportTable } from "#app/reports/cohort-report-table.tsx";
import { loader as termLoader } from "#app/routes/mentor/cohort-report.tsx";
import { loader as csvLoader } from "#app/routes/mentor/cohort-report-csv.ts";
import { loader as pdfLoader } from "#app/routes/mentor/cohort-report-pdf.ts";
import { loader as messagesLoader } from "#app/routes/mentor/messages.tsx";
import { loader as sessionLoader } from "#app/routes/mentor/session-report.tsx";
import { db } from "#db/client.ts";
import { listCohortLearners } from "#db/enrollments.ts";
import { newId } from "#db/ids.ts";
import { insertLessonCompletion } from "#db/lesson-progress.ts";
import { pagesOf, textOf } from "../../certificates/pdf-text.ts";
import { makeSession, markAs } from "../../attendance/term.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, type Learner, makeLearner, requestAs, type Staff } from "../../support/cast.ts";
import { withdrawLearning } from "../../mentoring/consents.ts";

let cast: Cast;
let budi: Learner;
let today: Awaited<ReturnType<typeof makeSession>>;
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000);
beforeEach(async () => {
  cast = await castOf(db);
  budi = await makeLearner(db, cast.cohort, { number: 2, name: "=SUM(1)", by: cast.dewi });
  const by = cast.dewi.staffId;
  const earlier = await makeSession(cast.cohort, daysFromNow(-3));
  today = await makeSession(cast.cohort);
  await makeSession(cast.cohort, daysFromNow(2));
  await markAs(earlier, cast.sari.learnerId, "present", { by });
  await markAs(earlier, budi.learnerId, "absent", { by });
  await markAs(today, cast.sari.learnerId, "absent", { by, markedAt: new Date(Date.now() - 1000) });
  await markAs(today, cast.sari.learnerId, "late", { by, minutes: 40, markedAt: new Date() });
  await markAs(today, budi.learnerId, "excused", { by, reason: "panen" });
});

type Who = Learner | Staff | null;
type AnyLoader<T> = (args: { request: Request; params: Record<string, string>; context: typeof context }) => Promise<T>;
async function open<T>(loader: AnyLoader<T>, { who = cast.dewi, cohort = cast.cohort.cohortId, session = today.sessionId }: { who?: Who; cohort?: string; session?: string } = {}) {
  return answerOf(loader({ request: await requestAs(who, `/mentor/rombel/${cohort}`), params: { cohort, session }, context }));
}

async function finishFirstModule(learner: Learner) {
  const module = cast.curriculum.courses[0]!.modules[0]!;
  const { villageCode, enrollmentId } = learner;
  for (const { id } of module.lessons) await insertLessonCompletion(db, { villageCode, enrollmentId, lessonId: id, completedAt: new Date() });
  const marks = { bank_hash: "x", items: "[]", answers: "{}", correct_items: 9, total_items: 10, pass_mark: 0.8, passed: true, submitted_at: new Date() };
  await db.insertInto("quiz_attempt").values({ village_code: villageCode, id: newId(), enrollment_id: enrollmentId, module_id: module.id, ...marks }).execute();
  return module;
}

describe("the session's report", () => {
  it("writes itself from the roll and the day's work", async () => {
    const module = await finishFirstModule(cast.sari);
    // Calls of one day, whatever time it is now.
    const noon = momentAt(clockAt(new Date(), "WIB").day, "12:00", "WIB");
    const secondsAfter = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);
    await db.insertInto("help_request").values({ village_code: cast.sari.villageCode, id: newId(), learner_id: cast.sari.learnerId, place: "A1.1", asked_at: noon, answered_at: secondsAfter(noon, 90), answered_by: cast.dewi.staffId }).execute();
    // Taken back by the learner: nobody answered it.
    await db.insertInto("help_request").values({ village_code: cast.sari.villageCode, id: newId(), learner_id: cast.sari.learnerId, place: "A1.1", asked_at: noon, answered_at: secondsAfter(noon, 50), answered_by: null }).execute();
    const { data } = await open(sessionLoader);
    expect(data.report).toMatchObject({ there: 1, late: 1, away: 1, unmarked: 0, minutes: 40, lessons: module.lessons.length, quizzes: 1, quizzesPassed: 1, help: { asked: 2, answered: 1, medianMinutes: 2 } });
    expect(data.report?.lines.map(({ name, status, timesAway, lessons }) => [name, status, timesAway, lessons.length])).toEqual([["Sari", "late", 0, module.lessons.length], ["=SUM(1)", "excused", 2, 0]]);
    expect(data.report?.lines[0]?.lessons).toEqual(module.lessons.map(({ title }) => title));
    expect(data.text).toContain("- =SUM(1): Izin (panen), 2 pertemuan berturut-turut");
  });

  it("leaves out who came into the cohort after its day, unless they were marked all the same", async () => {
    const late = await makeLearner(db, cast.cohort, { number: 3, name: "Tarmi", by: cast.dewi });
    const yesterday = await makeSession(cast.cohort, daysFromNow(-1));
    await markAs(yesterday, budi.learnerId, "present", { by: cast.dewi.staffId });
    await db.updateTable("enrollment").set({ enrolled_at: daysFromNow(-4) }).where("id", "=", cast.sari.enrollmentId).execute();
    await db.updateTable("enrollment").set({ enrolled_at: new Date() }).where("id", "in", [late.enrollmentId, budi.enrollmentId]).execute();
    const { data } = await open(sessionLoader, { session: yesterday.sessionId });
    expect(data.report?.lines.map(({ name, status }) => [name, status])).toEqual([["Sari", null], ["=SUM(1)", "present"]]);
  });

  it("keeps who has moved to another cohort since", async () => {
    await db.updateTable("enrollment").set({ cohort_id: (await makeCohortBeside()).cohortId }).where("id", "=", budi.enrollmentId).execute();
    expect((await open(sessionLoader)).data.report?.lines.map(({ name, isHere }) => [name, isHere])).toEqual([["Sari", true], ["=SUM(1)", false]]);
  });

  it("waits for its session, and says of a cancelled one that there is none", async () => {
    const coming = await makeSession(cast.cohort, daysFromNow(4));
    expect((await open(sessionLoader, { session: coming.sessionId })).data).toMatchObject({ standing: "coming", report: null });
    await db.updateTable("cohort_session").set({ cancelled_at: new Date() }).where("id", "=", today.sessionId).execute();
    expect((await open(sessionLoader)).data).toMatchObject({ standing: "cancelled", report: null });
  });
});

async function makeCohortBeside() {
  const { villageCode, centerId, curriculumVersionId } = cast.cohort;
  const cohortId = newId();
  const rest = { program_id: cast.programId, curriculum_version_id: curriculumVersionId, starts_on: "2026-03-01", ends_on: "2026-12-19" };
  await db.insertInto("cohort").values({ village_code: villageCode, id: cohortId, center_id: centerId, name: "Rombel Mawar", ...rest }).execute();
  return { cohortId };
}

it("who was marked as there was seen, also without a screen", async () => {
  const [sari] = (await listCohortLearners(db, [cast.cohort])).get(cast.cohort.cohortId) ?? [];
  expect(sari?.lastSeenAt).toEqual(today.startsAt);
  const [, second] = (await listCohortLearners(db, [cast.cohort])).get(cast.cohort.cohortId) ?? [];
  expect(second?.lastSeenAt).toBeNull();
});

describe("the cohort's report", () => {
  it("says in the CSV too who lacks nothing", async () => {
    const report = await readCohortReport(db, cast.cohort);
    const lines = report.lines.map((line, index) => (index === 0 ? { ...line, lacks: [] } : line));
    const rows = parse(cohortCsv({ ...report, lines }, copyIn("id").t), { bom: true, delimiter: ";" });
    expect(rows.slice(1, 3).map((row) => row.at(-1))).toEqual(["Lengkap", expect.not.stringMatching(/^(Lengkap)?$/)]);
  });

  it("says the same on the page, in the PDF and in the CSV", async () => {
    await finishFirstModule(cast.sari);
    const copy = copyIn("id");
    const { data } = await open(termLoader);
    const { report } = data;
    const modules = cast.curriculum.courses.flatMap((course) => course.modules);
    const lessons = modules.flatMap((module) => module.lessons).length;
    const done = modules[0]!.lessons.length;
    expect(report.lines).toMatchObject([
      { name: "Sari", attended: { done: 2, total: 2 }, minutes: 100, lessons: { done, total: lessons }, quizzes: { done: 1, total: modules.length }, standing: "learning" },
      { name: "=SUM(1)", attended: { done: 0, total: 2 }, minutes: 0, lessons: { done: 0, total: lessons }, quizzes: { done: 0, total: modules.length }, standing: "notBegun" },
    ]);
    expect(report.lines[0]?.lacks.map(({ title }) => title)).toEqual(modules.slice(1).map(({ title }) => title));
    expect(report.sum).toMatchObject({ learners: 2, attended: { done: 2, total: 4 }, minutes: 100, lessons: { done, total: 2 * lessons }, quizzes: { done: 1, total: 2 * modules.length }, finished: 0, certified: 0 });

    const expected = [...report.lines.map((line) => figuresOf(line)), figuresOf(report.sum)];
    const csv = await ((await open(csvLoader)).response as Response).text();
    const rows = parse(csv, { bom: true, delimiter: ";" });
    expect(rows[0]).toEqual(cohortCsvColumns);
    expect(rows.slice(1).map((row) => row.slice(2, 9).map(Number))).toEqual(expected);
    expect(rows.map((row) => row[1])).toEqual(["nama", "Sari", "'=SUM(1)", "Jumlah"]);

    const html = renderToStaticMarkup(createElement(CopyProvider, { value: copy }, createElement(CohortReportTable, { report, cohortPath: "" })));
    const shown = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].slice(1).map(([, row = ""]) => numbersIn([...row.matchAll(/<td class="number" data-label="(?!Nomor)[^"]*">(.*?)<\/td>/g)].map(([, cell = ""]) => cell)));
    expect(shown).toEqual(expected);

    const head = { title: "Laporan rombel", cohortName: "Rombel Melati", place: "Plosorejo", day: "hari ini" };
    const pdf = await renderCohortReport(report, head, copy, { compress: false, now: new Date() });
    const cells = pagesOf(pdf).flatMap((page) => textOf(page).split("\n"));
    const starts = [cells.indexOf("Sari"), cells.indexOf("=SUM(1)"), cells.indexOf("Jumlah")];
    expect(starts.map((start) => numbersIn(cells.slice(start + 1, start + 5)))).toEqual(expected);
  });

  it("comes as files with plain names", async () => {
    const pdf = (await open(pdfLoader)).response as Response;
    expect(Object.fromEntries(pdf.headers)).toMatchObject({ "content-type": "application/pdf", "cache-control": "no-store" });
    expect(pdf.headers.get("content-disposition")).toMatch(/^attachment; filename="laporan-rombel-melati-\d{4}-\d\d-\d\d\.pdf"$/);
    expect(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()).toBe("%PDF-");
    expect(((await open(csvLoader)).response as Response).headers.get("content-disposition")).toMatch(/filename="laporan-rombel-melati-\d{4}-\d\d-\d\d\.csv"/);
  });

  it("asks nobody for what their mentor let them skip", async () => {
    const module = cast.curriculum.courses[0]!.modules[0]!;
    const { villageCode, enrollmentId } = cast.sari;
    await db.insertInto("module_skip").values({ village_code: villageCode, enrollment_id: enrollmentId, module_id: module.id, granted: true, decided_at: new Date(), decided_by: cast.dewi.staffId }).execute();
    const { lines } = await readCohortReport(db, cast.cohort);
    expect(lines[0]?.lacks.map(({ title }) => title)).not.toContain(module.title);
    expect(lines[0]?.lessons.done).toBe(module.lessons.length);
    expect((lines[1]?.quizzes.total ?? 0) - (lines[0]?.quizzes.total ?? 0)).toBe(1);
    const board = (await listCohortLearners(db, [cast.cohort])).get(cast.cohort.cohortId) ?? [];
    expect(lines.map(({ learnerId, lessons }) => [learnerId, lessons.done, lessons.total])).toEqual(board.sort((one, other) => one.number - other.number).map(({ learnerId, lessonsDone, lessonsTotal }) => [learnerId, lessonsDone, lessonsTotal]));
  });
});

interface Figures {
  attended: { done: number; total: number };
  minutes: number;
  lessons: { done: number; total: number };
  quizzes: { done: number; total: number };
}

function figuresOf({ attended, minutes, lessons, quizzes }: Figures): number[] {
  return [attended.done, attended.total, minutes, lessons.done, lessons.total, quizzes.done, quizzes.total];
}

function numbersIn(cells: readonly string[]): number[] {
  return cells.flatMap((cell) => (cell.match(/\d+/g) ?? []).map(Number));
}

describe("messages", () => {
  it("remind of the next session and tell each one's results, in Indonesian", async () => {
    await finishFirstModule(cast.sari);
    const { data } = await open(messagesLoader);
    expect(data.group.reminder).toMatch(/^Halo semua\. Kelas Rombel Melati berikutnya hari \p{L}+, \d+ \p{L}+ \d{4}, pukul \d\d\.\d\d sampai \d\d\.\d\d WIB, di Pojok Internet, Plosorejo\./u);
    expect(data.learners[0]?.reminder).toContain("Nomor peserta Ibu/Bapak 1.");
    expect(data.learners[0]?.result).toMatch(/Ibu\/Bapak sudah menyelesaikan \d+ dari \d+ pelajaran\. Kuis terakhir: .*, benar 9 dari 10\. Ibu\/Bapak lulus kuis ini\./);
    expect(data.learners.map(({ certificate }) => certificate)).toEqual([null, null]);
  });

  it("leave out who took back their consent to learning", async () => {
    const before = (await open(messagesLoader)).data.learners.length;
    await withdrawLearning(cast.sari, { by: cast.dewi });
    const { learners } = (await open(messagesLoader)).data;
    expect([learners.length, learners.some(({ learnerId }) => learnerId === cast.sari.learnerId)]).toEqual([before - 1, false]);
  });

  it("tell the group how many, never who", async () => {
    await finishFirstModule(cast.sari);
    const { group } = (await open(messagesLoader)).data;
    expect(Object.values(group).join(" ")).not.toContain("Sari");
  });

  it("link to a certificate that stands", async () => {
    const { villageCode, enrollmentId } = cast.sari;
    await db.insertInto("certificate").values({ village_code: villageCode, id: newId(), enrollment_id: enrollmentId, code: "K7QM3XPRT9WHD42", number: "1", content: "{}" as never, issued_at: new Date() }).execute();
    const { data } = await open(messagesLoader);
    expect(data.learners[0]?.certificate).toContain("http://melek.test/sertifikat/K7QM3XPRT9WHD42");
    expect(data.group.certificates).toContain("1 orang");
  });

  it("remind of nothing when nothing is planned", async () => {
    await db.updateTable("cohort_session").set({ cancelled_at: new Date() }).where("cohort_id", "=", cast.cohort.cohortId).execute();
    const { data } = await open(messagesLoader);
    expect(data.group.reminder).toBeNull();
    expect(data.learners[0]?.reminder).toBeNull();
  });
});

it("another mentor, a lead and a learner find none of it", async () => {
  for (const who of [cast.rudi, cast.ratna, cast.sari] as Who[]) {
    for (const loader of [sessionLoader, termLoader, csvLoader, pdfLoader, messagesLoader] as AnyLoader<unknown>[]) expect(await open(loader, { who })).toMatchObject({ status: 404 });
  }
  const theirs = await makeSession(cast.otherCohort);
  expect(await open(sessionLoader, { session: theirs.sessionId })).toMatchObject({ status: 404 });
});
