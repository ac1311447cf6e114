import "../../support/database.ts";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { catalog, findLesson } from "#app/catalog/catalog.server.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { action, loader } from "#app/routes/learn/lesson.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertPracticeAttempt } from "#db/lesson-progress.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, type Learner, requestAs, type Staff } from "../../support/cast.ts";

const { t } = copyIn("id");
let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

function firstLesson() {
  const course = cast.curriculum.courses[0]!;
  const summary = course.modules[0]!.lessons[0]!;
  return { summary, path: `/belajar/${course.slug}/${summary.slug}`, params: { course: course.slug, lesson: summary.slug } };
}

async function open(who: Learner | Staff | null, { headers = {}, params = firstLesson().params, query = "" }: { headers?: Record<string, string>; params?: Record<string, string>; query?: string } = {}) {
  return answerOf(loader({ request: await requestAs(who, firstLesson().path + query, { headers }), params, context }));
}

async function finish(who: Learner | Staff | null, params: Record<string, string> = firstLesson().params) {
  return answerOf(action({ request: await requestAs(who, firstLesson().path, { method: "POST" }), params, context }));
}

const completions = () => db.selectFrom("lesson_completion").where("enrollment_id", "=", cast.sari.enrollmentId).select(["lesson_id", "completed_at"]).execute();
const htmlOf = async ({ response }: Awaited<ReturnType<typeof open>>) => (await response?.text()) ?? "";

describe("a lesson", () => {
  it("is one whole page with its learner's name", async () => {
    const html = await htmlOf(await open(cast.sari));
    expect(html).toMatch(/^<!DOCTYPE html><html lang="id" data-text="normal">/);
    expect(html).toContain('<span class="who">Sari</span>');
    expect(html).toContain(`<h1>${firstLesson().summary.title}</h1>`);
    expect(html).not.toContain("[[hole");
  });

  it("is the same when it is sent as gzip", async () => {
    const [plain, gzip] = [await open(cast.sari), await open(cast.sari, { headers: { "accept-encoding": "br, gzip" } })];
    expect(gzip.response?.headers.get("content-encoding")).toBe("gzip");
    expect(plain.response?.headers.get("content-encoding")).toBeNull();
    expect(gzip.response?.headers.get("vary")).toBe("Accept-Encoding");
    expect(gunzipSync(await gzip.response!.arrayBuffer()).toString()).toBe(await htmlOf(plain));
  });

  it("never shows one learner's name to another, nor takes a name for markup", async () => {
    await db.updateTable("learner").set({ name: "<script>Ñusa & “Ayu”" }).where("id", "=", cast.sari.learnerId).execute();
    expect(await htmlOf(await open(cast.sari))).toContain('<span class="who">&lt;script&gt;Ñusa &amp; “Ayu”</span>');
    const html = await htmlOf(await open(cast.tono));
    expect(html).toContain('<span class="who">Tono</span>');
    expect(html).not.toContain("Ñusa");
  });

  it("follows the device's language and size of text", async () => {
    const html = await htmlOf(await open(cast.sari, { headers: { cookie: "bahasa=en; huruf=largest" } }));
    expect(html).toContain('<html lang="en" data-text="largest">');
    expect(html).toContain('<div class="lesson" lang="id">');
  });

  it("runs no script but its own with this answer's nonce", async () => {
    const answer = await open(cast.sari);
    expect(answer.response?.headers.get("content-security-policy")).toContain("script-src 'nonce-n' 'strict-dynamic'");
    const scripts = (await htmlOf(answer)).match(/<script[^>]*>/g);
    expect(scripts).toEqual([expect.stringContaining('nonce="n"')]);
  });

  it("does not exist for who is not enrolled, and asks nobody in particular to sign in", async () => {
    expect((await open(null)).location).toContain("/masuk?lanjut=");
    expect(await open(cast.dewi)).toMatchObject({ status: 404 });
    await db.deleteFrom("enrollment").where("id", "=", cast.sari.enrollmentId).execute();
    expect(await open(cast.sari)).toMatchObject({ status: 404 });
    expect(await finish(cast.sari)).toMatchObject({ status: 404 });
  });

  it("of another curriculum does not exist for a learner", async () => {
    await db.insertInto("curriculum").values({ id: "Y9", title: "Tahun lain", year: 9 }).onConflict((conflict) => conflict.doNothing()).execute();
    const version = { id: newId(), curriculum_id: "Y9", number: Math.floor(Math.random() * 1e9), structure: JSON.stringify({ title: "", year: 9, courses: [] }), structure_hash: "x" };
    await db.insertInto("curriculum_version").values({ ...version, published_at: new Date() }).execute();
    await db.updateTable("enrollment").set({ curriculum_version_id: version.id }).where("id", "=", cast.sari.enrollmentId).execute();
    expect(await open(cast.sari)).toMatchObject({ status: 404 });
    expect(await finish(cast.sari)).toMatchObject({ status: 404 });
  });

  it.each([{ course: "x", lesson: "y" }, {}, { course: "__proto__", lesson: "constructor" }, { course: "hp-saya", lesson: "../mengetik" }])("at %o does not exist", async (params) => {
    expect(await open(cast.sari, { params: params as Record<string, string> })).toMatchObject({ status: 404 });
  });
});

