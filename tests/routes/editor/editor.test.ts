import "../../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { arrangeFacts } from "#app/catalog/facts.ts";
import { drawQuizFor } from "#app/learning/draw-quiz.server.ts";
import { leastAttempts } from "#app/learning/item-statistics.ts";
import { submitQuiz } from "#app/learning/submit-quiz.server.ts";
import { readAnswers } from "#app/learning/quiz-answers.ts";
import { loader as factsLoader } from "#app/routes/editor/facts.tsx";
import { loader as itemsLoader } from "#app/routes/editor/item-statistics.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { fillIn } from "../../learning/quiz-sheet.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, makeLearner, makeStaff, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
let admin: Staff;
beforeAll(async () => {
  cast = await castOf(db);
  admin = await makeStaff(db, "Ayu");
  await db.insertInto("staff_role").values({ id: newId(), staff_id: admin.staffId, role: "admin", granted_at: new Date() }).execute();
});

const facts = async (who: Staff | typeof cast.sari | null) => answerOf(factsLoader({ request: await requestAs(who, "/penyunting/fakta"), params: {}, context }));
const items = async (who: Staff | typeof cast.sari | null, module?: string) => answerOf(itemsLoader({ request: await requestAs(who, `/penyunting/soal${module === undefined ? "" : `?modul=${module}`}`), params: {}, context }));

/** A learner's quiz, handed in; `wrong` of the questions answered wrongly. */
async function take(number: number, wrong: number, tries = 1) {
  const learner = await makeLearner(db, cast.cohort, { number, name: "Sari", by: cast.dewi });
  const quiz = catalog().quizzes["A1"]!;
  for (let turn = 0; turn < tries; turn += 1) {
    const formId = newId();
    const drawn = await drawQuizFor(db, quiz, formId);
    const typed: Record<string, string[]> = {};
    for (const [name, value] of fillIn(quiz, drawn, turn === 0 ? wrong : 0)) (typed[name] ??= []).push(value);
    const { answers } = readAnswers(quiz, drawn, typed);
    await submitQuiz(db, { ...learner, formId, quiz, items: drawn, answers }, new Date(Date.now() + turn));
  }
}

describe("the pages of those who keep the courses", () => {
  it("are an admin's alone", async () => {
    expect((await facts(admin)).status).toBe(200);
    expect((await items(admin)).status).toBe(200);
    for (const who of [cast.dewi, cast.ratna, cast.sari]) expect([(await facts(who)).status, (await items(who)).status]).toEqual([404, 404]);
    expect((await facts(null)).location).toBe("/masuk?lanjut=%2Fpenyunting%2Ffakta");
  });

  it("name every fact of the lessons once", async () => {
    const { overdue, soon, later } = (await facts(admin)).data;
    expect([...overdue, ...soon, ...later].map(({ id }) => id).toSorted()).toEqual(catalog().facts.map(({ id }) => id).toSorted());
  });

  it("tell of a module's questions after 30 first attempts, from first attempts alone", async () => {
    for (let number = 2; number < 2 + 2 * leastAttempts; number += 1) await take(number, number % 4 === 0 ? 5 : 0, number % 4 === 0 ? 2 : 1);
    const { items: told } = (await items(admin, "A1")).data;
    expect(told).toHaveLength(catalog().quizzes["A1"]!.questions.length);
    expect(told.reduce((sum, item) => sum + item.asked, 0)).toBe(2 * leastAttempts * 10);
    const often = told.filter(({ asked }) => asked >= leastAttempts);
    expect(often.length).toBeGreaterThan(0);
    for (const item of told) {
      if (item.asked < leastAttempts) expect(item.difficulty).toBeNull();
      else expect(item.difficulty).toBeGreaterThan(0);
    }
  });

  it.each(["Z9", "", "constructor"])("do not know a module “%s”", async (module) => {
    expect((await items(admin, module)).status).toBe(404);
  });
});

it("facts stand with the longest overdue first, and are due until the end of their day", () => {
  const fact = (id: string, review: string) => ({ id, text: "", value: "", source: "", checked: "2026-01-01", review });
  const all = [fact("d", "2027-01-01"), fact("b", "2026-06-01"), fact("c", "2026-06-30"), fact("a", "2026-05-01"), fact("e", "2026-05-31")];
  const ids = (facts: { id: string }[]) => facts.map(({ id }) => id).join("");
  const { overdue, soon, later } = arrangeFacts(all, "2026-06-01");
  expect([ids(overdue), ids(soon), ids(later)]).toEqual(["ae", "bc", "d"]);
});
