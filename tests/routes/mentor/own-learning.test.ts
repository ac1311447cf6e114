import "../../support/database.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { catalog, findLesson, findMentorLesson, findMentorQuiz, findQuiz, type LessonPlace, type QuizPlace } from "#app/catalog/catalog.server.ts";
import { drawQuizFor } from "#app/learning/draw-quiz.server.ts";
import { questionsAsked } from "#app/learning/draw-quiz.ts";
import { practiceOf } from "#app/practice/open-practice.server.ts";
import { loadSimulator } from "#app/practice/registry.ts";
import { action as lessonAction, loader as lessonLoader } from "#app/routes/mentor/own-lesson.ts";
import { loader as homeLoader } from "#app/routes/mentor/own-learning.tsx";
import { action as practiceAction, loader as practiceLoader } from "#app/routes/mentor/own-practice.tsx";
import { action as quizAction, loader as quizLoader } from "#app/routes/mentor/own-quiz.tsx";
import { loader as resultLoader } from "#app/routes/mentor/own-quiz-result.tsx";
import { loader as learnerLessonLoader } from "#app/routes/learn/lesson.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { fillIn } from "../../learning/quiz-sheet.ts";
import { followHints } from "../../practice/play.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeStaff, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
let dewi: Staff;
let quiz: QuizPlace;
beforeAll(async () => {
  cast = await castOf(db);
  quiz = findMentorQuiz("melatih")!;
});
beforeEach(async () => {
  dewi = await makeStaff(db, "Dewi");
});

const lessons = () => catalog().mentorCurricula.flatMap(({ courses }) => courses.flatMap(({ modules }) => modules.flatMap((module) => module.lessons.map(({ slug }) => findMentorLesson(slug)!))));
const pathOf = ({ summary }: LessonPlace) => `/mentor/belajar/${summary.slug}`;
const args = async (who: Staff | Learner | null, path: string, params: Record<string, string>, init?: RequestInit) => ({ request: await requestAs(who, path, init), params, context });

const home = async (who: Staff | Learner | null = dewi) => answerOf(homeLoader(await args(who, "/mentor/belajar", {})));
const open = async (who: Staff | Learner | null, place: LessonPlace) => answerOf(lessonLoader(await args(who, pathOf(place), { lesson: place.summary.slug })));
const finish = async (who: Staff | Learner | null, place: LessonPlace) => answerOf(lessonAction(await args(who, pathOf(place), { lesson: place.summary.slug }, form({}))));
const quizPath = "/mentor/belajar/melatih/kuis";
const send = async (who: Staff | Learner | null, fields: [string, string][]) => answerOf(quizAction(await args(who, quizPath, { module: "melatih" }, form(fields))));
const openQuiz = async (who: Staff = dewi, search = "") => (await answerOf(quizLoader(await args(who, quizPath + search, { module: "melatih" })))).data;
const result = async (who: Staff | Learner | null, attempt: string) => answerOf(resultLoader(await args(who, `${quizPath}/${attempt}`, { module: "melatih", attempt })));

async function sheet({ formId = newId(), wrong = 0 } = {}): Promise<[string, string][]> {
  return [["formId", formId], ["version", quiz.quiz.hash], ...fillIn(quiz.quiz, await drawQuizFor(db, quiz.quiz, formId), wrong)];
}

const attempts = () => db.selectFrom("staff_quiz_attempt").where("staff_id", "=", dewi.staffId).selectAll().execute();

