import { describe, expect, it } from "vitest";
import { copyOfStrings } from "#app/i18n/copy-of-strings.ts";
import { en } from "#app/i18n/en/index.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { id } from "#app/i18n/id/index.ts";
import type { CopyKey } from "#app/i18n/translate.tsx";
import { appFiles, flatten, keysAskedFor, literalsIn, parse, stemOf, textsIn, wordsInMarkup } from "./catalogue.ts";

const files = appFiles();
const known = new Set([...flatten(id).keys()].map(stemOf));

describe("keys", () => {
  it("that are asked for exist", () => {
    const missing = files.flatMap(({ path, tree }) => keysAskedFor(tree).map((key) => simulatorOf(path) + key).filter((key) => !known.has(key)).map((key) => `${path}: ${key}`));
    expect(missing).toEqual([]);
  });

  it("that exist are used somewhere, as literals", () => {
    const literals = new Set(files.flatMap(({ tree }) => literalsIn(tree)));
    expect([...known].filter((key) => !key.startsWith("practice.") && !literals.has(key))).toEqual([]);
  });

  // The practice phones put their keys together while they run: each part of one must stand somewhere in them.
  it("of the practice phones consist of words that the phones know", () => {
    const words = new Set(files.filter(({ path }) => path.startsWith("app/practice/")).flatMap(({ tree }) => textsIn(tree).flatMap((text) => text.split(/[^\w-]+/))));
    const parts = (word: string) => [word, ...word.split("-").filter(Boolean), `${word.split("-")[0]}-`];
    const unknown = [...known].filter((key) => key.startsWith("practice.") && !key.split(".").slice(1).every((part) => parts(part).some((candidate) => words.has(candidate))));
    expect(unknown).toEqual([]);
  });

  it("are read from calls, also from those that choose", () => {
    const tree = parse("x.tsx", 'const a = <p>{t("a.b")}{copy.t(yes ? "c.d" : "e.f", { x: 1 })}{not("g.h")}</p>;');
    expect(keysAskedFor(tree)).toEqual(["a.b", "c.d", "e.f"]);
  });
});

/** Where the keys of a practice phone's own files begin: those of `layar-kunci/` below `practice.LayarKunci.` */
function simulatorOf(path: string): string {
  const folder = path.match(/^app\/practice\/([\w-]+)\//)?.[1];
  return folder ? `practice.${folder.replaceAll(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase())}.` : "";
}

describe("words in markup", () => {
  it("are nowhere: they stand in the catalogues", () => {
    const names = ["Melek Desa", "ABC"];
    // What the launcher and the authors' preview say is for whoever runs them, in Indonesian alone.
    const forPeople = files.filter(({ path }) => !path.startsWith("app/launch/"));
    expect(forPeople.flatMap(({ path, tree }) => wordsInMarkup(tree).filter((word) => !names.includes(word)).map((word) => `${path}: ${word}`))).toEqual([]);
  });

  it("would be seen", () => {
    const tree = parse("x.tsx", 'const a = <p title="Judul">Halo, {name}! {ok ? "Ya" : ""}<b>–</b> {x}</p>;');
    expect(wordsInMarkup(tree)).toEqual(["Judul", "Halo,", "Ya"]);
  });
});

describe("copy", () => {
  it("takes the plural of its language, and puts values in as they are", () => {
    expect(copyIn("en").t("signIn.wrongLeft", { count: 1 })).toContain("1 more time.");
    expect(copyIn("en").t("signIn.wrongLeft", { count: 4 })).toContain("4 more times.");
    expect(copyIn("id").t("signIn.wrongLeft", { count: 4 })).toContain("4 kali");
    expect(copyIn("id").t("learn.greeting", { name: "<b>Sri & Ana" })).toBe("Halo, <b>Sri & Ana");
  });

  it("says the same in the browser as on the server where no plural is asked for", () => {
    const inBrowser = copyOfStrings("id", id);
    const plain = [...flatten(id)].filter(([key]) => key === stemOf(key));
    for (const [key] of plain) {
      const values = { name: "Sari", hint: "x", digit: "1", key: "a", line: "b", digits: "2" };
      expect([key, inBrowser.t(key as CopyKey, values)]).toEqual([key, copyIn("id").t(key as CopyKey, values).replaceAll(/\{\{\w+\}\}/g, "")]);
    }
    expect(copyOfStrings("en", en).t("layout.back")).toBe("Back");
  });
});
