import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { loadSimulator } from "#app/practice/registry.ts";
import { loader } from "#app/routes/mentor/practice-replay.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertPracticeAttempt } from "#db/lesson-progress.ts";
import { followHints } from "../../practice/play.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, type Learner, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

/** The first lesson with a practice, and the steps that finish it. */
async function exercise() {
  const found = Object.values(catalog().lessons).find(({ practice }) => practice);
  if (!found?.practice) throw new Error("no lesson has a practice");
  const practice = parsePractice(found.practice.simulator, found.practice.config);
  const { rules } = await loadSimulator(practice.simulator);
  return { lessonId: found.frontmatter.id, title: found.frontmatter.title, simulator: practice.simulator as string, steps: followHints(rules, practice.config, []) };
}

async function keep({ of = cast.sari, ...attempt }: { of?: Learner; lessonId: string; simulator: string; steps: string[] }): Promise<string> {
  const id = newId();
  const { lessonId, simulator, steps } = attempt;
  await insertPracticeAttempt(db, { villageCode: of.villageCode, enrollmentId: of.enrollmentId, id, lessonId, simulator, steps, finished: true, submittedAt: new Date() });
  return id;
}

async function open(attempt: string, person: Learner | Staff | null = cast.dewi, init: RequestInit = {}) {
  const params = { cohort: cast.cohort.cohortId, learner: cast.sari.learnerId, attempt };
  const request = await requestAs(person, `/mentor/rombel/${params.cohort}/peserta/${params.learner}/latihan/${attempt}`, init);
  return answerOf(loader({ request, params, context }));
}

describe("the steps of a practice", () => {
  it("are told in words, in the language of the mentor", async () => {
    const done = await exercise();
    const id = await keep(done);
    const { data } = await open(id);
    expect(data).toMatchObject({ name: "Sari", title: done.title, finished: true, count: done.steps.length, told: { hasUnknown: false, isFinished: true, leftOut: 0 } });
    expect(data.told?.steps).toHaveLength(done.steps.length);
    const english = (await open(id, cast.dewi, { headers: { cookie: "bahasa=en" } })).data;
    expect(english.told?.steps).not.toEqual(data.told?.steps);
  });

  it("are told as far as they are known, when the practice was changed since", async () => {
    const done = await exercise();
    const { told } = (await open(await keep({ ...done, steps: [...done.steps, "langkah-lama"] }))).data;
    expect(told?.hasUnknown).toBe(true);
    expect(told?.steps.at(-1)).toEqual({ kind: "unknown" });
  });

  it("are not told when the lesson has another practice now, or is gone", async () => {
    const done = await exercise();
    const other = done.simulator === "WiFi" ? "Email" : "WiFi";
    expect((await open(await keep({ ...done, simulator: other }))).data.told).toBeNull();
    expect((await open(await keep({ ...done, lessonId: "Z9.9" }))).data).toMatchObject({ told: null, title: "Z9.9" });
  });

  it("are few on one page", async () => {
    const done = await exercise();
    const { told } = (await open(await keep({ ...done, steps: Array.from({ length: 305 }, () => done.steps[0] ?? "") }))).data;
    expect(told?.steps).toHaveLength(300);
    expect(told?.leftOut).toBe(5);
  });

  it("do not exist for anyone else", async () => {
    const done = await exercise();
    const id = await keep(done);
    for (const person of [cast.rudi, cast.ratna, cast.sari]) expect(await open(id, person)).toMatchObject({ status: 404 });
    expect((await open(id, null)).location).toContain("/masuk");
    for (const attempt of [await keep({ ...done, of: cast.tono }), newId(), "x"]) expect(await open(attempt)).toMatchObject({ status: 404 });
  });
});
