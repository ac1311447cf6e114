import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { action as helpAction } from "#app/routes/learn/help.ts";
import { loader as homeLoader } from "#app/routes/learn/home.tsx";
import { loader as lessonLoader } from "#app/routes/learn/lesson.ts";
import { action as presenceAction } from "#app/routes/learn/presence.ts";
import { action as taskAction } from "#app/routes/learn/practical-task.ts";
import { action as quizAction, loader as quizLoader } from "#app/routes/learn/quiz.tsx";
import { askForHelp } from "#db/class-board.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

function lesson() {
  const course = cast.curriculum.courses[0]!;
  const [module] = course.modules;
  const summary = module!.lessons[0]!;
  return { path: `/belajar/${course.slug}/${summary.slug}`, quiz: `/belajar/${course.slug}/${module!.slug}/kuis`, summary, course, module: module!, params: { course: course.slug, lesson: summary.slug } };
}

const press = async (who: Learner | Staff | null, fields: Record<string, string>) => answerOf(helpAction({ request: await requestAs(who, "/belajar/bantuan", form(fields)), params: {}, context }));
const calls = () => db.selectFrom("help_request").where("learner_id", "=", cast.sari.learnerId).select(["place", "answered_at as answeredAt", "answered_by as answeredBy"]).execute();
const presence = () => db.selectFrom("learner_presence").where("learner_id", "=", cast.sari.learnerId).select(["lesson_id as lessonId", "screen"]).executeTakeFirst();
const tellPlace = async (who: Learner | Staff | null, layar: string) => answerOf(presenceAction({ request: await requestAs(who, "/belajar/di-sini", form({ layar })), params: {}, context }));

/** Nobody waits for presence to be written but a test. */
async function presenceWhen(screen: string | null) {
  await expect.poll(async () => (await presence())?.screen, { interval: 20 }).toBe(screen);
  return presence();
}

describe("the button for help", () => {
  it("calls the mentor once, from a place in words, and leads back", async () => {
    const { path, summary } = lesson();
    expect(await press(cast.sari, { kembali: path, bantuan: "minta" })).toMatchObject({ status: 303, location: `${path}?bantuan` });
    await press(cast.sari, { kembali: "/belajar", bantuan: "minta" });
    expect(await calls()).toEqual([{ place: `Pelajaran “${summary.title}”`, answeredAt: null, answeredBy: null }]);
  });

  it("keeps the way back to a result", async () => {
    const back = `/belajar/hp-saya/mengenal-hp?dari=/belajar/hp-saya/mengenal-hp/kuis/${newId()}`;
    expect((await press(cast.sari, { kembali: back, bantuan: "minta" })).location).toBe(`${back}&bantuan`);
    expect((await press(cast.sari, { kembali: back, bantuan: "batal" })).location).toBe(back);
    expect((await press(cast.sari, { kembali: "/belajar?dari=//jahat.id", bantuan: "minta" })).location).toBe("/belajar?bantuan");
  });

  it("is taken back without counting as answered", async () => {
    await press(cast.sari, { kembali: lesson().quiz, bantuan: "minta" });
    expect(await press(cast.sari, { kembali: "/belajar", bantuan: "batal" })).toMatchObject({ location: "/belajar" });
    expect(await calls()).toEqual([{ place: expect.stringContaining("Kuis “") as string, answeredAt: expect.any(Date) as Date, answeredBy: null }]);
    await press(cast.sari, { kembali: "/belajar", bantuan: "batal" });
    await press(cast.sari, { kembali: "/belajar", bantuan: "minta" });
    expect(await calls()).toHaveLength(2);
  });

  it("begins a new wait when the last call is of another day", async () => {
    await askForHelp(db, cast.sari, "Kuis", new Date(Date.now() - 30 * 3_600_000));
    await press(cast.sari, { kembali: "/belajar", bantuan: "minta" });
    expect((await calls()).map(({ answeredAt }) => answeredAt === null).sort()).toEqual([false, true]);
  });

  it("leads nowhere but to pages of ours, and is for learners", async () => {
    for (const kembali of ["//jahat.id", "/\\jahat.id", "https://jahat.id", "/belajar?bantuan#x", ""]) {
      expect((await press(cast.sari, { kembali, bantuan: "minta" })).location).toMatch(/^\/belajar\?bantuan$/);
    }
    expect(await press(cast.dewi, { kembali: "/belajar", bantuan: "minta" })).toMatchObject({ status: 404 });
    expect((await press(null, { kembali: "/belajar", bantuan: "minta" })).location).toContain("/masuk");
  });

  it("is shown as pressed on the page that it leads back to, and on the first page for as long as it is open", async () => {
    const { path, params } = lesson();
    const open = async (url: string) => (await answerOf(lessonLoader({ request: await requestAs(cast.sari, url), params, context }))).response!.text();
    expect(await open(path)).toContain('value="minta"');
    expect(await open(`${path}?bantuan`)).toContain("Pendamping sudah diberi tahu.");
    const home = async () => (await answerOf(homeLoader({ request: await requestAs(cast.sari, "/belajar"), params: {}, context }))).data.isHelpAsked;
    expect(await home()).toBe(false);
    await press(cast.sari, { kembali: path, bantuan: "minta" });
    expect(await home()).toBe(true);
  });

  it("keeps what was answered in a quiz", async () => {
    const { quiz, course, module } = lesson();
    const params = { course: course.slug, module: module.slug };
    const fields = { formId: newId(), version: catalog().quizzes[module.id]!.hash, peserta: String(cast.sari.number), s1: "1", mulai: "1", bantuan: "minta" };
    expect(await answerOf(quizAction({ request: await requestAs(cast.sari, quiz, form(fields)), params, context }))).toMatchObject({ status: 303, location: `${quiz}?soal=1&bantuan` });
    const opened = await answerOf(quizLoader({ request: await requestAs(cast.sari, quiz), params, context }));
    expect(opened.data).toMatchObject({ form: { formId: fields.formId }, typed: { s1: ["1"] } });
    expect(await calls()).toEqual([{ place: `Kuis “${module.title}”`, answeredAt: null, answeredBy: null }]);
    expect(await db.selectFrom("quiz_attempt").where("enrollment_id", "=", cast.sari.enrollmentId).select("id").execute()).toEqual([]);
  });
});

