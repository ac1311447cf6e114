import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sentenceFaults, wordFaults } from "#app/catalog/check-reading.ts";
import { compileLesson, LessonError } from "#app/catalog/compile-lesson.ts";
import { practiceTexts } from "#app/catalog/course-texts.ts";

const surroundings = { picture: (src: string) => src, fact: (id: string) => id };
const lesson = readFileSync("courses/mengenal-internet/hp-saya/mengenal-hp/menyalakan-hp.mdx", "utf8");
const faultsOf = async (practice: string) => practiceTexts((await compile(practice)).practice?.config).flatMap((text) => [...sentenceFaults(text), ...wordFaults(text)]);
const compile = (practice: string) => compileLesson(lesson.replace(/<Practice [\s\S]*? \/>/, practice), surroundings);

const cards = (why: string) => `<Practice simulator="PilahKartu" config={{
  groups: [{ id: "a", name: "Aman" }, { id: "b", name: "Bahaya" }],
  cards: [{ id: "1", text: "Satu", group: "a", why: "${why}" }, { id: "2", text: "Dua", group: "b", why: "Begitu." }],
}} />`;

const readme = readFileSync("courses/README.md", "utf8");
const examples = [...readme.slice(readme.indexOf("## Simulators")).matchAll(/^```mdx\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");

describe("the README's example of each simulator", () => {
  it.each(examples)("can be played and is easy to read: %s", async (example) => {
    expect(await faultsOf(example.trim())).toEqual([]);
  });

  it("is there", () => {
    expect(examples.map((example) => /simulator="(\w+)"/.exec(example)?.[1])).toEqual(expect.arrayContaining(["LayarKunci", "PapanKetik", "PilahKartu", "SkenarioCabang", "UrutLangkah"]));
  });
});

describe("a lesson's practice", () => {
  it("is compiled with the config that its author wrote", async () => {
    const { practice } = await compile(cards("Begini."));
    expect(practice).toMatchObject({ simulator: "PilahKartu", config: { groups: [{ id: "a", name: "Aman" }, { id: "b" }] } });
  });

  it("cannot be compiled with a config that cannot be played: the author is told in one line where", async () => {
    const fault = await compile('<Practice simulator="LayarKunci" config={{ tasks: ["unlock"], pin: "12" }} />').catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(LessonError);
    expect(fault).toMatchObject({ message: "LayarKunci: pin: PIN harus 4 sampai 6 angka.", near: "<Practice" });
    await expect(compile('<Practice simulator="Dadu" config={{}} />')).rejects.toThrow('Simulator "Dadu" tidak ada.');
  });

  it("stands but once in a lesson", async () => {
    const one = '<Practice simulator="PapanKetik" config={{ lines: ["a"] }} />';
    await expect(compile(`${one}\n\n${one}`)).rejects.toThrow("more than one <Practice>");
  });

  it("is as easy to read as the lesson's screens", async () => {
    const hard = "Kartu ini adalah contoh kalimat yang terlalu panjang untuk dibaca pelan oleh siapa pun di sini.";
    expect(await faultsOf(cards(`${hard} Sentuh daring.`))).toEqual([
      { near: hard, message: `16 words in “${hard}”; at most 14` },
      { near: "Sentuh daring.", message: "“daring”: write lewat internet" },
    ]);
  });

  it("says its texts, not its codes", () => {
    expect(practiceTexts({ start: "daring", scenes: [{ id: "daring", who: "Ia", says: ["Halo.", "Apa kabar?"], choices: [{ id: "klik", text: "ya", to: "klik", tell: "Baik." }] }] }))
      .toEqual(["Ia", "Halo.", "Apa kabar?", "ya", "Baik."]);
    expect(practiceTexts({ start: "cara menanam jahe", kind: "ad", why: { kind: "Kabarnya baik." }, address: "Jalan Melati 5", file: "undangan.apk" })).toEqual(["cara menanam jahe", "Kabarnya baik.", "Jalan Melati 5"]);
    expect(practiceTexts(undefined)).toEqual([]);
  });
});
