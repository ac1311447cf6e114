import "../../support/database.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import type { Guide } from "#app/catalog/guide-file.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { GuideSheet } from "#app/mentoring/guide-sheet.tsx";
import { loader as guideLoader } from "#app/routes/mentor/guide.tsx";
import { loader as guidesLoader } from "#app/routes/mentor/guides.tsx";
import { db } from "#db/client.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, type Learner, makeStaff, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

async function index(person: Learner | Staff | null) {
  return answerOf(guidesLoader({ request: await requestAs(person, "/mentor/panduan"), params: {}, context }));
}

async function guide(person: Learner | Staff | null, course: string, lesson: string) {
  return answerOf(guideLoader({ request: await requestAs(person, `/mentor/panduan/${course}/${lesson}`), params: { course, lesson }, context }));
}

/** The address of every lesson that is served and has a guide. */
function guided() {
  const courses = catalog().curricula.flatMap((curriculum) => curriculum.courses);
  const lessons = courses.flatMap(({ slug, modules }) => modules.flatMap((module) => module.lessons.map((lesson) => ({ course: slug, lesson: lesson.slug, id: lesson.id }))));
  return lessons.filter(({ id }) => catalog().guides[id]);
}

describe("the index of guides", () => {
  it("leads to the guide of every lesson that is served and has one", async () => {
    const { data } = await index(cast.dewi);
    const linked = data.courses.flatMap(({ slug, modules }) => modules.flatMap(({ lessons }) => lessons.map((lesson) => ({ course: slug, lesson: lesson.slug, id: lesson.id }))));
    expect(linked).toEqual(guided());
    expect(linked.length).toBeGreaterThan(0);
    for (const { course, lesson, id } of linked) expect((await guide(cast.dewi, course, lesson)).data.guide).toEqual(catalog().guides[id]);
  });

  it("is for staff, mentors or not", async () => {
    expect((await index(await makeStaff(db, "Lina"))).status).toBe(200);
    expect(await index(cast.sari)).toMatchObject({ status: 404 });
    expect((await index(null)).location).toBe("/masuk?lanjut=%2Fmentor%2Fpanduan");
  });
});

describe("a guide", () => {
  it("is for staff, and a 404 where there is none", async () => {
    const { course, lesson } = guided()[0]!;
    expect((await guide(cast.ratna, course, lesson)).status).toBe(200);
    expect(await guide(cast.sari, course, lesson)).toMatchObject({ status: 404 });
    expect((await guide(null, course, lesson)).location).toContain("/masuk");
    expect(await guide(cast.ratna, course, "tidak-ada")).toMatchObject({ status: 404 });
  });

  it("tells the hour by the clock, in the words of its author", () => {
    const sheet: Guide = {
      lesson: "A1.1",
      prepare: ["Kabel cas", "Kertas PIN"],
      plan: [{ minutes: 5, do: "Sapa peserta." }, { minutes: 25, do: "Baca cerita." }, { minutes: 20, do: "Latihan." }, { minutes: 10, do: "Tanya jawab." }],
      stumbles: [{ when: "Layar gelap.", do: "Tekan tombol daya." }],
      ask: ["Siapa yang mengajari?"],
      words: [{ term: "PIN", say: "Angka rahasia." }],
      fallback: "Pakai gambar di papan.",
    };
    const html = renderToStaticMarkup(<CopyProvider value={copyIn("en")}><GuideSheet guide={sheet} /></CopyProvider>);
    const text = html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
    expect(text).toContain("0–5 Sapa peserta. 5–30 Baca cerita. 30–50 Latihan. 50–60 Tanya jawab.");
    expect(html).toContain('<td lang="id">Sapa peserta.</td>');
    expect(text).toContain("Layar gelap. Tekan tombol daya.");
  });
});
