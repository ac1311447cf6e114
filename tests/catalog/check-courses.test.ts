import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCourses, readmeWritten } from "#app/catalog/check-courses.server.ts";
import { checkQuizzes } from "#app/catalog/check-quizzes.ts";
import { compileCourses } from "#app/catalog/compile-courses.ts";
import { overdueFacts } from "#app/catalog/check-links.ts";
import { competenceIds } from "#app/catalog/coverage.ts";
import { type Files, guide, ids, lessonWith, module, questions, tinyCourses } from "./tiny-courses.ts";

/** What is found, each with the text of the line that it is found at. */
async function told(changes: Files, options: { drafts?: boolean } = {}): Promise<string[]> {
  const folder = tinyCourses(changes);
  const { findings } = await checkCourses(folder, options);
  return findings.map(({ file, line, message }) => `${file} | ${lineIn(join(folder, file), line)} | ${message}`);
}

function lineIn(path: string, line: number): string {
  return /\.(svg)$/.test(path) ? "" : (readFileSync(path, "utf8").split("\n")[line - 1] ?? "").trim();
}

const lesson = (bodies: Record<number, string>, front = {}) => ({ "k/c/m/satu.mdx": lessonWith(bodies, front) });
const quiz = (list: readonly object[]) => ({ "k/c/m/quiz.yaml": { module: "A1", questions: list } });
const practice = (text: string) => `<Practice simulator="PilahKartu" config={{
  groups: [{ id: "a", name: "Aman" }, { id: "b", name: "Bahaya" }],
  cards: [
    { id: "1", text: "Satu", group: "a", why: "Begitu." },
    { id: "2", text: "Dua", group: "b", why: "${text}" },
  ],
}} />`;
const marked = (feedback: string[]) => {
  const { id, ask, screen } = questions[0]!;
  return { id, ask, screen, kind: "one", options: feedback.map((text, index) => ({ id: "ab"[index], text: `Pilihan ${"ab"[index]}`, ...(index === 0 && { correct: true }), feedback: text })) };
};
const long = "Buka HP lalu buka lagi lalu buka lagi lalu buka lagi lalu buka HP lagi.";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><path d="M0 0h9"/></svg>';
const fact = { id: "harga", text: "Harga", value: "Murah", source: "https://contoh.id", checked: "2026-01-01", review: "2027-01-01" };

it("a folder without faults has no findings", async () => {
  expect(await told({})).toEqual([]);
});

describe("what is hard to read is told at its sentence", () => {
  it.each<[string, Files, string]>([
    ["on a screen", lesson({ 2: `Satu.\n\nDua. ${long}` }), `k/c/m/satu.mdx | Dua. ${long} | 15 words in “${long}”; at most 14`],
    ["on a later screen with the same words before it", lesson({ 2: "Buka HP.", 4: "Buka HP.\n\nKlik di sini." }), "k/c/m/satu.mdx | Klik di sini. | “klik”: write sentuh"],
    ["on a screen of long sentences", lesson({ 2: ["Satu", "Dua", "Tiga"].map((first) => long.replace("Buka HP", first)).join("\n\n") }), `k/c/m/satu.mdx | ${long.replace("Buka HP", "Satu")} | s-2: 10.8 words a sentence; at most 9`],
    ["in an alt text", { ...lesson({ 1: "![Layar daring.](images/a.svg)" }), "k/c/m/images/a.svg": svg }, "k/c/m/satu.mdx | ![Layar daring.](images/a.svg) | “daring”: write lewat internet"],
    ["in a practice", lesson({ 6: practice("Sentuh luring.") }), 'k/c/m/satu.mdx | { id: "2", text: "Dua", group: "b", why: "Sentuh luring." }, | “luring”: write tanpa internet'],
    ["in a question", quiz(questions.map((one) => (one.id === "A1-05" ? { ...one, ask: "Ponsel?" } : one))), "k/c/m/quiz.yaml | ask: Ponsel? | “ponsel”: write HP"],
    ["in a fact", { "facts.yaml": [{ ...fact, value: "Gawai" }], ...lesson({ 2: '<Fact id="harga" />' }) }, "facts.yaml | value: Gawai | “gawai”: write HP"],
  ])("%s", async (_what, files, finding) => {
    expect(await told(files)).toContain(finding);
  });
});

