import { describe, expect, it } from "vitest";
import type { EnrollmentStanding } from "#app/accounts/role.ts";
import type { Curriculum } from "#app/catalog/course.ts";
import { structureOf } from "#app/catalog/course.ts";
import { doneIn, findEnrollment } from "#app/learning/enrollment.ts";
import { askedBy, courseProgress, moduleProgress, nextStep } from "#app/learning/progress.ts";

const lesson = (id: string) => ({ id, slug: id, title: id, goal: "bisa", pillar: "cakap" as const, competences: [], minutes: 15 });
const curriculum: Curriculum = {
  id: "Y1",
  slug: "y",
  year: 1,
  title: "Y",
  courses: [
    { id: "A", slug: "a", title: "A", modules: [{ id: "A1", slug: "a1", title: "A1", lessons: [lesson("A1.1"), lesson("A1.2")] }, { id: "A2", slug: "a2", title: "A2", lessons: [lesson("A2.1")] }] },
    { id: "B", slug: "b", title: "B", modules: [{ id: "B1", slug: "b1", title: "B1", lessons: [lesson("B1.1")] }] },
  ],
};
const done = (lessons: string[], quizzes: string[] = [], skipped: string[] = []) => ({ lessons: new Set(lessons), quizzes: new Set(quizzes), skipped: new Set(skipped) });
const nextOf = (what: ReturnType<typeof done>) => {
  const step = nextStep(curriculum, what);
  return step.kind === "lesson" ? step.lesson.id : step.kind === "quiz" ? `quiz ${step.module.id}` : step.kind;
};

describe("the next step", () => {
  it.each([
    [done([]), "A1.1"],
    [done(["A1.1"]), "A1.2"],
    [done(["A1.2"]), "A1.1"],
    [done(["A1.1", "A1.2"]), "quiz A1"],
    [done(["A1.1", "A1.2"], ["A1"]), "A2.1"],
    [done(["A1.1", "A1.2", "A2.1", "B1.1"], ["A1", "B1"]), "quiz A2"],
    [done(["A1.1", "A1.2", "A2.1", "B1.1"], ["A1", "A2", "B1"]), "finished"],
    [done(["Z9.9"], ["Z9"]), "A1.1"],
    [done([], [], ["A1"]), "A2.1"],
    [done(["B1.1"], ["B1"], ["A1", "A2"]), "finished"],
  ])("after %o is %s", (what, next) => {
    expect(nextOf(what)).toBe(next);
  });
});

it("progress counts lessons and quizzes of the course alone", () => {
  const what = done(["A1.1", "B1.1", "Z9.9"], ["A1"]);
  expect(courseProgress(curriculum.courses[0]!, what)).toEqual({ done: 2, total: 5 });
  expect(moduleProgress(curriculum.courses[1]!.modules[0]!, what)).toEqual({ done: 1, total: 2 });
});

describe("what a version asks for", () => {
  const lessonsOf = ({ courses }: Curriculum) => courses.map(({ modules }) => modules.map(({ lessons }) => lessons.map(({ id }) => id)));

  it("is all of it, when nothing has changed since", () => {
    expect(askedBy(structureOf(curriculum), curriculum)).toEqual(curriculum);
  });

  it("leaves out lessons, modules and courses that came later", () => {
    const structure = structureOf(curriculum);
    structure.courses.pop();
    structure.courses[0]?.modules.pop();
    structure.courses[0]?.modules[0]?.lessons.pop();
    expect(lessonsOf(askedBy(structure, curriculum))).toEqual([[["A1.1"]]]);
  });

  it("leaves out what is served no more, and takes a lesson where it stands now", () => {
    const structure = structureOf(curriculum);
    structure.courses[0]?.modules[0]?.lessons.push({ id: "A1.9", title: "A1.9", minutes: 15 }, { id: "B1.1", title: "B1.1", minutes: 15 });
    structure.courses.pop();
    expect(lessonsOf(askedBy(structure, curriculum))).toEqual([[["A1.1", "A1.2"], ["A2.1"]], [["B1.1"]]]);
  });
});

it("of two enrollments in a curriculum the newest counts", () => {
  const enrollment = (enrollmentId: string, curriculumId: string): EnrollmentStanding => ({ enrollmentId, curriculumId, curriculumVersionId: "v", lessonIds: ["A1.1"], practisedLessonIds: [], passedModuleIds: ["A1"], skippedModuleIds: [] });
  const learner = { kind: "learner" as const, villageCode: "", learnerId: "", centerId: "", number: 1, name: "", enrollments: [enrollment("1", "Y1"), enrollment("2", "Y2"), enrollment("3", "Y1")] };
  expect(findEnrollment(learner, "Y1")?.enrollmentId).toBe("3");
  expect(findEnrollment(learner, "Y3")).toBeUndefined();
  expect(doneIn(enrollment("1", "Y1"))).toEqual(done(["A1.1"], ["A1"]));
});
