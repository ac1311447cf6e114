import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { questionsAsked } from "#app/learning/draw-quiz.ts";
import { loader as resultLoader } from "#app/routes/learn/quiz-result.tsx";
import { loader as learnerLoader } from "#app/routes/mentor/learner.tsx";
import { loader as indexLoader } from "#app/routes/mentor/paper.tsx";
import { loader as batchLoader } from "#app/routes/mentor/paper-batch.tsx";
import { action as enterAction, loader as enterLoader } from "#app/routes/mentor/paper-entry.tsx";
import { action as printAction, loader as printLoader } from "#app/routes/mentor/paper-print.tsx";
import { loader as reportLoader } from "#app/routes/mentor/session-report.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { listSheets, type PaperSheet } from "#db/paper-sheets.ts";
import { makeSession } from "../../attendance/term.ts";
import { withdrawLearning } from "../../mentoring/consents.ts";
import { fillPaper } from "../../paper/fill-paper.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeLearner, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
let budi: Learner;
let module: { id: string; slug: string };
beforeEach(async () => {
  cast = await castOf(db);
  budi = await makeLearner(db, cast.cohort, { number: 2, name: "Budi", by: cast.dewi });
  module = cast.curriculum.courses[0]!.modules[0]!;
});

type Who = Learner | Staff | null;
const quiz = () => catalog().quizzes[module.id]!;
const params = (more: Record<string, string> = {}) => ({ cohort: cast.cohort.cohortId, module: module.id, ...more });

async function print(learners: Learner[], { batchId = newId(), who = cast.dewi, all = false }: { batchId?: string; who?: Who; all?: boolean } = {}) {
  const fields: [string, string][] = [["batchId", batchId], ...learners.map(({ learnerId }) => ["learner", learnerId] as [string, string]), ...(all ? [["semua", "ya"] as [string, string]] : [])];
  return answerOf(printAction({ request: await requestAs(who, "/", form(fields)), params: params(), context }));
}

const sheets = () => listSheets(db, cast.cohort, module.id);

async function sheetOf(learner: Learner): Promise<PaperSheet> {
  const sheet = (await sheets()).find(({ learnerId }) => learnerId === learner.learnerId);
  if (!sheet) throw new Error(`${learner.name} has no sheet`);
  return sheet;
}

async function enter(typed: Record<string, string[]>, who: Who = cast.dewi, more: Record<string, string> = {}) {
  const fields: [string, string][] = [...Object.entries(more), ...Object.entries(typed).flatMap(([sheetId, texts]) => texts.map((text, index) => [`a.${sheetId}.${index}`, text] as [string, string]))];
  return answerOf(enterAction({ request: await requestAs(who, "/", form(fields)), params: params(), context }));
}

const openEntry = async (query = "", who: Who = cast.dewi) => answerOf(enterLoader({ request: await requestAs(who, `/${query}`), params: params(), context }));
const attempts = (learner: Learner) => db.selectFrom("quiz_attempt").where("enrollment_id", "=", learner.enrollmentId).selectAll().execute();

describe("printing question sheets", () => {
  it("draws each chosen learner's own questions, without pictures, and keeps what it drew", async () => {
    const batchId = newId();
    const answer = await print([cast.sari, budi], { batchId });
    expect(answer).toMatchObject({ status: 303, location: `/mentor/rombel/${cast.cohort.cohortId}/kertas/${module.id}/cetak/${batchId}` });
    const drawn = await sheets();
    expect(drawn.map(({ name, items }) => [name, items.length])).toEqual([["Sari", questionsAsked], ["Budi", questionsAsked]]);
    expect(new Set(drawn.map(({ code }) => code)).size).toBe(2);
    const kinds = drawn.flatMap(({ items }) => items.map(({ id }) => quiz().questions.find((question) => question.id === id)?.kind));
    expect(kinds).not.toContain("picture");
    expect(kinds).not.toContain("hotspot");
    const ids = drawn.map(({ items }) => items.map(({ id }) => id));
    expect(ids[0]?.filter((id) => ids[1]?.includes(id)).length).toBeLessThanOrEqual(5);
    const { data } = await answerOf(batchLoader({ request: await requestAs(cast.dewi, "/"), params: params({ batch: batchId }), context }));
    expect(data.sheets.map(({ name, number, code, questions }) => [name, number, code, questions.length])).toEqual(drawn.map(({ name, number, code }) => [name, number, code, questionsAsked]));
  });

  it("makes one sheet a learner, however often and at once it is asked for", async () => {
    const batchId = newId();
    await Promise.all([print([cast.sari], { batchId }), print([cast.sari], { batchId }), print([cast.sari, budi], { batchId })]);
    expect((await sheets()).map(({ name }) => name)).toEqual(["Sari", "Budi"]);
  });

  it("does so for all who have not passed, and says when there is nobody to print for", async () => {
    await print([cast.sari]);
    const sheet = await sheetOf(cast.sari);
    await enter({ [sheet.id]: fillPaper(quiz(), sheet.items) });
    await print([], { all: true });
    expect((await sheets()).map(({ name, enteredAt }) => [name, enteredAt !== null])).toEqual([["Sari", true], ["Budi", false]]);
    expect(await print([])).toMatchObject({ status: 400, data: { fault: "nobody" } });
    const { data } = await answerOf(printLoader({ request: await requestAs(cast.dewi, "/"), params: params(), context }));
    expect(data.learners).toMatchObject([{ name: "Sari", passed: true, waitingCode: null }, { name: "Budi", passed: false, waitingCode: (await sheetOf(budi)).code }]);
  });
});