describe("what is misspelled is told at its line", () => {
  const unknown = "is in no dictionary: mend it, or add it to spelling.txt";
  it.each<[string, Files, string]>([
    ["on a screen", lesson({ 2: "Buka HP.\n\nTekan tombool itu." }), `k/c/m/satu.mdx | Tekan tombool itu. | “tombool” ${unknown}`],
    ["in a title", lesson({}, { title: "Mengisii Daya" }), `k/c/m/satu.mdx | title: Mengisii Daya | “Mengisii” ${unknown}`],
    ["in a question", quiz(questions.map((one) => (one.id === "A1-03" ? { ...one, feedback: "Coba laagi." } : one))), `k/c/m/quiz.yaml | feedback: Coba laagi. | “laagi” ${unknown}`],
    ["in a guide", { "k/c/m/satu.guide.yaml": { ...guide, fallback: "Tunggu sebentaar." } }, `k/c/m/satu.guide.yaml | fallback: Tunggu sebentaar. | “sebentaar” ${unknown}`],
    ["in a practice", lesson({ 6: practice("Begituu.") }), `k/c/m/satu.mdx | { id: "2", text: "Dua", group: "b", why: "Begituu." }, | “Begituu” ${unknown}`],
    ["in a module's title", { "k/c/course.yaml": { id: "T1-A", title: "Kursus", modules: [{ ...module, title: "Moduul" }] } }, `k/c/course.yaml | title: Moduul | “Moduul” ${unknown}`],
    ["where another word is standard", { ...lesson({ 2: "Ini prakteknya." }), "spelling.txt": "HP PIN\n!praktek praktik # KBBI" }, "k/c/m/satu.mdx | Ini prakteknya. | “prakteknya”: write praktik"],
  ])("%s", async (_what, files, finding) => {
    expect(await told(files)).toContain(finding);
  });
});

describe("a lesson that cannot be compiled", () => {
  it.each<[string, Files, string]>([
    ["for its markup", lesson({ 2: "Buka.\n\nTekan <b>tombol." }), "k/c/m/satu.mdx | Tekan <b>tombol. | MDX: Expected a closing tag for `<b>`"],
    ["for a screen that is not closed", lesson({ 2: "Buka.\n\n</Screen>\n\n<Screen id=\"s-9\" part=\"watch\" title=\"Lagi\">\n\n<Screen id=\"s-10\" part=\"watch\" title=\"Lagi\">" }), 'k/c/m/satu.mdx | <Screen id="s-9" part="watch" title="Lagi"> | MDX: Expected a closing tag for `<Screen>`'],
    ["for a part that there is not", { "k/c/m/satu.mdx": lessonWith().replace('"story"', '"strory"') }, 'k/c/m/satu.mdx | <Screen id="s-1" part="strory" title="Layar"> | part="strory" is none of goal, story, watch, together, alone, own-phone, remember'],
    ["for a screen without a part", { "k/c/m/satu.mdx": lessonWith().replace('part="story" ', "") }, 'k/c/m/satu.mdx | <Screen id="s-1" title="Layar"> | the <Screen> has no part; there are goal, story, watch, together, alone, own-phone, remember'],
    ["for the order of its parts", { "k/c/m/satu.mdx": lessonWith().replace('"goal"', '"story"').replace('"story" title="Layar">\n\nBuka HP.\n\n</Screen>\n\n<Screen id="s-1" part="story"', '"story" title="Layar">\n\nBuka HP.\n\n</Screen>\n\n<Screen id="s-1" part="goal"') }, 'k/c/m/satu.mdx | <Screen id="s-1" part="goal" title="Layar"> | the parts are not in their order: story stands before goal'],
    ["for a component that there is not", lesson({ 2: "<Video />" }), "k/c/m/satu.mdx | <Video /> | MDX: there is no component Video"],
    ["for a name that there is not", lesson({ 2: "{nix}" }), "k/c/m/satu.mdx | --- | MDX: nix is not defined"],
    ["for its goal", lesson({}, { goal: "mengisi daya" }), "k/c/m/satu.mdx | goal: mengisi daya | goal: goal completes the sentence “Peserta bisa …”"],
  ])("%s is told alone: nothing else is missing because of it", async (_what, files, finding) => {
    const test = { "k/tests.yaml": { start: [], close: [] } };
    expect(await told({ ...test, ...files })).toEqual([finding]);
    expect(await told(test)).toContain("k/tests.yaml | start: [] | start: 0 questions about cakap; there must be 5");
  });
});

