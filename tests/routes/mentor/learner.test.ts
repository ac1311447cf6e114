import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { lockAccount, takeTry, unlockLearner } from "#app/accounts/sign-in-throttle.server.ts";
import { requirementsOf, structureOf } from "#app/catalog/course.ts";
import { loader as openBoard } from "#app/routes/mentor/board.tsx";
import { action, loader } from "#app/routes/mentor/learner.tsx";
import { listSkipsWaiting } from "#app/mentoring/decide-skip.server.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertLessonCompletion, insertPracticeAttempt } from "#db/lesson-progress.ts";
import { insertReview, insertYearTest } from "#db/measures.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeLearner, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

interface By {
  person?: Learner | Staff | null;
  learner?: string;
  cohort?: string;
}

function at({ person = cast.dewi, learner = cast.sari.learnerId, cohort = cast.cohort.cohortId }: By) {
  return { person, path: `/mentor/rombel/${cohort}/peserta/${learner}`, params: { cohort, learner } };
}

async function open(by: By = {}) {
  const { person, path, params } = at(by);
  return answerOf(loader({ request: await requestAs(person, path), params, context }));
}

async function decide(moduleId: string, keputusan: string, by: By = {}) {
  const { person, path, params } = at(by);
  return answerOf(action({ request: await requestAs(person, path, form({ moduleId, keputusan })), params, context }));
}

const key = () => ({ villageCode: cast.sari.villageCode, enrollmentId: cast.sari.enrollmentId });
const sheet = () => ({ ...key(), id: newId(), bankHash: "x", items: [], answers: {}, submittedAt: new Date() });
const all = { correct: 2, total: 2 };

async function takeTest(byModule: Record<string, { correct: number; total: number }>, kind: "start" | "close" = "start") {
  await insertYearTest(db, { ...sheet(), kind, byPillar: { cakap: { correct: 1, total: 2 } }, byModule, correct: 1, total: 2 });
}

async function takeQuiz(moduleId: string, correct: number) {
  const { villageCode, enrollmentId } = key();
  const marks = { correct_items: correct, total_items: 12, pass_mark: 0.8, passed: correct >= 10, submitted_at: new Date() };
  await db.insertInto("quiz_attempt").values({ village_code: villageCode, id: newId(), enrollment_id: enrollmentId, module_id: moduleId, bank_hash: "x", items: "[]", answers: "{}", ...marks }).execute();
}

/** A module without a lesson about safety, and one with. */
function modules() {
  const served = cast.curriculum.courses.flatMap((course) => course.modules);
  const isSafety = (module: (typeof served)[number]) => module.lessons.some(({ pillar }) => pillar === "aman");
  const [plain, safety] = [served.find((module) => !isSafety(module)), served.find(isSafety)];
  if (!plain || !safety) throw new Error("the courses have no such modules");
  return { plain, safety };
}

function decisions() {
  return db.selectFrom("module_skip").where("enrollment_id", "=", cast.sari.enrollmentId).select(["module_id", "granted", "decided_by"]).execute();
}

async function audited() {
  const events = await db.selectFrom("audit_event").where("subject_id", "=", cast.sari.enrollmentId).select(["action", "actor_id", "details"]).orderBy("happened_at").execute();
  return events.map(({ action: of, actor_id: by, details }) => ({ of, by, details }));
}