describe("the mentors' own lessons", () => {
  it("are the four of module L1, and none of them is in a learner's reach", async () => {
    expect(lessons().map(({ summary }) => summary.id)).toEqual(["L1.1", "L1.2", "L1.3", "L1.4"]);
    for (const { course, module, summary } of lessons()) {
      expect([findLesson(course.slug, summary.slug), findQuiz(course.slug, module.slug)]).toEqual([undefined, undefined]);
      const asked = await args(cast.sari, `/belajar/${course.slug}/${summary.slug}`, { course: course.slug, lesson: summary.slug });
      expect((await answerOf(learnerLessonLoader(asked))).status).toBe(404);
    }
    const published = await db.selectFrom("curriculum").select("id").execute();
    expect(published.map(({ id }) => id)).not.toContain(catalog().mentorCurricula[0]!.id);
  });

  it("are opened by everyone on the staff, and by nobody else", async () => {
    const place = lessons()[0]!;
    for (const who of [dewi, cast.ratna]) expect([(await home(who)).status, (await open(who, place)).status]).toEqual([200, 200]);
    const id = newId();
    const everything = async (who: Learner | null) => [
      await home(who),
      await open(who, place),
      await finish(who, place),
      await answerOf(practiceLoader(await args(who, `${pathOf(place)}/latihan`, { lesson: place.summary.slug }))),
      await answerOf(practiceAction(await args(who, `${pathOf(place)}/latihan`, { lesson: place.summary.slug }, form({})))),
      await answerOf(quizLoader(await args(who, quizPath, { module: "melatih" }))),
      await result(who, id),
    ];
    expect((await everything(cast.sari)).map(({ status }) => status)).toEqual(Array(7).fill(404));
    expect((await send(cast.sari, await sheet())).status).toBe(404);
    expect((await everything(null)).map(({ location }) => location)).toEqual(Array(7).fill(expect.stringMatching(/^\/masuk\?lanjut=%2Fmentor%2Fbelajar/)));
  });

  it("stand whole under their own address", async () => {
    for (const place of lessons()) {
      const { response } = await open(dewi, place);
      const html = await response!.text();
      expect(html).toContain(place.summary.title);
      expect(html).toContain(`href="${pathOf(place)}/latihan"`);
      expect(html).toContain(`action="${pathOf(place)}"`);
      expect(html).not.toMatch(/(href|action)="\/belajar/);
      for (const [, anchor] of html.matchAll(/href="#([\w-]+)"/g)) expect(html).toContain(`id="${anchor}"`);
    }
    const unknown = await args(dewi, "/mentor/belajar/tidak-ada", { lesson: "tidak-ada" });
    expect((await answerOf(lessonLoader(unknown))).status).toBe(404);
  });

  it("are done once they are said to be, each once, and lead from one to the next and to the quiz", async () => {
    expect((await home()).data).toMatchObject({ progress: { done: 0, total: 5 }, next: { kind: "lesson", href: pathOf(lessons()[0]!) }, saved: false });
    for (const place of lessons()) {
      await finish(dewi, place);
      expect((await finish(dewi, place)).location).toBe("/mentor/belajar?tersimpan");
    }
    expect((await home()).data).toMatchObject({ progress: { done: 4, total: 5 }, next: { kind: "quiz", href: quizPath } });
    expect(await (await open(dewi, lessons()[0]!)).response!.text()).toContain("sudah selesai. Boleh diulang");
    await send(dewi, await sheet());
    expect((await home()).data).toMatchObject({ progress: { done: 5, total: 5 }, next: null, modules: [{ isPassed: true, best: { correct: questionsAsked, total: questionsAsked } }] });
    expect((await home(await makeStaff(db, "Rudi"))).data.progress.done).toBe(0);
  });

  it("have practices that are finished without scripts by following their hints, and lead on", async () => {
    for (const place of lessons()) {
      const practice = practiceOf(place)!;
      const steps = followHints((await loadSimulator(practice.simulator)).rules, practice.config, []);
      const post = async (fields: Record<string, string>) => answerOf(practiceAction(await args(dewi, `${pathOf(place)}/latihan`, { lesson: place.summary.slug }, form(fields))));
      expect((await post({ steps: steps.join(","), do: "finish", formId: newId() })).location).toBe(`${pathOf(place)}#di-hp`);
      const formId = newId();
      expect((await post({ steps: steps.slice(0, -1).join(","), do: "finish", formId })).data).toEqual({ steps: steps.slice(0, -1), pressed: "finish", formId });
    }
  });
});

describe("the mentors' own quiz", () => {
  it("is graded, kept once and recorded, and shows how each question went", async () => {
    const formId = newId();
    const fields = await sheet({ formId, wrong: 3 });
    const sent = await Promise.all([send(dewi, fields), send(dewi, fields), send(dewi, fields)]);
    expect(sent.map(({ status, location }) => [status, location])).toEqual(Array(3).fill([303, `${quizPath}/${formId}`]));
    expect(await attempts()).toMatchObject([{ id: formId, module_id: "L1", bank_hash: quiz.quiz.hash, correct_items: 7, total_items: 10, passed: false }]);
    const events = await db.selectFrom("staff_audit_event").where("subject_id", "=", formId).select(["actor_id", "action", "details"]).execute();
    expect(events).toEqual([{ actor_id: dewi.staffId, action: "quiz.mark", details: { module: "L1", correct: 7, total: 10, passed: false } }]);
    const { data } = await result(dewi, formId);
    expect(data).toMatchObject({ attempt: { correct: 7, total: 10, passed: false }, needed: 8 });
    expect(data.outcomes.filter(({ correct }) => !correct).map(({ readAgain }) => readAgain)).toEqual(Array(3).fill(expect.stringMatching(/^\/mentor\/belajar\/[\w-]+#[\w-]+$/)));
  });

  it("comes back with everything typed when something is missing, and no attempt is made", async () => {
    const formId = newId();
    const fields = (await sheet({ formId })).filter(([name]) => !name.startsWith("s0"));
    expect(await send(dewi, fields)).toMatchObject({ status: 303, location: `${quizPath}?kurang` });
    const { sent } = await openQuiz(dewi, "?kurang");
    expect([sent?.form.formId, sent?.changed, Object.values(sent?.faults ?? {})]).toEqual([formId, false, ["unanswered"]]);
    expect(Object.keys(sent?.typed ?? {}).length).toBeGreaterThan(8);
    expect(await attempts()).toEqual([]);
    expect((await send(dewi, [["formId", "x"]])).status).toBe(404);
    expect((await send(dewi, (await sheet()).map(([name, value]) => [name, name === "version" ? "lama" : value]))).data).toMatchObject({ changed: true });
  });

  it("keeps what is answered so far, by the page's script or the Enter key, until it is handed in", async () => {
    const formId = newId();
    const fields = await sheet({ formId });
    const some = fields.filter(([name]) => !/^s[3-9]/.test(name));
    expect((await send(dewi, [...some, ["simpan", "diam"]])).status).toBe(204);
    expect(await send(dewi, [...some, ["simpan", "ya"], ["mulai", "1"]])).toMatchObject({ status: 303, location: `${quizPath}?soal=1` });
    const opened = await openQuiz();
    expect([opened.form.formId, opened.start, Object.keys(opened.typed).length]).toEqual([formId, 3, new Set(some.filter(([name]) => name.startsWith("s")).map(([name]) => name)).size]);
    expect([(await openQuiz(cast.dewi)).typed, await attempts()]).toEqual([{}, []]);
    expect((await send(dewi, fields)).location).toBe(`${quizPath}/${formId}`);
    await send(dewi, [...some, ["simpan", "diam"]]);
    expect((await openQuiz()).typed).toEqual({});
    expect((await send(null, [...some, ["simpan", "diam"]])).status).toBe(401);
  });

  it("comes back with every answer in larger letters", async () => {
    const fields = await sheet();
    expect(await send(dewi, [...fields, ["huruf", "large"]])).toMatchObject({ status: 303, cookies: [expect.stringMatching(/^huruf=large;/)] });
    expect(Object.keys((await openQuiz()).typed).length).toBeGreaterThan(8);
    expect(await attempts()).toEqual([]);
  });

  it("keeps every answer on the page when the session has ended", async () => {
    const formId = newId();
    const fields = await sheet({ formId });
    const { status, data } = await send(null, fields);
    expect(status).toBe(401);
    expect(data).toMatchObject({ staff: { name: null }, path: quizPath, sent: { form: { formId }, faults: {} } });
    expect((await send(dewi, fields)).location).toBe(`${quizPath}/${formId}`);
  });

  it("is nobody else's to see", async () => {
    const formId = newId();
    await send(dewi, await sheet({ formId }));
    expect([(await result(cast.dewi, formId)).status, (await result(dewi, newId())).status, (await result(dewi, "x")).status]).toEqual([404, 404, 404]);
    const page = await answerOf(quizLoader(await args(dewi, quizPath, { module: "melatih" })));
    expect(page.data).toMatchObject({ staff: { name: "Dewi" }, learner: null, path: quizPath });
    expect((await answerOf(quizLoader(await args(dewi, "/mentor/belajar/mengenal-hp/kuis", { module: "mengenal-hp" })))).status).toBe(404);
  });
});
