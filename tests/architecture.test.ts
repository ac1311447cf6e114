import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { rules } from "./architecture/rules.ts";
import { readSources, type Source, sourceOf } from "./architecture/source.ts";

/** Holds who may import what, and a few habits. The rules stand in architecture/rules.ts. */
const sources = readSources();

describe.each(rules)("$name", ({ faults, wrong }) => {
  it("holds everywhere", () => {
    expect(sources.flatMap((source) => faults(source).map((fault) => `${source.path}: ${fault}`))).toEqual([]);
  });

  it("bites", () => {
    expect(faults(sourceOf(...wrong))).not.toEqual([]);
  });
});

it("no file keeps the marks of a merge", () => {
  const texts = globSync("{app,db,tests,courses}/**/*.{css,ts,tsx,js,svg,md,mdx,yaml}").map((path) => [path, readFileSync(path, "utf8")] as const);
  expect(texts.filter(([, text]) => /^(<{7}|>{7}) /m.test(text)).map(([path]) => path)).toEqual([]);
  expect(texts.length).toBeGreaterThan(500);
});

describe("reading a file's imports", () => {
  it("sees every way to import, and which are gone before the code runs", () => {
    const text = [
      'import a, { type B } from "./a.ts";',
      'import { type C, type D as E } from "#db/c.ts";',
      'import type { F } from "node:fs";',
      'import url from "../ui/looks.css?url";',
      'export { g } from "./g.ts";',
      'const h = await import("#app/h.ts");',
      'type I = import("./i.ts").I;',
      'import "side-effect";',
      'const text = "import j from \'./j.ts\'"; // import k from "./k.ts"',
    ].join("\n");
    expect(sourceOf("app/learning/x.ts", text).imports.map(({ from, isOurs, isType }) => [from, isOurs, isType])).toEqual([
      ["app/learning/a.ts", true, false],
      ["db/c.ts", true, true],
      ["node:fs", false, true],
      ["app/ui/looks.css", true, false],
      ["app/learning/g.ts", true, false],
      ["app/h.ts", true, false],
      ["app/learning/i.ts", true, true],
      ["side-effect", false, false],
    ]);
  });
});

describe("imports in a circle", () => {
  it("are nowhere", () => {
    expect(findCircle(sources)).toBeNull();
  });

  it("are found", () => {
    const circle = [sourceOf("app/a.ts", 'import { b } from "./b.ts";'), sourceOf("app/b.ts", 'import { a } from "./a.ts";')];
    expect(findCircle(circle)).toEqual(["app/a.ts", "app/b.ts", "app/a.ts"]);
  });
});

/** A chain of imports that comes back to where it began. Types are left out: they are gone when code runs. */
function findCircle(files: readonly Source[]): string[] | null {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const clear = new Set<string>();
  const follow = (path: string, chain: string[]): string[] | null => {
    if (chain.includes(path)) return [...chain.slice(chain.indexOf(path)), path];
    if (clear.has(path)) return null;
    for (const { from, isType } of byPath.get(path)?.imports ?? []) {
      const circle = isType ? null : follow(from, [...chain, path]);
      if (circle) return circle;
    }
    clear.add(path);
    return null;
  };
  for (const { path } of files) {
    const circle = follow(path, []);
    if (circle) return circle;
  }
  return null;
}

describe("the address book", () => {
  it("names every route module, and every one that it names exists", () => {
    const named = filesOf(routes).sort();
    const found = globSync("routes/**/*.{ts,tsx}", { cwd: "app" }).map((path) => path.replaceAll("\\", "/")).sort();
    expect(named).toEqual(found);
    expect(named.filter((file, index) => named.indexOf(file) !== index)).toEqual([]);
  });
});

function filesOf(entries: readonly { file: string; children?: readonly { file: string }[] }[]): string[] {
  return entries.flatMap(({ file, children }) => [file, ...filesOf(children ?? [])]);
}

describe("courses/", () => {
  it("holds words and pictures, no code", () => {
    const strangers = globSync("courses/**/*.*").filter((path) => !/\.(mdx|yaml|svg|md|txt)$/.test(path));
    expect(strangers).toEqual([]);
  });
});
