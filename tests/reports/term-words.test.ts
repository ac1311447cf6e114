import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { lacksInWords } from "#app/reports/term-words.ts";

const { t } = copyIn("id");
const lack = (title: string, lessons: number, quiz: boolean, isUntouched: boolean) => ({ title, lessons, quiz, isUntouched });
const words = (lacks: ReturnType<typeof lack>[], done: { lessons: number; quizzes: number }) =>
  lacksInWords({ lacks, lessons: { done: done.lessons, total: 51 }, quizzes: { done: done.quizzes, total: 12 } }, t);

describe("what a learner still lacks", () => {
  it("is said module by module where they have begun, and in one line for the rest", () => {
    const lacks = [lack("Mengenal HP", 1, true, false), lack("Mencari", 0, true, false), lack("Akun dan Email", 4, true, true), lack("Sopan dan Rukun", 4, true, true)];
    expect(words(lacks, { lessons: 5, quizzes: 0 })).toEqual(["Mengenal HP: 1 pelajaran dan kuis", "Mencari: kuis", "Belum sama sekali: Akun dan Email, Sopan dan Rukun"]);
  });

  it("is all of it for who has done nothing, and nothing for who is done", () => {
    expect(words([lack("Mengenal HP", 4, true, true)], { lessons: 0, quizzes: 0 })).toEqual(["Semua pelajaran dan kuis"]);
    expect(words([], { lessons: 51, quizzes: 12 })).toEqual([]);
  });
});
