import { describe, expect, it } from "vitest";
import { measureFaults, sentenceFaults, wordFaults } from "#app/catalog/check-reading.ts";
import { plainText } from "#app/catalog/course-texts.ts";
import type { CompiledLesson } from "#app/catalog/compile-lesson.ts";
import { avoidedWords, avoidedWordsIn, limits, readingOf, syllablesIn, wordsOf } from "#app/catalog/readability.ts";

describe("words", () => {
  it.each([
    ["Ibu/Bapak menekan tombol daya.", ["Ibu", "Bapak", "menekan", "tombol", "daya"]],
    ["pelan-pelan", ["pelan-pelan"]],
    ["Rp50.000 – “ya”", ["Rp50.000", "ya"]],
    ["?123", ["123"]],
    ["…", []],
  ])("of “%s” are %o", (sentence, words) => {
    expect(wordsOf(sentence)).toEqual(words);
  });

  it.each([["HP", 1], ["daya", 2], ["pulau", 2], ["sungai", 2], ["menyelesaikan", 6], ["amboi", 2], ["sms", 1], ["internet", 3]])("“%s” has %i syllables", (word, count) => {
    expect(syllablesIn(word)).toBe(count);
  });
});

describe("a text's reading", () => {
  it("ends a sentence at its sign or at a line's end", () => {
    expect(readingOf("Tekan tombol. Lihat layar!\nJudul tanpa titik\nKata Dina: “Ya.” Lalu pulang.").sentences).toEqual([
      "Tekan tombol.", "Lihat layar!", "Judul tanpa titik", "Kata Dina:", "“Ya.”", "Lalu pulang.",
    ]);
  });

  it("does not end one inside a number or an address", () => {
    expect(readingOf("Harganya Rp50.000 di kemkes.go.id.").sentences).toHaveLength(1);
  });

  it("measures", () => {
    const reading = readingOf("Tekan tombol daya. Layar menyala terang sekali.");
    expect(reading).toMatchObject({ words: 7, meanWordsInSentence: 3.5, longestSentence: "Layar menyala terang sekali." });
    expect(reading.syllablesPerWord).toBeCloseTo((2 + 2 + 2 + 2 + 3 + 2 + 3) / 7);
    expect(reading.lix).toBeCloseTo(3.5 + (100 * 1) / 7);
  });

  it("of nothing is nothing, without a division by zero", () => {
    expect(readingOf("")).toEqual({ words: 0, sentences: [], longestSentence: "", meanWordsInSentence: 0, syllablesPerWord: 0, lix: 0 });
  });
});

it("avoided words are found whole, in any case, each once", () => {
  expect(avoidedWordsIn("Klik di sini. KLIK lagi. Terklik tidak. Fitur!")).toEqual(["klik", "fitur"]);
  expect(avoidedWordsIn("constructor __proto__ toString")).toEqual([]);
  for (const better of Object.values(avoidedWords)) expect(avoidedWordsIn(better)).toEqual([]);
});

describe("a lesson", () => {
  const lesson = (...htmls: string[]): CompiledLesson => ({
    frontmatter: { id: "A1.1", title: "Judul", goal: "bisa", pillar: "cakap", competences: ["0.1"], minutes: 15 },
    screens: htmls.map((html, index) => ({ id: `s${index}`, part: "goal" as const, title: "Mari coba", html })),
    practice: null,
  });
  const sentence = (words: number) => `${Array<string>(words).fill("buka").join(" ")}.`;
  const faults = (...htmls: string[]) => [
    ...htmls.flatMap((html) => [...sentenceFaults(plainText({ title: "", html })), ...wordFaults(plainText({ title: "", html }))].map(({ message }) => message)),
    ...measureFaults(lesson(...htmls)).map(({ screen, message }) => `${screen}: ${message}`),
  ];

  it("that reads easily has no fault", () => {
    expect(faults("<p>Buka HP. Lihat layar.</p>", "<ol><li>Tekan ini.</li></ol>")).toEqual([]);
  });

  it(`may have ${limits.wordsInSentence} words in a sentence, and not one more`, () => {
    expect(faults(`<p>${sentence(14)}</p><p>Buka.</p>`)).toEqual([]);
    expect(faults(`<p>${sentence(15)}</p><p>Buka.</p><p>Buka.</p>`)).toEqual([expect.stringMatching(/^15 words in “buka/)]);
  });

  it(`may have ${limits.meanWordsInSentence} words a sentence on a screen, and ${limits.wordsOnScreen} in all`, () => {
    expect(faults(`<p>${sentence(12)}</p><p>${sentence(14)}</p>`)).toEqual([expect.stringMatching(/^s0: 9\.3 words a sentence; at most 9$/)]);
    expect(faults(`<p>${sentence(6)}</p>`.repeat(20))).toEqual(["s0: 122 words; at most 120"]);
  });

  it("is told what to write instead of a hard word", () => {
    expect(faults("<p>Klik di sini.</p>")).toEqual(["“klik”: write sentuh"]);
  });

  it("is judged as a whole by its long words, at its hardest screen", () => {
    expect(faults("<p>Buka.</p>", `<p>${"memberitahukan menyelenggarakan. ".repeat(5)}</p>`)).toEqual([
      expect.stringMatching(/^s1: the lesson has \d\.\d\d syllables a word; at most 2\.35$/),
      expect.stringMatching(/^s1: the lesson's LIX is \d+\.\d; at most 35$/),
    ]);
  });

  it("is read without its markup and what stands in pictures", () => {
    const html = '<p>Bu Sari &amp; Dina berkata: &quot;Ya&quot;.</p><img src="x.svg" alt="HP yang sangat amat terlalu lama sekali"/><ul><li>Satu</li><li>Dua</li></ul>';
    expect(plainText({ title: "Judul", html })).toBe('Judul\nBu Sari & Dina berkata: "Ya".\nSatu\nDua');
  });
});
