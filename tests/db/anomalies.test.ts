import "../support/database.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { quizOf, rightTo } from "../programs/anomalies/classes.ts";

const { db } = await import("#db/client.ts");
const { replaceCenterHours } = await import("#db/center-hours.ts");
const { newId } = await import("#db/ids.ts");
const { checkWorkDays } = await import("#app/programs/anomalies/check-days.server.ts");
const { deviceMark } = await import("#app/programs/anomalies/device-mark.server.ts");
const { readAnomalies } = await import("#app/programs/anomalies/read-anomalies.server.ts");
const { foldAllFigures } = await import("#app/programs/fold-figures.server.ts");
const { completeLesson } = await import("#app/learning/complete-lesson.server.ts");
const { drawQuizFor } = await import("#app/learning/draw-quiz.server.ts");
const { submitQuiz } = await import("#app/learning/submit-quiz.server.ts");
const { castOf, makeCohort } = await import("../support/cast.ts");
const { enroll, makeLearner } = await import("../mentoring/classroom.ts");

const nine = new Date("2026-11-19T02:00:00Z");
const nextMorning = new Date("2026-11-19T22:00:00Z");
const minutes = (count: number) => new Date(nine.getTime() + count * 60_000);

let cast: Awaited<ReturnType<typeof castOf>>;
beforeAll(async () => {
  cast = await castOf(db);
});
beforeEach(async () => {
  await db.deleteFrom("cohort_anomaly").execute();
  await db.deleteFrom("work_day").execute();
  await db.deleteFrom("quiz_device").execute();
  await db.deleteFrom("center_work").execute();
});

async function classOf(people: number, villageCode = "35.05.04.2014") {
  const cohort = await makeCohort(db, { villageCode, programId: cast.programId, curriculumVersionId: cast.cohort.curriculumVersionId, mentor: cast.dewi });
  const learners = [];
  for (let number = 1; number <= people; number += 1) {
    const learner = await makeLearner(cohort, number, `Siti ${number}`);
    learners.push({ ...learner, enrollmentId: await enroll(cohort, learner.learnerId) });
  }
  await foldAllFigures(db, nine);
  return { cohort, learners };
}

async function handIn(learner: { villageCode: string; learnerId: string; enrollmentId: string }, device: string, at: Date) {
  const quiz = quizOf("A1");
  const formId = newId();
  const items = await drawQuizFor(db, quiz, formId);
  const answers = Object.fromEntries(quiz.questions.map((question) => [question.id, rightTo(question)]));
  const mark = await deviceMark(db, new Request("http://melek.test", { headers: { cookie: `alat=${device}` } }), at);
  await submitQuiz(db, { ...learner, formId, quiz, items, answers, device: mark }, at);
}

const anywhere = { regionCode: "", programId: null };
const report = async (where: { regionCode: string; programId: string | null } = anywhere, now = nextMorning) => readAnomalies(db, where, new URLSearchParams(), now);
const phone = "0191f0c4-0000-4000-8000-000000000001";

