import { brotliCompressSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { checkCourses } from "#app/catalog/check-courses.server.ts";
import { type Compilation, compileCourses, type Finding } from "#app/catalog/compile-courses.ts";
import type { Bundle } from "#app/catalog/compile-lesson.ts";
import { plainText } from "#app/catalog/course-texts.ts";
import { requirementsOf, structureOf } from "#app/catalog/course.ts";
import { choicesOf } from "#app/learning/question.ts";

/** The courses that are served, as they are. */
let compilation: Compilation;
let findings: Finding[];
beforeAll(async () => {
  const bundles = new Map<string, Bundle>();
  findings = (await checkCourses("courses", { bundles })).findings;
  compilation = await compileCourses("courses", { bundles });
});

describe("the courses", () => {
  it("have nothing that an author must mend", () => {
    expect(findings.map(({ file, line, message }) => `courses/${file}:${line} ${message}`)).toEqual([]);
  });

  it("have lessons, each in one place and under an address of its own", () => {
    const { curricula, mentorCurricula, lessons } = compilation.courses;
    const summaries = [...curricula, ...mentorCurricula].flatMap(({ courses }) => courses.flatMap((course) => course.modules.flatMap((module) => module.lessons.map((lesson) => ({ ...lesson, path: `${course.slug}/${lesson.slug}` })))));
    expect(summaries.length).toBeGreaterThanOrEqual(8);
    expect(new Set(summaries.map(({ path }) => path)).size).toBe(summaries.length);
    expect(summaries.map(({ id }) => id).sort()).toEqual(Object.keys(lessons).sort());
  });

  it("never have a lesson at the address of a quiz or the like", () => {
    const { curricula, mentorCurricula } = compilation.courses;
    for (const course of [...curricula, ...mentorCurricula].flatMap(({ courses }) => courses)) {
      const slugs = course.modules.flatMap((module) => [module.slug, ...module.lessons.map(({ slug }) => slug)]);
      expect(slugs.filter((slug) => !/^[a-z0-9-]+$/.test(slug))).toEqual([]);
    }
  });

  it("have a quiz for every module, and ask for it", () => {
    const { curricula, mentorCurricula, quizzes } = compilation.courses;
    const ofMentors = mentorCurricula.flatMap(({ courses }) => courses.flatMap((course) => course.modules.map(({ id }) => id)));
    const asked = [...curricula.flatMap((curriculum) => requirementsOf(structureOf(curriculum)).moduleIds), ...ofMentors];
    expect(Object.keys(quizzes).sort()).toEqual([...asked].sort());
    for (const { questions, hash } of Object.values(quizzes)) {
      expect(hash).toMatch(/^[0-9a-f]{10}$/);
      for (const question of questions) expect(choicesOf(question).length > 1).toBe(question.kind !== "short");
    }
  });

  it("have question ids that stand once in all of them", () => {
    const ids = Object.values(compilation.courses.quizzes).flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("ask nobody for a number or code that is theirs", () => {
    for (const lesson of Object.values(compilation.courses.lessons)) {
      const text = lesson.screens.map(plainText).join("\n");
      expect([lesson.frontmatter.id, text.match(/\b\d{16}\b/)]).toEqual([lesson.frontmatter.id, null]);
    }
  });
});

describe("their pictures", () => {
  it("are small, say nothing in letters and run nothing", () => {
    expect(compilation.pictures.size).toBeGreaterThan(20);
    for (const [name, svg] of compilation.pictures) {
      expect([name, brotliCompressSync(svg).length <= 8 * 1024]).toEqual([name, true]);
      expect([name, svg.match(/<(script|foreignObject|text|image|a)\b|\son\w+=|javascript:|https?:\/\/(?!www\.w3\.org)/i)?.[0]]).toEqual([name, undefined]);
    }
  });

  it("have words for who cannot see them", () => {
    for (const { frontmatter, screens } of Object.values(compilation.courses.lessons)) {
      for (const { id, html } of screens) {
        for (const image of html.match(/<img[^>]*>/g) ?? []) expect([frontmatter.id, id, /alt="[^"]{8,}"/.test(image)]).toEqual([frontmatter.id, id, true]);
      }
    }
  });
});
