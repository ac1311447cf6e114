import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuizFile } from "#app/catalog/quiz-file.ts";
import { isAccepted, isSameAnswer } from "#app/learning/same-answer.ts";

describe("the same answer", () => {
  it.each([
    ["hoaks", "hoaks"],
    ["  HOAKS. ", "hoaks"],
    ["“Hoaks!”", "hoaks"],
    ["kafé", "kafe"],
    ["Go.Id", "go.id"],
    [".go.id", "go id"],
    ["goid", "go.id"],
    ["e-mail", "email"],
    ["Jum’at", "jumat"],
    ["kata  sandi", "kata sandi"],
    ["katasandi", "kata sandi"],
    ["kata-sandi", "kata sandi"],
    [".", "."],
    [" ? ", "?"],
  ])("whatever its capitals, spaces, signs and accents: “%s” is “%s”", (typed, accepted) => {
    expect(isSameAnswer(typed, accepted)).toBe(true);
  });

  it.each([
    ["1", "1"],
    ["1,5", "1.5"],
    ["1,50", "1.5"],
    ["Rp 2.000", "2000"],
    ["Rp2.000,-", "2000"],
    ["rp. 2000", "Rp 2.000"],
    ["2 000", "2000"],
    ["2.000,00", "2000"],
    ["2,000", "2000"],
    ["1.000.000", "1000000"],
    ["1,000,000.50", "1.000.000,5"],
    ["0,125", "0.125"],
    ["-5", "\u22125"],
    ["3 gb", "3GB"],
    ["50%", "50"],
    ["0812 3456 7890", "081234567890"],
    ["17 agustus 1945", "17 Agustus 1945"],
  ])("a number by its value: “%s” is “%s”", (typed, accepted) => {
    expect(isSameAnswer(typed, accepted)).toBe(true);
  });

  it.each([
    ["1.5", "15"],
    ["1.500", "1.5"],
    ["2000", "200"],
    ["2000", "20000"],
    ["-5", "5"],
    ["1/2", "12"],
    ["0258", "258"],
    ["2580", "2508"],
    ["12345", "12346"],
    ["3 MB", "3 GB"],
    ["3", "3 GB"],
    ["", "0"],
    ["1.2.3", "123"],
  ])("never a number by another value: “%s” is not “%s”", (typed, accepted) => {
    expect(isSameAnswer(typed, accepted)).toBe(false);
  });

  it.each([
    ["hoask", "hoaks", "swapped"],
    ["hoks", "hoaks", "missing"],
    ["hoakks", "hoaks", "extra"],
    ["hoaxs", "hoaks", "wrong"],
    ["kata sandu", "kata sandi", "in the second word"],
    ["kunnyit", "kunyit", "doubled"],
    ["unyit", "kunyit", "the first missing"],
    ["kunyi", "kunyit", "the last missing"],
    ["kunyitt", "kunyit", "the last doubled"],
    ["uknyit", "kunyit", "the first two swapped"],
    ["kunyti", "kunyit", "the last two swapped"],
    ["jammu kunyt resepp", "jammu kunyit resep", "one in each word"],
  ])("one letter is forgiven in words of 5 letters or more: “%s” is “%s”, %s", (typed, accepted) => {
    expect(isSameAnswer(typed, accepted)).toBe(true);
  });

  it.each([
    ["mati", "hati"],
    ["sandi kata", "kata sandi"],
    ["kat sandi", "kata sandi"],
    ["hoa", "hoaks"],
    ["hsoka", "hoaks"],
    ["haoks berita", "hoaks"],
    ["bukan hoaks", "hoaks"],
    ["saab", "sabtu"],
    ["kuynt", "kunyit"],
    ["go", "go.id"],
    ["hoak5", "hoaks"],
    ["", "hoaks"],
    ["...", "hoaks"],
    ["hoaks", "."],
    [",", "."],
    ["ya", "tidak"],
  ])("but no more than that: “%s” is not “%s”", (typed, accepted) => {
    expect(isSameAnswer(typed, accepted)).toBe(false);
  });

  const letters = "abcdefghijklmnopqrstuvwxyz";
  const word = (least: number, most: number) => fc.string({ unit: fc.constantFrom(...letters), minLength: least, maxLength: most });

  it("forgives each slip of one letter in any long word, and none in any short one", () => {
    fc.assert(
      fc.property(word(1, 12), fc.nat(), fc.constantFrom(...letters), fc.constantFrom("put in", "leave out", "change", "swap"), (wanted, place, letter, slip) => {
        const at = place % wanted.length;
        const typed = slipped(wanted, at, letter, slip);
        fc.pre(typed !== wanted && typed !== "");
        expect([typed, isSameAnswer(typed, wanted)]).toEqual([typed, wanted.length >= 5]);
      }),
      { numRuns: 2000 },
    );
  });

  it("forgives exactly the words at a Damerau-Levenshtein distance of at most 1", () => {
    const few = (most: number) => fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 5, maxLength: most });
    fc.assert(
      fc.property(few(7), few(7), (typed, wanted) => {
        expect([typed, wanted, isSameAnswer(typed, wanted)]).toEqual([typed, wanted, distance(typed, wanted) <= 1]);
      }),
      { numRuns: 3000 },
    );
  });

  it("tells numbers apart, however they are written", () => {
    const locale = (value: number) => value.toLocaleString("id-ID");
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(9_999_999), (one, other) => {
        expect(isSameAnswer(`Rp ${locale(one)}`, String(one))).toBe(true);
        expect(isSameAnswer(locale(one), String(other))).toBe(one === other);
      }),
    );
  });

  it("never fails, whatever is typed", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void isSameAnswer(typed, "kata sandi 1")), { numRuns: 1000 });
  });
});

