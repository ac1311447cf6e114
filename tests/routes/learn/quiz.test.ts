import "../../support/database.ts";
import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { leastDrawn, questionsAsked } from "#app/learning/draw-quiz.ts";
import type { SentQuiz } from "#app/learning/quiz-page.tsx";
import { action, loader } from "#app/routes/learn/quiz.tsx";
import { loader as resultLoader } from "#app/routes/learn/quiz-result.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addLearner, atCenter, cast, type Fields, gatherClass, params, path, place, sari, sheetOf } from "../../learning/quiz-class.ts";
import { answerOf, context } from "../../support/answer.ts";
import { form, type Learner, pin, requestAs, type Staff } from "../../support/cast.ts";

gatherClass();

/** Sari's form, filled in, as the browser sends it; `wrong` questions are answered wrongly. */
async function sheet({ formId = newId(), wrong = 0 } = {}): Promise<Fields> {
  const { hidden, answers } = await sheetOf(formId, { wrong });
  return [...hidden, ...answers];
}

async function send(who: Learner | Staff | null, fields: Fields) {
  return answerOf(action({ request: await requestAs(who, path(), { ...form(fields), headers: atCenter() }), params: params(), context: { ...context, clientAddress: newId() } }));
}

async function result(who: Learner, attempt: string) {
  return answerOf(resultLoader({ request: await requestAs(who, `${path()}/${attempt}`), params: { ...params(), attempt }, context }));
}

const attempts = () => db.selectFrom("quiz_attempt").where("enrollment_id", "=", sari.enrollmentId).selectAll().orderBy("submitted_at").execute();
const total = () => (place.quiz.questions.length < leastDrawn ? place.quiz.questions.length : questionsAsked);

describe("sending a quiz", () => {
  it("grades it, keeps it with that day's rules and leads to the result", async () => {
    const formId = newId();
    expect(await send(sari, await sheet({ formId }))).toMatchObject({ status: 303, location: `${path()}/${formId}` });
    expect(await attempts()).toMatchObject([
      { id: formId, module_id: place.module.id, bank_hash: place.quiz.hash, correct_items: total(), total_items: total(), pass_mark: 0.8, passed: true },
    ]);
    expect((await result(sari, formId)).data).toMatchObject({ attempt: { correct: total(), total: total(), passed: true } });
  });

  it("keeps who marked what, without the answers", async () => {
    const formId = newId();
    await send(sari, await sheet({ formId, wrong: 2 }));
    const events = await db.selectFrom("audit_event").where("subject_id", "=", formId).select(["actor_id", "actor_kind", "action", "details"]).execute();
    const details = { module: place.module.id, correct: total() - 2, total: total(), passed: (total() - 2) / total() >= 0.8 };
    expect(events).toEqual([{ actor_id: sari.learnerId, actor_kind: "learner", action: "quiz.mark", details }]);
  });

  it("shows the learner's own answers, what was said about each, and where to read again", async () => {
    const formId = newId();
    await send(sari, await sheet({ formId, wrong: 3 }));
    const { data } = await result(sari, formId);
    expect(data.outcomes.filter(({ correct }) => !correct)).toHaveLength(3);
    for (const outcome of data.outcomes) {
      expect(outcome.answer.length + outcome.pictures.length).toBeGreaterThan(0);
      if (!outcome.correct && !outcome.truthMissed) expect(outcome.feedback.join("")).not.toBe("");
      expect(outcome.readAgain === null).toBe(outcome.correct);
      if (outcome.readAgain) expect(outcome.readAgain).toMatch(/^\/belajar\/[\w-]+\/[\w-]+\?dari=\/belajar\/[\w-]+\/[\w-]+\/kuis\/[0-9a-f-]{36}#[\w-]+$/);
    }
  });

  it("is one attempt, though the form is sent 20 times at once", async () => {
    const formId = newId();
    const fields = await sheet({ formId });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(sari, fields)));
    expect(new Set(answers.map(({ location }) => location))).toEqual(new Set([`${path()}/${formId}`]));
    expect(await attempts()).toHaveLength(1);
    expect(await db.selectFrom("audit_event").where("subject_id", "=", formId).select("id").execute()).toHaveLength(1);
  });

  it("keeps the first answers of a form: sending it again with others changes nothing", async () => {
    const formId = newId();
    await send(sari, await sheet({ formId, wrong: total() }));
    await send(sari, await sheet({ formId }));
    expect(await attempts()).toMatchObject([{ passed: false }]);
  });

  it("counts the best result, whichever came first", async () => {
    const ids = [newId(), newId(), newId()];
    for (const [index, wrong] of [2, 0, 5].entries()) await send(sari, await sheet({ formId: ids[index]!, wrong }));
    expect((await attempts()).map(({ correct_items }) => correct_items)).toEqual([total() - 2, total(), total() - 5]);
    for (const id of ids) expect((await result(sari, id)).data.best).toEqual({ correct: total(), total: total() });
  });
});

