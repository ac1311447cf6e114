import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { catalog, findLesson, findQuiz, isServed, type LessonPlace, screenPath, storyPicture } from "#app/catalog/catalog.server.ts";
import { locales } from "#app/i18n/locale.ts";
import { renderLesson } from "#app/learning/render-lesson.server.tsx";

const places = catalog().curricula.flatMap(({ courses }) =>
  courses.flatMap((course) => course.modules.flatMap((module) => module.lessons.map(({ slug }) => findLesson(course.slug, slug)!))),
);
const holes = { name: "Bu Ñurul <Ayu> 👩🏽‍🌾", nonce: "b1946ac9" };
const render = (place: LessonPlace, acceptsGzip: boolean, looks: Partial<Parameters<typeof renderLesson>[1]> = {}) =>
  renderLesson(place, { locale: "id", textSize: "normal", isDone: false, ...looks }, holes, acceptsGzip).body;

describe("every lesson's page", () => {
  it("is the same byte for byte as gzip and as text, in every look", () => {
    for (const place of places) {
      for (const locale of locales) {
        const looks = { locale, textSize: "large", isDone: locale === "id" } as const;
        const [plain, gzip] = [render(place, false, looks) as string, render(place, true, looks) as Uint8Array];
        expect(Buffer.compare(gunzipSync(gzip), Buffer.from(plain))).toBe(0);
      }
    }
  });

  it("takes at most 10 KB over the line", () => {
    for (const place of places) expect([place.summary.id, (render(place, true) as Uint8Array).length <= 10 * 1024]).toEqual([place.summary.id, true]);
  });

  it("has each screen once, one heading of the page, and each id once", () => {
    for (const place of places) {
      const html = render(place, false) as string;
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect([place.summary.id, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([place.summary.id, []]);
      expect(html.match(/<section class="screen/g)).toHaveLength(place.lesson.screens.length);
      expect(html.match(/<h1>/g)).toHaveLength(1);
    }
  });

  it("leads from screen to screen and from its practice to the practice phone, without a dead end", () => {
    for (const place of places) {
      const html = render(place, false) as string;
      for (const [, anchor = ""] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(` id="${anchor}"`);
      const hasLink = html.includes(`href="/belajar/${place.course.slug}/${place.summary.slug}/latihan"`);
      expect([place.summary.id, hasLink]).toEqual([place.summary.id, place.lesson.practice !== null]);
      expect(html).not.toContain("practice-link");
    }
  });
});

describe("finding what is served", () => {
  it("knows lessons and quizzes by their addresses, and the screens that teach", () => {
    const place = places[0]!;
    expect(findLesson(place.course.slug, place.summary.slug)?.summary.id).toBe(place.summary.id);
    expect(findQuiz(place.course.slug, place.module.slug)?.quiz.moduleId).toBe(place.module.id);
    expect(screenPath(`${place.summary.id}#aku-1`)).toBe(`/belajar/${place.course.slug}/${place.summary.slug}#aku-1`);
    expect(storyPicture(place.summary.id)).toMatch(/^\/gambar\/[\w.-]+\.svg$/);
  });

  it("knows nothing else", () => {
    expect(findLesson("x", "y")).toBeUndefined();
    expect(findQuiz("x", "y")).toBeUndefined();
    expect(findQuiz(places[0]!.course.slug, places[0]!.summary.slug)).toBeUndefined();
    expect([screenPath("Z9.9#a"), storyPicture("Z9.9"), isServed("Z9.9"), isServed("toString")]).toEqual([null, null, false, false]);
  });
});
