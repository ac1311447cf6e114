import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { type Curriculum, requirementsOf, structureOf } from "#app/catalog/course.ts";
import { loader } from "#app/routes/learn/home.tsx";
import { db } from "#db/client.ts";
import { publishCurriculum } from "#db/curricula.ts";
import { newId } from "#db/ids.ts";
import { insertLessonCompletion } from "#db/lesson-progress.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, makeCohort, requestAs } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

async function home(path = "/belajar") {
  return (await answerOf(loader({ request: await requestAs(cast.sari, path), params: {}, context }))).data;
}

const complete = (lessonId: string, enrollmentId = cast.sari.enrollmentId) =>
  insertLessonCompletion(db, { villageCode: cast.sari.villageCode, enrollmentId, lessonId, completedAt: new Date() });

async function passQuiz(moduleId: string): Promise<void> {
  const marks = { correct_items: 12, total_items: 12, pass_mark: 0.8, passed: true, submitted_at: new Date() };
  const attempt = { village_code: cast.sari.villageCode, id: newId(), enrollment_id: cast.sari.enrollmentId, module_id: moduleId };
  await db.insertInto("quiz_attempt").values({ ...attempt, bank_hash: "x", items: "[]", answers: "{}", ...marks }).execute();
}

async function takeTest(kind: "start" | "close"): Promise<void> {
  const key = { village_code: cast.sari.villageCode, id: newId(), enrollment_id: cast.sari.enrollmentId, kind };
  const marks = { correct_items: 12, total_items: 20, by_pillar: "{}", by_module: "{}", submitted_at: new Date() };
  await db.insertInto("year_test_attempt").values({ ...key, bank_hash: "x", items: "[]", answers: "{}", ...marks }).execute();
}

const first = () => {
  const course = cast.curriculum.courses[0]!;
  const module = course.modules[0]!;
  return { course, module, lessons: module.lessons };
};

describe("a learner's first page", () => {
  it("leads to the first lesson, then to the next, then to the quiz", async () => {
    const { course, module, lessons } = first();
    expect((await home()).curricula[0]?.next).toMatchObject({ href: `/belajar/${course.slug}/${lessons[0]?.slug}`, isQuiz: false });
    await complete(lessons[0]!.id);
    expect((await home()).curricula[0]?.next?.href).toBe(`/belajar/${course.slug}/${lessons[1]?.slug}`);
    for (const { id } of lessons) await complete(id);
    expect((await home()).curricula[0]?.next).toMatchObject({ href: `/belajar/${course.slug}/${module.slug}/kuis`, isQuiz: true });
  });

  it("says that something was saved, once", async () => {
    expect((await home("/belajar?tersimpan")).saved).toBe(true);
    expect((await home()).saved).toBe(false);
  });

  it("of who is done leads to what came of the year's tests, once the closing one was taken", async () => {
    const { lessonIds, moduleIds } = requirementsOf(structureOf(cast.curriculum));
    for (const id of lessonIds) await complete(id);
    for (const id of moduleIds) await passQuiz(id);
    const href = `/belajar/${cast.curriculum.slug}/tes/akhir`;
    expect((await home()).curricula[0]).toMatchObject({ aside: { kind: "close", href }, closed: null });
    await takeTest("close");
    expect((await home()).curricula[0]).toMatchObject({ closed: { href, isCompared: false } });
    await takeTest("start");
    expect((await home()).curricula[0]).toMatchObject({ closed: { href, isCompared: true } });
  });

  it("is empty for a learner of no cohort", async () => {
    await db.deleteFrom("enrollment").where("id", "=", cast.sari.enrollmentId).execute();
    expect((await home()).curricula).toEqual([]);
  });

  it("is for learners", async () => {
    expect(await answerOf(loader({ request: await requestAs(null, "/belajar"), params: {}, context }))).toMatchObject({ status: 302, location: "/masuk?lanjut=%2Fbelajar" });
    expect(await answerOf(loader({ request: await requestAs(cast.dewi, "/belajar"), params: {}, context }))).toMatchObject({ status: 404 });
  });
});

describe("what was published later", () => {
  /** Those who began before the last lesson of all was added; the catalogue that is served has it. */
  async function beginBeforeLastLesson(): Promise<Curriculum> {
    const before = structuredClone(cast.curriculum);
    before.courses.at(-1)?.modules.at(-1)?.lessons.pop();
    const versionId = await publishCurriculum(db, before, new Date());
    await db.updateTable("enrollment").set({ curriculum_version_id: versionId }).where("id", "=", cast.sari.enrollmentId).execute();
    return before;
  }

  it("is asked of nobody who began before: whoever was done stays done", async () => {
    const { lessonIds, moduleIds } = requirementsOf(structureOf(await beginBeforeLastLesson()));
    for (const id of lessonIds) await complete(id);
    for (const id of moduleIds) await passQuiz(id);
    expect((await home()).curricula.map(({ next }) => next)).toEqual([null]);
    await publishCurriculum(db, cast.curriculum, new Date());
    expect((await home()).curricula.map(({ next }) => next)).toEqual([null]);
  });

  it("is not shown to them as missing", async () => {
    const before = await beginBeforeLastLesson();
    const shown = (await home()).curricula[0]?.curriculum;
    expect(shown && requirementsOf(structureOf(shown))).toEqual(requirementsOf(structureOf(before)));
    expect(requirementsOf(structureOf(catalog().curricula[0]!)).lessonIds).toHaveLength(requirementsOf(structureOf(before)).lessonIds.length + 1);
  });
});

it("of two cohorts with the same curriculum, shows the newest: that is where the lessons count", async () => {
  const { sari, dewi, programId, cohort } = cast;
  const again = await makeCohort(db, { ...cohort, programId, mentor: dewi });
  const enrollment = { village_code: sari.villageCode, id: newId(), learner_id: sari.learnerId, cohort_id: again.cohortId, curriculum_version_id: cohort.curriculumVersionId };
  await db.insertInto("enrollment").values({ ...enrollment, enrolled_at: new Date(Date.now() + 1000) }).execute();
  await complete(first().lessons[0]!.id, enrollment.id);
  const { curricula } = await home();
  expect(curricula).toHaveLength(1);
  expect(curricula[0]?.next?.href).toContain(first().lessons[1]?.slug);
});