describe("an accepted answer", () => {
  it.each([
    ["kunci", true],
    ["kunci pagar", true],
    ["kuncu", true],
    ["kunti", false],
    ["kunbi", true],
    ["kuncy", true],
  ])("“%s” where “kunti” is listed as wrong: %s", (typed, right) => {
    expect(isAccepted(typed, { accept: ["kunci", "kunci pagar"], wrong: ["kunti"] })).toBe(right && !["kunbi"].includes(typed));
  });

  it("is right letter by letter, though it is one letter from a wrong one", () => {
    expect(isAccepted("sabtu", { accept: ["sabtu"], wrong: ["sabuk", "sabtuu"] })).toBe(true);
    expect(isAccepted("sabtuu", { accept: ["sabtu"], wrong: ["sabtuu"] })).toBe(false);
    expect(isAccepted("", { accept: ["sabtu"], wrong: [] })).toBe(false);
  });

  it("is taken as it is written in every bank, and never as one listed as wrong", () => {
    const short = globSync("courses/**/quiz.yaml").flatMap((file) => readQuizFile(readFileSync(file, "utf8")).questions.filter((question) => question.kind === "short"));
    expect(short.length).toBeGreaterThan(10);
    for (const question of short) {
      for (const answer of question.accept) expect([question.id, answer, isAccepted(answer, question)]).toEqual([question.id, answer, true]);
      for (const answer of question.wrong) expect([question.id, answer, isAccepted(answer, question)]).toEqual([question.id, answer, false]);
    }
  });
});

function slipped(word: string, at: number, letter: string, slip: string): string {
  if (slip === "put in") return word.slice(0, at) + letter + word.slice(at);
  if (slip === "leave out") return word.slice(0, at) + word.slice(at + 1);
  if (slip === "change") return word.slice(0, at) + letter + word.slice(at + 1);
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}

/** By the book: optimal string alignment, as a table. */
function distance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_row, i) => Array.from({ length: other.length + 1 }, (_cell, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number) => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      (table[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1), isSwap ? at(i - 2, j - 2) + 1 : Infinity);
    }
  }
  return at(one.length, other.length);
}
