import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { catalog, findLesson, type LessonPlace } from "#app/catalog/catalog.server.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { loadSimulator } from "#app/practice/registry.ts";
import { action, loader } from "#app/routes/learn/practice.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { followHints } from "../../practice/play.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, requestAs } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

const lessons = () =>
  catalog().curricula.flatMap(({ courses }) => courses.flatMap((course) => course.modules.flatMap((module) => module.lessons.map(({ slug }) => findLesson(course.slug, slug)!))));
const firstWithPractice = () => lessons().find(({ lesson }) => lesson.practice) as LessonPlace;
const paramsOf = ({ course, summary }: LessonPlace) => ({ course: course.slug, lesson: summary.slug });
const pathOf = (place: LessonPlace) => `/belajar/${place.course.slug}/${place.summary.slug}`;

async function send(place: LessonPlace, fields: Record<string, string>) {
  const request = await requestAs(cast.sari, `${pathOf(place)}/latihan`, form(fields));
  return answerOf(action({ request, params: paramsOf(place), context }));
}

/** The steps that finish the practice of a lesson: what its hints say. */
async function solve({ lesson }: LessonPlace): Promise<string[]> {
  const { simulator, config } = parsePractice(lesson.practice!.simulator, lesson.practice!.config);
  return followHints((await loadSimulator(simulator)).rules, config, []);
}

const attempts = () => db.selectFrom("practice_attempt").where("enrollment_id", "=", cast.sari.enrollmentId).selectAll().execute();

describe("a practice", () => {
  it("of every lesson can be finished without scripts by following its hints, and leads on", async () => {
    for (const place of lessons().filter(({ lesson }) => lesson.practice)) {
      const steps = await solve(place);
      const answer = await send(place, { steps: steps.join(","), do: "finish", formId: newId() });
      expect([place.summary.id, answer.status, answer.location]).toEqual([place.summary.id, 302, expect.stringMatching(new RegExp(`^${pathOf(place)}#[\\w-]+$`))]);
    }
    expect((await attempts()).every(({ finished }) => finished)).toBe(true);
  });

  it("is kept once, however often its form is sent", async () => {
    const place = firstWithPractice();
    const steps = await solve(place);
    const fields = { steps: steps.join(","), do: "finish", formId: newId() };
    await Promise.all(Array.from({ length: 10 }, () => send(place, fields)));
    expect(await attempts()).toMatchObject([{ id: fields.formId, lesson_id: place.summary.id, steps, finished: true }]);
  });

  it("that is not finished comes back with its steps, and nothing is kept", async () => {
    const place = firstWithPractice();
    const steps = (await solve(place)).slice(0, -1);
    const formId = newId();
    expect(await send(place, { steps: steps.join(","), do: "finish", formId })).toMatchObject({ status: 200, data: { steps, formId, pressed: "finish" } });
    expect(await attempts()).toEqual([]);
  });

  it("takes a pressed control as its next step, and gives a form without an id a new one", async () => {
    const place = firstWithPractice();
    const [first = ""] = await solve(place);
    const { data } = await send(place, { steps: "", step: first, formId: "x" });
    expect(data.steps).toEqual([first]);
    expect(data.formId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("does not exist for a lesson without one, for staff, and for who is not enrolled", async () => {
    const place = firstWithPractice();
    const open = async (who: Parameters<typeof requestAs>[0], params: Record<string, string>) => answerOf(loader({ request: await requestAs(who, pathOf(place)), params, context }));
    expect((await open(cast.sari, paramsOf(place))).data).toMatchObject({ title: place.summary.title });
    expect(await open(cast.sari, { course: "x", lesson: "y" })).toMatchObject({ status: 404 });
    expect(await open(cast.dewi, paramsOf(place))).toMatchObject({ status: 404 });
    await db.deleteFrom("enrollment").where("id", "=", cast.sari.enrollmentId).execute();
    expect(await open(cast.sari, paramsOf(place))).toMatchObject({ status: 404 });
    expect(await send(place, {})).toMatchObject({ status: 404 });
  });
});
