import "../../support/database.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { catalog, type QuizPlace } from "#app/catalog/catalog.server.ts";
import { drawTestFor } from "#app/learning/draw-quiz.server.ts";
import { loader as homeLoader } from "#app/routes/learn/home.tsx";
import { action, loader } from "#app/routes/learn/review.tsx";
import { loader as resultLoader } from "#app/routes/learn/review-result.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { fillIn } from "../../learning/quiz-sheet.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeLearner, requestAs } from "../../support/cast.ts";

let cast: Cast;
let place: QuizPlace;
let sari: Learner;
let lastNumber = 1;
beforeAll(async () => {
  cast = await castOf(db);
  const course = cast.curriculum.courses[0]!;
  const module = course.modules[0]!;
  place = { curriculum: cast.curriculum, course, module, quiz: catalog().quizzes[module.id]! };
});
beforeEach(async () => {
  sari = await makeLearner(db, cast.cohort, { number: (lastNumber += 1), name: "Sari", by: cast.dewi });
});

const params = () => ({ course: place.course.slug, module: place.module.slug });
const path = () => `/belajar/${place.course.slug}/${place.module.slug}/ingat`;
const dayBefore = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);

async function pass(days: number, moduleId = place.module.id) {
  const columns = { correct_items: 8, total_items: 10, pass_mark: 0.8, passed: true, submitted_at: dayBefore(days), bank_hash: "h", items: "[]", answers: "{}" };
  await db.insertInto("quiz_attempt").values({ village_code: sari.villageCode, id: newId(), enrollment_id: sari.enrollmentId, module_id: moduleId, ...columns }).execute();
}

const open = async () => answerOf(loader({ request: await requestAs(sari, path()), params: params(), context }));

async function send(formId: string, asked: string[], wrong = 0) {
  const chosen = { ...place.quiz, questions: place.quiz.questions.filter(({ id }) => asked.includes(id)) };
  const fields: [string, string][] = [
    ["formId", formId],
    ["version", place.quiz.hash],
    ["soal", asked.join(",")],
    ["peserta", String(sari.number)],
    ...fillIn(chosen, await drawTestFor(db, chosen, formId), wrong),
  ];
  return answerOf(action({ request: await requestAs(sari, path(), form(fields)), params: params(), context }));
}

const aside = async () => (await answerOf(homeLoader({ request: await requestAs(sari, "/belajar"), params: {}, context }))).data.curricula[0]?.aside;
const kept = () => db.selectFrom("review_attempt").where("enrollment_id", "=", sari.enrollmentId).selectAll().orderBy("round").execute();

describe("two questions of a module that was passed", () => {
  it("come back after 2 days on the first page, the same ones until they are answered", async () => {
    await pass(1);
    expect(await aside()).toBeNull();
    expect((await open()).location).toBe("/belajar");
    await pass(2.1);
    expect(await aside()).toMatchObject({ kind: "review", href: path(), moduleTitle: place.module.title });
    const [first, second] = [await open(), await open()];
    expect(first.data.form.questions).toHaveLength(2);
    expect(second.data.hidden).toEqual(first.data.hidden);
  });

  it("are graded, kept once for each return, and told with what to read again", async () => {
    await pass(2.1);
    const asked = (await open()).data.hidden["soal"]!.split(",");
    const formId = newId();
    const answers = await Promise.all([send(formId, asked, 1), send(formId, asked, 1), send(formId, asked, 1)]);
    expect(answers.map(({ location }) => location)).toEqual(Array(3).fill(`${path()}/${formId}`));
    expect(await kept()).toMatchObject([{ round: 1, correct_items: 1, total_items: 2 }]);
    const result = await answerOf(resultLoader({ request: await requestAs(sari, `${path()}/${formId}`), params: { ...params(), attempt: formId }, context }));
    expect(result.data.outcomes.map(({ correct, readAgain }) => [correct, readAgain !== null]).sort()).toEqual([[false, true], [true, false]]);
    expect(await aside()).toBeNull();
    expect((await send(newId(), asked)).location).toBe("/belajar");
    expect(await kept()).toHaveLength(1);
  });

  it("of another module come next, and say that the first are saved", async () => {
    await pass(3);
    expect(await aside()).toMatchObject({ moduleTitle: place.module.title, isNext: false });
    const next = place.course.modules[1]!;
    await pass(2.5, next.id);
    await send(newId(), (await open()).data.hidden["soal"]!.split(","));
    expect(await aside()).toMatchObject({ moduleTitle: next.title, isNext: true });
    await db.updateTable("review_attempt").set({ submitted_at: dayBefore(0.6) }).where("enrollment_id", "=", sari.enrollmentId).execute();
    expect(await aside()).toMatchObject({ moduleTitle: next.title, isNext: false });
  });

  it("come back a third time at the most, those that went wrong first", async () => {
    await pass(40);
    const wrong: string[] = [];
    for (const [index, ago] of [30, 24, 5].entries()) {
      const asked = (await open()).data.hidden["soal"]!.split(",");
      if (index === 1) expect(asked.toSorted()).toEqual(wrong.toSorted());
      await send(newId(), asked, index === 0 ? 2 : 0);
      if (index === 0) wrong.push(...asked);
      await db.updateTable("review_attempt").set({ submitted_at: dayBefore(ago) }).where("enrollment_id", "=", sari.enrollmentId).where("round", "=", index + 1).execute();
    }
    expect(await kept()).toHaveLength(3);
    expect(await aside()).toBeNull();
  });

  it("are of that module's bank alone", async () => {
    await pass(3);
    expect((await send(newId(), ["Z9-01"])).status).toBe(404);
    expect(await kept()).toEqual([]);
  });

  it("are their learner's alone", async () => {
    await pass(3);
    const asked = (await open()).data.hidden["soal"]!.split(",");
    const formId = newId();
    await send(formId, asked);
    const other = await makeLearner(db, cast.cohort, { number: (lastNumber += 1), name: "Tini", by: cast.dewi });
    expect((await answerOf(resultLoader({ request: await requestAs(other, path()), params: { ...params(), attempt: formId }, context }))).status).toBe(404);
  });
});
