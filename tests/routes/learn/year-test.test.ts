import "../../support/database.ts";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { catalog, findLesson, measuredBy } from "#app/catalog/catalog.server.ts";
import { pillars } from "#app/catalog/course.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { drawTestFor } from "#app/learning/draw-quiz.server.ts";
import { fieldName } from "#app/learning/quiz-answers.ts";
import type { YearTests } from "#app/learning/year-test.ts";
import { YearTestResults } from "#app/learning/year-test-results.tsx";
import { loader as homeLoader } from "#app/routes/learn/home.tsx";
import { action, loader } from "#app/routes/learn/year-test.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertLessonCompletion } from "#db/lesson-progress.ts";
import { fillIn } from "../../learning/quiz-sheet.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeLearner, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
let tests: YearTests;
let sari: Learner;
let lastNumber = 1;
beforeAll(async () => {
  cast = await castOf(db);
  tests = catalog().tests[cast.curriculum.id]!;
});
beforeEach(async () => {
  sari = await makeLearner(db, cast.cohort, { number: (lastNumber += 1), name: "Sari", by: cast.dewi });
});

type Kind = "awal" | "akhir";
const testOf = (kind: Kind) => (kind === "awal" ? tests.start : tests.close);
const path = (kind: Kind) => `/belajar/${cast.curriculum.slug}/tes/${kind}`;
const params = (kind: Kind) => ({ curriculum: cast.curriculum.slug, kind });

async function open(who: Learner | Staff | null, kind: Kind) {
  return answerOf(loader({ request: await requestAs(who, path(kind)), params: params(kind), context }));
}

async function sheet(kind: Kind, { formId = newId(), wrong = 0 } = {}): Promise<[string, string][]> {
  const test = testOf(kind);
  return [["formId", formId], ["version", test.hash], ["peserta", String(sari.number)], ...fillIn(test, await drawTestFor(db, test, formId), wrong)];
}

async function send(who: Learner, kind: Kind, fields: [string, string][]) {
  return answerOf(action({ request: await requestAs(who, path(kind), form(fields)), params: params(kind), context }));
}

const kept = () => db.selectFrom("year_test_attempt").where("enrollment_id", "=", sari.enrollmentId).selectAll().orderBy("kind", "desc").execute();

async function finishAll() {
  const { villageCode, enrollmentId } = sari;
  const modules = cast.curriculum.courses.flatMap((course) => course.modules);
  for (const { id } of modules.flatMap((module) => module.lessons)) await insertLessonCompletion(db, { villageCode, enrollmentId, lessonId: id, completedAt: new Date() });
  for (const { id } of modules) {
    await db
      .insertInto("module_skip")
      .values({ village_code: villageCode, enrollment_id: enrollmentId, module_id: id, granted: true, decided_at: new Date(), decided_by: cast.dewi.staffId })
      .execute();
  }
}

describe("the two tests of the year", () => {
  it("have 20 questions each, 5 for each pillar, none of them in both nor in a module's quiz", () => {
    const ids = Object.values(tests).flatMap((test) => test.questions.map(({ id }) => id));
    expect(new Set(ids).size).toBe(40);
    for (const test of Object.values(tests)) {
      const asked = test.questions.map(({ screen }) => measuredBy(screen.split("#")[0] ?? "")?.pillar);
      expect(pillars.map((pillar) => asked.filter((one) => one === pillar).length)).toEqual([5, 5, 5, 5]);
    }
    const quizzed = new Set(Object.values(catalog().quizzes).flatMap((quiz) => quiz.questions.map(({ ask }) => ask)));
    expect(Object.values(tests).flatMap((test) => test.questions.filter(({ ask }) => quizzed.has(ask)))).toEqual([]);
  });

  it("ask for the same, question by question: the same lesson's pillar, module and kind", () => {
    const measures = ({ questions }: { questions: { screen: string; kind: string }[] }) => questions.map(({ screen, kind }) => [kind, measuredBy(screen.split("#")[0] ?? "")]);
    expect(measures(tests.close)).toEqual(measures(tests.start));
  });
});

