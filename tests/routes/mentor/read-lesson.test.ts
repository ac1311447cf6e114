import "../../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { catalog, findLesson } from "#app/catalog/catalog.server.ts";
import { practiceOf } from "#app/practice/open-practice.server.ts";
import { loadSimulator } from "#app/practice/registry.ts";
import { loader as learnerLoader } from "#app/routes/learn/lesson.ts";
import { loader as guideLoader } from "#app/routes/mentor/guide.tsx";
import { loader } from "#app/routes/mentor/read-lesson.ts";
import { action as practiceAction, loader as practiceLoader } from "#app/routes/mentor/show-practice.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { followHints } from "../../practice/play.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeStaff, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
let idle: Staff;
beforeAll(async () => {
  cast = await castOf(db);
  idle = await makeStaff(db, "Lina");
});

const courses = catalog().curricula.flatMap((curriculum) => curriculum.courses);
const places = courses.flatMap(({ slug, modules }) => modules.flatMap(({ lessons }) => lessons.map((lesson) => findLesson(slug, lesson.slug)!)));
const [withPractice] = places.filter((place) => practiceOf(place) !== undefined);
const params = { course: withPractice!.course.slug, lesson: withPractice!.summary.slug };
const path = `/mentor/pelajaran/${params.course}/${params.lesson}`;
const args = async (who: Staff | Learner | null, at = path, asked: Record<string, string> = params, init?: RequestInit) => ({ request: await requestAs(who, at, init), params: asked, context });
const read = async (who: Staff | Learner | null) => answerOf(loader(await args(who)));
const textOf = async ({ response }: { response: Response | null }) => (await response?.text()) ?? "";

describe("a learners' lesson, read by who teaches it", () => {
  it("has all its screens and leads back to its guide; nothing of it can be handed in", async () => {
    const body = await textOf(await read(cast.dewi));
    for (const { id } of withPractice!.lesson.screens) expect(body).toContain(` id="${id}"`);
    const guide = `/mentor/panduan/${params.course}/${params.lesson}`;
    expect(body.split(`href="${guide}"`).length).toBeGreaterThan(3);
    expect(body).toContain(`href="${path}/latihan"`);
    expect(body.match(/<form method="post" action="([^"]+)"/g)).toEqual(['<form method="post" action="/keluar"']);
    expect((await answerOf(guideLoader(await args(cast.dewi, guide)))).data.lessonPath).toBe(path);
  });

  it("is another document than the learner's", async () => {
    expect(await textOf(await read(cast.dewi))).toContain("/mentor/panduan/");
    const own = await textOf(await answerOf(learnerLoader(await args(cast.sari, `/belajar/${params.course}/${params.lesson}`))));
    expect(own).toContain('class="button-main"');
    expect(own).not.toContain("/mentor/");
  });

  it("is for mentors and who keeps the courses; others find nothing", async () => {
    expect((await read(cast.sari)).status).toBe(404);
    expect((await read(idle)).status).toBe(404);
    expect((await read(null)).location).toContain("/masuk");
    expect((await answerOf(guideLoader(await args(idle)))).data.lessonPath).toBeNull();
    expect((await answerOf(loader(await args(cast.dewi, path, { ...params, lesson: "tidak-ada" })))).status).toBe(404);
    await db.insertInto("staff_role").values({ id: newId(), staff_id: idle.staffId, role: "admin", program_id: null, region_code: null, granted_at: new Date() }).execute();
    expect((await read(idle)).status).toBe(200);
  });
});

describe("its practice", () => {
  it("opens for the mentor, and nothing of it is kept", async () => {
    const before = await db.selectFrom("practice_attempt").select("id").execute();
    expect((await answerOf(practiceLoader(await args(cast.dewi, `${path}/latihan`)))).status).toBe(200);
    expect((await answerOf(practiceLoader(await args(cast.sari, `${path}/latihan`)))).status).toBe(404);
    const practice = practiceOf(withPractice!)!;
    const { rules } = await loadSimulator(practice.simulator);
    const steps = followHints(rules, practice.config, []);
    const sent = form([["formId", newId()], ["steps", steps.join(",")], ["do", "finish"]]);
    expect((await answerOf(practiceAction(await args(cast.dewi, `${path}/latihan`, params, sent)))).status).toBe(302);
    expect(await db.selectFrom("practice_attempt").select("id").execute()).toEqual(before);
  });
});
