import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { checkCourses } from "#app/catalog/check-courses.server.ts";
import { type Files, tinyCourses } from "./tiny-courses.ts";

const readme = readFileSync("courses/README.md", "utf8");
const [, example = ""] = /^```mdx\n(---\n[\s\S]*?)^```$/m.exec(readme) ?? [];
const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><path d="M0 0h9"/></svg>';
const pictures = [...example.matchAll(/\((images\/[\w-]+\.svg)\)/g)].map(([, name]) => [`k/c/m/${name}`, picture]);

it("the README's example is a lesson without any fault", async () => {
  const { lessons, findings } = await compileExample(example);
  expect(findings.filter(({ file }) => file.endsWith(".mdx") || file.endsWith(".svg"))).toEqual([]);
  expect(lessons["A1.1"]?.screens.map(({ part }) => part)).toEqual(["goal", "story", "watch", "watch", "watch", "together", "alone", "own-phone", "remember"]);
  expect(lessons["A1.1"]?.practice).not.toBeNull();
  expect(lessons["A1.1"]?.screens[4]?.html).toContain("Setelan");
});

it("what is wrong in it is told at the line of its sentence", async () => {
  const long = "Lihat sisi HP kita yang kecil itu, lalu cari tombol pendek yang ada di sana.";
  const { findings } = await compileExample(example.replace("Ada tombol pendek.", long));
  const line = example.split("\n").findIndex((text) => text.includes("Itu **tombol daya**.")) + 1;
  expect(findings.filter(({ file }) => file.endsWith("satu.mdx"))).toEqual([
    { file: "k/c/m/satu.mdx", line, message: `15 words in “${long}”; at most 14` },
  ]);
});

it("the README's tree names every kind of file that there is", () => {
  const [, tree = ""] = /^```\n(courses\/\n[\s\S]*?)^```$/m.exec(readme) ?? [];
  const files = readdirSync("courses", { recursive: true, encoding: "utf8" }).map((file) => basename(file));
  const kinds = new Set(files.filter((file) => /\.(yaml|txt|mdx)$/.test(file)).map((file) => file.replace(/^.+(\.guide\.yaml|\.mdx)$/, "$1")));
  expect([...kinds].filter((kind) => !tree.includes(kind))).toEqual([]);
  expect(kinds.size).toBe(9);
});

async function compileExample(lesson: string) {
  const files = { "facts.yaml": readFileSync("courses/facts.yaml", "utf8"), "spelling.txt": readFileSync("courses/spelling.txt", "utf8"), "k/c/m/satu.mdx": lesson };
  const { courses, findings } = await checkCourses(tinyCourses({ ...files, ...(Object.fromEntries(pictures) as Files) }));
  return { lessons: courses.lessons, findings };
}