describe("a day of a cohort", () => {
  it("is looked at once it is over, by cohort, and tells no learner", async () => {
    const { cohort, learners } = await classOf(24, "35.05.04.2002");
    for (const [index, learner] of learners.entries()) await handIn(learner, phone, minutes(index));
    expect(await checkWorkDays(db, minutes(600))).toBe(false);
    expect((await report(anywhere, minutes(600))).sections).toEqual([]);
    expect((await report(anywhere, nextMorning)).checkedUntil).toBe("2026-11-18");

    expect(await checkWorkDays(db, nextMorning)).toBe(false);
    const { sections, checkedUntil } = await report();
    expect(checkedUntil).toBe("2026-11-19");
    expect(sections.map(({ kind, findings, cohorts }) => ({ kind, findings, cohorts }))).toEqual([{ kind: "device", findings: 1, cohorts: 1 }]);
    expect(sections[0]?.rows).toEqual([{ villageCode: cohort.villageCode, cohortId: cohort.cohortId, day: "2026-11-19", kind: "device", cohort: "Rombel Melati", village: expect.any(String) as string, district: "Kademangan", people: { low: 24, high: 24 }, mentors: [] }]);
    const { name } = await db.selectFrom("staff").innerJoin("cohort_mentor", "cohort_mentor.staff_id", "staff.id").where("cohort_id", "=", cohort.cohortId).select("staff.name").executeTakeFirstOrThrow();
    const forLead = await readAnomalies(db, { ...anywhere, mayWrite: true }, new URLSearchParams(), nextMorning);
    expect(forLead.sections[0]?.rows[0]?.mentors).toEqual([name]);
    expect(await db.selectFrom("work_day").selectAll().execute()).toEqual([]);
    expect(JSON.stringify(await db.selectFrom("cohort_anomaly").selectAll().execute())).not.toMatch(new RegExp(learners.flatMap((one) => [one.learnerId, one.enrollmentId, one.name]).join("|")));
  });

  it("of 24 people at 8 shared computers within one hour is asked about nothing", async () => {
    const { learners } = await classOf(24);
    for (const [index, learner] of learners.entries()) await handIn(learner, phone.replace(/1$/, `${index % 8}`), minutes(20 * Math.floor(index / 8) + 10 + index / 10));
    await checkWorkDays(db, nextMorning);
    expect((await report()).sections).toEqual([]);
  });

  it("keeps devices apart without keeping them: by a hash of the day, for three days at most", async () => {
    const { learners } = await classOf(2);
    for (const learner of learners) await handIn(learner, phone, nine);
    const kept = await db.selectFrom("quiz_device").selectAll().execute();
    expect(new Set(kept.map(({ device }) => device)).size).toBe(1);
    expect(kept[0]?.device).toMatch(/^[\w-]{12}$/);
    expect(phone).not.toContain(kept[0]?.device);
    const tomorrow = await deviceMark(db, new Request("http://melek.test", { headers: { cookie: `alat=${phone}` } }), minutes(24 * 60));
    expect(tomorrow?.mark).not.toBe(kept[0]?.device);
    await checkWorkDays(db, minutes(2 * 24 * 60));
    expect(await db.selectFrom("quiz_device").selectAll().execute()).toHaveLength(2);
    await checkWorkDays(db, minutes(3 * 24 * 60));
    expect(await db.selectFrom("quiz_device").selectAll().execute()).toEqual([]);
  });

  it("tells how many people as the village's page tells the cohort's size, and no less than five", async () => {
    const { learners } = await classOf(24, "35.05.04.2001");
    for (const learner of learners.slice(0, 22)) await completeLesson(db, { ...learner, lessonId: "A1.1" }, new Date("2026-11-19T16:00:00Z"));
    const few = await classOf(6, "35.05.04.2003");
    for (const learner of few.learners.slice(0, 5)) await completeLesson(db, { ...learner, lessonId: "A1.1" }, new Date("2026-11-19T16:00:00Z"));
    await checkWorkDays(db, nextMorning);
    expect((await report()).sections.flatMap(({ rows }) => rows.map(({ kind, villageCode, people }) => [kind, villageCode, people]))).toEqual([
      ["night", "35.05.04.2001", { low: 20, high: 23 }],
      ["night", "35.05.04.2003", { low: 5, high: 6 }],
    ]);
  });

  it("is looked at once by two who look at the same time, and again only when more comes", async () => {
    const { learners } = await classOf(5);
    for (const learner of learners) await completeLesson(db, { ...learner, lessonId: "A1.1" }, new Date("2026-11-19T16:00:00Z"));
    await Promise.all([checkWorkDays(db, nextMorning), checkWorkDays(db, nextMorning)]);
    expect((await report()).sections.map(({ findings }) => findings)).toEqual([1]);
    expect(await checkWorkDays(db, nextMorning, 1)).toBe(false);
  });

  it("forgets findings after 90 days", async () => {
    const { learners } = await classOf(5);
    for (const learner of learners) await completeLesson(db, { ...learner, lessonId: "A1.1" }, new Date("2026-11-19T16:00:00Z"));
    await checkWorkDays(db, nextMorning);
    await checkWorkDays(db, minutes(89 * 24 * 60));
    expect(await db.selectFrom("cohort_anomaly").selectAll().execute()).toHaveLength(1);
    await checkWorkDays(db, minutes(92 * 24 * 60));
    expect(await db.selectFrom("cohort_anomaly").selectAll().execute()).toEqual([]);
  });
});

