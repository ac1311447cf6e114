import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { stringify } from "yaml";
import { compileCourses } from "#app/catalog/compile-courses.ts";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const frame = (shapes: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240">${shapes}</svg>`;
const option = (name: string, correct = false) => ({ id: name, picture: `images/${name}.svg`, alt: `Gambar ${name}`, correct, feedback: "Coba lagi." });
const question = (number: number) => ({ id: `A1-0${number}`, kind: "picture", ask: "Mana?", screen: "A1.1#aku-1", options: [option("benar", true), option("lain")] });
const module = { module: "A1", questions: [1, 2, 3, 4, 5, 6, 7, 8].map(question) };

/** A folder with one module, whose quiz has these pictures. */
async function compile(pictures: Record<string, string>) {
  folder = mkdtempSync(join(tmpdir(), "melek-courses-"));
  const files = {
    "facts.yaml": "[]",
    "kit.svg": frame('<symbol id="titik" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></symbol>'),
    "k/curriculum.yaml": stringify({ id: "Y1", year: 1, title: "K", courses: ["c"] }),
    "k/c/course.yaml": stringify({ id: "A", title: "C", modules: [{ id: "A1", slug: "m", title: "M", lessons: ["satu"] }] }),
    "k/c/m/quiz.yaml": stringify(module),
    ...Object.fromEntries(Object.entries(pictures).map(([name, svg]) => [`k/c/m/images/${name}.svg`, svg])),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { courses, pictures: assembled, findings } = await compileCourses(folder);
  return { quiz: courses.quizzes["A1"], assembled, told: findings.filter(({ file }) => file.startsWith("k/c/m/") && !file.endsWith("satu.mdx")).map(({ file, line, message }) => `${file}:${line} ${message}`) };
}

const dot = frame('<use href="#titik" x="1" y="1" width="9" height="9"/>');

it("a quiz's pictures are put together and named as a lesson's are", async () => {
  const { quiz, assembled, told } = await compile({ benar: dot, lain: frame('<path d="M0 0h9"/>') });
  expect(told).toEqual([]);
  const [first] = quiz?.questions ?? [];
  const [address = ""] = first?.kind === "picture" ? first.options.map((one) => one.picture) : [];
  expect(address).toMatch(/^\/gambar\/benar\.[0-9a-f]{10}\.svg$/);
  expect(assembled.get(address.slice("/gambar/".length))).toContain('<symbol id="titik"');
});

it("is another quiz when a picture is drawn anew", async () => {
  const { quiz: before } = await compile({ benar: dot, lain: dot });
  const { quiz: after } = await compile({ benar: dot, lain: frame('<path d="M0 0h9"/>') });
  expect(after?.hash).not.toBe(before?.hash);
});

it("a missing picture is told with the line that names it", async () => {
  const { told } = await compile({ benar: dot });
  expect(told).toContainEqual(expect.stringMatching(/^k\/c\/m\/quiz\.yaml:\d+ the picture images\/lain\.svg is missing$/));
});

it("a picture that is too large, or holds words, is told", async () => {
  const noise = Array.from({ length: 6000 }, (_number, index) => (index * index * 7919) % 999_983).join(" ");
  const { told } = await compile({ benar: frame(`<path d="M${noise}"/>`), lain: frame("<text>Halo</text>") });
  expect(told).toContainEqual(expect.stringMatching(/benar\.svg:1 \d+ bytes compressed; at most 8192$/));
  expect(told).toContainEqual(expect.stringMatching(/lain\.svg:1 the picture holds text/));
});