describe("links and files", () => {
  it.each<[string, Files, string[]]>([
    ["a link to a screen of the lesson, or to another page", lesson({ 2: "[Lihat](#s-3) [Lihat](/belajar/c/satu#s-3) [Lihat](/belajar/c/m/kuis) [Lihat](/belajar/c/satu/latihan)" }), []],
    ["a link to no screen", lesson({ 2: "[Lihat](#s-33)" }), ["k/c/m/satu.mdx | [Lihat](#s-33) | #s-33 leads nowhere"]],
    ["an address of no lesson", lesson({ 2: "[Lihat](/belajar/c/dua)" }), ["k/c/m/satu.mdx | [Lihat](/belajar/c/dua) | /belajar/c/dua leads nowhere"]],
    ["an address of no lesson in a guide", { "k/c/m/satu.guide.yaml": { ...guide, fallback: "Buka /belajar/c/dua lagi." } }, ["k/c/m/satu.guide.yaml | fallback: Buka /belajar/c/dua lagi. | /belajar/c/dua leads nowhere"]],
    ["a link to outside", lesson({ 2: "[Lihat](https://contoh.id/a)" }), ["k/c/m/satu.mdx | [Lihat](https://contoh.id/a) | https://contoh.id/a leads outside: put the address into facts.yaml"]],
    ["a missing picture", lesson({ 1: "![Layar HP gelap.](images/a.svg)" }), ["k/c/m/satu.mdx | ![Layar HP gelap.](images/a.svg) | the picture images/a.svg is missing"]],
    ["a picture that nothing shows", { "k/c/m/images/a.svg": svg }, ["k/c/m/images/a.svg |  | nothing uses this file"]],
    ["a lesson that no module names", { "k/c/m/lain.mdx": "Halo" }, ["k/c/m/lain.mdx | Halo | nothing uses this file"]],
    ["a fact that there is not", lesson({ 2: 'Harga <Fact id="harga" />.' }), ['k/c/m/satu.mdx | Harga <Fact id="harga" />. | facts.yaml has no harga']],
    ["a fact that nothing prints", { "facts.yaml": [fact] }, ["facts.yaml | - id: harga | no lesson prints harga"]],
  ])("%s", async (_what, files, findings) => {
    expect((await told(files)).filter((finding) => !finding.includes("spelling.txt"))).toEqual(findings);
  });

  it("a fact past its review is no finding, but told on any later day", async () => {
    const checked = await checkCourses(tinyCourses({ "facts.yaml": [fact], ...lesson({ 2: '<Fact id="harga" />' }) }));
    expect(checked.findings).toEqual([]);
    expect(overdueFacts(checked, "2027-01-01")).toEqual([]);
    expect(overdueFacts(checked, "2027-01-02")).toEqual([{ file: "facts.yaml", line: 1, message: "harga was to be reviewed by 2027-01-01" }]);
  });
});

