import { describe, expect, it } from "vitest";
import { compileLesson, LessonError, type LessonSurroundings } from "#app/catalog/compile-lesson.ts";
import { practiceMark } from "#app/catalog/lesson-components.ts";

const front = { id: "A1.1", title: "Mengisi Daya", goal: "bisa mengisi daya", pillar: "cakap", competences: '["0.1"]', minutes: "15" };
const frontmatter = (changes: Record<string, string> = {}) =>
  `---\n${Object.entries({ ...front, ...changes }).map(([name, value]) => `${name}: ${value}`).join("\n")}\n---\n`;
const screen = (id: string, part: string, body = "Buka HP.") => `<Screen id="${id}" part="${part}" title="Judul ${id}">\n\n${body}\n\n</Screen>\n`;
const parts = ["goal", "story", "watch", "watch", "watch", "together", "alone", "own-phone", "remember"];
const body = (changes: Record<number, string> = {}) => parts.map((part, index) => changes[index] ?? screen(`s-${index}`, part)).join("\n");

const surroundings: LessonSurroundings = { picture: (src) => `/gambar/${src}`, fact: (id) => `<nilai ${id}>` };
const compile = (source: string) => compileLesson(source, surroundings);
const bodyOf = async (text: string) => (await compile(frontmatter() + body({ 0: screen("s-0", "goal", text) }))).screens[0]?.html;

describe("a lesson as it should be", () => {
  it("becomes its frontmatter and its screens, in order", async () => {
    const { frontmatter: read, screens, practice } = await compile(frontmatter() + body());
    expect(read).toEqual({ ...front, competences: ["0.1"], minutes: 15 });
    expect(screens.map(({ id, part, title }) => [id, part, title])).toEqual(parts.map((part, index) => [`s-${index}`, part, `Judul s-${index}`]));
    expect(screens[0]).toEqual({ id: "s-0", part: "goal", title: "Judul s-0", html: "<p>Buka HP.</p>" });
    expect(practice).toBeNull();
  });

  it("keeps the step of a screen", async () => {
    const { screens } = await compile(frontmatter() + body({ 2: '<Screen id="aku" part="watch" step={2} title="T">\n\nYa.\n\n</Screen>' }));
    expect(screens[2]).toMatchObject({ id: "aku", step: 2 });
  });

  it("shows pictures at one size with their words, and facts as text", async () => {
    expect(await bodyOf("![HP mati.](images/a.svg)")).toBe('<img src="/gambar/images/a.svg" alt="HP mati." width="320" height="240" loading="lazy"/>');
    expect(await bodyOf('Harga <Fact id="harga" />.')).toBe("<p>Harga &lt;nilai harga&gt;.</p>");
  });

  it("has hints, questions, tasks and steps that open without scripts", async () => {
    expect(await bodyOf("<Hint>\n\nLihat sisi HP.\n\n</Hint>")).toBe('<details class="hint"><summary>Petunjuk</summary><p>Lihat sisi HP.</p></details>');
    expect(await bodyOf('<Ask question="Apa ini?">\n\nTombol.\n\n</Ask>')).toBe('<details class="ask"><summary>Apa ini?</summary><p>Tombol.</p></details>');
    expect(await bodyOf("<Task>\n\nCoba.\n\n</Task>")).toBe('<div class="task"><p>Coba.</p></div>');
    expect(await bodyOf("<Steps>\n\n1. Satu\n2. Dua\n\n</Steps>")).toMatch(/^<div class="steps"><ol>\s*<li>Satu<\/li>\s*<li>Dua<\/li>\s*<\/ol><\/div>$/);
  });

  it("leaves a mark where its practice goes, and what the practice needs beside it", async () => {
    const { practice, screens } = await compile(frontmatter() + body({ 6: screen("s-6", "alone", '<Practice simulator="LayarKunci" config={{ pin: "1945", tasks: ["power-on"] }} />') }));
    expect(practice).toMatchObject({ simulator: "LayarKunci", config: { pin: "1945", tasks: ["power-on"] } });
    expect(screens[6]?.html).toBe(practiceMark);
  });

  it("takes words for words: what looks like markup is none", async () => {
    expect(await bodyOf("Tanda \\< dan & dan \"kutip\".")).toBe("<p>Tanda &lt; dan &amp; dan &quot;kutip&quot;.</p>");
  });
});

describe("a lesson that is not as it should be is refused with a sentence for its author", () => {
  const rest = (from: number, ...more: string[]) => [...more, ...parts.slice(from).map((part, index) => screen(`r-${index}`, part))].join("\n");

  it.each<[string, string, RegExp]>([
    ["an id of another shape", frontmatter({ id: "A11" }) + body(), /^id: id must look like A1\.1$/],
    ["a goal that does not complete the sentence", frontmatter({ goal: "mengisi daya" }) + body(), /^goal: goal completes the sentence/],
    ["a pillar that there is not", frontmatter({ pillar: "pintar" }) + body(), /^pillar: /],
    ["too few minutes", frontmatter({ minutes: "2" }) + body(), /^minutes: /],
    ["a field that is not known", frontmatter({ author: "saya" }) + body(), /author/],
    ["no frontmatter at all", body(), /^id: /],
    ["a part that there is not", frontmatter() + body({ 0: screen("s-0", "intro") }), /^part="intro" is none of goal, story/],
    ["a part that is missing", frontmatter() + parts.slice(0, -1).map((part, index) => screen(`s-${index}`, part)).join("\n"), /^the part remember is missing$/],
    ["parts in another order", frontmatter() + rest(2, screen("a", "story"), screen("b", "goal")), /^the parts are not in their order: story stands before goal$/],
    ["two watch screens", frontmatter() + rest(3, screen("a", "goal"), screen("b", "story")), /^2 watch screens; there must be 3 to 5$/],
    ["six watch screens", frontmatter() + rest(2, screen("a", "goal"), screen("b", "story"), ...[1, 2, 3].map((id) => screen(`w-${id}`, "watch"))), /^6 watch screens/],
    ["an id that stands twice", frontmatter() + body({ 1: screen("s-0", "story") }), /^two screens are called s-0$/],
    ["a practice that there is not", frontmatter() + body({ 6: screen("s-6", "alone", '<Practice simulator="Terbang" config={{}} />') }), /Terbang/],
    ["a practice that cannot be played", frontmatter() + body({ 6: screen("s-6", "alone", '<Practice simulator="LayarKunci" config={{}} />') }), /^LayarKunci: tasks/],
    ["two practices", frontmatter() + body({ 6: screen("s-6", "alone", '<Practice simulator="LayarKunci" config={{ tasks: ["lock"] }} />\n\n<Practice simulator="LayarKunci" config={{ tasks: ["lock"] }} />') }), /^more than one <Practice>$/],
  ])("%s", async (_what, source, message) => {
    const refused = compile(source);
    await expect(refused).rejects.toThrow(LessonError);
    await expect(refused).rejects.toThrow(message);
  });

  it("MDX that cannot be read names the line", async () => {
    await expect(compile(frontmatter() + body({ 0: '<Screen id="x" part="goal" title="T">\n\nBuka <b>HP.\n\n</Screen>' }))).rejects.toThrow(/closing tag/i);
  });

  it("a component that there is not", async () => {
    await expect(bodyOf("<Video src='x' />")).rejects.toThrow(/Video/);
  });
});
