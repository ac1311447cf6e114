import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkCourses } from "#app/catalog/check-courses.server.ts";
import { sentenceFaults } from "#app/catalog/check-reading.ts";
import { compileCourses } from "#app/catalog/compile-courses.ts";
import { guideLimits, guideSchema, guideTexts } from "#app/catalog/guide-file.ts";
import { guide, tinyCourses } from "./tiny-courses.ts";

const file = "k/c/m/satu.guide.yaml";

/** What is found in a guide, with the text of the line that it is found at. */
async function findingsWith(content: string | object | null) {
  const folder = tinyCourses({ [file]: content });
  const { findings } = await checkCourses(folder);
  return findings.map(({ file: where, line, message }) => {
    expect(where).toBe(file);
    return `${content === null ? line : (readFileSync(join(folder, where), "utf8").split("\n")[line - 1] ?? "").trim()} | ${message}`;
  });
}

describe("a lesson's guide", () => {
  it("is compiled under its lesson's id", async () => {
    const { courses, findings } = await compileCourses(tinyCourses());
    expect(findings).toEqual([]);
    expect(courses.guides).toEqual({ "A1.1": guide });
  });

  it("has to be there", async () => {
    expect(await findingsWith(null)).toEqual(["1 | the file is missing"]);
  });

  const long = Array.from({ length: 21 }, (_one, index) => `kata${index}`).join(" ");
  it.each<[string, object | string, string]>([
    ["another lesson's id", { ...guide, lesson: "A1.2" }, "lesson: A1.2 | lesson is A1.2, but the file belongs to A1.1"],
    ["no hour", { ...guide, plan: [10, 10, 10, 15].map((minutes) => ({ minutes, do: "Sapa." })) }, "- minutes: 10 | plan: the minutes add up to 45; they must add up to 60"],
    ["too few stumbles", { ...guide, stumbles: guide.stumbles.slice(1) }, "- when: HP gelap. | stumbles: Too small"],
    ["an empty part", { ...guide, plan: [...guide.plan.slice(1), { minutes: 15, do: " " }] }, 'do: " " | plan.3.do: Too small'],
    ["a field that is not known", { ...guide, tools: ["Kabel"] }, 'lesson: A1.1 | Unrecognized key: "tools"'],
    ["a sentence that is too long", { ...guide, ask: [...guide.ask.slice(1), `Apa? Siapa ${long}?`] }, `- Apa? Siapa | 22 words in “Siapa ${long}?”; at most 20`],
    ["a long-winded fallback", { ...guide, fallback: "Satu. Dua. Tiga. Empat." }, "fallback: Satu. Dua. Tiga. Empat. | fallback: more than 3 sentences"],
    ["something that is no YAML", "lesson: A1.1\nprepare: [a\nplan: b", "| YAML: "],
  ])("with %s is told at its line", async (_what, content, told) => {
    const findings = await findingsWith(content);
    expect(findings).toHaveLength(1);
    const [line = "", message = ""] = told.split(" | ");
    expect(findings[0]).toContain(line);
    expect(findings[0]).toContain(message);
  });
});

it("is shown in the README as it may be written", () => {
  const readme = readFileSync("courses/README.md", "utf8");
  const [, example = ""] = /^```yaml\n(lesson: [\s\S]*?)^```$/m.exec(readme) ?? [];
  expect(guideTexts(guideSchema.parse(parse(example))).flatMap((text) => sentenceFaults(text, guideLimits.wordsInSentence))).toEqual([]);
});