describe("a module's bank and practices", () => {
  it.each<[string, Files, string]>([
    ["a question about no screen", quiz(questions.map((one) => (one.id === "A1-02" ? { ...one, screen: "A1.1#s-99" } : one))), "k/c/m/quiz.yaml | - id: A1-02 | A1-02: no screen A1.1#s-99"],
    ["a right answer with a wrong one's feedback", quiz(questions.map((one) => (one.id === "A1-01" ? marked(["Hampir.", "Coba lagi."]) : one))), "k/c/m/quiz.yaml | - id: A1-01 | A1-01: a is marked correct, but its feedback begins with “hampir”"],
    ["a wrong answer with a right one's feedback", quiz(questions.map((one) => (one.id === "A1-01" ? marked(["Ya.", "“Betul” itu."]) : one))), "A1-01: b is not marked correct, but its feedback begins with “betul”"],
    ["an answer that is right and wrong", quiz(questions.map((one) => (one.id === "A1-01" ? { id: one.id, ask: one.ask, screen: one.screen, kind: "short", accept: ["Dua"], wrong: ["dua"], feedback: "Lagi." } : one))), "A1-01: “dua” is both in accept and in wrong"],
    ["fewer than 15 questions", quiz(questions.slice(1)), "k/c/m/quiz.yaml | module: A1 | 14 questions; at least 15"],
    ["fewer than 6 kinds", quiz(questions.map((one) => (one.kind === "truth" ? { ...one, kind: "short", isTrue: undefined, reasons: undefined, accept: ["1"], feedback: "Lagi." } : one))), "k/c/m/quiz.yaml | module: A1 | 5 kinds of questions; at least 6"],
    ["a lesson that nothing is asked about", { ...twoLessons() }, "k/c/m/quiz.yaml | module: A1 | no question about A1.2"],
    ["a lesson without a practice", lesson({ 6: "Coba lagi." }), 'k/c/m/satu.mdx | <Screen id="s-6" part="alone" title="Layar"> | the lesson has no <Practice>'],
    ["a practice that cannot be played", lesson({ 6: '<Practice simulator="Dadu" config={{}} />' }), 'k/c/m/satu.mdx | <Practice simulator="Dadu" config={{}} /> | Simulator "Dadu" tidak ada.'],
  ])("%s", async (_what, files, finding) => {
    expect((await told(files)).join("\n")).toContain(finding);
  });

  it("a question's id stands in one bank only", async () => {
    const other = { "k/c/course.yaml": { id: "T1-A", title: "Kursus", modules: [module, { ...module, id: "A2", slug: "n", lessons: ["dua"] }] }, "k/c/n/dua.mdx": lessonWith({}, { id: "A2.1" }), "k/c/n/dua.guide.yaml": { ...guide, lesson: "A2.1" }, "k/c/n/quiz.yaml": { module: "A2", questions } };
    expect(await told(other)).toContain("k/c/n/quiz.yaml | - id: A1-01 | A1-01: the id is taken by a question of A1");
  });
});

it("a question of a year's test leads to a screen too", async () => {
  const compilation = await compileCourses(tinyCourses());
  const [first] = compilation.courses.quizzes["A1"]?.questions ?? [];
  if (!first) throw new Error("there is no question");
  const test = (id: string, screen: string) => ({ moduleId: `T1-${id}`, hash: "", questions: [{ ...first, id: `T1-${id}`, screen }] });
  compilation.courses.tests = { T1: { start: test("start", "A1.1#s-2"), close: test("close", "A1.1#s-99") } };
  expect(checkQuizzes(compilation)).toEqual([{ file: "k/tests.yaml", line: 1, message: "T1-close: no screen A1.1#s-99" }]);
});

describe("what a whole year teaches", () => {
  it("is judged once nothing is a draft, or when drafts are asked for", async () => {
    const whole = { "k/c/course.yaml": { id: "T1-A", title: "Kursus", modules: [module] } };
    const findings = await told(whole);
    expect(findings).toContain("k/curriculum.yaml | id: T1 | 0.1 is taught by 1 lesson (A1.1); at least 2");
    expect(findings).toContain("k/curriculum.yaml | id: T1 | aman is taught by 0 lessons; at least 4");
    expect(findings).toHaveLength(competenceIds.length + 4);
    expect((await checkCourses(tinyCourses({}), { drafts: true })).findings.map(({ message }) => message)).toContain("5.4 is taught by 0 lessons; at least 2");
  });

  it("are the 21 competences of DigComp, and two before them", () => {
    expect(competenceIds).toHaveLength(23);
    expect(competenceIds.join(" ")).toBe("0.1 0.2 1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 2.6 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4 5.1 5.2 5.3 5.4");
  });

  it("has no competence that there is not", async () => {
    const whole = { "k/c/course.yaml": { id: "T1-A", title: "Kursus", modules: [module] } };
    expect(await told({ ...whole, ...lesson({}, { competences: '["7.1"]' }) })).toContain("k/c/m/satu.mdx | --- | there is no competence 7.1");
  });
});

