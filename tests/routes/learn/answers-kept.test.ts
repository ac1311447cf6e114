import "../../support/database.ts";
import { describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { drawTestFor } from "#app/learning/draw-quiz.server.ts";
import { fieldName } from "#app/learning/quiz-answers.ts";
import { action, loader } from "#app/routes/learn/quiz.tsx";
import { action as testAction, loader as testLoader } from "#app/routes/learn/year-test.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addLearner, atCenter, cast, type Fields, gatherClass, params, path, place, sari, sheetOf } from "../../learning/quiz-class.ts";
import { fillIn } from "../../learning/quiz-sheet.ts";
import { answerOf, context } from "../../support/answer.ts";
import { form, type Learner, pin, requestAs } from "../../support/cast.ts";

gatherClass();

async function open(search = "") {
  return (await answerOf(loader({ request: await requestAs(sari, path() + search), params: params(), context }))).data;
}

interface Sending {
  formId?: string;
  answered?: number;
  who?: Learner | null;
  version?: string;
  search?: string;
}

/** Sends the opened form; `answered`: how many of its questions are answered, rightly. */
async function send(fields: Fields, { formId = newId(), answered = 0, who = sari, version = place.quiz.hash, search = "" }: Sending = {}) {
  const { hidden, answers: all } = await sheetOf(formId, { version });
  const answers = all.filter(([name]) => Number(/\d+/.exec(name)![0]) < answered);
  const sent: Fields = [...hidden, ["mulai", "1"], ...answers, ...fields];
  const answer = await answerOf(action({ request: await requestAs(who, path() + search, { ...form(sent), headers: atCenter() }), params: params(), context: { ...context, clientAddress: newId() } }));
  return { ...answer, formId, answers };
}

const drafts = () => db.selectFrom("answer_draft").where("enrollment_id", "=", sari.enrollmentId).selectAll().execute();
const attempts = () => db.selectFrom("quiz_attempt").where("enrollment_id", "=", sari.enrollmentId).select("id").execute();

describe("answers that are not handed in", () => {
  it("are kept by the first button of the form, and found again under the same draw, at the next question", async () => {
    const kept = await send([["simpan", "ya"]], { answered: 3 });
    expect(kept).toMatchObject({ status: 303, location: `${path()}?soal=1` });
    const again = await open();
    expect(again.form.formId).toBe(kept.formId);
    for (const [name, value] of kept.answers) expect(again.typed[name]).toContain(value);
    expect([again.start, (await open("?soal=1")).start, (await open("?soal=99")).start]).toEqual([3, 0, 3]);
    expect(await attempts()).toEqual([]);
  });

  it("are kept in silence by the page's script, the newest last", async () => {
    const formId = newId();
    expect(await send([["simpan", "diam"]], { formId, answered: 1 })).toMatchObject({ status: 204, location: null });
    await send([["simpan", "diam"]], { formId, answered: 2 });
    expect((await open()).start).toBe(2);
    expect(await drafts()).toHaveLength(1);
  });

  it("are gone once they are handed in, also where the script was late", async () => {
    const { formId } = await send([["simpan", "diam"]], { answered: 4 });
    expect((await send([], { formId, answered: 99 })).location).toBe(`${path()}/${formId}`);
    expect(await drafts()).toEqual([]);
    await send([["simpan", "diam"]], { formId, answered: 4 });
    expect(await drafts()).toEqual([]);
    expect(await open()).toMatchObject({ typed: {}, start: 0 });
  });

  it("are dropped when the quiz has changed, and after 30 days", async () => {
    await send([["simpan", "ya"]], { answered: 3 });
    await db.updateTable("answer_draft").set({ bank_hash: "older" }).where("enrollment_id", "=", sari.enrollmentId).execute();
    expect((await open()).typed).toEqual({});
    await send([["simpan", "ya"]], { answered: 3 });
    expect((await open()).typed).not.toEqual({});
    await db.updateTable("answer_draft").set({ saved_at: new Date(Date.now() - 31 * 86_400_000) }).where("enrollment_id", "=", sari.enrollmentId).execute();
    expect((await open()).typed).toEqual({});
    await send([["simpan", "diam"]], { answered: 3, version: "older" });
    expect((await open()).typed).toEqual({});
  });

  it("hold nothing that the database cannot take, and no more than a sheet", async () => {
    await send([["simpan", "ya"], ["s0", "\u0000 \ud800"], ["s1", "x".repeat(5000)]]);
    expect((await open()).typed["s1"]).toEqual(["x".repeat(60)]);
    await send([["simpan", "ya"], ...Array.from({ length: 3000 }, (_field, index): [string, string] => [`s${index}`, "1"])]);
    expect((await open()).typed).toEqual({});
  });

  it("are their learner's alone", async () => {
    await send([["simpan", "diam"]], { answered: 3 });
    const wati = await addLearner("Wati");
    expect((await send([["simpan", "diam"]], { answered: 3, who: wati })).status).toBe(401);
    expect((await answerOf(loader({ request: await requestAs(wati, path()), params: params(), context }))).data.typed).toEqual({});
  });
});

describe("larger letters or another language on a sheet", () => {
  it("keep the answers and lead back to what was shown", async () => {
    const answer = await send([["huruf", "largest"], ["mulai", "1"]], { answered: 2 });
    expect(answer).toMatchObject({ status: 303, location: `${path()}?soal=1`, cookies: [expect.stringMatching(/^huruf=largest;/)] });
    expect(await open()).toMatchObject({ form: { formId: answer.formId }, start: 2 });
    expect(await send([["bahasa", "en"]], { search: "?kurang&bantuan" })).toMatchObject({ status: 303, location: `${path()}?kurang&bantuan`, cookies: [expect.stringMatching(/^bahasa=en;/)] });
  });

  it("send the form again where the session has ended, without trying a PIN", async () => {
    const fields: Fields = [["huruf", "large"], ["nomor", String(sari.number)], ["pin", "1"]];
    const answer = await send(fields, { who: null, search: "?kurang" });
    expect(answer).toMatchObject({ status: 307, location: `${path()}?kurang`, cookies: [expect.stringMatching(/^huruf=large;/)] });
    const shown = await send([["huruf", "normal"]], { who: null, answered: 2 });
    expect(shown.status).toBe(401);
    expect((shown.data as unknown as { sent: { typed: unknown } }).sent.typed).toMatchObject({ [shown.answers[0]![0]]: expect.arrayContaining([shown.answers[0]![1]]) as string[] });
  });
});

describe("an incomplete sheet that is handed in", () => {
  it("is shown with what is open, and after that no more", async () => {
    const { formId, location } = await send([], { answered: 8 });
    expect(location).toBe(`${path()}?kurang`);
    const opened = await open("?kurang");
    expect(Object.keys(opened.sent!.faults)).toHaveLength(2);
    await send([], { formId, answered: 99 });
    expect((await open("?kurang")).sent).toBeUndefined();
  });

  it("comes back complete of answers when the session has ended: signed in, and kept", async () => {
    const answer = await send([["nomor", String(sari.number)], ["pin", pin]], { who: null, answered: 8 });
    expect(answer).toMatchObject({ status: 303, location: `${path()}?kurang`, cookies: [expect.stringMatching(/^melek_peserta=/)] });
    expect(Object.keys((await open("?kurang")).sent!.faults)).toHaveLength(2);
  });
});

describe("a test of the year", () => {
  const testPath = () => `/belajar/${cast.curriculum.slug}/tes/awal`;
  const testParams = () => ({ curriculum: cast.curriculum.slug, kind: "awal" });
  const sendTest = async (formId: string, fields: Fields) => {
    const sent: Fields = [["formId", formId], ["version", catalog().tests[cast.curriculum.id]!.start.hash], ["peserta", String(sari.number)], ...fields];
    return answerOf(testAction({ request: await requestAs(sari, testPath(), form(sent)), params: testParams(), context }));
  };
  const openTest = async (search = "") => (await answerOf(testLoader({ request: await requestAs(sari, testPath() + search), params: testParams(), context }))).data;

  it("is not handed in by the first button, nor with a question that is half filled in", async () => {
    const test = catalog().tests[cast.curriculum.id]!.start;
    const formId = newId();
    const items = await drawTestFor(db, test, formId);
    const rowed = items.findIndex(({ id }) => ["order", "pairs", "sort"].includes(test.questions.find((question) => question.id === id)!.kind));
    const half: Fields = [[fieldName(rowed, 0), "1"]];
    expect(await sendTest(formId, [...half, ["simpan", "ya"], ["mulai", "1"]])).toMatchObject({ status: 303, location: `${testPath()}?soal=1` });
    expect(await sendTest(formId, half)).toMatchObject({ status: 303, location: `${testPath()}?kurang` });
    expect(await openTest("?kurang")).toMatchObject({ page: { sent: { faults: { [items[rowed]!.id]: "partly" } } } });
    expect((await sendTest(formId, fillIn(test, items))).location).toBe(testPath());
    expect(await drafts()).toEqual([]);
    expect(await openTest()).toMatchObject({ kind: "result" });
  });
});