describe("a form with something missing", () => {
  it("comes back with all that was given, drawn as before", async () => {
    const formId = newId();
    const complete = await sheet({ formId });
    const [firstField] = complete[3] as [string, string];
    const partly = complete.filter(([name]) => name !== firstField);
    expect(await send(sari, partly)).toMatchObject({ status: 303, location: `${path()}?kurang` });
    const { data } = await answerOf(loader({ request: await requestAs(sari, `${path()}?kurang`), params: params(), context }));
    expect(data.form.formId).toBe(formId);
    expect(Object.values(data.sent!.faults)).toEqual([expect.stringMatching(/unanswered|partly/)]);
    expect(data.sent!.changed).toBe(false);
    for (const [name, value] of partly.filter(([name]) => /^s\d/.test(name))) expect(data.sent!.typed[name]).toContain(value);
    expect(await attempts()).toEqual([]);
    expect((await send(sari, complete)).status).toBe(303);
  });

  it("is not graded when the quiz has changed since it was shown", async () => {
    const fields = (await sheet()).map(([name, value]): [string, string] => [name, name === "version" ? "older" : value]);
    expect(await send(sari, fields)).toMatchObject({ status: 400, data: { changed: true, faults: {} } });
    expect(await attempts()).toEqual([]);
  });

  it.each(["", "x", "../x", "00000000-0000-0000-0000-00000000000G"])("and the id “%s” is a form of nobody", async (formId) => {
    expect(await send(sari, [["formId", formId], ["version", place.quiz.hash]])).toMatchObject({ status: 404 });
  });
});

describe("a form whose session has ended", () => {
  const withPin = async (typed: string, formId: string) => [...(await sheet({ formId })), ["nomor", String(sari.number)], ["pin", typed]] as [string, string][];

  it("asks to sign in again right there, with every answer kept", async () => {
    const formId = newId();
    const fields = await sheet({ formId });
    const { status, data } = await send(null, fields);
    expect(status).toBe(401);
    const kept = (data as unknown as { sent: SentQuiz }).sent;
    expect(kept.form.formId).toBe(formId);
    for (const [name, value] of fields.filter(([name]) => /^s\d/.test(name))) expect(kept.typed[name]).toContain(value);
    expect(await attempts()).toEqual([]);
  });

  it("is graded once the right PIN comes with it, and the learner is signed in", async () => {
    const formId = newId();
    const answer = await send(null, await withPin(pin, formId));
    expect(answer).toMatchObject({ status: 303, location: `${path()}/${formId}` });
    expect(answer.cookies).toEqual([expect.stringMatching(/^melek_peserta=35\.05\.04\.2014:\w{40}; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect(await attempts()).toMatchObject([{ id: formId, passed: true }]);
  });

  it("is not graded with a wrong PIN, which counts as a try", async () => {
    const { status, data } = await send(null, await withPin("111112", newId()));
    expect(status).toBe(401);
    expect((data as unknown as { sent: SentQuiz }).sent.errors?.form).toBe(copyIn("id").t("signIn.wrongLeft", { count: 4 }));
    expect(await attempts()).toEqual([]);
  });

  it("never ends up with the neighbour who has signed in meanwhile, nor with staff", async () => {
    const neighbour = await addLearner("Wati");
    expect((await send(neighbour, await sheet())).status).toBe(401);
    expect((await send(cast.dewi, await sheet())).status).toBe(404);
    expect(await db.selectFrom("quiz_attempt").where("enrollment_id", "in", [sari.enrollmentId, neighbour.enrollmentId]).select("id").execute()).toEqual([]);
  });
});

describe("a result", () => {
  it("is its learner's alone", async () => {
    const formId = newId();
    await send(sari, await sheet({ formId }));
    const neighbour = await addLearner("Wati");
    expect(await result(neighbour, formId)).toMatchObject({ status: 404 });
    expect(await result(cast.tono, formId)).toMatchObject({ status: 404 });
  });

  it.each(["", "x", "00000000-0000-0000-0000-000000000000"])("of the unknown attempt “%s” does not exist", async (attempt) => {
    expect(await result(sari, attempt)).toMatchObject({ status: 404 });
  });

  it("stands under its own module alone", async () => {
    const formId = newId();
    await send(sari, await sheet({ formId }));
    const other = cast.curriculum.courses.flatMap((course) => course.modules.map((module) => ({ course: course.slug, module: module.slug }))).find(({ module }) => module !== place.module.slug);
    const request = await requestAs(sari, `${path()}/${formId}`);
    expect(await answerOf(resultLoader({ request, params: { ...other, attempt: formId }, context }))).toMatchObject({ status: 404 });
  });
});

describe("who may take a quiz", () => {
  it("is who is enrolled", async () => {
    const open = async (who: Parameters<typeof requestAs>[0], at: Record<string, string> = params()) => answerOf(loader({ request: await requestAs(who, path()), params: at, context }));
    expect((await open(sari)).data.form.questions).toHaveLength(total());
    expect((await open(null)).location).toContain("/masuk?lanjut=");
    expect(await open(cast.dewi)).toMatchObject({ status: 404 });
    expect(await open(sari, { course: place.course.slug, module: "tidak-ada" })).toMatchObject({ status: 404 });
    expect(await open(sari, {})).toMatchObject({ status: 404 });
    await db.deleteFrom("enrollment").where("id", "=", sari.enrollmentId).execute();
    expect(await open(sari)).toMatchObject({ status: 404 });
    expect(await send(sari, await sheet())).toMatchObject({ status: 404 });
  });
});
