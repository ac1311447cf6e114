import { expect, test } from "vitest";
import type { CurriculumStructure } from "#app/catalog/course.ts";
import { certificateNumber, creditedCourses, isEarned, minutesOf, remainingWork, trainingHours } from "#app/certificates/certificate.ts";

const structure: CurriculumStructure = {
  title: "Mengenal Internet",
  year: 1,
  courses: [
    {
      id: "T1-A",
      title: "HP Saya",
      modules: [
        { id: "A1", title: "Mengenal HP", lessons: [lesson("A1.1", 15), lesson("A1.2", 20)] },
        { id: "A2", title: "HP yang Nyaman", lessons: [lesson("A2.1", 15)] },
      ],
    },
  ],
};
const everything = { lessons: new Set(["A1.1", "A1.2", "A2.1"]), quizzes: new Set(["A1", "A2"]), skipped: new Set<string>() };
const allServed = () => true;

function lesson(id: string, minutes: number) {
  return { id, title: `Pelajaran ${id}`, minutes };
}

test("975 minutes are 21.7 JP", () => {
  expect(trainingHours(975)).toBe(21.7);
  expect(trainingHours(45)).toBe(1);
  expect(trainingHours(0)).toBe(0);
});

test.each([
  ["2026-01-31", "0001/LD-T1/32.05/I/2026"],
  ["2026-04-01", "0001/LD-T1/32.05/IV/2026"],
  ["2026-09-30", "0001/LD-T1/32.05/IX/2026"],
  ["2026-12-01", "0001/LD-T1/32.05/XII/2026"],
])("a number issued on %s reads %s", (issuedOn, number) => {
  expect(certificateNumber({ serial: 1, prefix: "LD-T1", regencyCode: "32.05", issuedOn })).toBe(number);
});

test("the running number keeps four digits, and grows past them", () => {
  const parts = { prefix: "LD-T1", regencyCode: "32.05", issuedOn: "2026-11-21" };
  expect(certificateNumber({ ...parts, serial: 123 })).toBe("0123/LD-T1/32.05/XI/2026");
  expect(certificateNumber({ ...parts, serial: 12345 })).toBe("12345/LD-T1/32.05/XI/2026");
});

test("a certificate is earned by every lesson and every quiz", () => {
  expect(isEarned(structure, everything, allServed)).toBe(true);
  expect(isEarned(structure, { ...everything, lessons: new Set(["A1.1", "A2.1"]) }, allServed)).toBe(false);
  expect(isEarned(structure, { ...everything, quizzes: new Set(["A2"]) }, allServed)).toBe(false);
});

test("a withdrawn lesson or quiz keeps nobody from a certificate", () => {
  const without = { lessons: new Set(["A1.1", "A2.1"]), quizzes: new Set(["A1"]), skipped: new Set<string>() };
  expect(isEarned(structure, without, (id) => id !== "A1.2" && id !== "A2")).toBe(true);
  expect(isEarned(structure, without, (id) => id !== "A1.2")).toBe(false);
});

test("what remains is told by module", () => {
  expect(remainingWork(structure, { lessons: new Set(["A1.1", "A2.1"]), quizzes: new Set(), skipped: new Set() }, allServed)).toEqual([
    { title: "Mengenal HP", lessons: 1, quiz: true },
    { title: "HP yang Nyaman", lessons: 0, quiz: true },
  ]);
  expect(remainingWork(structure, everything, allServed)).toEqual([]);
});

test("only what was done is credited", () => {
  const credited = creditedCourses(structure, { lessons: new Set(["A1.1"]), bestPercents: new Map([["A1", 92]]), skipped: new Set() });
  expect(credited).toEqual([{ title: "HP Saya", modules: [{ title: "Mengenal HP", minutes: 15, percent: 92 }] }]);
  expect(minutesOf(credited)).toBe(15);
});

test("a module whose quiz was withdrawn is credited without a result", () => {
  const credited = creditedCourses(structure, { lessons: everything.lessons, bestPercents: new Map([["A1", 80]]), skipped: new Set() });
  expect(credited[0]?.modules.map(({ percent }) => percent)).toEqual([80, null]);
  expect(minutesOf(credited)).toBe(50);
});

test("a skipped module keeps nobody from a certificate, which says that it was recognized", () => {
  const half = { lessons: new Set(["A1.1", "A1.2"]), quizzes: new Set(["A1"]), skipped: new Set(["A2"]) };
  expect(isEarned(structure, half, allServed)).toBe(true);
  expect(isEarned(structure, { ...half, skipped: new Set(["A1"]) }, allServed)).toBe(false);
  const credited = creditedCourses(structure, { ...half, bestPercents: new Map([["A1", 80]]) });
  expect(credited[0]?.modules.map(({ percent, recognized }) => [percent, recognized])).toEqual([[80, undefined], [null, true]]);
});