describe("where a learner is", () => {
  it("is written when a lesson is opened, and when its screen changes", async () => {
    const { path, params, summary } = lesson();
    await answerOf(lessonLoader({ request: await requestAs(cast.sari, path), params, context }));
    expect(await presenceWhen(null)).toEqual({ lessonId: summary.id, screen: null });
    expect(await tellPlace(cast.sari, `${path}#aku-1`)).toMatchObject({ status: 204 });
    await presenceWhen("aku-1");
    expect((await press(cast.sari, { kembali: path, bantuan: "minta" })).location).toBe(`${path}?bantuan#aku-1`);
  });

  it("is the first screen without an anchor, and nothing for what is no lesson of theirs", async () => {
    expect((await tellPlace(cast.sari, "/belajar/tidak/ada#aku-1")).status).toBe(204);
    expect((await tellPlace(cast.sari, "x".repeat(5000))).status).toBe(204);
    expect(await presence()).toBeUndefined();
    await tellPlace(cast.sari, `${lesson().path}#tidak-ada`);
    await presenceWhen("tujuan");
    expect((await tellPlace(cast.dewi, lesson().path)).status).toBe(404);
    expect((await tellPlace(null, lesson().path)).status).toBe(404);
  });
});

describe("a task on the learner's own phone", () => {
  const ticks = () => db.selectFrom("practical_tick").where("enrollment_id", "=", cast.sari.enrollmentId).select(["lesson_id as lessonId", "by", "withdrawn_at as withdrawnAt"]).execute();
  const tick = async (who: Learner | Staff, fields: Record<string, string> = {}, params: Record<string, string> = lesson().params) => answerOf(taskAction({ request: await requestAs(who, `${lesson().path}/tugas`, form(fields)), params, context }));

  it("is ticked once, shown on the first page, and taken back", async () => {
    const { course, lesson: slug } = lesson().params;
    expect(await tick(cast.sari)).toMatchObject({ status: 303, location: `/belajar?tugas=${course}/${slug}` });
    await tick(cast.sari);
    expect(await ticks()).toEqual([{ lessonId: lesson().summary.id, by: "learner", withdrawnAt: null }]);
    const home = await answerOf(homeLoader({ request: await requestAs(cast.sari, `/belajar?tugas=${course}/${slug}`), params: {}, context }));
    expect(home.data.task).toEqual({ undo: `${lesson().path}/tugas` });
    expect((await tick(cast.sari, { tugas: "batal" })).location).toBe("/belajar?tugas=batal");
    expect(await ticks()).toEqual([{ lessonId: lesson().summary.id, by: "learner", withdrawnAt: expect.any(Date) as Date }]);
  });

  it("is for who is enrolled", async () => {
    expect((await tick(cast.dewi)).status).toBe(404);
    expect((await tick(cast.sari, {}, { course: "x", lesson: "y" })).status).toBe(404);
  });
});