describe("a center's hours", () => {
  const evening = new Date("2026-11-19T12:30:00Z");
  const kinds = async (cohortId: string) => (await report()).sections.flatMap(({ kind, rows }) => rows.filter((row) => row.cohortId === cohortId).map(({ people }) => [kind, people.low]));

  async function openOffice({ villageCode, centerId }: { villageCode: string; centerId: string }) {
    await db.transaction().execute((trx) => replaceCenterHours(trx, { villageCode, centerId }, [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "08:00", closes: "16:00" }))));
  }

  it("let work on its devices in the evening be asked about, and none on people's own phones at night", async () => {
    const { cohort, learners } = await classOf(12);
    await openOffice(cohort);
    for (const learner of learners.slice(0, 6)) await completeLesson(db, { ...learner, lessonId: "A1.1", atCenter: cohort.centerId }, evening);
    for (const learner of learners.slice(6)) await completeLesson(db, { ...learner, lessonId: "A1.1" }, new Date("2026-11-19T16:30:00Z"));
    await checkWorkDays(db, nextMorning);
    expect(await kinds(cohort.cohortId)).toEqual([["hours", 5]]);
  });

  it("leave out other centers' devices, and what was planned", async () => {
    const [elsewhere, planned] = [await classOf(6), await classOf(6)];
    await openOffice(elsewhere.cohort);
    await openOffice(planned.cohort);
    for (const learner of elsewhere.learners) await completeLesson(db, { ...learner, lessonId: "A1.1", atCenter: planned.cohort.centerId }, evening);
    for (const learner of planned.learners) await completeLesson(db, { ...learner, lessonId: "A1.1", atCenter: planned.cohort.centerId }, evening);
    const session = { village_code: planned.cohort.villageCode, id: newId(), cohort_id: planned.cohort.cohortId, starts_at: new Date("2026-11-19T12:00:00Z"), minutes: 60 };
    await db.insertInto("cohort_session").values({ ...session, cancelled_at: null }).execute();
    await checkWorkDays(db, nextMorning);
    expect([await kinds(elsewhere.cohort.cohortId), await kinds(planned.cohort.cohortId)]).toEqual([[], []]);
  });

  it("are held against a session that was cancelled", async () => {
    const { cohort, learners } = await classOf(6);
    await openOffice(cohort);
    for (const learner of learners) await completeLesson(db, { ...learner, lessonId: "A1.1", atCenter: cohort.centerId }, evening);
    await db.insertInto("cohort_session").values({ village_code: cohort.villageCode, id: newId(), cohort_id: cohort.cohortId, starts_at: evening, minutes: 60, cancelled_at: nine }).execute();
    await checkWorkDays(db, nextMorning);
    expect(await kinds(cohort.cohortId)).toEqual([["hours", 5]]);
  });

  it("need no more of whose work it was than three days", async () => {
    const { cohort, learners } = await classOf(1);
    const work = { ...learners[0]!, atCenter: cohort.centerId };
    for (const lessonId of ["A1.1", "A1.1", "A1.2"]) await completeLesson(db, { ...work, lessonId }, minutes(lessonId === "A1.1" ? 0 : 5));
    const kept = async () => (await db.selectFrom("center_work").select("done_at").orderBy("done_at").execute()).map(({ done_at }) => done_at);
    expect(await kept()).toEqual([minutes(0), minutes(5)]);
    await checkWorkDays(db, minutes(2 * 24 * 60));
    expect(await kept()).toHaveLength(2);
    await checkWorkDays(db, minutes(3 * 24 * 60));
    expect(await kept()).toEqual([]);
  });
});

describe("the list of a place or a program", () => {
  it("holds what lies in it alone, and pages of one kind", async () => {
    const { learners } = await classOf(5);
    for (const learner of learners) await completeLesson(db, { ...learner, lessonId: "A1.1" }, new Date("2026-11-19T16:00:00Z"));
    await checkWorkDays(db, nextMorning);
    const findings = async (where: { regionCode: string; programId: string | null }) => (await report(where)).sections.length;
    const { programId } = cast;
    expect(await Promise.all(["", "35", "35.05", "35.05.04", "35.05.04.2014"].map((regionCode) => findings({ regionCode, programId: null })))).toEqual([1, 1, 1, 1, 1]);
    expect(await Promise.all(["3", "36", "35.06", "35.05.05", "35.05.04.2015"].map((regionCode) => findings({ regionCode, programId: null })))).toEqual([0, 0, 0, 0, 0]);
    expect([await findings({ regionCode: "35.05", programId }), await findings({ regionCode: "35.05", programId: newId() })]).toEqual([1, 0]);
    const one = await readAnomalies(db, anywhere, new URLSearchParams({ jenis: "night", halaman: "99" }), nextMorning);
    expect([one.paging, one.sections[0]?.rows.length]).toEqual([{ kind: "night", page: 1, pages: 1 }, 1]);
    const odd = await readAnomalies(db, anywhere, new URLSearchParams({ jenis: "a".repeat(10_000), halaman: "-1" }), nextMorning);
    expect([odd.paging, odd.sections.length]).toEqual([null, 1]);
  });
});