describe("entering answers from paper", () => {
  beforeEach(async () => {
    await print([cast.sari, budi]);
  });

  it("grades them as the learner's attempt, entered by the mentor, and says so to both", async () => {
    const sheet = await sheetOf(cast.sari);
    const answer = await enter({ [sheet.id]: fillPaper(quiz(), sheet.items) });
    expect([answer.status, answer.location]).toEqual([303, `/mentor/rombel/${cast.cohort.cohortId}/kertas/${module.id}/isi?masuk=1`]);
    expect(await attempts(cast.sari)).toMatchObject([{ id: sheet.id, module_id: module.id, correct_items: questionsAsked, total_items: questionsAsked, passed: true, entered_by: cast.dewi.staffId }]);
    const course = cast.curriculum.courses[0]!;
    const result = await answerOf(resultLoader({ request: await requestAs(cast.sari, "/"), params: { course: course.slug, module: module.slug, attempt: sheet.id }, context }));
    expect(result.data.attempt).toMatchObject({ passed: true, enteredBy: "Dewi" });
    const page = await answerOf(learnerLoader({ request: await requestAs(cast.dewi, "/"), params: { cohort: cast.cohort.cohortId, learner: cast.sari.learnerId }, context }));
    expect(page.data.record.courses[0]?.modules[0]?.quiz).toMatchObject({ passed: true, enteredBy: "Dewi" });
    const audited = await db.selectFrom("audit_event").where("subject_id", "=", sheet.id).select(["action", "actor_kind", "actor_id"]).execute();
    expect(audited).toEqual([{ action: "quiz.mark", actor_kind: "staff", actor_id: cast.dewi.staffId }]);
    expect((await db.selectFrom("learner").where("id", "=", cast.sari.learnerId).select("last_seen_at").executeTakeFirst())?.last_seen_at).toBeNull();
  });

  it("makes one attempt of one sheet, however often and at once it is sent", async () => {
    const sheet = await sheetOf(cast.sari);
    const right = { [sheet.id]: fillPaper(quiz(), sheet.items) };
    const answers = await Promise.all([enter(right), enter(right), enter(right)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    await enter({ [sheet.id]: sheet.items.map(() => "-") });
    expect(await attempts(cast.sari)).toMatchObject([{ correct_items: questionsAsked }]);
  });

  it("counts them for the session at which the sheets were filled in, not for the day of entering", async () => {
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    const sessions = [await makeSession(cast.cohort, days(-9)), await makeSession(cast.cohort, days(-5)), await makeSession(cast.cohort, days(-2)), await makeSession(cast.cohort, days(3))];
    await db.updateTable("enrollment").set({ enrolled_at: days(-20) }).where("village_code", "=", cast.cohort.villageCode).where("cohort_id", "=", cast.cohort.cohortId).execute();
    await db.updateTable("paper_sheet").set({ printed_at: days(-6) }).where("village_code", "=", cast.cohort.villageCode).execute();
    expect((await openEntry()).data.sessions.map(({ sessionId }) => sessionId)).toEqual([sessions[2]?.sessionId, sessions[1]?.sessionId]);
    const [sari, budis] = [await sheetOf(cast.sari), await sheetOf(budi)];
    await enter({ [sari.id]: fillPaper(quiz(), sari.items) });
    await enter({ [budis.id]: fillPaper(quiz(), budis.items) }, cast.dewi, { pertemuan: sessions[1]?.sessionId ?? "" });
    const reports = await Promise.all(sessions.slice(0, 3).map(async ({ sessionId: session }) => answerOf(reportLoader({ request: await requestAs(cast.dewi, "/"), params: { cohort: cast.cohort.cohortId, session }, context }))));
    const quizzes = reports.map(({ data }) => data.report?.lines.flatMap(({ name, quizzes: done }) => done.map(({ onPaper }) => [name, onPaper])));
    expect(quizzes).toEqual([[], [["Budi", true]], [["Sari", true]]]);
  });

  it("takes several sheets at once, saves the good ones and keeps what was typed of the others", async () => {
    const [sari, budis] = [await sheetOf(cast.sari), await sheetOf(budi)];
    const typed = fillPaper(quiz(), budis.items).map((text, index) => (index === 0 ? "?!" : index === 1 ? "" : text));
    const answer = await enter({ [sari.id]: fillPaper(quiz(), sari.items), [budis.id]: typed });
    expect(answer).toMatchObject({ status: 400, data: { entered: 1, faults: { [budis.id]: { 1: "blank" } } } });
    expect(answer.data.typed[budis.id]).toEqual(typed);
    expect(await attempts(budi)).toEqual([]);
    const { data } = await openEntry();
    expect(data.waiting.map(({ name }) => name)).toEqual(["Budi"]);
    expect(data.done).toMatchObject([{ name: "Sari", correct: questionsAsked, passed: true, enteredBy: "Dewi" }]);
    expect((await enter({ [budis.id]: typed.map(() => "-") })).status).toBe(303);
    expect(await attempts(budi)).toMatchObject([{ correct_items: 0, passed: false }]);
  });

  it("leaves sheets alone on which nothing was typed", async () => {
    const sheet = await sheetOf(cast.sari);
    expect((await enter({ [sheet.id]: sheet.items.map(() => " ") })).location).toContain("?masuk=0");
    expect(await attempts(cast.sari)).toEqual([]);
  });

  it("grades what was printed, also when the bank has changed since", async () => {
    const sheet = await sheetOf(cast.sari);
    const gone = [...sheet.items, { id: "withdrawn", shown: ["a", "b"] }];
    await db.updateTable("paper_sheet").set({ items: JSON.stringify(gone) }).where("id", "=", sheet.id).execute();
    await enter({ [sheet.id]: fillPaper(quiz(), sheet.items) });
    expect(await attempts(cast.sari)).toMatchObject([{ correct_items: questionsAsked, total_items: questionsAsked }]);
  });

  it("finds a sheet by its code, also one that a newer sheet replaced", async () => {
    const older = await sheetOf(cast.sari);
    await print([cast.sari]);
    const newer = (await sheets()).find(({ name }) => name === "Sari")!;
    expect((await openEntry()).data.waiting.map(({ code }) => code)).toEqual([newer.code, (await sheetOf(budi)).code]);
    const index = async (code: string) => answerOf(indexLoader({ request: await requestAs(cast.dewi, `/?kode=${code}`), params: params(), context }));
    expect((await index(older.code.toLowerCase())).location).toContain(`/kertas/${module.id}/isi?lembar=${older.code}`);
    expect((await openEntry(`?lembar=${older.code}`)).data.waiting.map(({ code }) => code)).toEqual([older.code]);
    expect(await index("ZZZZ")).toMatchObject({ status: 404, data: { unknownCode: "ZZZZ" } });
  });
});

describe("a learner who took back their consent", () => {
  beforeEach(async () => {
    await print([cast.sari, budi]);
    await withdrawLearning(cast.sari, { by: cast.dewi });
  });

  it("is not graded; what was typed is told and kept, and everybody else's sheet is saved", async () => {
    const [sari, budis] = [await sheetOf(cast.sari), await sheetOf(budi)];
    const typed = fillPaper(quiz(), sari.items);
    const answer = await enter({ [sari.id]: typed, [budis.id]: fillPaper(quiz(), budis.items) });
    expect(answer).toMatchObject({ status: 400, data: { entered: 1, faults: {}, withdrawn: [sari.id], typed: { [sari.id]: typed } } });
    expect([await attempts(cast.sari), await attempts(budi)].map(({ length }) => length)).toEqual([0, 1]);
  });

  it("is shown as not to be entered, and waited for by no count", async () => {
    expect((await openEntry()).data.waiting.map(({ name, withdrawnAt }) => [name, withdrawnAt !== null])).toEqual([["Sari", true], ["Budi", false]]);
    const { data } = await answerOf(indexLoader({ request: await requestAs(cast.dewi, "/"), params: params(), context }));
    expect(data.modules.find(({ moduleId }) => moduleId === module.id)?.waiting).toBe(1);
  });

  it("gets no new sheet, neither chosen nor with everybody", async () => {
    expect(await print([cast.sari, budi])).toMatchObject({ status: 409, data: { fault: "withdrawn", chosen: [budi.learnerId] } });
    expect(await sheets()).toHaveLength(2);
    await print([], { all: true });
    expect((await sheets()).map(({ name }) => name)).toEqual(["Sari", "Budi", "Budi"]);
  });
});

it("exists for the cohort's own mentors alone, with their own learners' sheets", async () => {
  await print([cast.sari]);
  const sheet = await sheetOf(cast.sari);
  for (const who of [cast.rudi, cast.ratna, cast.sari] as Who[]) {
    expect(await print([cast.sari], { who })).toMatchObject({ status: 404 });
    expect(await enter({ [sheet.id]: fillPaper(quiz(), sheet.items) }, who)).toMatchObject({ status: 404 });
    expect(await openEntry("", who)).toMatchObject({ status: 404 });
  }
  await print([cast.tono]);
  const theirs = await answerOf(enterAction({ request: await requestAs(cast.rudi, "/", form({ [`a.${sheet.id}.0`]: "A" })), params: { cohort: cast.otherCohort.cohortId, module: module.id }, context }));
  expect(theirs.location).toContain("?masuk=0");
  expect(await attempts(cast.sari)).toEqual([]);
  expect(await attempts(cast.tono)).toEqual([]);
});