describe("a learner's page", () => {
  it("tells of a newcomer what is asked for", async () => {
    const { data } = await open();
    const first = cast.curriculum.courses[0]?.modules[0];
    expect(data).toMatchObject({ learner: { name: "Sari", number: 1 }, record: { tests: [], pillars: [], proposals: [], practices: [], mayDecide: true } });
    expect(data.record.courses[0]?.modules[0]).toEqual({ id: first?.id, title: first?.title, lessonsDone: 0, lessonsTotal: first?.lessons.length, quiz: null, skipped: false, reviews: [] });
  });

  it("tells lessons, the best quiz, the questions that came back, tests and practices", async () => {
    const { plain } = modules();
    const lesson = plain.lessons[0]!;
    await insertLessonCompletion(db, { ...key(), lessonId: lesson.id, completedAt: new Date() });
    for (const correct of [4, 11, 7]) await takeQuiz(plain.id, correct);
    await insertReview(db, { ...sheet(), moduleId: plain.id, round: 2, correct: 2, total: 2 });
    await insertReview(db, { ...sheet(), moduleId: plain.id, round: 1, correct: 1, total: 2 });
    await takeTest({});
    const attempts = [newId(), newId()];
    for (const [index, id] of attempts.entries()) {
      const submittedAt = new Date(Date.now() - index * 60_000);
      await insertPracticeAttempt(db, { ...key(), id, lessonId: lesson.id, simulator: "WiFi", steps: ["a", "b"], finished: true, submittedAt });
    }
    const { record } = (await open()).data;
    const lines = record.courses.flatMap((course) => course.modules);
    expect(lines.find(({ id }) => id === plain.id)).toMatchObject({
      lessonsDone: 1,
      quiz: { correct: 11, total: 12, passed: true },
      reviews: [{ round: 1, correct: 1, total: 2 }, { round: 2, correct: 2, total: 2 }],
    });
    expect(record.pillars.map(({ pillar }) => pillar)).toEqual(["cakap", "all"]);
    expect(record.practices.map(({ id, title, steps }) => [id, title, steps])).toEqual(attempts.map((id) => [id, lesson.title, 2]));
  });

  it("tells why help is needed as the board does, and to the mentor that the PIN is locked until there is a new one", async () => {
    const { villageCode, number } = cast.sari;
    const account = { villageCode, centerId: cast.cohort.centerId, number };
    await db.updateTable("learner").set({ last_seen_at: new Date(Date.now() - 9 * 86_400_000) }).where("id", "=", cast.sari.learnerId).execute();
    await db.updateTable("enrollment").set({ enrolled_at: new Date(Date.now() - 20 * 86_400_000) }).where("id", "=", cast.sari.enrollmentId).execute();
    for (let tries = 0; tries < 4; tries += 1) await takeTry(account, { deviceId: newId(), address: newId() });
    expect((await open()).data).toMatchObject({ help: { kind: "not-seen", days: 9 }, lockedMinutes: null });
    await lockAccount(account);
    expect((await open()).data.lockedMinutes).toBe(15);
    const { cohortId: cohort } = cast.cohort;
    const board = await answerOf(openBoard({ request: await requestAs(cast.dewi, "/"), params: { cohort }, context }));
    expect(board.data.locked).toEqual({ [cast.sari.learnerId]: 15 });
    await unlockLearner(villageCode, account.centerId, number);
    expect((await open()).data.lockedMinutes).toBeNull();
  });

  it("tells what happened, the newest first, at first the last 30 things", async () => {
    const { plain } = modules();
    const lesson = plain.lessons[0]!;
    await takeQuiz(plain.id, 4);
    await insertLessonCompletion(db, { ...key(), lessonId: lesson.id, completedAt: new Date(Date.now() - 60_000) });
    await takeTest({});
    await insertPracticeAttempt(db, { ...key(), id: newId(), lessonId: lesson.id, simulator: "WiFi", steps: ["a"], finished: false, submittedAt: new Date() });
    await db.insertInto("help_request").values({ village_code: cast.sari.villageCode, id: newId(), learner_id: cast.sari.learnerId, place: "x", asked_at: new Date(), answered_at: new Date(), answered_by: cast.dewi.staffId }).execute();
    await db.insertInto("help_request").values({ village_code: cast.sari.villageCode, id: newId(), learner_id: cast.sari.learnerId, place: "x", asked_at: new Date(), answered_at: new Date(), answered_by: null }).execute();
    const { happenings, hasMore } = (await open()).data.timeline;
    expect(happenings.map(({ kind }) => kind).sort()).toEqual(["enrolled", "help-answered", "help-asked", "help-asked", "help-cancelled", "lesson", "quiz", "test"]);
    expect(happenings).toContainEqual(expect.objectContaining({ kind: "quiz", of: plain.title, correct: 4, total: 12, isYes: false }));
    expect(happenings.map(({ at }) => at)).toEqual(happenings.map(({ at }) => at).sort((a, b) => b.getTime() - a.getTime()));
    expect(hasMore).toBe(false);
    for (let count = 0; count < 30; count += 1) await takeQuiz(plain.id, 4);
    const { timeline } = (await open()).data;
    expect([timeline.happenings.length, timeline.hasMore]).toEqual([30, true]);
    const { path, params } = at({});
    const all = await answerOf(loader({ request: await requestAs(cast.dewi, `${path}?semua=1`), params, context }));
    expect([all.data.timeline.happenings.length, all.data.timeline.hasMore]).toEqual([38, false]);
  });

  it("tells only of this cohort's enrollment, and only to its mentor", async () => {
    const outsider = await makeLearner(db, cast.otherCohort, { number: 2, name: "Budi", by: cast.rudi });
    for (const learner of [outsider.learnerId, cast.tono.learnerId, newId(), "x"]) {
      expect(await open({ learner })).toMatchObject({ status: 404 });
      expect(await decide("A1", "lewati", { learner })).toMatchObject({ status: 404 });
    }
    for (const person of [cast.rudi, cast.ratna, cast.sari]) {
      expect(await open({ person })).toMatchObject({ status: 404 });
      expect(await decide("A1", "lewati", { person })).toMatchObject({ status: 404 });
    }
    expect((await open({ person: null })).location).toContain("/masuk");
    expect(await decisions()).toEqual([]);
  });
});