describe("a lesson that was opened from a result", () => {
  const result = `/belajar/hp-saya/mengenal-hp/kuis/${newId()}`;
  const again = `/belajar/hp-saya/mengenal-hp/ingat/${newId()}`;

  it("leads back to that result, of this learner's own and no other's", async () => {
    for (const path of [result, again]) expect(await htmlOf(await open(cast.sari, { query: `?dari=${path}` }))).toContain(`<a class="button button-main" href="${path}" lang="id">${t("learn.toResult")}</a>`);
    const plain = await htmlOf(await open(cast.sari));
    expect(plain).not.toContain(t("learn.toResult"));
    expect(plain).toContain(`<button type="submit" class="button-main">${t("learn.finishLesson")}</button>`);
  });

  it("is done only when the learner says so, which is no longer the big button", async () => {
    const html = await htmlOf(await open(cast.sari, { query: `?dari=${result}&bantuan` }));
    expect(html).toContain(`<button type="submit" class="button-quiet">${t("learn.finishLesson")}</button>`);
    expect(html).toContain(t("layout.helpAsked"));
    expect(await completions()).toEqual([]);
  });

  it.each(["https://jahat.example", "//jahat.example", "/belajar", "/keluar", "/belajar/x/y/kuis/1", `${result}/../..`, `${result}"x`, `/mentor${result}`])("leads nowhere else: “%s”", async (path) => {
    expect(await htmlOf(await open(cast.sari, { query: `?dari=${path}` }))).not.toContain(t("learn.toResult"));
  });
});

it("a lesson whose practice was finished says so, to who finished it", async () => {
  const place = catalog().curricula[0]!.courses.flatMap((course) => course.modules.flatMap((module) => module.lessons.map(({ slug }) => findLesson(course.slug, slug)!))).find(({ lesson }) => lesson.practice)!;
  const params = { course: place.course.slug, lesson: place.summary.slug };
  const attempt = { id: newId(), enrollmentId: cast.sari.enrollmentId, lessonId: place.summary.id, simulator: place.lesson.practice!.simulator, steps: [], finished: true };
  expect(await htmlOf(await open(cast.sari, { params }))).not.toContain(t("learn.practised"));
  await insertPracticeAttempt(db, { villageCode: cast.sari.villageCode, submittedAt: new Date(), ...attempt });
  expect(await htmlOf(await open(cast.sari, { params }))).toContain(t("learn.practised"));
  expect(await htmlOf(await open(cast.tono, { params }))).not.toContain(t("learn.practised"));
});

it("no screen of any lesson has its part's name twice", async () => {
  for (const part of ["learn.partTogether", "learn.partOwnPhone", "learn.partRemember"] as const) {
    expect(await htmlOf(await open(cast.sari))).not.toMatch(new RegExp(`<p class="part">${t(part)}</p><h2[^>]*>${t(part)}</h2>`));
  }
});

describe("finishing a lesson", () => {
  it("is kept once, with the moment of the first time", async () => {
    expect(await finish(cast.sari)).toMatchObject({ status: 302, location: "/belajar?tersimpan" });
    const [first] = await completions();
    expect(await finish(cast.sari)).toMatchObject({ status: 302 });
    expect(await completions()).toEqual([first]);
    expect(first?.lesson_id).toBe(firstLesson().summary.id);
  });

  it("is kept once when the button is pressed many times at once", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => finish(cast.sari)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
    expect(await completions()).toHaveLength(1);
  });

  it("is told when the lesson is opened again", async () => {
    expect(await htmlOf(await open(cast.sari))).not.toContain(t("learn.finishedBefore"));
    await finish(cast.sari);
    expect(await htmlOf(await open(cast.sari))).toContain(t("learn.finishedBefore"));
    expect(await htmlOf(await open(cast.tono))).not.toContain(t("learn.finishedBefore"));
  });

  it("is for its learner alone", async () => {
    expect(await finish(null)).toMatchObject({ status: 302 });
    expect(await finish(cast.dewi)).toMatchObject({ status: 404 });
    expect(await finish(cast.sari, { course: "x", lesson: "y" })).toMatchObject({ status: 404 });
    expect(await completions()).toEqual([]);
  });
});