describe("a curriculum of mentors", () => {
  const slug = "p/c/m";
  const ofMentors: Files = {
    "p/curriculum.yaml": { id: "L", audience: "mentors", title: "Pendamping", courses: ["c"] },
    "p/c/course.yaml": { id: "L-A", title: "Kursus", modules: [{ id: "L1", slug: "m", title: "Modul", lessons: ["lima"] }] },
    [`${slug}/lima.mdx`]: lessonWith({}, { id: "L1.1" }),
    [`${slug}/quiz.yaml`]: { module: "L1", questions: questions.map((question) => ({ ...question, id: question.id.replace("A1", "L1"), screen: "L1.1#s-2" })) },
    "ids.txt": `${ids}\n${ids.replaceAll("A1", "L1")}`,
  };

  it("stands apart from the learners' years, and needs no guides", async () => {
    const { courses, findings } = await checkCourses(tinyCourses(ofMentors));
    expect(findings).toEqual([]);
    expect([courses.curricula.map(({ id }) => id), courses.mentorCurricula.map(({ id }) => id)]).toEqual([["T1"], ["L"]]);
  });

  it("leads to its own addresses, and no learner's lesson leads there", async () => {
    const link = (body: string) => ({ ...ofMentors, "k/c/m/satu.mdx": lessonWith({ 1: body }) });
    expect(await told(link("[Lihat](/mentor/belajar/lima)."))).toEqual(["k/c/m/satu.mdx | [Lihat](/mentor/belajar/lima). | /mentor/belajar/lima leads nowhere"]);
    const own = { ...ofMentors, [`${slug}/lima.mdx`]: lessonWith({ 1: "[Lihat](/mentor/belajar/lima#s-0), [buka](/belajar/c/satu)." }, { id: "L1.1" }) };
    expect(await told(own)).toEqual([expect.stringContaining("/belajar/c/satu leads nowhere")]);
  });

  it("has no year, and no two lessons at one address", async () => {
    expect(await told({ ...ofMentors, "p/curriculum.yaml": { id: "L", audience: "mentors", year: 1, title: "Pendamping", courses: ["c"] } })).toContainEqual(expect.stringContaining("year"));
    const course = { id: "L-A", title: "Kursus", modules: [{ id: "L1", slug: "m", title: "Modul", lessons: ["lima"] }, { draft: true, id: "L2", slug: "n", title: "Modul", lessons: ["lima"] }] };
    const twice = { ...ofMentors, "p/c/course.yaml": course, "p/c/n/lima.mdx": lessonWith({}, { id: "L2.1" }) };
    expect((await checkCourses(tinyCourses(twice), { drafts: true })).findings.map(({ message }) => message)).toContain("another lesson is at /mentor/belajar/lima");
  });
});

describe("the coverage tables of the README", () => {
  const readme = "# Kursus\n\n<!-- coverage: npm run courses:check -- --write -->\n<!-- /coverage -->\n\nAkhir.\n";

  it("are told when they are out of date, and not once they are written", async () => {
    expect(await told({ "README.md": readme })).toEqual([
      "README.md | <!-- coverage: npm run courses:check -- --write --> | the coverage tables are out of date: npm run courses:check -- --write",
    ]);
    const folder = tinyCourses({});
    const written = readmeWritten(tinyCourses({ "README.md": readme }), await checkCourses(folder));
    expect(await told({ "README.md": written })).toEqual([]);
    expect(written).toContain("| A1 Modul | 1 | 26 | 0 | 15 | 6 | 1 | 1 | 1 | ");
    expect(written).toContain("| 0.1 | 1 | A1.1 |");
    expect(written).toMatch(/\n\nAkhir\.\n$/);
  });
});

function twoLessons(): Files {
  return {
    "k/c/course.yaml": { id: "T1-A", title: "Kursus", modules: [{ ...module, lessons: ["satu", "dua"] }] },
    "k/c/m/dua.mdx": lessonWith({}, { id: "A1.2" }),
    "k/c/m/dua.guide.yaml": { ...guide, lesson: "A1.2" },
  };
}

describe("a host that imitates a well-known name", () => {
  it.each(["www.whatlsapp-web.com", "faq.whatsap.com", "g00gle.com", "support.gogole.com", "shoppee.co.id"])("is told: %s", async (host) => {
    const found = await told({ "facts.yaml": [{ ...fact, source: `https://${host}/a` }], ...lesson({ 2: '<Fact id="harga" />' }) });
    expect(found.join("\n")).toMatch(new RegExp(`source: https://${host}/a \\| harga: ${host} looks like`));
  });

  it.each(["faq.whatsapp.com", "support.google.com", "www.ojk.go.id", "techno.id"])("is not: %s", async (host) => {
    expect(await told({ "facts.yaml": [{ ...fact, source: `https://${host}/a` }], ...lesson({ 2: '<Fact id="harga" />' }) })).toEqual([]);
  });
});