describe("deciding what may be skipped", () => {
  it("is offered for what the starting test showed, but never for safety", async () => {
    const { plain, safety } = modules();
    await takeTest({ [plain.id]: all, [safety.id]: all });
    const { record } = (await open()).data;
    expect(record.proposals).toEqual([{ moduleId: plain.id, title: plain.title, tally: all, decision: null }]);
  });

  it("is kept with who and when, audited, and may be changed", async () => {
    const { plain } = modules();
    await takeTest({ [plain.id]: all });
    expect(await decide(plain.id, "lewati")).toMatchObject({ status: 303, location: `/mentor/rombel/${cast.cohort.cohortId}/peserta/${cast.sari.learnerId}#lewati` });
    expect(await decisions()).toEqual([{ module_id: plain.id, granted: true, decided_by: cast.dewi.staffId }]);
    expect((await open()).data.record.proposals[0]?.decision).toMatchObject({ granted: true, decidedBy: "Dewi" });
    expect((await open()).data.record.courses.flatMap((course) => course.modules).find(({ id }) => id === plain.id)?.skipped).toBe(true);
    await decide(plain.id, "pelajari");
    expect(await decisions()).toEqual([{ module_id: plain.id, granted: false, decided_by: cast.dewi.staffId }]);
    const by = cast.dewi.staffId;
    expect(await audited()).toEqual([
      { of: "module.skip", by, details: { module: plain.id, granted: true } },
      { of: "module.skip", by, details: { module: plain.id, granted: false } },
    ]);
  });

  it("stands on the board, for the mentor alone, until it is decided", async () => {
    const { plain, safety } = modules();
    const waiting = async () => (await listSkipsWaiting(db, [cast.cohort, cast.otherCohort])).get(cast.cohort.cohortId);
    await takeTest({ [safety.id]: all });
    expect(await waiting()).toBeUndefined();
    await db.deleteFrom("year_test_attempt").execute();
    await takeTest({ [plain.id]: all });
    expect(await waiting()).toEqual([{ learnerId: cast.sari.learnerId, name: "Sari" }]);
    await decide(plain.id, "pelajari");
    expect(await waiting()).toBeUndefined();
  });

  it("counts once, however often and at once it is sent", async () => {
    const { plain } = modules();
    await takeTest({ [plain.id]: all });
    const answers = await Promise.all([decide(plain.id, "lewati"), decide(plain.id, "lewati"), decide(plain.id, "lewati")]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await audited()).toHaveLength(1);
  });

  it("is refused for anything that is not proposed", async () => {
    const { plain, safety } = modules();
    await takeTest({ [plain.id]: all, [safety.id]: all });
    await takeQuiz(plain.id, 12);
    for (const moduleId of [plain.id, safety.id, "Z9", ""]) expect(await decide(moduleId, "lewati")).toMatchObject({ status: 409, data: { refused: "not-proposed" } });
    expect(await decide(plain.id, "")).toMatchObject({ status: 404 });
    expect(await decisions()).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it("issues the certificate when nothing else lacks, and then stands", async () => {
    const { plain } = modules();
    await takeTest({ [plain.id]: all });
    const { lessonIds, moduleIds } = requirementsOf(structureOf(cast.curriculum));
    const skipped = new Set(plain.lessons.map(({ id }) => id));
    for (const lessonId of lessonIds.filter((id) => !skipped.has(id))) await insertLessonCompletion(db, { ...key(), lessonId, completedAt: new Date() });
    for (const moduleId of moduleIds.filter((id) => id !== plain.id)) await takeQuiz(moduleId, 12);
    const certificates = () => db.selectFrom("certificate").where("enrollment_id", "=", cast.sari.enrollmentId).select("content").execute();
    await decide(plain.id, "pelajari");
    expect(await certificates()).toEqual([]);
    await decide(plain.id, "lewati");
    const [certificate] = await certificates();
    expect(certificate?.content.courses.flatMap((course) => course.modules)).toContainEqual(expect.objectContaining({ title: plain.title, recognized: true }));
    expect((await decide(plain.id, "lewati")).status).toBe(303);
    expect(await decide(plain.id, "pelajari")).toMatchObject({ status: 409, data: { refused: "certified" } });
    expect((await open()).data.record).toMatchObject({ mayDecide: false, proposals: [{ decision: { granted: true } }] });
  });
});