describe("the starting test", () => {
  it("is offered on the first page, is kept with its score by pillar and module, and is offered no more", async () => {
    const home = async () => (await answerOf(homeLoader({ request: await requestAs(sari, "/belajar"), params: {}, context }))).data.curricula[0]?.aside;
    expect(await home()).toEqual({ kind: "start", href: path("awal") });
    expect(await send(sari, "awal", await sheet("awal", { wrong: 4 }))).toMatchObject({ status: 303, location: path("awal") });
    const [attempt] = await kept();
    expect(attempt).toMatchObject({ kind: "start", correct_items: 16, total_items: 20 });
    const sum = (tallies: Record<string, { correct: number; total: number }>) => Object.values(tallies).reduce((all, one) => [all[0]! + one.correct, all[1]! + one.total], [0, 0]);
    expect([sum(attempt!.by_pillar), sum(attempt!.by_module)]).toEqual([[16, 20], [16, 20]]);
    expect(await home()).toBeNull();
    expect((await open(sari, "awal")).data).toMatchObject({ kind: "result", tests: [{ kind: "start", correct: 16 }] });
  });

  it("may be handed in with questions left open, which are not right", async () => {
    const fields = (await sheet("awal")).filter(([name]) => !name.startsWith("s") || name === fieldName(0) || name.startsWith(`${fieldName(0)}.`));
    expect((await send(sari, "awal", fields)).status).toBe(303);
    expect(await kept()).toMatchObject([{ correct_items: 1, total_items: 20 }]);
  });

  it("counts once: the first that is handed in, however often and from however many forms", async () => {
    const [first, second] = [await sheet("awal", { wrong: 10 }), await sheet("awal")];
    await Promise.all(Array.from({ length: 5 }, () => send(sari, "awal", first)));
    await send(sari, "awal", second);
    expect(await kept()).toMatchObject([{ correct_items: 10 }]);
  });

  it("is over once a module's quiz was passed", async () => {
    const columns = { correct_items: 8, total_items: 10, pass_mark: 0.8, passed: true, submitted_at: new Date(), bank_hash: "h", items: "[]", answers: "{}" };
    await db.insertInto("quiz_attempt").values({ village_code: sari.villageCode, id: newId(), enrollment_id: sari.enrollmentId, module_id: "A1", ...columns }).execute();
    expect((await open(sari, "awal")).status).toBe(404);
  });
});

describe("the closing test", () => {
  it("opens when all that is asked is done, and tells what was gained", async () => {
    expect((await open(sari, "akhir")).status).toBe(404);
    await send(sari, "awal", await sheet("awal", { wrong: 14 }));
    await finishAll();
    expect((await open(sari, "akhir")).data.kind).toBe("sheet");
    await send(sari, "akhir", await sheet("akhir", { wrong: 3 }));
    expect((await open(sari, "akhir")).data).toMatchObject({ kind: "result", tests: [{ kind: "start", correct: 6 }, { kind: "close", correct: 17 }] });
  });

  it("tells whom it went worse for what to read again", async () => {
    await send(sari, "awal", await sheet("awal", { wrong: 2 }));
    await finishAll();
    await send(sari, "akhir", await sheet("akhir", { wrong: 9 }));
    const { data } = await open(sari, "akhir");
    if (data.kind !== "result") throw new Error("no result");
    expect(data.readAgain.length).toBeGreaterThan(0);
    for (const { href } of data.readAgain) expect(findLesson(...(href.split("/").slice(2) as [string, string]))).toBeDefined();
    const html = renderToStaticMarkup(createElement(CopyProvider, { value: copyIn("id") }, createElement(YearTestResults, data)));
    expect(html).toContain(data.readAgain[0]?.href);
    expect(html).not.toContain("notice-ok");
  });
});

describe("who may take a test", () => {
  it("is a learner of that curriculum", async () => {
    expect((await open(null, "awal")).location).toBe(`/masuk?lanjut=${encodeURIComponent(path("awal"))}`);
    expect((await open(cast.dewi, "awal")).status).toBe(404);
    for (const unknown of [{ curriculum: "x", kind: "awal" }, { curriculum: cast.curriculum.slug, kind: "tengah" }, { curriculum: cast.curriculum.slug, kind: "constructor" }, {}]) {
      expect((await answerOf(loader({ request: await requestAs(sari, "/belajar/x/tes/y"), params: unknown, context }))).status).toBe(404);
    }
  });
});
